"""What the browser needs to tell which role a posting describes: names as written, and what each role asks for.

It is a script of its own, loaded only when somebody asks. How a text is read, and what counts how much, is in
templates/scripts/posting/.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rolebook.analysis.asks import asks
from rolebook.analysis.years import YearsOfKind, experience, leading
from rolebook.exports.data_script import script
from rolebook.model.base import Span
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.vocabulary import Skill, Term
from rolebook.site.addresses import role_page
from rolebook.site.context import Site
from rolebook.wording.notation import working_years


def matcher_files(site: Site) -> Iterator[tuple[str, bytes]]:
    yield "assets/posting-data.js", script("rolebookPosting", matcher_data(site.catalogue))


def matcher_data(catalogue: Catalogue) -> dict[str, Any]:
    """Plain data. Skills and degrees are named by their places in `skills` and `degrees`."""
    vocabulary = catalogue.vocabulary
    place = {skill.id: number for number, skill in enumerate(vocabulary.skills)}
    leads_from = _leading_rank(catalogue)
    return {
        "roles": [_role(role, catalogue, place, leads_from) for role in catalogue.roles],
        "skills": [
            {**_names(skill), "kind": skill.kind, "rarity": _rarity(skill, catalogue)} for skill in vocabulary.skills
        ],
        "degrees": [_names(degree) for degree in vocabulary.degrees],
        "abbreviations": list(vocabulary.abbreviations.items()),
    }


def _leading_rank(catalogue: Catalogue) -> int | None:
    """The seniority from which roles lead people: the lowest of a role that states years of it."""
    stating = (role for role in catalogue.roles if role.requirements and role.requirements.leading)
    return min((catalogue.vocabulary.rank("seniorities", role.seniority) for role in stating), default=None)


def _role(role: Role, catalogue: Catalogue, place: Mapping[str, int], leads_from: int | None) -> dict[str, Any]:
    needs = role.requirements
    education = needs.education if needs else None
    rank = catalogue.vocabulary.rank
    lowest = next((one.degree for one in education or () if one.degree), None)
    return {
        "path": role_page(role.slug),
        "title": role.title,
        "aliases": role.aliases,
        "search": role.search,
        "skills": _skills(role, place),
        **_years("years", experience(role)),
        **_years("leadingYears", leading(role)),
        "degree": rank("degrees", lowest) if lowest else None,
        "leads": leads_from is not None and rank("seniorities", role.seniority) >= leads_from,
    }


def _skills(role: Role, place: Mapping[str, int]) -> list[tuple[int, Need, list[int]]]:
    """Each skill with how it is asked for, and the alternatives of which one is enough."""
    found: dict[int, tuple[int, Need, list[int]]] = {}
    for ask in asks(role):
        for id in ask.ids:
            others = [place[other] for other in ask.ids if other != id]
            found.setdefault(place[id], (place[id], ask.need, others))
    return sorted(found.values())


def _years(key: str, kinds: Iterable[YearsOfKind]) -> dict[str, Any]:
    """The widest span of what is asked for: several statements never become one number."""
    asked = [one for one in kinds if one.need is Need.ASKED]
    lows = [one.least for one in asked if one.least is not None]
    uppers = [one.upper for one in asked if one.upper is not None]
    span = Span(min(lows), None if any(one.open for one in asked) else max(uppers)) if lows else None
    return {key: span and (span.low, span.high), f"{key}Shown": span and working_years(span)}


def _names(term: Term) -> dict[str, Any]:
    return {"label": term.label, "aliases": term.aliases}


def _rarity(skill: Skill, catalogue: Catalogue) -> int:
    """100 × ln(1 + N / n) where n of the N roles name it: rare skills say more.

    A skill that no role names is as rare as one that a single role names.
    """
    naming = len(catalogue.needed_by.get(skill.id, ())) or 1
    return round(100 * math.log1p(len(catalogue.roles) / naming))
