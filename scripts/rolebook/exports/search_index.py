"""The search index: what people look for, within a budget, as data for the browser.

It is loaded only when somebody searches, as a script that assigns a variable, because a page
opened from disk may load scripts but not fetch data.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from rolebook.analysis.asks import asks
from rolebook.analysis.degrees import education
from rolebook.exports.data_script import script
from rolebook.model.base import Record
from rolebook.model.catalogue import Catalogue, role_skills
from rolebook.model.levels import Need
from rolebook.model.role import SECTIONS, Role
from rolebook.pages.render import Page
from rolebook.site.addresses import pair_page, role_page, skill_page
from rolebook.site.context import Site

SECTIONS_UP_TO = 120
"""Catalogues of up to so many roles have each section in the index; larger ones each role only."""
SECTION_BUDGET = 1500
ROLE_BUDGET = 600
"""The most characters of running text in the index for one section, and for one role."""


@dataclass(frozen=True)
class Document:
    """One thing that can be found. `kind` is role, comparison, skill, section or page."""

    url: str
    """From the root of the site, with the anchor."""
    kind: str
    title: str
    names: str = ""
    """Other names, which a result may show."""
    hidden: str = ""
    """More words by which people look for it, which no result shows."""
    terms: str = ""
    """Skills, degrees and other ids, by their labels and aliases."""
    text: str = ""
    role: str = ""
    """The title of the role that a section belongs to."""


def search_index_files(site: Site, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    yield "assets/search-index.js", script("rolebookSearch", index(site, pages))


def index(site: Site, pages: Iterable[Page]) -> dict[str, Any]:
    """The data of the index: the documents, without empty fields, and the abbreviations."""
    catalogue = site.catalogue
    documents = [*_roles(site), *_pairs(catalogue, site.pairs), *_skills(catalogue), *_surveys(pages)]
    if len(catalogue.roles) <= SECTIONS_UP_TO:
        documents += [section for role in catalogue.roles for section in _sections(role)]
    return {
        "documents": [{key: value for key, value in asdict(document).items() if value} for document in documents],
        "abbreviations": {short.lower(): long.lower() for short, long in catalogue.vocabulary.abbreviations.items()},
    }


def _roles(site: Site) -> Iterator[Document]:
    catalogue = site.catalogue
    for role in catalogue.roles:
        # What is asked for stands twice: a role that asks for a skill is a better answer than one that prefers it.
        ids = [*role_skills(role), *(id for ask in asks(role) if ask.need is Need.ASKED for id in ask.ids)]
        terms = [name for id in ids for name in (catalogue.skills[id].label, *catalogue.skills[id].aliases)]
        stated = " · ".join(fact.value for fact in site.view.facts(role) if fact.value and fact.key != "aliases")
        yield Document(
            role_page(role.slug),
            "role",
            role.title,
            names="; ".join(role.aliases),
            hidden="; ".join(role.search),
            terms="; ".join((*terms, *_degrees(role, catalogue))),
            text=_cut(f"{role.summary} {stated}", ROLE_BUDGET),
        )


def _degrees(role: Role, catalogue: Catalogue) -> Iterator[str]:
    for degree in catalogue.vocabulary.degrees:
        if degree.id in {one.degree for one in education(role)}:
            yield from (degree.label, *degree.aliases)


def _pairs(catalogue: Catalogue, pairs: Iterable[tuple[str, str]]) -> Iterator[Document]:
    for a, b in pairs:
        left, right = catalogue.by_slug[a], catalogue.by_slug[b]
        yield Document(pair_page(a, b), "comparison", f"{left.title} vs {right.title}")


def _skills(catalogue: Catalogue) -> Iterator[Document]:
    for id in sorted(catalogue.needed_by):
        skill = catalogue.skills[id]
        yield Document(skill_page(id), "skill", skill.label, "; ".join(skill.aliases), text=skill.description or "")


def _sections(role: Role) -> Iterator[Document]:
    for anchor in role.sections:
        part = (role.overview, role.focus) if anchor == "overview" else getattr(role, anchor.replace("-", "_"))
        yield Document(
            role_page(role.slug, anchor),
            "section",
            SECTIONS[anchor],
            text=_cut(" · ".join(dict.fromkeys(_words(part))), SECTION_BUDGET),
            role=role.title,
        )


def _surveys(pages: Iterable[Page]) -> Iterator[Document]:
    """The pages just below the root: each surveys the whole catalogue."""
    for page in pages:
        if page.url.count("/") == 1:
            yield Document(page.url, "page", page.title, text=page.description)


def _words(value: object) -> Iterator[str]:
    """Every text in a part of a role that a reader sees as words: ids and numbers are left out."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            if name != "found_in":  # Where the source says so is no word of the role.
                yield from _words(getattr(value, name))


def _cut(text: str, budget: int) -> str:
    """At most `budget` characters, ending at a word."""
    return text if len(text) <= budget else text[:budget].rsplit(" ", 1)[0]
