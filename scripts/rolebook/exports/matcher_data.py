"""What the browser needs to tell which role a posting describes: names as written, and what each role asks for.

It is a script of its own, loaded only when somebody asks. How a text is read, and what counts how much, is in
templates/scripts/posting/.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from rolebook.analysis.asks import asks, strongest
from rolebook.analysis.degrees import education
from rolebook.analysis.years import YearsOfKind, experience, leading
from rolebook.exports.data_script import script
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.vocabulary import Skill, Term
from rolebook.site.addresses import role_page
from rolebook.site.context import Site
from rolebook.wording.years_words import years_at_a_glance


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
    rank = catalogue.vocabulary.rank
    # The lowest degree that is asked for; where none is, the lowest that is preferred.
    degrees = sorted((one.need is not Need.ASKED, rank("degrees", one.degree)) for one in education(role) if one.degree)
    return {
        "path": role_page(role.slug),
        "title": role.title,
        "aliases": role.aliases,
        "search": role.search,
        "skills": sorted((place[id], need) for id, need in strongest(role).items()),
        "alternatives": [[place[id] for id in ask.ids] for ask in asks(role) if len(ask.ids) > 1],
        **_years("years", experience(role), catalogue),
        **_years("leadingYears", leading(role), catalogue),
        "degree": degrees[0][1] if degrees else None,
        "leads": leads_from is not None and rank("seniorities", role.seniority) >= leads_from,
    }


def _years(key: str, kinds: tuple[YearsOfKind, ...], catalogue: Catalogue) -> dict[str, Any]:
    """From the lowest number that the role states to the highest, None for "or more"; and all of it in words."""
    lows = [kind.least for kind in kinds if kind.least is not None]
    if not lows:
        return {key: None, f"{key}Shown": None}
    highest = None if any(kind.open for kind in kinds) else max(kind.upper for kind in kinds if kind.upper is not None)
    return {key: (min(lows), highest), f"{key}Shown": years_at_a_glance(kinds, catalogue)[0]}


def _names(term: Term) -> dict[str, Any]:
    return {"label": term.label, "aliases": term.aliases}


def _rarity(skill: Skill, catalogue: Catalogue) -> int:
    """100 × ln(1 + N / n) where n of the N roles name it: rare skills say more.

    A skill that no role names is as rare as one that a single role names.
    """
    naming = len(catalogue.needed_by.get(skill.id, ())) or 1
    return round(100 * math.log1p(len(catalogue.roles) / naming))
