"""Official statistics beside the pay of a role: wages of its nearest occupation, and where its figures would stand."""

from dataclasses import dataclass
from decimal import Decimal

from rolebook.analysis.standing import Standing, comparable, ends, odd, standing
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.role import Role
from rolebook.model.statistics import OccupationWages
from rolebook.model.vocabulary import Reference
from rolebook.wording import notation
from rolebook.wording.scale import Entry

POPULATION = "all employees of this occupation, leads or not"


@dataclass(frozen=True)
class Placed:
    """One figure of a role and where it would stand. `odd` is what a reader should know about that; or nothing."""

    anchor: str
    what: str
    value: str
    stands: str
    odd: str = ""


@dataclass(frozen=True)
class OfficialPay:
    """The wages of the nearest occupation in words."""

    title: str
    code: str
    because: str
    also: tuple[tuple[str, str], ...]
    """Further occupations that hold a part of the role: (code, label)."""
    population: str
    counts: str
    year: str
    region: str
    rows: tuple[tuple[str, str], ...]
    """Percentiles, mean and number of employees, each with its value in words."""
    reference: Reference
    placed: tuple[Placed, ...]
    """The role's figures that may be set on the curve."""
    silent: tuple[str, ...]
    """The labels of those that may not: another region or currency, or a bonus in them."""


def official_pay(role: Role, catalogue: Catalogue) -> OfficialPay | None:
    """None where the statistics, or an occupation that they know, are missing."""
    statistics, wages = catalogue.statistics, catalogue.official_wages(role)
    if not (statistics and wages and role.occupation):
        return None
    money = [figure for figure in (role.salary.figures if role.salary else ()) if catalogue.money(figure)]
    return OfficialPay(
        wages.title,
        wages.soc,
        role.occupation.because,
        tuple((code, one.label) for one in role.occupation.also for code in one.codes),
        POPULATION,
        statistics.counts,
        notation.years(statistics.year),
        catalogue.label("regions", statistics.region) or "",
        tuple(_rows(wages, catalogue)),
        catalogue.sources[statistics.source],
        tuple(_placed(figure, wages, catalogue) for figure in money if comparable(figure, statistics)),
        tuple(figure.what for figure in money if not comparable(figure, statistics)),
    )


def official_entry(role: Role, catalogue: Catalogue, href: str) -> Entry | None:
    """The row of a chart: from the lowest to the highest known percentile, the middle half, the median."""
    statistics, wages = catalogue.statistics, catalogue.official_wages(role)
    if not (statistics and wages):
        return None
    unit, known = catalogue.units[statistics.unit], wages.percentiles
    (first, low), (last, high) = known.known[0], known.known[-1]
    ends = f"{notation.amount(low, unit)} to {notation.amount(high, unit)}"
    span = f"{notation.PERCENTILES[first].removesuffix(' percentile')} to {notation.PERCENTILES[last]}"
    region = catalogue.label("regions", statistics.region) or ""
    return Entry(
        f"Official: {wages.title}",
        f"{notation.amount(known.median, unit)} median" if known.median is not None else "",
        f"{ends}, {span}, all employees, {region}, {notation.years(statistics.year)}",
        low,
        high,
        known.median,
        known.middle_half,
        href=href,
        official=True,
    )


def stands(found: Standing) -> str:
    """`about the 85th percentile`, `above the 90th percentile`."""
    where = {-1: "below", 0: "about", 1: "above"}[found.outside]
    return f"{where} the {notation.ordinal(found.percentile)} percentile"


def _rows(wages: OccupationWages, catalogue: Catalogue) -> list[tuple[str, str]]:
    assert catalogue.statistics  # Without statistics there are no wages.
    unit = catalogue.units[catalogue.statistics.unit]
    rows = [
        (notation.PERCENTILES[name].capitalize(), notation.amount(value, unit))
        for name, value in wages.percentiles.known
    ]
    if wages.mean is not None:
        rows.append(("Mean", notation.amount(wages.mean, unit) + _error(wages.mean_error)))
    if wages.employment is not None:
        rows.append(("Employees", f"{wages.employment:,}{_error(wages.employment_error)}"))
    return rows


def _error(percent: Decimal | None) -> str:
    return f" (standard error {notation.number(percent)}%)" if percent is not None else ""


def _placed(figure: Figure, wages: OccupationWages, catalogue: Catalogue) -> Placed:
    unit = catalogue.units[figure.unit]
    places = [stands(standing(amount, wages.percentiles)) for amount in ends(figure)]
    words = " to ".join(dict.fromkeys(places)).replace(" percentile to about", " to")
    whose = ", ".join(filter(None, (figure.job, figure.level)))
    unusual = (
        f"This is outside the middle 80% of {wages.title.lower()}: the role, the sample or the figure is unusual."
        if odd(figure, wages.percentiles)
        else ""
    )
    return Placed(
        f"salary-{figure.key}",
        f"{figure.what}, {whose}" if whose else figure.what,
        notation.figure_value(figure, unit),
        words,
        unusual,
    )
