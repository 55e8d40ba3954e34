"""Catalogues made up for tests: of any number of roles, with careers that lead from role to role."""

from collections.abc import Iterable, Sequence
from typing import Any

from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role
from rolebook.model.settings import Settings
from rolebook.model.vocabulary import Reference, Vocabulary

LEVELS = ("entry", "mid", "senior", "lead", "head")
FAMILIES = tuple(f"family-{number}" for number in range(8))
SKILLS = tuple(f"skill-{number}" for number in range(40))
DEGREES = ("bachelors", "masters", "doctorate")
WORK = ("building", "mending")
PROFICIENCIES = ("familiar", "working", "expert")


def _terms(ids: Iterable[str]) -> list[dict[str, str]]:
    return [{"id": id, "label": id.replace("-", " ").capitalize()} for id in ids]


VOCABULARY = Vocabulary.model_validate(
    {
        "families": _terms(FAMILIES),
        "seniorities": _terms(LEVELS),
        "degrees": _terms(DEGREES),
        "proficiencies": [{**term, "description": "Defined."} for term in _terms(PROFICIENCIES)],
        "units": [
            {"id": "usd", "label": "dollars", "prefix": "$", "currency": "USD"},
            {"id": "eur", "label": "euros", "prefix": "€", "currency": "EUR"},
        ],
        "regions": _terms(("here", "there")),
        "themes": _terms(("making", "people")),
        "work": _terms(WORK),
        "components": _terms(("base", "total")),
        "skills": [
            {**term, "kind": ("technical", "tool", "soft")[index % 3]} for index, term in enumerate(_terms(SKILLS))
        ],
    }
)
SOURCES = (
    Reference(id="survey", title="Survey", publisher="Example", url="https://example.org/"),
    Reference(id="census", title="Census", publisher="Other", url="https://example.org/2"),
)


def catalogue_of(roles: Sequence[dict[str, Any]]) -> Catalogue:
    """A catalogue of these roles, each as its file would have it, with the slug."""
    common = {
        "detail": "brief",
        "summary": "Works.",
        "overview": "Works.",
        "history": [{"date": "2026-01-02", "level": "new", "change": "First published."}],
    }
    made = [Role.model_validate({**common, **role}) for role in roles]
    settings = Settings(title="Many", lede="Many roles.")
    return Catalogue(settings, tuple(sorted(made, key=lambda role: role.slug)), VOCABULARY, SOURCES)


def many(count: int) -> Catalogue:
    """Roles in families of about equal size; each leads to one of the next level, by way of a job title."""
    return catalogue_of([_role(number, count) for number in range(count)])


def _role(number: int, count: int) -> dict[str, Any]:
    level = number % len(LEVELS)
    family = number // len(LEVELS) % len(FAMILIES)
    above = number + 1 if level + 1 < len(LEVELS) and number + 1 < count else None
    here, after = [{"level": LEVELS[level], "here": True}], []
    if above is not None:
        after = [{"level": LEVELS[level + 1], "jobs": [{"title": f"Role {above}", "role": f"role-{above:04}"}]}]
    before = [{"level": LEVELS[level - 1], "jobs": [{"title": f"Assistant to a worker {family}"}]}] if level else []
    next = [{"title": f"Consultant in a field of family {family}"}]
    skills = {SKILLS[(number * 7 + step * step) % len(SKILLS)] for step in range(5)}
    return {
        "slug": f"role-{number:04}",
        "title": f"Principal responsibility holder {number}",
        "family": FAMILIES[family],
        "seniority": LEVELS[level],
        "requirements": {"skills": [{"skill": id, "need": "asked"} for id in sorted(skills)]},
        "career": {"stages": [*before, *here, *after], "next": next},
    }
