"""How a catalogue fills the data for other programs."""

from rolebook.analysis import facts as glance
from rolebook.analysis.comparison import Ask, compare
from rolebook.model.role import Role
from rolebook.model.vocabulary import SkillKind, Term
from rolebook.site.addresses import pair_slug
from rolebook.site.api_shape import (
    FOLDER,
    AskData,
    CatalogueData,
    ComparisonData,
    DutyRowData,
    FactData,
    FactRowData,
    FigureData,
    Named,
    Pair,
    Place,
    RoleData,
    RoleSummary,
    SkillData,
    SkillRowData,
)
from rolebook.site.context import Site
from rolebook.wording.view import ShownFigure


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
