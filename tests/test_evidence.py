"""Every statement of a role has somebody who says it, and the report counts them all."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rolebook.analysis.derived import derived
from rolebook.analysis.evidence import FOLLOWS, PARTS, WHOLE, claims
from rolebook.content.load import load
from rolebook.links.anchors import places
from rolebook.model.base import Record
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.problems import ContentError
from rolebook.model.role import NearestOccupation, Role
from rolebook.model.statement import Evidence, Statement
from rolebook.pages.evidence import NEAR, pages, report
from rolebook.pages.inventory import pages as all_pages
from rolebook.pages.render import Renderer
from rolebook.site.context import Site
from rolebook.wording.evidence_report import ORDER, table
from rolebook.wording.evidence_words import place
from rolebook.wording.view import View
from tests.conftest import PROJECT, TESTS, copy_project, rolebook

CATALOGUES = pytest.mark.parametrize("name", ["catalogue", "tiny", "workshop"])


@pytest.fixture
def known(request: pytest.FixtureRequest, name: str) -> Catalogue:
    return request.getfixturevalue(name)


def site_of(catalogue: Catalogue) -> Site:
    return Site(View(catalogue, date(2026, 3, 1)))


@CATALOGUES
def test_every_statement_has_somebody_who_says_it(known: Catalogue) -> None:
    for role in known.ever.values():
        for claim in claims(role, known):
            if claim.evidence is Evidence.EDITOR:
                assert claim.reason, claim
            elif claim.evidence is Evidence.SOURCE:
                assert claim.source in known.sources, claim
            else:
                assert claim.evidence is Evidence.CATALOGUE and not role.source and claim.source is None, claim


@CATALOGUES
def test_every_statement_of_the_model_is_counted_once(known: Catalogue) -> None:
    for role in known.ever.values():
        made = claims(role, known)
        assert len({claim.at for claim in made}) == len(made)
        counted = {id(claim.value) for claim in made}
        assert {id(record) for record in statements(role)} <= counted


@CATALOGUES
def test_the_parts_make_the_whole(known: Catalogue) -> None:
    rows = report(site_of(known))
    assert [row.role for row in rows] == sorted(known.roles, key=lambda role: role.title.casefold())
    for row in rows:
        made = claims(row.role, known)
        assert set(row.counts) == set(Evidence) == set(ORDER)
        assert row.total == sum(row.counts.values()) == len(made) + sum(one.count for one in row.derived)
        assert row.counts[Evidence.EDITOR] == len(row.inferences)
        said = row.counts[Evidence.SOURCE] + row.counts[Evidence.CATALOGUE]
        assert said == sum(count for *_, count in row.sections) >= row.placed


@CATALOGUES
def test_every_statement_has_a_place_on_the_page_of_its_role(known: Catalogue) -> None:
    site = site_of(known)
    renderer = Renderer(PROJECT / "templates")
    for page in all_pages(site):
        if page.url.startswith("roles/") and "role" in page.data:
            there = places(renderer.markdown(page, **site.shared(page.url)))
            role = page.data["role"]
            lost = {place(role, claim.at) for claim in claims(role, known)} - there
            assert not lost, role.slug


def test_places_are_the_nearest_there_are(workshop: Catalogue) -> None:
    role = workshop.by_slug["glassblower"]
    assert place(role, ("requirements", "skills", 1)) == "requirements-skill-blowing-iron"
    assert place(role, ("responsibilities", 1, "themes")) == "responsibilities-keep-the-bench-safe"
    assert place(role, ("trends", 0, "figures", 0)) == "trends-robots-blow-bottles-robots"
    assert place(role, ("challenges", "groups", 0, "items", 1)) == "challenges-heat"
    assert place(role, ("salary", "typical")) == "salary"
    assert place(role, ("family",)) == "overview"


def test_who_says_what(workshop: Catalogue) -> None:
    role = workshop.by_slug["glassblower"]
    said = {claim.at: claim for claim in claims(role, workshop)}
    assert said[("summary",)].evidence is Evidence.SOURCE
    assert said[("summary",)].source == "guild"
    assert said[("trends", 0, "figures", 0)].source == "almanac"
    assert said[("requirements", "skills", 0)].places == ("requirements",)
    assert said[("family",)].reason == workshop.settings.judgements.family
    assert said[("career", "stages", 0, "level")].reason == workshop.settings.judgements.seniority
    assert said[("responsibilities", 0, "themes")].reason == workshop.settings.judgements.themes
    assert said[("salary", "range")].reason == workshop.settings.judgements.pay
    assert said[("requirements", "skills", 3)].reason == FOLLOWS
    inferred = said[("career", "stages", 2, "jobs", 0)]
    assert (inferred.evidence, inferred.reason) == (Evidence.EDITOR, "The yearbook describes the same duties.")
    assert said[("career", "stages", 0, "jobs", 1)].evidence is Evidence.SOURCE
    assert said[("occupation",)].reason == "Blows glass all day."
    assert {claim.evidence for claim in claims(workshop.by_slug["sweeper"], workshop)} == {Evidence.CATALOGUE}


def test_places_of_the_sources_own_words_are_places(catalogue: Catalogue) -> None:
    role = catalogue.by_slug["head-of-ai-engineering"]
    sql = next(claim for claim in claims(role, catalogue) if getattr(claim.value, "skill", None) == "sql")
    assert sql.places == ("overview",)


def test_what_is_worked_out_is_counted(workshop: Catalogue) -> None:
    site = site_of(workshop)
    blower = workshop.by_slug["glassblower"]
    found = {one.rule: one.count for one in derived(blower, workshop, site.pairs, NEAR)}
    # Of five figures one is in euros and of another region.
    assert found == {"standing": 4, "nearness": NEAR, "verdict": 5, "steps": 5}
    sweeper = {one.rule: one.count for one in derived(workshop.by_slug["sweeper"], workshop, [], 0)}
    assert sweeper == {}


def test_a_new_kind_of_statement_must_say_who_says_it(tiny: Catalogue) -> None:
    class Rumour(Statement):
        text: str

    class Tavern(Record):
        text: str

    for record in (Rumour(text="They say."), Tavern(text="They say.")):
        role = tiny.by_slug["joiner"].model_copy(update={"related": (record,)})
        with pytest.raises(TypeError, match=f"Who says a {type(record).__name__}"):
            claims(role, tiny)


def test_every_kind_of_statement_is_known() -> None:
    def below(kind: type[Statement]) -> Iterator[type[Statement]]:
        for sub in kind.__subclasses__():
            yield sub
            yield from below(sub)

    made = {kind for kind in below(Statement) if kind.__module__.startswith("rolebook.")}
    assert made | {NearestOccupation} <= WHOLE
    assert not WHOLE & PARTS


@pytest.mark.parametrize("key", ["family", "seniority", "themes", "pay"])
def test_a_judgement_without_a_reason_is_told(tmp_path: Path, key: str) -> None:
    content = Path(shutil.copytree(TESTS / "workshop", tmp_path / "content"))
    settings = content / "catalogue.yml"
    settings.write_text("\n".join(x for x in settings.read_text().splitlines() if not x.startswith(f"  {key}:")) + "\n")
    with pytest.raises(ContentError) as caught:
        load(content)
    (problem,) = caught.value.problems
    assert (problem.path.name, problem.line) == ("catalogue.yml", 4)
    assert f"({key}: content/roles/" in problem.message and f"Add `{key}: …` below `judgements:`." in problem.message


def test_a_catalogue_that_speaks_for_itself_needs_no_reasons(tmp_path: Path) -> None:
    content = Path(shutil.copytree(TESTS / "tiny", tmp_path / "content"))
    settings, joiner = content / "catalogue.yml", content / "roles/joiner.yml"
    settings.write_text("title: Own\nlede: Own words.\n")
    figures = (
        joiner.read_text().replace("source: survey\n", "").replace("  unit: usd\n", "  unit: usd\n  source: survey\n")
    )
    joiner.write_text(figures)
    found = load(content)
    kinds = {claim.evidence for role in found.roles for claim in claims(role, found) if claim.at[0] != "salary"}
    assert kinds == {Evidence.CATALOGUE, Evidence.EDITOR}  # The editors' reason for the occupation stands beside it.


def test_part_of_the_work_is_an_inference_only_where_a_source_speaks(tiny: Catalogue) -> None:
    for slug, evidence in (("joiner", Evidence.EDITOR), ("master-joiner", Evidence.CATALOGUE)):
        role = tiny.by_slug[slug]
        need = role.requirements.skills[0].model_copy(update={"need": Need.WORK})
        worked: Role = role.model_copy(
            update={"requirements": role.requirements.model_copy(update={"skills": (need,)})}
        )
        found = next(claim for claim in claims(worked, tiny) if claim.value is need)
        assert found.evidence is evidence


def test_the_page_and_the_command_say_the_same(workshop: Catalogue, tmp_path: Path) -> None:
    site = site_of(workshop)
    (page,) = pages(site)
    markdown = Renderer(PROJECT / "templates").markdown(page, **site.shared(page.url))
    rows = report(site)
    assert rolebook(copy_project(tmp_path / "project", TESTS / "workshop"), "evidence").stdout == f"{table(rows)}\n"
    for row in rows:
        assert f'<td class="rb-num">{row.total}</td></tr>' in markdown
        for one in row.inferences:
            assert one.reason in markdown.replace("&#39;", "'")
    assert f'<td class="rb-num">{sum(row.total for row in rows)}</td>' in markdown
    told = table(rows).splitlines()
    last = next(line for line in told if line.startswith("All roles"))
    assert last.split()[-1] == str(sum(row.total for row in rows))
    assert any(line.endswith("  verdict: comparisons with another role") for line in told)


def statements(value: object) -> Iterator[Statement]:
    """Every statement in a record, found without the walk that is tested."""
    if isinstance(value, Statement):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from statements(item)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from statements(getattr(value, name))
