"""What the filters of the page of all roles go by: a role's traits, and the choices that they offer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rolebook.analysis.facts import fact
from rolebook.analysis.pay import middle, pay_figures
from rolebook.model.catalogue import Catalogue, role_skills
from rolebook.model.role import Role
from rolebook.model.vocabulary import Skill, Term, Unit


@dataclass(frozen=True)
class Traits:
    """Of one role; None where it is not stated.

    `pay` is its typical pay, or the middle of its range, in the unit that most roles use. `years` is
    the least experience asked for; `degree` the rank of the lowest degree accepted, from 0.
    """

    family: str
    seniority: str
    skills: tuple[str, ...]
    pay: Decimal | None
    years: Decimal | None
    degree: Decimal | None


@dataclass(frozen=True)
class Choices:
    """What can be asked for: only what some role has. `degrees` are (rank, term)."""

    families: tuple[Term, ...]
    seniorities: tuple[Term, ...]
    degrees: tuple[tuple[int, Term], ...]
    skills: tuple[tuple[Skill, int], ...]
    """Each skill by its label, with the number of roles that name it."""
    unit: Unit | None
    """What pay is counted in; None where no role states any."""


def traits(role: Role, catalogue: Catalogue, unit: Unit | None) -> Traits:
    units = {figure.unit for figure in pay_figures(role) if figure}
    return Traits(
        role.family,
        role.seniority,
        role_skills(role),
        middle(role) if unit and units == {unit.id} else None,
        _order(role, catalogue, "experience"),
        _order(role, catalogue, "education"),
    )


def _order(role: Role, catalogue: Catalogue, key: str) -> Decimal | None:
    order = fact(role, catalogue, key).order
    return None if order == -1 else order


def choices(catalogue: Catalogue) -> Choices:
    vocabulary, roles = catalogue.vocabulary, catalogue.roles
    education = (role.requirements.education for role in roles if role.requirements)
    degrees = {one.minimum for one in education if one}
    return Choices(
        _used(vocabulary.families, {role.family for role in roles}),
        _used(vocabulary.seniorities, {role.seniority for role in roles}),
        tuple((rank, term) for rank, term in enumerate(vocabulary.degrees) if term.id in degrees),
        tuple(
            (skill, len(catalogue.needed_by[skill.id]))
            for skill in sorted(vocabulary.skills, key=lambda skill: skill.label.casefold())
            if skill.id in catalogue.needed_by
        ),
        common_unit(roles, catalogue),
    )


def _used(terms: Iterable[Term], ids: set[str]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.id in ids)


def common_unit(roles: Iterable[Role], catalogue: Catalogue) -> Unit | None:
    """The unit in which most roles state their pay; of equals, the first by id."""
    counts = Counter(figure.unit for role in roles for figure in pay_figures(role) if figure)
    return catalogue.units[min(counts, key=lambda id: (-counts[id], id))] if counts else None
