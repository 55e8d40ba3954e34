"""What a role asks for besides skills, statement by statement: degrees, years of work, years of leading people."""

from dataclasses import dataclass

from rolebook.analysis.degrees import education
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role
from rolebook.model.sections import EducationNeed, Experience
from rolebook.wording.education_words import statement_in_full
from rolebook.wording.skill_words import places
from rolebook.wording.years_words import statement_words

YEARS = (("experience", "Experience"), ("leading", "Leading people"))


@dataclass(frozen=True)
class StatementWords:
    text: str
    detail: str
    places: str
    """` (overview)`: where the source says so, where several statements have to be told apart by it."""
    note: str
    id: str = ""
    """Its address on the page of its role, where it has one of its own."""
    source: str | None = None


@dataclass(frozen=True)
class RequirementWords:
    key: str
    label: str
    statements: tuple[StatementWords, ...]


def requirements(role: Role, catalogue: Catalogue) -> tuple[RequirementWords, ...]:
    """Always all three, in this order; without statements where the source states nothing."""
    degrees = tuple(
        StatementWords(statement_in_full(one, catalogue), "", where(one, education(role)), notes(one))
        for one in education(role)
    )
    return (
        RequirementWords("education", "Education", degrees),
        *(RequirementWords(key, label, years(role, key, catalogue)) for key, label in YEARS),
    )


def years(role: Role, key: str, catalogue: Catalogue) -> tuple[StatementWords, ...]:
    """The statements of experience, or of leading people."""
    stated: tuple[Experience, ...] = getattr(role.requirements, key) if role.requirements else ()
    return tuple(
        StatementWords(
            statement_words(one, catalogue),
            one.what,
            where(one, stated),
            notes(one),
            f"requirements-{key}-{one.key}",
            one.source,
        )
        for one in stated
    )


def where(one: EducationNeed | Experience, statements: tuple[object, ...]) -> str:
    return places(one.found_in) if len(statements) > 1 else ""


def notes(one: EducationNeed | Experience) -> str:
    return " ".join(filter(None, (one.note, inferred(one.because))))


def inferred(reason: str | None) -> str:
    """What stands beside a statement that the source does not make."""
    return f"Not in the source. The editor's reason: {reason}" if reason else ""
