"""What match.js needs to tell which role a posting describes: the catalogue's names as phrases, and reading rules.

It is a script of its own, loaded only when somebody asks. posting.py reads the same data.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from rolebook.analysis.asks import WEIGHTS, weights
from rolebook.exports.data_script import script
from rolebook.matching.asked import AT_START
from rolebook.matching.mentions import COMPANY, EXACT, NOT_APPLYING
from rolebook.matching.posting_rules import ORDINARY, RULES, UNTELLING
from rolebook.matching.reading import phrase, words
from rolebook.model.base import Span
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.vocabulary import Skill, SkillKind, Term
from rolebook.site.addresses import role_page, skill_page
from rolebook.site.context import Site
from rolebook.wording.notation import working_years

HIDDEN = 80
"""What a hidden search word is worth as a title, against 100 for a title or an alias."""
MOST_VARIANTS = 12

Forms = tuple[tuple[str, str], ...]
"""Phrases and what may stand for them: (phrase, another form)."""


def matcher_files(site: Site) -> Iterator[tuple[str, bytes]]:
    yield "assets/posting-data.js", script("rolebookPosting", matcher_data(site.catalogue))


def matcher_data(catalogue: Catalogue) -> dict[str, Any]:
    """Plain data. Roles, skills and degrees are named by their places in `roles`, `skills` and `degrees`."""
    skills = catalogue.vocabulary.skills
    place = {skill.id: number for number, skill in enumerate(skills)}
    leading = _leading_rank(catalogue)
    forms = _forms(catalogue)
    return {
        "roles": [_role(role, catalogue, place, leading) for role in catalogue.roles],
        "titles": list(_titles(catalogue, forms)),
        "skills": [skill.label for skill in skills],
        "paths": [skill_page(skill.id) if skill.id in catalogue.needed_by else None for skill in skills],
        "weights": [_weight(skill, catalogue) for skill in skills],
        "skillNames": [row for skill in skills for row in _names(skill, place[skill.id], forms)],
        "degrees": [degree.label for degree in catalogue.vocabulary.degrees],
        "degreeNames": [
            row
            for rank, degree in enumerate(catalogue.vocabulary.degrees)
            for row in _names(degree, rank, forms, friend=True)
        ],
        "rules": RULES,
    }


def _leading_rank(catalogue: Catalogue) -> int | None:
    """The seniority from which roles lead people: the lowest of a role that states years of it."""
    stating = (role for role in catalogue.roles if role.requirements and role.requirements.leading)
    return min((catalogue.vocabulary.rank("seniorities", role.seniority) for role in stating), default=None)


def _role(role: Role, catalogue: Catalogue, place: Mapping[str, int], leading: int | None) -> dict[str, Any]:
    needs = role.requirements
    wanted = weights(role)
    education = needs.education if needs else None
    rank = catalogue.vocabulary.rank
    lowest = next((one.degree for one in education or () if one.degree), None)
    return {
        "path": role_page(role.slug),
        "title": role.title,
        "required": sorted(place[id] for id, weight in wanted.items() if weight > WEIGHTS[Need.PREFERRED]),
        "preferred": sorted(place[id] for id, weight in wanted.items() if weight <= WEIGHTS[Need.PREFERRED]),
        **_years("years", needs.experience[0].years if needs and needs.experience else None),
        **_years("leadingYears", needs.leading[0].years if needs and needs.leading else None),
        "degree": rank("degrees", lowest) if lowest else None,
        "leads": leading is not None and rank("seniorities", role.seniority) >= leading,
    }


def _years(key: str, span: Span | None) -> dict[str, Any]:
    return {key: span and [span.low, span.high], f"{key}Shown": span and working_years(span)}


def _weight(skill: Skill, catalogue: Catalogue) -> int:
    """Rare skills say more, soft skills less; a skill that no role names weighs as one that a single role names."""
    naming = len(catalogue.needed_by.get(skill.id, ())) or 1
    rarity = round(100 * math.log1p(len(catalogue.roles) / naming))
    return rarity // 2 if skill.kind is SkillKind.SOFT else rarity


def _titles(catalogue: Catalogue, forms: Forms) -> Iterator[list[Any]]:
    """Rows of (phrase, role, worth); one row for a phrase and a role, with its best worth."""
    rows: dict[tuple[str, int], int] = {}
    for number, role in enumerate(catalogue.roles):
        names = [(name, AT_START) for name in (role.title, *role.aliases)] + [(name, HIDDEN) for name in role.search]
        for name, worth in names:
            for variant in _variants(phrase(name), forms):
                rows[variant, number] = max(worth, rows.get((variant, number), 0))
    return ([variant, number, worth] for (variant, number), worth in rows.items() if variant)


def _names(term: Term, number: int, forms: Forms, *, friend: bool = False) -> Iterator[list[Any]]:
    """Rows of (phrase, place, flags, as written, whether it is company for others), each phrase once."""
    friend = friend or (isinstance(term, Skill) and term.kind is SkillKind.TOOL)
    seen = set()
    for name in (term.label, *term.aliases):
        for variant in _variants(phrase(name), forms):
            # A short form that no editor wrote for this term is too short to be sure of.
            sure = variant == phrase(name) or len(variant) > 2
            if variant and sure and variant not in seen and variant not in UNTELLING:
                seen.add(variant)
                written = " ".join(word.written for word in words(name))
                yield [variant, number, _flags(variant, friend), written, int(friend)]


def _flags(name: str, friend: bool) -> int:
    """What a short or ordinary name needs in order to count."""
    flags = COMPANY if name in ORDINARY else 0
    if len(name) == 1:
        return flags | EXACT | COMPANY
    if len(name) == 2 and name.isascii() and name.isalpha():
        return flags | EXACT | (COMPANY if friend else NOT_APPLYING)
    return flags


def _forms(catalogue: Catalogue) -> Forms:
    """Each abbreviation of the vocabulary and what it stands for, both ways, as phrases."""
    pairs = [(phrase(short), phrase(long)) for short, long in catalogue.vocabulary.abbreviations.items()]
    return tuple(way for short, long in pairs for way in ((short, long), (long, short)))


def _variants(name: str, forms: Forms) -> list[str]:
    """A phrase with abbreviations spelt out and, the other way, abbreviated."""
    found = [f" {name} "]
    for old, new in forms:
        found += [one.replace(f" {old} ", f" {new} ") for one in found if f" {old} " in one]
    return [one.strip() for one in dict.fromkeys(found)][:MOST_VARIANTS]
