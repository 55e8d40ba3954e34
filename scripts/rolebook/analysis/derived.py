"""What Rolebook itself adds to a role, each by a rule: statements that stand in no file."""

from collections.abc import Collection
from dataclasses import dataclass

from rolebook.analysis.standing import comparable
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role


@dataclass(frozen=True)
class Derived:
    """`count` statements of one role by one rule, which the page of rules states."""

    rule: str
    count: int


def derived(role: Role, catalogue: Catalogue, pairs: Collection[tuple[str, str]], near: int) -> tuple[Derived, ...]:
    """Each rule that is used for a role. `near` is how many roles its page names as near without an editor's word.

    Counted are its figures on the official curve, the roles named as near, and for each page of a pair (the slugs in
    `pairs`) one comparison and one plan of a move from this role.
    """
    compared = sum(role.slug in pair for pair in pairs)
    counts = {"standing": _standings(role, catalogue), "nearness": near, "verdict": compared, "steps": compared}
    return tuple(Derived(rule, count) for rule, count in counts.items() if count)


def _standings(role: Role, catalogue: Catalogue) -> int:
    if not (catalogue.statistics and catalogue.official_wages(role) and role.salary):
        return 0
    return sum(comparable(figure, catalogue.statistics) for figure in role.salary.figures)
