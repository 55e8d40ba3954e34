"""Which figures stand for the pay of a role."""

from decimal import Decimal

from rolebook.model.figures import Figure
from rolebook.model.levels import Measure
from rolebook.model.role import Role


def pay_figures(role: Role) -> tuple[Figure | None, Figure | None]:
    """The figures that stand for a role's typical pay and for its range."""
    if not role.salary:
        return None, None
    return role.salary.figure(role.salary.typical), role.salary.figure(role.salary.range)


def set_of(figure: Figure) -> dict[str, object]:
    """What makes figures of pay one set: whose pay it is, which part of it, when, where, and by whom."""
    return {
        "job": figure.job,
        "level": figure.level,
        "part of pay": figure.component,
        "place": figure.place,
        "company": figure.company,
        "year": figure.year,
        "region": figure.region,
        "unit": figure.unit,
        "source": figure.source,
    }


def kind_of_pay(figure: Figure) -> tuple[Measure | None, str | None, str, str | None]:
    """What two amounts must share to stand in one order: measure, part of pay, unit, region."""
    return measure_of(figure), figure.component, figure.unit, figure.region


def measure_of(figure: Figure) -> Measure | None:
    """What kind of number stands for a figure: of one with percentiles, its median."""
    return Measure.MEDIAN if figure.percentiles and figure.percentiles.median is not None else figure.measure


def spread_of(role: Role) -> Figure | None:
    """The figure with the percentiles of a role's own pay, in the unit of its typical pay or range."""
    units = {figure.unit for figure in pay_figures(role) if figure}
    figures = role.salary.figures if role.salary else ()
    own = (one for one in figures if one.percentiles and one.unit in units and not (one.job or one.component))
    return next(own, None)


def middle(role: Role) -> Decimal | None:
    """The amount by which roles are put in order of pay: the typical one, or the middle of the range."""
    typical, span = pay_figures(role)
    if typical:
        return typical.centre
    low, high = span.bounds if span else (None, None)
    return (low + high) / 2 if low is not None and high is not None else None
