"""The one comparison: its laws for any roles, and that pages, data and browser show the same of it."""

import json
import re
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from rolebook.analysis.comparison import Answer, Verdict, verdict
from rolebook.exports.api_data import comparison_data
from rolebook.exports.browser_catalogue import column
from rolebook.model.catalogue import Catalogue, role_skills
from rolebook.pages import comparisons
from rolebook.pages.render import Renderer
from rolebook.site.context import Site
from rolebook.wording.side_by_side import MARKS, UNLIKE, ComparedRow, counted_skills
from rolebook.wording.view import View
from tests.conftest import PROJECT
from tests.laws import law
from tests.made_up_roles import catalogue_with, role
from tests.node import run

SKILL_GROUPS = ("technical", "tool", "soft")


def site_of(catalogue: Catalogue) -> Site:
    return Site(View(catalogue, catalogue.changed))


def rows(site: Site, *slugs: str) -> dict[tuple[str, str], ComparedRow]:
    return {(group.key, row.key): row for group in site.compared(*slugs) for row in group.rows}


ANSWERS = st.builds(Answer, st.sampled_from(["x", "y"]), st.none() | st.sampled_from(["1", "2"]))


@law("verdict")
@given(st.lists(ANSWERS, min_size=2, max_size=4))
def test_a_verdict_needs_a_value_of_every_side_on_one_basis(sides: list[Answer]) -> None:
    found = verdict(sides)
    if None in {side.value for side in sides} or len({side.basis for side in sides}) > 1:
        assert found is Verdict.UNKNOWN
    else:
        assert (found is Verdict.SAME) == all(side.value == sides[0].value for side in sides)
        assert found is not Verdict.UNKNOWN


@law("verdict", "skill-rows", "not-stated")
@settings(max_examples=30)
@given(role(), role(), role())
def test_whatever_the_order_of_the_roles_the_rows_and_their_verdicts_are_the_same(
    a: dict[str, Any], b: dict[str, Any], c: dict[str, Any]
) -> None:
    site = site_of(catalogue_with(a, b, c))
    slugs = ("role-0", "role-1", "role-2")
    first = rows(site, *slugs)
    for order in permutations(range(3)):
        other = rows(site, *(slugs[place] for place in order))
        assert other.keys() == first.keys()
        for key, row in other.items():
            assert (row.label, row.verdict, row.link) == (first[key].label, first[key].verdict, first[key].link)
            assert row.cells == tuple(first[key].cells[place] for place in order)
    for row in first.values():
        if not all(row.cells):
            assert row.verdict is Verdict.UNKNOWN, "a side that states nothing is neither the same nor different"


@law("skill-rows", "skills-counted")
@settings(max_examples=30)
@given(role(), role())
def test_every_skill_of_either_role_stands_in_one_row(a: dict[str, Any], b: dict[str, Any]) -> None:
    site = site_of(catalogue_with(a, b))
    groups = site.compared("role-0", "role-1")
    in_rows = [
        {id for side in row.rows for one in side for id in one.ids}
        for group in groups
        if group.skills
        for row in group.rows
    ]
    named = {id for one in site.catalogue.roles for id in role_skills(one)}
    assert sorted(id for ids in in_rows for id in ids) == sorted(named)
    # The sentence counts just these rows.
    counts = re.findall(r"name (\d+) skill|names (\d+) more", counted_skills(groups, site.catalogue.roles))
    assert [int(both or only) for both, only in counts] == [
        sum(row.naming == naming for group in groups if group.skills for row in group.rows)
        for naming in ((0, 1), (0,), (1,))
    ]


@law("skill-rows", "own-words")
def test_a_skill_is_the_same_only_where_all_is_said_in_the_same_way() -> None:
    def found(one: dict[str, Any], other: dict[str, Any]) -> ComparedRow:
        made = [{"family": "family-0", "seniority": "mid", "requirements": {"skills": [need]}} for need in (one, other)]
        return rows(site_of(catalogue_with(*made)), "role-0", "role-1")["technical", "skill-0"]

    asked = {"skill": "skill-0", "need": "asked"}
    assert found(asked, asked).verdict == "same"
    for other in ({"need": "preferred"}, {"said": "expertise"}, {"detail": "in part"}, {"proficiency": "expert"}):
        assert found(asked, {**asked, **other}).verdict == "different"
    # Words are shown, and none of them is more than another.
    words = found({**asked, "said": "familiarity"}, {**asked, "said": "expertise"})
    assert [cell[0].text for cell in words.cells] == ["Asked for: “familiarity”", "Asked for: “expertise”"]
    assert words.mark == ""


@law("proficiency")
def test_only_declared_levels_that_both_state_make_one_ask_for_more() -> None:
    def mark(*needs: dict[str, Any]) -> str:
        common = {"family": "family-0", "seniority": "mid"}
        made = [{**common, "requirements": {"skills": [{"skill": "skill-0", **need}]}} for need in needs]
        slugs = [f"role-{number}" for number in range(len(needs))]
        return rows(site_of(catalogue_with(*made)), *slugs)["technical", "skill-0"].mark

    low, high = {"need": "asked", "proficiency": "familiar"}, {"need": "asked", "proficiency": "expert"}
    assert mark(low, high) == "B asks for more"
    assert mark(high, low, high) == "A and C ask for more"
    assert mark(high, {"need": "asked"}) == mark(high, high) == mark({"need": "asked"}, {"need": "preferred"}) == ""


@law("alternatives")
def test_rows_that_share_one_of_several_alternatives_are_one() -> None:
    common = {"family": "family-0", "seniority": "mid"}
    group = {"any_of": ["skill-0", "skill-3"], "need": "asked"}
    made = [
        {**common, "requirements": {"skills": [group]}},
        {**common, "requirements": {"skills": [{"skill": "skill-3", "need": "asked"}]}},
    ]
    site = site_of(catalogue_with(*made))
    [row] = [row for (kind, _), row in rows(site, "role-0", "role-1").items() if kind in SKILL_GROUPS]
    assert (row.label, row.verdict, row.mark) == ("One of Skill 0, Skill 3", "different", "")
    assert [line.text for line in row.cells[1]] == ["Skill 3: Asked for"]


@law("verdict")
def test_unlike_work_and_unlike_pay_are_marked_and_not_compared() -> None:
    def with_years(work: str, years: str) -> dict[str, Any]:
        entry = {"what": "Work", "need": "asked", "work": work, "years": years}
        return {"family": "family-0", "seniority": "mid", "requirements": {"experience": [entry]}}

    site = site_of(
        catalogue_with(with_years("building", "5+"), with_years("mending", "5+"), with_years("building", "8"))
    )
    for group in ("glance", "requirements"):
        assert rows(site, "role-0", "role-1")[group, "experience"].mark == UNLIKE
        assert rows(site, "role-0", "role-2")[group, "experience"].mark == "differs"
    assert MARKS[Verdict.UNKNOWN] == ""


def shown(site: Site, *slugs: str) -> list[Any]:
    """All that a comparison shows, as the browser's rows are read in these tests."""
    return [
        [
            group.key,
            group.absent,
            [
                [
                    row.key,
                    row.label,
                    row.link,
                    row.verdict,
                    row.mark,
                    [[line.text for line in cell] for cell in row.cells],
                ]
                for row in group.rows
            ],
        ]
        for group in site.compared(*slugs)
    ]


READ = "g=>[g.key,g.absent,g.rows.map(r=>[r.key,r.label,r.link,r.verdict,r.mark,r.cells.map(c=>c.map(l=>l.text))])]"


def assert_the_browser_agrees(site: Site, choices: list[tuple[str, ...]]) -> None:
    columns = {slug: column(site.catalogue.by_slug[slug], site, ()) for slug in site.catalogue.by_slug}
    data = {"columns": json.loads(json.dumps(columns)), "choices": choices}
    found = run("compare/roles.js", f"d.choices.map(c=>m.align(c.map(s=>d.columns[s])).map({READ}))", data)
    for slugs, groups in zip(choices, found, strict=True):
        assert groups == shown(site, *slugs), slugs


@law("verdict", "skill-rows")
def test_the_picker_shows_every_row_of_every_pair_as_its_page_does(catalogue: Catalogue, tiny: Catalogue) -> None:
    for one in (catalogue, tiny):
        slugs = sorted(one.by_slug)
        assert_the_browser_agrees(site_of(one), [*permutations(slugs, 2), *combinations(slugs, 3)])


@settings(max_examples=8)
@given(st.lists(role(), min_size=4, max_size=4))
def test_the_picker_shows_any_roles_as_python_does(made: list[dict[str, Any]]) -> None:
    site = site_of(catalogue_with(*made))
    slugs = sorted(site.catalogue.by_slug)
    assert_the_browser_agrees(site, [*permutations(slugs, 2), *combinations(slugs, 3), tuple(slugs)])


@law("verdict")
def test_the_data_has_every_row_of_every_pair_with_its_verdict(catalogue: Catalogue, tiny: Catalogue) -> None:
    for one in (catalogue, tiny):
        site = site_of(one)
        for a, b in site.pairs:
            data = comparison_data(a, b, site).model_dump(mode="json")
            given_rows = [
                [
                    row["key"],
                    row["label"],
                    row["verdict"],
                    row["mark"],
                    *([line["text"] for line in row[s]] for s in "ab"),
                ]
                for part in ("facts", "skills", "requirements", "responsibilities", "career")
                for row in data[part]
            ]
            assert given_rows == [
                [key, label, verdict, mark, *cells]
                for _, _, of_group in shown(site, a, b)
                for key, label, _, verdict, mark, cells in of_group
            ]


@law("verdict", "only-differences")
def test_the_page_of_a_pair_has_every_row_with_its_verdict(catalogue: Catalogue, tiny: Catalogue) -> None:
    for one in (catalogue, tiny):
        site = site_of(one)
        for page in list(comparisons.pages(site))[1:8]:
            markdown = Renderer(PROJECT / "templates").markdown(page, **site.shared(page.url))
            tree = LexborHTMLParser(markdown)
            slugs = [found.slug for found in page.data["roles"]]
            on_page = {node.attributes["data-row"]: node.attributes["data-verdict"] for node in tree.css("[data-row]")}
            assert on_page == {
                f"{group}/{key}": verdict
                for group, _, of_group in shown(site, *slugs)
                for key, _, _, verdict, *_ in of_group
            }


TWO = "two statements"


@law("years-at-a-glance")
@pytest.mark.parametrize(
    ("entries", "value", "detail"),
    [
        ([("building", "10+"), ("building", "5+")], "5 to 10 or more years", "Building, two statements"),
        ([("building", "5+"), ("building", "10+")], "5 to 10 or more years", "Building, two statements"),
        ([("building", "5-8")], "5 to 8 years", "Building"),
        (
            [("building", "5+"), ("mending", "3+")],
            "3 or more years; 5 or more years",
            "mending: 3 or more years; building: 5 or more years; two statements",
        ),
        ([("building", None)], "Asked for, years not stated", "Building"),
        (
            [("building", None), ("mending", "3+")],
            "3 or more years",
            "building: asked for, years not stated; mending: 3 or more years; two statements",
        ),
        ([(None, "5"), (None, "8")], "5 years; 8 years", TWO),
    ],
)
def test_several_statements_are_a_span_and_none_comes_first(entries: list[Any], value: str, detail: str) -> None:
    listed = [
        {
            "id": f"e{n}",
            "what": "Work",
            "need": "asked",
            **({"work": work} if work else {}),
            **({"years": y} if y else {}),
        }
        for n, (work, y) in enumerate(entries)
    ]
    made = {"family": "family-0", "seniority": "mid", "requirements": {"experience": listed}}
    site = site_of(catalogue_with(made))
    fact = next(fact for fact in site.view.facts(site.catalogue.roles[0]) if fact.key == "experience")
    assert (fact.value, fact.detail) == (value, detail)
