"""The data of the site for other programs: its shape, which is also its JSON Schema, and how a catalogue fills it.

The shape is a promise: within a version keys are added and never removed or renamed.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

from rolebook import facts as glance
from rolebook.compare import Ask, compare
from rolebook.model.base import plain_number
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.vocabulary import Reference, SkillKind, Term, Vocabulary
from rolebook.near import pair_slug
from rolebook.shown import ShownFigure
from rolebook.site import Site

VERSION = 1
FOLDER = f"api/v{VERSION}"


Amount = Annotated[Decimal, PlainSerializer(plain_number, return_type=int | float, when_used="json")]


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Named(Data):
    id: str
    label: str


class Place(Data):
    """Where something is on the site: `page` and `data` are paths from the site's root."""

    slug: str
    title: str
    page: str
    data: str


class FactData(Data):
    """One fact at a glance; `value` is null where the sources do not state it, which is not "none"."""

    key: str
    label: str
    value: str | None
    detail: str | None


class FigureData(Data):
    """One figure. A single number is in `value`; a range in `low` and `high`, where null is an open end."""

    page: str
    """The figure's own place on the site, from its root."""
    what: str
    whose: str | None
    words: str
    """The figure as the site writes it."""
    value: Amount | None
    low: Amount | None
    high: Amount | None
    percentiles: dict[str, Amount] | None
    unit: str
    """An id from the vocabulary's units."""
    currency: str | None
    """ISO 4217."""
    year: str | None
    """2024, 2023–2030, or 2014+."""
    region: Named | None
    source: str
    """An id from the catalogue's sources."""
    note: str | None


class SkillData(Named):
    kind: SkillKind
    need: Need
    proficiency: str | None
    """The label of the proficiency; null where none is stated."""
    detail: str | None


class RoleSummary(Place):
    aliases: tuple[str, ...]
    summary: str
    family: Named
    seniority: Named
    changed: date
    facts: tuple[FactData, ...]


class RoleData(RoleSummary):
    """roles/<slug>.json: one role."""

    version: int = VERSION
    skills: tuple[SkillData, ...]
    figures: tuple[FigureData, ...]
    content: Role
    """The whole role as its editors wrote it; ids are explained in the vocabulary of catalogue.json."""


class Pair(Data):
    page: str
    data: str
    a: str
    b: str


class CatalogueData(Data):
    """catalogue.json: every role in short, and what roles refer to by id."""

    version: int = VERSION
    title: str
    lede: str
    changed: date
    roles: tuple[RoleSummary, ...]
    comparisons: tuple[Pair, ...]
    vocabulary: Vocabulary
    sources: tuple[Reference, ...]


class FactRowData(Data):
    key: str
    label: str
    a: str | None
    b: str | None
    verdict: str
    """same, different, or unknown where a side does not state it."""


class AskData(Data):
    need: Need
    proficiency: str | None
    detail: str | None


class SkillRowData(Named):
    """A skill that either role names; the side that does not is null."""

    kind: SkillKind
    a: AskData | None
    b: AskData | None
    more: str | None
    """The side that asks for more of a shared skill; null when equal or not stated."""


class DutyRowData(Data):
    theme: Named
    a: tuple[str, ...]
    b: tuple[str, ...]


class ComparisonData(Data):
    """compare/<a>-vs-<b>.json: two roles beside each other."""

    version: int = VERSION
    page: str
    a: Place
    b: Place
    facts: tuple[FactRowData, ...]
    skills: tuple[SkillRowData, ...]
    responsibilities: tuple[DutyRowData, ...]


MODELS: dict[str, type[Data]] = {"catalogue": CatalogueData, "role": RoleData, "comparison": ComparisonData}


def catalogue_data(site: Site) -> CatalogueData:
    catalogue = site.catalogue
    return CatalogueData(
        title=catalogue.settings.title,
        lede=catalogue.settings.lede,
        changed=catalogue.changed,
        roles=tuple(RoleSummary(**_summary(role, site)) for role in catalogue.roles),
        comparisons=tuple(
            Pair(page=f"compare/{pair_slug(a, b)}/", data=f"{FOLDER}/compare/{pair_slug(a, b)}.json", a=a, b=b)
            for a, b in site.pairs
        ),
        vocabulary=catalogue.vocabulary,
        sources=catalogue.references,
    )


def role_data(role: Role, site: Site) -> RoleData:
    shown = [one for kind in SkillKind for one in site.view.skills(role, kind)]
    return RoleData(
        **_summary(role, site),
        skills=tuple(
            SkillData(
                id=one.skill.id,
                label=one.skill.label,
                kind=one.skill.kind,
                need=one.ask.need,
                proficiency=one.ask.proficiency,
                detail=one.ask.detail,
            )
            for one in shown
        ),
        figures=tuple(_figure(site.view.figure(figure, prefix), role, site) for prefix, figure in role.figures),
        content=role,
    )


def comparison_data(a: str, b: str, site: Site) -> ComparisonData:
    catalogue = site.catalogue
    found = compare(catalogue.by_slug[a], catalogue.by_slug[b], catalogue)
    return ComparisonData(
        page=f"compare/{pair_slug(a, b)}/",
        a=Place(**_place(found.a)),
        b=Place(**_place(found.b)),
        facts=tuple(
            FactRowData(key=row.a.key, label=row.label, a=row.a.value, b=row.b.value, verdict=row.verdict)
            for row in found.facts
        ),
        skills=tuple(
            SkillRowData(
                id=row.skill.id,
                label=row.skill.label,
                kind=row.skill.kind,
                a=_ask(row.a),
                b=_ask(row.b),
                more=row.more,
            )
            for row in found.skills
        ),
        responsibilities=tuple(
            DutyRowData(
                theme=_named(row.theme),
                a=tuple(group.title for group in row.a),
                b=tuple(group.title for group in row.b),
            )
            for row in found.duties
        ),
    )


def _place(role: Role) -> dict[str, str]:
    return {
        "slug": role.slug,
        "title": role.title,
        "page": f"roles/{role.slug}/",
        "data": f"{FOLDER}/roles/{role.slug}.json",
    }


def _summary(role: Role, site: Site) -> dict[str, object]:
    label = site.catalogue.label
    return {
        **_place(role),
        "aliases": role.aliases,
        "summary": role.summary,
        "family": Named(id=role.family, label=label("families", role.family)),
        "seniority": Named(id=role.seniority, label=label("seniorities", role.seniority)),
        "changed": role.changed,
        "facts": tuple(
            FactData(key=fact.key, label=fact.label, value=fact.value, detail=fact.detail or None)
            for fact in glance.facts(role, site.catalogue)
        ),
    }


def _figure(shown: ShownFigure, role: Role, site: Site) -> FigureData:
    figure = shown.figure
    return FigureData(
        page=f"roles/{role.slug}/#{shown.anchor}",
        what=shown.what,
        whose=shown.whose or None,
        words=shown.value,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        percentiles=dict(figure.percentiles.known) if figure.percentiles else None,
        unit=figure.unit,
        currency=site.catalogue.units[figure.unit].currency,
        year=str(figure.year) if figure.year else None,
        region=Named(id=figure.region, label=shown.region) if figure.region else None,
        source=figure.source,
        note=figure.note,
    )


def _ask(ask: Ask | None) -> AskData | None:
    return ask and AskData(need=ask.need, proficiency=ask.proficiency, detail=ask.detail)


def _named(term: Term) -> Named:
    return Named(id=term.id, label=term.label)
