"""Pay drawn on one scale: of one role, and of several beside each other."""

from collections.abc import Iterable
from decimal import Decimal

from rolebook.analysis.facts import fact
from rolebook.analysis.pay import pay_figures, spread_of
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role
from rolebook.model.vocabulary import Unit
from rolebook.wording import notation
from rolebook.wording.scale import Chart, Entry, chart
from rolebook.wording.view import ShownFigure, View


def role_chart(role: Role, view: View) -> Chart | None:
    """Every amount of money in a role's salary section that is in the unit of most of them."""
    money = view.money(role)
    units = [shown.figure.unit for shown in money]
    if not units:
        return None
    common = view.catalogue.units[max(sorted(set(units)), key=units.count)]
    drawn = (shown for shown in money if shown.figure.unit == common.id)
    return chart([_figure_row(shown, common) for shown in drawn], common.prefix)


def shared_chart(roles: Iterable[tuple[Role, str, str]], catalogue: Catalogue) -> Chart | None:
    """The typical pay and the range of each role, given as (role, side, address), on one scale.

    Roles that state neither, and roles in another currency than the first, have no row.
    """
    rows = [(role, side, href) for role, side, href in roles if any(pay_figures(role))]
    units = [{figure.unit for figure in pay_figures(role) if figure} for role, _, _ in rows]
    if not units:
        return None
    drawn = (row for row, own in zip(rows, units, strict=True) if own == units[0])
    return chart([role_entry(*row, catalogue) for row in drawn], catalogue.units[min(units[0])].prefix)


def _figure_row(shown: ShownFigure, unit: Unit) -> Entry:
    label = ", ".join(filter(None, (shown.what, shown.whose)))
    return Entry.of(shown.figure, label, unit, href=f"#{shown.anchor}")


def role_entry(role: Role, side: str, href: str, catalogue: Catalogue) -> Entry:
    """The row of a role that states its pay: its typical pay, and its range.

    Where percentiles are known, the range is theirs, because they say whose pay it holds.
    """
    typical, span = pay_figures(role)
    spread = spread_of(role)
    centre: Decimal | None = typical.centre if typical else None
    low, high = spread.bounds if spread else span.bounds if span else (centre, centre)
    stated = (fact(role, catalogue, "pay").value, fact(role, catalogue, "range").value)
    if spread:
        stated = (stated[0], notation.spread(spread, catalogue.units[spread.unit]))
    middle_half = spread.percentiles.middle_half if spread else None
    return Entry(role.title, " · ".join(filter(None, stated)), low, high, centre, middle_half, side, href)
