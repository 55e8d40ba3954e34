"""What the browser needs to tell which role a posting describes: names as written, and what each role asks for.

It is a script of its own, loaded only when somebody asks. How a text is read, and what counts how much, is in
templates/scripts/posting/.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from rolebook.analysis.comparison import asks
from rolebook.exports.data_script import script
from rolebook.model.base import Span
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role
from rolebook.model.vocabulary import Skill, Term
from rolebook.site.context import Site
from rolebook.wording.notation import working_years


def matcher_files(site: Site) -> Iterator[tuple[str, bytes]]:
    yield "assets/posting-data.js", script("rolebookPosting", matcher_data(site.catalogue))


def matcher_data(catalogue: Catalogue) -> dict[str, Any]:
    """Plain data. Skills and degrees are named by their places in `skills` and `degrees`."""
    vocabulary = catalogue.vocabulary
    place = {skill.id: number for number, skill in enumerate(vocabulary.skills)}
    leading = _leading_rank(catalogue)
    return {
        "roles": [_role(role, catalogue, place, leading) for role in catalogue.roles],
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


def _role(role: Role, catalogue: Catalogue, place: Mapping[str, int], leading: int | None) -> dict[str, Any]:
    needs = role.requirements
    education = needs.education if needs else None
    rank = catalogue.vocabulary.rank
    lowest = education and (education.minimum or education.preferred)
    return {
        "path": f"roles/{role.slug}/",
        "title": role.title,
        "aliases": role.aliases,
        "search": role.search,
        "skills": sorted((place[id], ask.need) for id, ask in asks(role, catalogue).items()),
        **_years("years", needs.experience[0].years if needs and needs.experience else None),
        **_years("leadingYears", needs.leading[0].years if needs and needs.leading else None),
        "degree": rank("degrees", lowest) if lowest else None,
        "leads": leading is not None and rank("seniorities", role.seniority) >= leading,
    }


def _years(key: str, span: Span | None) -> dict[str, Any]:
    return {key: span and (span.low, span.high), f"{key}Shown": span and working_years(span)}


def _names(term: Term) -> dict[str, Any]:
    return {"label": term.label, "aliases": term.aliases}


def _rarity(skill: Skill, catalogue: Catalogue) -> int:
    """100 × ln(1 + N / n) where n of the N roles name it: rare skills say more.

    A skill that no role names is as rare as one that a single role names.
    """
    naming = len(catalogue.needed_by.get(skill.id, ())) or 1
    return round(100 * math.log1p(len(catalogue.roles) / naming))
