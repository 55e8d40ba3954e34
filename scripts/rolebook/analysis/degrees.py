"""The degrees that a role asks for, as ranks in the vocabulary's list, from 0 for the lowest."""

from dataclasses import dataclass

from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.sections import EducationNeed


@dataclass(frozen=True)
class DegreesNeeded:
    """Ranks. With less than `least`, no statement is met; with `most`, every one is. None is not known."""

    least: int | None
    most: int | None


def education(role: Role) -> tuple[EducationNeed, ...]:
    return role.requirements.education if role.requirements else ()


def degrees_needed(role: Role, catalogue: Catalogue) -> DegreesNeeded:
    """Of the degrees asked for of everybody. One asked for of some posts alone may be needed."""
    asked = [one for one in education(role) if one.degree and one.need is Need.ASKED]
    everybody = [catalogue.vocabulary.rank("degrees", one.degree) for one in asked if not one.scope]
    all_posts = [catalogue.vocabulary.rank("degrees", one.degree) for one in asked]
    return DegreesNeeded(min(everybody, default=None), max(all_posts) if everybody else None)


def degrees_value(role: Role) -> str | None:
    """The same text for the same degrees, each with how and of whom it is asked; None where no degree is stated."""
    stated = {f"{one.need}:{one.degree}:{(one.scope or '').casefold()}" for one in education(role) if one.degree}
    return "/".join(sorted(stated)) or None


def fields_value(role: Role) -> str | None:
    """The same text for the same fields of study, in any order; None where none is stated."""
    return "/".join(sorted({field.casefold() for one in education(role) for field in one.fields})) or None
