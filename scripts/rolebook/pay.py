"""Pay on one scale: of one role, and of several beside each other."""

from collections.abc import Iterable
from decimal import Decimal

from rolebook.facts import fact
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.role import Role
from rolebook.scale import Chart, Entry, chart
from rolebook.shown import View


def role_chart(role: Role, view: View) -> Chart | None:
    """Every amount of money in a role's salary section that is in the unit of most of them."""
    money = view.money(role)
    units = [shown.figure.unit for shown in money]
    common = max(sorted(set(units)), key=units.count, default=None)
    return chart([Entry.of(shown.figure, ", ".join(filter(None, (shown.what, shown.whose))),
                           view.catalogue.units[common], href=f"#{shown.anchor}")
                  for shown in money if shown.figure.unit == common])


def shared_chart(roles: Iterable[tuple[Role, str, str]], catalogue: Catalogue) -> Chart | None:
    """The typical pay and the range of each role, given as (role, side, address), on one scale.

    Roles that state neither, and roles in another currency than the first, have no row.
    """
    found = [(role, side, href, *pay_figures(role)) for role, side, href in roles]
    units = [figure.unit for *_, typical, span in found for figure in (typical, span) if figure]
    entries = [_row(role, side, href, typical, span, catalogue) for role, side, href, typical, span in found
               if {figure.unit for figure in (typical, span) if figure} == set(units[:1])]
    return chart(entries)


def pay_figures(role: Role) -> tuple[Figure | None, Figure | None]:
    """The figures that stand for a role's typical pay and for its range."""
    if not role.salary:
        return None, None
    return role.salary.figure(role.salary.typical), role.salary.figure(role.salary.range)


def _row(role: Role, side: str, href: str, typical: Figure | None, span: Figure | None,
         catalogue: Catalogue) -> Entry:
    centre: Decimal | None = typical.centre if typical else None
    low, high = span.bounds if span else (centre, centre)
    stated = (fact(role, catalogue, "pay"), fact(role, catalogue, "range"))
    text = "; ".join(f"{one.value} ({one.detail.lower()})" for one in stated if one.value)
    return Entry(role.title, text, low, high, centre, side=side, href=href)


def middle(role: Role) -> Decimal | None:
    """The amount by which roles are put in order of pay: the typical one, or the middle of the range."""
    typical, span = pay_figures(role)
    if typical:
        return typical.centre
    return sum(span.bounds) / 2 if span else None
