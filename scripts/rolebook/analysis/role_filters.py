"""What the filters of the page of all roles go by: a role's traits, and the choices that they offer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rolebook.analysis.degrees import degrees_needed, education
from rolebook.analysis.pay import middle, pay_figures
from rolebook.analysis.years import years_needed
from rolebook.model.catalogue import Catalogue, role_skills
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.vocabulary import Skill, Term, Unit


@dataclass(frozen=True)
class Traits:
    """Of one role; None where it is not stated.

    `pay` is its typical pay, or the middle of its range, in the unit that most roles use. With fewer than `years_least`
    a reader does not fit, with `years_most` they do; between them they may. Likewise for the ranks of degrees, from 0.
    """

    family: str
    seniority: str
    skills: tuple[str, ...]
    pay: Decimal | None
    years_least: int | None
    years_most: int | None
    degree_least: int | None
    degree_most: int | None


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
    years, degrees = years_needed(role), degrees_needed(role, catalogue)
    units = {figure.unit for figure in pay_figures(role) if figure}
    return Traits(
        role.family,
        role.seniority,
        role_skills(role),
        middle(role) if unit and units == {unit.id} else None,
        years.least,
        years.most,
        degrees.least,
        degrees.most,
    )


def choices(catalogue: Catalogue) -> Choices:
    vocabulary, roles = catalogue.vocabulary, catalogue.roles
    degrees = {one.degree for role in roles for one in education(role) if one.need is Need.ASKED}
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
