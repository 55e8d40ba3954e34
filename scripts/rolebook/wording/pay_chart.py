"""Pay drawn on one scale: of one role, and of several beside each other."""

from collections.abc import Iterable
from decimal import Decimal

from rolebook.analysis.pay import kind_of_pay, measure_of, pay_figures, spread_of
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.levels import Measure
from rolebook.model.role import Role
from rolebook.wording import notation
from rolebook.wording.official_pay import official_entry
from rolebook.wording.scale import Chart, Entry, chart
from rolebook.wording.view import View

MEASURES = {
    Measure.MEDIAN: "median",
    Measure.AVERAGE: "average",
    Measure.TYPICAL: "called typical",
    Measure.RANGE: "range",
    Measure.PERCENTILE: "percentile",
    Measure.EXTREME: "lowest or highest",
}
NO_MEASURE = "kind of number not stated"


def role_chart(role: Role, view: View) -> Chart | None:
    """Every amount of money in a role's salary section that is in the unit of most of them, and below them the
    official wages of its nearest occupation, where they are in that unit too."""
    money = [shown.figure for shown in view.money(role)]
    units = [figure.unit for figure in money if figure.unit]
    if not units:
        return None
    catalogue = view.catalogue
    common = catalogue.units[max(sorted(set(units)), key=units.count)]
    rows = [
        Entry.of(figure, figure.what, about(figure, catalogue), common, href=f"#salary-{figure.key}")
        for figure in money
        if figure.unit == common.id
    ]
    official = official_entry(role, catalogue, "#salary-official")
    if official and catalogue.statistics and catalogue.statistics.unit == common.id:
        rows.append(official)
    return chart(rows, common.prefix, common.scale)


def about(figure: Figure, catalogue: Catalogue) -> str:
    """What kind of number a figure is, and whose: `average, Head of AI, base salary, United States, 2024`."""
    measure = measure_of(figure)
    stated = (
        MEASURES[measure] if measure else NO_MEASURE,
        figure.job,
        figure.level,
        _part(figure.component, catalogue),
        figure.company,
        figure.place,
        catalogue.label("regions", figure.region) or "region not stated",
        notation.years(figure.year),
    )
    return ", ".join(filter(None, stated))


def _part(component: str | None, catalogue: Catalogue) -> str | None:
    """The part of pay within a line of words."""
    label = catalogue.label("components", component)
    return label and f"{label[:1].lower()}{label[1:]}"


def shared_chart(roles: Iterable[tuple[Role, str, str]], catalogue: Catalogue) -> Chart | None:
    """The typical pay and the range of each role, given as (role, side, address), on one scale.

    Roles that state neither, and roles in another unit than the first, have no row.
    """
    rows = [(role, side, href) for role, side, href in roles if any(pay_figures(role))]
    units = [{figure.unit for figure in pay_figures(role) if figure and figure.unit} for role, _, _ in rows]
    if not units:
        return None
    drawn = (row for row, own in zip(rows, units, strict=True) if own == units[0])
    unit = catalogue.units[min(units[0])]
    return chart([role_entry(*row, catalogue) for row in drawn], unit.prefix, unit.scale)


def kind_label(figure: Figure, catalogue: Catalogue) -> str:
    """The heading of roles whose pay is of one kind: `Average, base salary, US dollars a year, United States`."""
    measure, component, unit, region = kind_of_pay(figure)
    words = (MEASURES[measure] if measure else NO_MEASURE, _part(component, catalogue))
    place = catalogue.label("regions", region) or "region not stated"
    label = ", ".join(filter(None, (*words, catalogue.units[unit].label, place)))
    return f"{label[:1].upper()}{label[1:]}"


def role_entry(role: Role, side: str, href: str, catalogue: Catalogue) -> Entry:
    """The row of a role that states its pay: its typical pay, and its range.

    Where percentiles are known, the range is theirs, because they say whose pay it holds.
    """
    typical, span = pay_figures(role)
    spread = spread_of(role)
    centre: Decimal | None = typical.centre if typical else None
    low, high = spread.bounds if spread else span.bounds if span else (centre, centre)
    percentiles = spread.percentiles if spread else None
    units = catalogue.units
    stated = [notation.amount(typical.centre, units[typical.unit])] if typical and typical.centre else []
    if spread and percentiles:
        stated.append(notation.spread(percentiles, units[spread.unit]))
    elif span:
        stated.append(notation.figure_value(span, units[span.unit]))
    figure = typical or span
    return Entry(
        role.title,
        " · ".join(stated),
        about(figure, catalogue) if figure else "",
        low,
        high,
        centre,
        percentiles.middle_half if percentiles else None,
        side,
        href,
        bool(span and span.open and not spread),
    )
