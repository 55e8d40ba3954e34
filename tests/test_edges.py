"""Rules at their edges: the day before and the day after, one more than the limit, ranges that only touch."""

import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rolebook import cli, engine
from rolebook.analysis.comparison import Verdict
from rolebook.analysis.pay_change import FigureChange
from rolebook.build import address
from rolebook.content.ledger import digest
from rolebook.exports import search_index
from rolebook.exports.api import api_files
from rolebook.model.base import Span
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.role import Role
from rolebook.pages.surveys import pages as surveys
from rolebook.site.context import Site
from rolebook.wording import notation
from rolebook.wording.scale import Entry, chart
from rolebook.wording.view import View
from tests import node
from tests.conftest import PROJECT, TESTS
from tests.many import many

NOT_IN_THE_DIGEST = {"history", "formerly", "retired", "anchors"}
MINISEARCH = PROJECT / "node_modules/minisearch/dist/es/index.js"


def figure(**given: object) -> Figure:
    numbers = {key: Decimal(str(value)) for key, value in given.items() if key in {"value", "low", "high"}}
    common = {"what": "x", "unit": "gbp", "source": "guild", "measure": "range", "year": 2024, "region": "uk"}
    return Figure.model_validate({**common, **given, **numbers})


@pytest.mark.parametrize(
    ("year", "projected"), [("2025", False), ("2026", True), ("2027", True), ("2024-2026", True), ("2014+", False)]
)
def test_a_year_that_is_not_over_is_a_projection(year: str, projected: bool) -> None:
    assert notation.projected(figure(value=1, year=year), date(2026, 12, 31)) is projected


@pytest.mark.parametrize(
    ("year", "today", "age"),
    [("2023", "2025-12-31", 1), ("2023", "2026-01-01", 2), ("2026", "2026-06-01", 0), ("2014+", "2030-01-01", None)],
)
def test_a_figure_is_a_year_older_on_new_years_day(year: str, today: str, age: int | None) -> None:
    found = figure(value=1, year=year)
    assert notation.age(found, date.fromisoformat(today)) == age
    assert bool(notation.old(found, date.fromisoformat(today))) is (age is not None and age >= 2)


def test_years_without_an_end_stay_open() -> None:
    assert notation.years(Span.parse("2014+")) == "since 2014"
    assert notation.working_years(Span.parse("3+")) == "3 or more years"


def test_ranges_that_touch_share_an_amount() -> None:
    low, high = figure(low=10, high=20), figure(low=20, high=30)
    for one, other in ((low, high), (high, low)):
        assert FigureChange(one, other).shared == (20, 20)
        assert FigureChange(one, other).apart is None
    beyond = figure(low=21, high=30)
    for one, other in ((low, beyond), (beyond, low)):
        assert FigureChange(one, other).shared is None
        assert FigureChange(one, other).apart == (20, 21)


def test_a_range_with_a_plus_lies_below_no_other() -> None:
    with_plus, above = figure(low=10, high=20, open=True), figure(low=21, high=30)
    for one, other in ((with_plus, above), (above, with_plus)):
        assert FigureChange(one, other).apart is None


def entry(low: int | None, high: int | None, **given: Any) -> Entry:
    return Entry(
        "x", "x", "x", None if low is None else Decimal(low), None if high is None else Decimal(high), None, **given
    )


def test_an_open_end_on_the_edge_of_a_chart_has_room_for_its_arrow() -> None:
    edges = ((50, None, {}), (20, 50, {"more": True}))
    for low, high, given in edges:
        drawn = chart([entry(10, 50), entry(low, high, **given)], "£")
        assert drawn
        assert drawn.bars[1].open_right
        assert drawn.ticks[-1].text == "£60"
        assert drawn.ticks[-1].x > drawn.bars[0].right
    lower = chart([entry(10, 50), entry(None, 10)], "£")
    assert lower and lower.bars[1].open_left and lower.ticks[0].text == "£0" and lower.bars[1].width > 0
    closed = chart([entry(10, 50), entry(20, 50)], "£")
    assert closed and [tick.text for tick in closed.ticks] == ["£10", "£20", "£30", "£40", "£50"]


def test_marks_keep_off_the_edge_of_a_chart() -> None:
    drawn = chart([entry(10, 50)], "£")
    assert drawn and (drawn.bars[0].left, drawn.bars[0].right) == (16, drawn.width - 16)


def test_an_axis_in_thousands_says_so() -> None:
    drawn = chart([entry(10, 50)], "£", Decimal(1000))
    assert drawn and drawn.ticks[0].text == "£10k"


def test_of_one_kind_the_highest_pay_stands_first(workshop: Catalogue) -> None:
    page = next(page for page in surveys(Site(View(workshop, date(2026, 3, 1)))) if page.url == "salaries/")
    kinds = {heading: [bar.label for bar in drawn.bars] for _, heading, drawn in page.data["kinds"] if drawn}
    assert kinds["Median, pounds a year, United Kingdom"] == ["Furnace keeper", "Glassblower"]
    assert ["Glazier"] in kinds.values() and ["Mosaicist"] in kinds.values()


def test_a_skill_asked_for_stands_before_one_that_is_preferred(workshop: Catalogue) -> None:
    site = Site(View(workshop, date(2026, 3, 1)))
    made = dict(api_files(site))["api/v1/roles/glassblower.json"]
    needs = [skill["need"] for skill in json.loads(made)["skills"] if skill["kind"] == "technical"]
    assert needs == ["asked", "preferred", "work"]


def test_a_table_of_pay_counts_in_the_plain_currency(workshop: Catalogue) -> None:
    table = dict(api_files(Site(View(workshop, date(2026, 3, 1)))))["api/v1/roles.csv"].decode()
    row = next(line for line in table.splitlines() if line.startswith("mosaicist,"))
    assert ",27500,Median pay,,,GBP,2022,United Kingdom," in row


def test_what_is_asked_without_a_number_is_never_compared(workshop: Catalogue) -> None:
    site = Site(View(workshop, date(2026, 3, 1)))
    data = json.loads(dict(api_files(site))["api/v1/compare/glassblower-vs-studio-head.json"])
    verdicts = {row["key"]: row["verdict"] for row in data["facts"]}
    # One asks for years of leading, the other for leading without a number; neither is more.
    assert verdicts["leading"] == Verdict.UNKNOWN


@pytest.mark.parametrize("name", sorted(Role.model_fields.keys() - NOT_IN_THE_DIGEST))
def test_every_part_of_a_role_is_in_the_digest_of_what_was_published(workshop: Catalogue, name: str) -> None:
    role = workshop.by_slug["glassblower"]
    values = (getattr(other, name) for other in workshop.ever.values())
    changed = role.model_copy(update={name: next(value for value in values if value != getattr(role, name))})
    assert digest(role) != digest(changed)


@pytest.mark.parametrize("name", sorted(NOT_IN_THE_DIGEST))
def test_how_a_role_came_about_is_not_in_the_digest(workshop: Catalogue, name: str) -> None:
    role = workshop.by_slug["glassblower"]
    empty: Any = None if name == "retired" else {} if name == "anchors" else ()
    assert digest(role) == digest(role.model_copy(update={name: empty}))


def test_the_address_in_the_environment_wins(workshop: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://preview.example/x")
    assert address(workshop) == "https://preview.example/x/"
    monkeypatch.setenv("SITE_URL", "")
    assert address(workshop) == "https://workshop.example/roles/"
    assert Site(View(workshop, date(2026, 3, 1))).address is None


def test_a_build_that_fails_leaves_the_last_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TESTS / "workshop", tmp_path / "content")
    for name in ("site", "site_src"):
        (tmp_path / name).mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good one")
    seen: list[str] = []

    def build(project: Path, target: Path, environment: object) -> bool:
        seen.append((tmp_path / "site" / "index.html").read_text())
        target.mkdir(parents=True, exist_ok=True)
        (target / "index.html").write_text("half of a new one")
        return False

    monkeypatch.setattr(cli, "_generate", lambda project: (0, 0))
    monkeypatch.setattr(engine, "build", build)
    with pytest.raises(SystemExit) as ended:
        cli.main(["--project", str(tmp_path), "build"])
    assert ended.value.code == 1
    assert [*seen, (tmp_path / "site" / "index.html").read_text()] == ["the last good one"] * 2


def test_the_index_has_sections_up_to_a_limit_and_texts_up_to_a_budget() -> None:
    for count, sections in ((120, True), (121, False)):
        site = Site(View(many(count), date(2026, 3, 1)))
        kinds = {document["kind"] for document in search_index.index(site, ())["documents"]}
        assert ("section" in kinds) is sections
    # Five characters a word: a text ends after the last word that fits.
    for budget, kept in ((600, 599), (1500, 1499)):
        assert len(search_index._cut("word " * 1000, budget)) == kept
    assert search_index._cut("one two", 7) == "one two"
    assert (search_index.ROLE_BUDGET, search_index.SECTION_BUDGET) == (600, 1500)


def test_the_index_keeps_to_its_budgets(workshop: Catalogue) -> None:
    blower = workshop.by_slug["glassblower"]
    long = blower.model_copy(update={"summary": "Blows glass. " * 300, "overview": "Blows more glass. " * 300})
    roles = tuple(long if role is blower else role for role in workshop.roles)
    wordy = Catalogue(workshop.settings, roles, workshop.vocabulary, workshop.references)
    found = search_index.index(Site(View(wordy, date(2026, 3, 1))), ())["documents"]
    texts = {document["url"]: len(document.get("text", "")) for document in found}
    assert 580 < texts["roles/glassblower/"] <= 600
    assert 1480 < texts["roles/glassblower/#overview"] <= 1500


def test_where_a_source_says_something_is_no_word_of_the_role(workshop: Catalogue) -> None:
    found = search_index.index(Site(View(workshop, date(2026, 3, 1))), ())["documents"]
    assert not any("core duties" in document.get("text", "") for document in found)


def found(documents: list[dict[str, str]], query: str) -> list[str]:
    """The addresses that the browser's search answers a query with, the best first."""
    minisearch = (
        f"process.getBuiltinModule('module').createRequire('/')({json.dumps(str(MINISEARCH.resolve()))}).default"
    )
    script = f"m.createSearch({minisearch},d).search({json.dumps(query)}).groups.flatMap(g=>g.results.map(r=>r.url))"
    return node.run("search/engine.js", script, {"documents": documents, "abbreviations": {}})


def test_a_role_that_asks_for_a_skill_is_found_before_one_that_prefers_it(workshop: Catalogue) -> None:
    documents = search_index.index(Site(View(workshop, date(2026, 3, 1))), ())["documents"]
    roles = [url for url in found(documents, "gathering") if url.startswith("roles/") and "#" not in url]
    assert set(roles[:2]) == {"roles/furnace-keeper/", "roles/glassblower/"}
    assert roles[2] == "roles/studio-head/"


def role(url: str, **fields: str) -> dict[str, str]:
    return {"url": f"roles/{url}/", "kind": "role", "title": url, **fields}


def test_what_carries_a_name_is_found_before_what_tells_of_it_often() -> None:
    often = "kiln master " * 30
    documents = [
        role("talker", terms="; ".join(["Kiln master"] * 12), text=often),
        role("named", title="Master of the kiln and of the yard"),
        *(role(f"other-{number}", text="sweeps") for number in range(8)),
    ]
    assert found(documents, "kiln master")[0] == "roles/named/"


@pytest.mark.parametrize(("first", "second"), [("title", "names"), ("hidden", "terms"), ("terms", "text")])
def test_fields_weigh_in_their_order(first: str, second: str) -> None:
    fields = {"title": "Kiln", "names": "Kiln", "hidden": "Kiln", "terms": "Kiln", "text": "Kiln"}
    documents = [
        role("b", **{second: fields[second]}),
        role("a", **{first: fields[first]}),
        *(role(f"other-{number}", text="sweeps") for number in range(8)),
    ]
    assert found(documents, "kiln") == ["roles/a/", "roles/b/"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [("2026-03-01", 0), ("2026-02-28", 1), ("2026-01-02", 1), ("2026-01-01", 2), ("2026-03-02", 0), ("2026-03-03", 0)],
)
def test_a_change_of_the_day_of_the_link_itself_is_known_to_who_follows_it(asked: str, told: int) -> None:
    changes = [{"on": "2026-03-01"}, {"on": "2026-01-02"}]
    data = {"asked": asked, "changes": changes}
    answer = node.run("as-of/since.js", "m.since(d.asked,d.changes,'2026-03-02','this')", data)
    assert len(answer["changes"]) == told
    assert ("still to come" in answer["text"]) is (asked == "2026-03-03")
    assert ("before this was first published" in answer["text"]) is (asked == "2026-01-01")
