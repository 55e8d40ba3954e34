"""Which figures stand for the pay of a role."""

from decimal import Decimal

from rolebook.model.figures import Figure
from rolebook.model.role import Role


def pay_figures(role: Role) -> tuple[Figure | None, Figure | None]:
    """The figures that stand for a role's typical pay and for its range."""
    if not role.salary:
        return None, None
    return role.salary.figure(role.salary.typical), role.salary.figure(role.salary.range)


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
    return sum(span.bounds) / 2 if span else None
