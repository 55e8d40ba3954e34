"""How a catalogue fills the data for other programs."""

from rolebook.analysis.asks import Ask, asks_of_kind
from rolebook.model.role import Role
from rolebook.model.vocabulary import SkillKind
from rolebook.site.addresses import pair_data, pair_page, role_page
from rolebook.site.addresses import role_data as role_data_file
from rolebook.site.api_shape import (
    AskData,
    CatalogueData,
    ComparisonData,
    FactData,
    FigureData,
    LineData,
    Named,
    Pair,
    Place,
    RoleData,
    RoleSummary,
    RowData,
    SkillData,
    SkillRowData,
    WordData,
)
from rolebook.site.context import Site
from rolebook.wording.figure_words import FigureWords
from rolebook.wording.role_column import Line
from rolebook.wording.side_by_side import ComparedRow


def catalogue_data(site: Site) -> CatalogueData:
    catalogue = site.catalogue
    return CatalogueData(
        title=catalogue.settings.title,
        lede=catalogue.settings.lede,
        changed=catalogue.changed,
        roles=tuple(_summary(role, site) for role in catalogue.roles),
        comparisons=tuple(Pair(page=pair_page(a, b), data=pair_data(a, b), a=a, b=b) for a, b in site.pairs),
        vocabulary=catalogue.vocabulary,
        sources=catalogue.references,
    )


def role_data(role: Role, site: Site) -> RoleData:
    skills = site.catalogue.skills
    return RoleData(
        **dict(_summary(role, site)),
        skills=tuple(
            SkillData(id=id, label=skills[id].label, kind=skills[id].kind, **dict(_ask(ask, site)))
            for kind in SkillKind
            for ask in asks_of_kind(role, kind, site.catalogue)
            for id in ask.ids
        ),
        figures=tuple(_figure(site.view.figure(figure, prefix), role, site) for prefix, figure in role.figures),
        content=role,
    )


def comparison_data(a: str, b: str, site: Site) -> ComparisonData:
    catalogue = site.catalogue
    groups = {group.key: group.rows for group in site.compared(a, b)}
    return ComparisonData(
        page=pair_page(a, b),
        a=_place(catalogue.by_slug[a]),
        b=_place(catalogue.by_slug[b]),
        facts=tuple(map(_row, groups["glance"])),
        skills=tuple(_skill_row(row, kind, site, a, b) for kind in SkillKind for row in groups.get(kind, ())),
        requirements=tuple(map(_row, groups.get("requirements", ()))),
        responsibilities=tuple(map(_row, groups.get("responsibilities", ()))),
        career=tuple(map(_row, groups.get("career", ()))),
    )


def _place(role: Role) -> Place:
    return Place(slug=role.slug, title=role.title, page=role_page(role.slug), data=role_data_file(role.slug))


def _summary(role: Role, site: Site) -> RoleSummary:
    label = site.catalogue.label
    return RoleSummary(
        **dict(_place(role)),
        aliases=role.aliases,
        summary=role.summary,
        family=Named(id=role.family, label=label("families", role.family)),
        seniority=Named(id=role.seniority, label=label("seniorities", role.seniority)),
        changed=role.changed,
        facts=tuple(
            FactData(key=fact.key, label=fact.label, value=fact.value, detail=fact.detail or None)
            for fact in site.view.facts(role)
        ),
    )


def _figure(words: FigureWords, role: Role, site: Site) -> FigureData:
    figure = words.figure
    return FigureData(
        page=role_page(role.slug, words.anchor),
        what=words.what,
        whose=words.whose or None,
        words=words.value,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        percentiles=dict(figure.percentiles.known) if figure.percentiles else None,
        about=figure.about,
        open=figure.open,
        measure=figure.measure,
        component=figure.component,
        unit=figure.unit,
        currency=site.catalogue.units[figure.unit].currency,
        year=str(figure.year) if figure.year else None,
        region=Named(id=figure.region, label=words.region) if figure.region else None,
        source=figure.source,
        note=figure.note,
    )


def _ask(ask: Ask, site: Site) -> AskData:
    return AskData(
        need=ask.need,
        said=tuple(WordData(word=said.word, places=said.found_in) for said in ask.said),
        any_of=ask.ids if len(ask.ids) > 1 else (),
        proficiency=site.catalogue.label("proficiencies", ask.proficiency),
        detail=ask.detail,
        because=ask.because,
    )


def _row(row: ComparedRow) -> RowData:
    a, b = (tuple(map(_line, cell)) for cell in row.cells)
    return RowData(key=row.key, label=row.label, verdict=row.verdict, mark=row.mark, a=a, b=b)


def _line(line: Line) -> LineData:
    detail = line.detail or "; ".join(line.points)
    return LineData(text=line.text, detail=detail or None, page=line.link or None, note=line.note or None)


def _skill_row(row: ComparedRow, kind: SkillKind, site: Site, *slugs: str) -> SkillRowData:
    ids = tuple(dict.fromkeys(id for side in row.rows for one in side for id in one.ids))
    asks_a, asks_b = (
        tuple(
            _ask(ask, site)
            for ask in asks_of_kind(site.catalogue.by_slug[slug], kind, site.catalogue)
            if set(ask.ids) & set(ids)
        )
        for slug in slugs
    )
    return SkillRowData(**dict(_row(row)), kind=kind, ids=ids, asks_a=asks_a, asks_b=asks_b)
