"""The parts of the browser's comparison that touch no page, run in Node, held against their twins in Python."""

import csv
import io
import json
from collections import Counter
from dataclasses import asdict
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from rolebook.exports import browser_catalogue as export
from rolebook.site.context import Site
from rolebook.wording.notation import short_amount
from rolebook.wording.pay_chart import shared_chart
from rolebook.wording.scale import Chart, Entry, chart, round_ticks
from rolebook.wording.side_by_side import side_by_side
from rolebook.wording.view import View
from tests.laws import law
from tests.node import run


@pytest.fixture(scope="module")
def columns(catalogue) -> dict[str, Any]:
    site = Site(View(catalogue, catalogue.changed))
    return {role.slug: export.column(role, site, ()) for role in catalogue.roles}


def test_three_roles_count_their_skills(catalogue, columns):
    """By rows, as Python does: alternatives, one of which is enough, are one row and count once."""
    slugs = ("ai-technical-lead", "lead-engineer", "head-of-ai-engineering")
    site = Site(View(catalogue, catalogue.changed))
    naming = Counter(
        row.naming
        for group in side_by_side([site.column(slug) for slug in slugs])
        if group.skills
        for row in group.rows
    )
    counted = run("compare/roles.js", "m.countSkills(m.align(d),d)", [columns[slug] for slug in slugs])
    assert counted == {"shared": naming[0, 1, 2], "only": [naming[(place,)] for place in range(3)]}
    assert naming[0, 1, 2] < sum(naming.values())


HOSTILE = [
    "=1+1",
    "+44",
    "-5 to 5",
    "@sum",
    '  =HYPERLINK("x")',
    'a "b", c',
    "a|b",
    "<script>",
    "`x` *y* [z](u)",
    "\t=1",
]


def _hostile() -> list[dict[str, Any]]:
    rows = [
        {"key": f"k{n}", "label": text, "rank": n, "lines": [{"text": text, "detail": text}]}
        for n, text in enumerate(HOSTILE)
    ]
    role = {"slug": "x", "title": "=Role | <b>", "groups": [{"key": "glance", "title": "At a glance", "rows": rows}]}
    return [role, {**role, "title": "Other", "groups": [{**role["groups"][0], "rows": []}]}]


def test_csv_is_read_back_whole_and_runs_no_formula():
    text = run("compare/roles.js", "m.toCsv(d,m.align(d))", _hostile())
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert rows[0][:2] == ["Part", "Row"]
    assert rows[0][-2] == "Other"
    for row, written in zip(rows[1:], HOSTILE, strict=True):
        assert row[1].removeprefix("'") == written
        assert row[3] == "Not stated"
        assert not any(cell.lstrip()[:1] in {"=", "+", "-", "@"} for cell in row if cell)


def test_markdown_keeps_its_table_whole():
    text = run("compare/roles.js", "m.toMarkdown(d,m.align(d))", _hostile())
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len(table) == len(HOSTILE) + 2
    assert {len(line.replace("\\|", "").split("|")) for line in table} == {6}
    assert "\\<script\\>" in text
    assert "\n# " not in text[1:].replace("\n## ", "")


@pytest.mark.parametrize(
    ("low", "high"), [(40000, 40000), (30000, 52500), (150000, 1200000), (0, 7), (99, 100), (187550, 292803)]
)
def test_the_scale_is_that_of_the_charts_drawn_at_build_time(low, high):
    ticks = round_ticks(Decimal(low), Decimal(high))
    drawn = run("compare/scale.js", "(t=>[t,t.map(m.shortAmount)])(m.roundTicks(...d))", [low, high])
    assert drawn[0] == pytest.approx([float(tick) for tick in ticks])
    assert drawn[1] == [short_amount(tick) for tick in ticks]


PAY = {"unit": "usd", "prefix": "$", "scale": 1, "text": "$1", "about": "median", "low": 1, "high": 3, "centre": 2}
PAY |= {"quartiles": None, "more": False}


def test_roles_in_another_currency_are_named_and_not_drawn():
    chosen = [
        {"slug": "a", "title": "A", "pay": None},
        {"slug": "b", "title": "B", "pay": PAY},
        {"slug": "c", "title": "C", "pay": {**PAY, "unit": "eur"}},
    ]
    chart = run("compare/scale.js", "m.layOut(d)", chosen)
    assert [(bar["label"], bar["side"]) for bar in chart["bars"]] == [("B", 1)]
    assert (chart["silent"], chart["foreign"]) == (["A"], ["C"])
    assert run("compare/scale.js", "m.layOut(d)", chosen[:1]) is None


@pytest.mark.parametrize("of", ["catalogue", "tiny", "workshop"])
def test_the_picker_draws_the_chart_that_the_page_of_a_pair_shows(of, request):
    """Every pair of the catalogues, whichever is first: the same rows, marks, open ends and ticks."""
    made = request.getfixturevalue(of)
    site = Site(View(made, made.changed))
    pairs = list(permutations(made.roles, 2))
    columns = {role.slug: json.loads(json.dumps(export.column(role, site, ()))) for role in made.roles}
    data = {"columns": columns, "pairs": [[role.slug for role in pair] for pair in pairs]}
    drawn = run("compare/scale.js", "d.pairs.map(pair=>m.layOut(pair.map(slug=>d.columns[slug])))", data)
    for pair, found in zip(pairs, drawn, strict=True):
        sides = [(role, side, f"roles/{role.slug}/#salary") for role, side in zip(pair, "ab", strict=True)]
        assert _told(found) == _drawn_by_python(shared_chart(sides, made)), [role.slug for role in pair]
    assert any(drawn)


def _told(found: dict[str, Any] | None) -> dict[str, Any] | None:
    """What the browser draws, without what it says of roles that have no bar."""
    if found is None:
        return None
    bars = [{**bar, "side": "ab"[bar["side"]]} for bar in found["bars"]]
    return _rounded({**{key: found[key] for key in ("ticks", "width", "height", "floor")}, "bars": bars})


def _drawn_by_python(chart: Chart | None) -> dict[str, Any] | None:
    if chart is None:
        return None
    bars = [
        {key: getattr(bar, key) for key in ("label", "text", "about", "side", "y", "left", "right", "inner", "mark")}
        | {"openLeft": bar.open_left, "openRight": bar.open_right, "link": bar.href}
        for bar in chart.bars
    ]
    ticks = [{"x": tick.x, "text": tick.text} for tick in chart.ticks]
    return _rounded({"ticks": ticks, "width": chart.width, "height": chart.height, "floor": chart.floor, "bars": bars})


def _rounded(value: Any) -> Any:
    """A drawing without the last bit of its numbers: halves are rounded up in one language, to even in the other."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return pytest.approx(value, abs=0.11) if isinstance(value, float) else value


@pytest.mark.parametrize(
    "entry",
    [
        {"low": 100, "high": None, "centre": None},
        {"low": None, "high": 100, "centre": 90},
        {"low": 100, "high": 200, "centre": None, "more": True},
        {"low": 100, "high": 200, "centre": 150, "quartiles": [120, 160]},
        {"low": 100, "high": 100, "centre": 100},
        {"low": 100, "high": 200, "centre": 150, "scale": 1000},
        {"label": "x" * 90, "about": "a long account of whose pay this is, " * 3, "low": 100, "high": 200, "centre": 1},
    ],
)
@pytest.mark.parametrize("other", [{"low": 100, "high": 200, "centre": None}, {"low": 90, "high": 95, "centre": 92}])
def test_open_ends_and_long_words_are_drawn_as_at_build_time(entry, other):
    """An open end keeps its arrow and the room for it, a plus at the end of a range too."""
    label = entry.get("label", "One")
    pay = [{**PAY, **entry}, {**PAY, **other, "scale": entry.get("scale", 1)}]
    roles = [{"slug": "r", "title": title, "pay": one} for title, one in zip((label, "Two"), pay, strict=True)]
    rows = [
        Entry(
            title,
            one["text"],
            one["about"],
            *(None if one[key] is None else Decimal(one[key]) for key in ("low", "high", "centre")),
            one["quartiles"] and tuple(map(Decimal, one["quartiles"])),
            side,
            "roles/r/#salary",
            one["more"],
        )
        for title, side, one in zip((label, "Two"), "ab", pay, strict=True)
    ]
    found = run("compare/scale.js", "m.layOut(d)", roles)
    assert _told(found) == _drawn_by_python(chart(rows, "$", Decimal(pay[0]["scale"])))


CATALOGUE = {
    "roles": [
        ["ai-technical-lead", "AI Technical Lead", ["Technical Lead"], []],
        ["head-of-ai-engineering", "Head of AI Engineering", ["Director of AI"], ["boss"]],
        ["lead-engineer", "Lead Engineer", [], []],
        ["machine-learning-team-lead", "Machine Learning Team Lead", [], []],
        ["writer", "Writer", [], []],
    ],
    "moved": {
        "tech-lead": {"to": "ai-technical-lead", "title": "Tech Lead", "kind": "renamed"},
        "lead-developer": {"to": "lead-engineer", "title": "Lead Developer", "kind": "merged"},
        "ai-boss": {"to": "head-of-ai-engineering", "title": "AI Boss", "kind": "retired"},
        "scribe": {"title": "Scribe", "kind": "retired"},
    },
    "abbreviations": {"ml": "machine learning"},
}


def _read(query: str) -> dict[str, Any]:
    return run("compare/choice.js", "m.read(d.q,d.c)", {"q": query, "c": CATALOGUE})


def test_the_address_is_read():
    assert _read("") == {"slugs": [], "problems": []}
    assert _read("?roles=writer,lead-engineer,writer")["slugs"] == ["writer", "lead-engineer"]
    assert _read("?roles=,%20writer%20,")["slugs"] == ["writer"]
    assert _read("?roles=__proto__,constructor")["slugs"] == []


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("lead-enginer", {"kind": "unknown", "name": "lead-enginer", "to": None, "nearest": ["lead-engineer"]}),
        ("tech-lead", {"kind": "renamed", "name": "Tech Lead", "to": "ai-technical-lead", "nearest": []}),
        ("lead-developer", {"kind": "merged", "name": "Lead Developer", "to": "lead-engineer", "nearest": []}),
        ("ai-boss", {"kind": "retired", "name": "AI Boss", "to": None, "nearest": ["head-of-ai-engineering"]}),
    ],
)
def test_a_role_that_is_not_there_is_named_with_the_nearest(name, problem):
    """The rest of what the address asks for is still there."""
    found = _read(f"?roles=writer,{name}")
    assert found["slugs"] == ["writer", *filter(None, [problem["to"]])]
    [told] = found["problems"]
    assert {**told, "nearest": told["nearest"][:1]} == problem


def test_four_roles_at_most():
    found = _read("?roles=" + ",".join(slug for slug, *_ in CATALOGUE["roles"]))
    assert len(found["slugs"]) == 4
    assert [(one["kind"], one["name"]) for one in found["problems"]] == [("many", "Writer")]


@pytest.mark.parametrize(
    ("query", "first", "detail"),
    [
        ("lead", "lead-engineer", ""),
        ("Lead eng", "lead-engineer", ""),
        ("technical lead", "ai-technical-lead", ""),
        ("eng lead", "lead-engineer", ""),
        ("director", "head-of-ai-engineering", "also called Director of AI"),
        ("ML team", "machine-learning-team-lead", ""),
        ("boss", "head-of-ai-engineering", ""),
        ("artificial", None, None),
    ],
)
def test_roles_are_found_by_name_or_other_name(query, first, detail):
    found = run("compare/choice.js", "m.createFinder(d.c)(d.q)", {"q": query, "c": CATALOGUE})
    assert (found[0]["id"] if found else None) == first
    assert (found[0]["detail"] if found else None) == detail


def test_what_is_chosen_is_not_offered_again():
    found = run("compare/choice.js", "m.createFinder(d)('lead',['lead-engineer'])", CATALOGUE)
    assert [one["id"] for one in found] == ["ai-technical-lead", "machine-learning-team-lead"]


ROLE = {"family": "f", "seniority": "s", "skills": ["x", "y"], "pay": 100, "years": {"least": 5, "most": 5}}
ROLE |= {"degree": {"least": 1, "most": 1}}
SILENT = {"least": None, "most": None}
NIL = {"least": 0, "most": 0}
NONE = {"family": "", "seniority": "", "skills": [], "pay": None, "years": None, "degree": ""}


@pytest.mark.parametrize(
    ("role", "filters", "verdict", "unstated"),
    [
        ({}, {}, "yes", []),
        (
            {},
            {"family": "f", "seniority": "s", "skills": ["x", "y"], "pay": 100, "years": 5, "degree": "mid"},
            "yes",
            [],
        ),
        ({}, {"family": "other"}, "no", []),
        ({}, {"skills": ["x", "z"]}, "no", []),
        ({}, {"pay": 101}, "no", []),
        ({}, {"years": 4}, "no", []),
        ({}, {"degree": "low"}, "no", []),
        ({"pay": None}, {"pay": 1}, "maybe", ["pay"]),
        ({"pay": None, "degree": SILENT}, {"pay": 1, "degree": "low"}, "maybe", ["pay", "degree"]),
        ({"pay": None}, {"pay": 1, "years": 4}, "no", []),
        ({"skills": [], "years": SILENT}, {"skills": ["x"], "years": 1}, "maybe", ["skills", "years of experience"]),
        (
            {"years": {"least": 0, "most": 0}, "degree": {"least": 0, "most": 0}, "pay": 0},
            {"years": 0, "degree": "low", "pay": 0},
            "yes",
            [],
        ),
    ],
)
def test_what_is_not_stated_may_fit(role, filters, verdict, unstated):
    data = {"role": {**ROLE, **role}, "filters": {**NONE, **filters}}
    found = run("filter/roles.js", "m.fit(d.role,d.filters,new Map([['low',0],['mid',1]]))", data)
    assert found == {"verdict": verdict, "unstated": unstated, "open": []}


@law("filters")
@pytest.mark.parametrize(
    ("years", "held", "verdict", "open"),
    [
        ({"least": 5, "most": 10}, 4, "no", []),
        ({"least": 5, "most": 10}, 5, "maybe", ["years of experience"]),
        ({"least": 5, "most": 10}, 9, "maybe", ["years of experience"]),
        ({"least": 5, "most": 10}, 10, "yes", []),
        ({"least": 5, "most": None}, 99, "maybe", ["years of experience"]),
    ],
)
def test_inside_a_span_a_role_may_fit(years, held, verdict, open):
    data = {"role": {**ROLE, "years": years}, "filters": {**NONE, "years": held}}
    found = run("filter/roles.js", "m.fit(d.role,d.filters,new Map())", data)
    assert (found["verdict"], found["open"]) == (verdict, open)


def test_filters_come_back_from_their_address():
    known = "{family:new Set(['f']),seniority:new Set(['s']),degree:new Set(['d']),skills:new Set(['x','y'])}"
    filters = {"family": "f", "seniority": "s", "skills": ["x", "y"], "pay": 5, "years": 0, "degree": "d"}
    assert run("filter/roles.js", f"m.read(m.write(d),{known})", filters) == {"filters": filters, "unknown": []}
    bad = run("filter/roles.js", f"m.read('?family=q&pay=-3&skills=x,nope&years=1e3',{known})")
    assert bad["filters"] == {**NONE, "skills": ["x"]}
    assert bad["unknown"] == ["q", "-3", "1e3", "nope"]


def test_traits_of_the_cards(catalogue):
    """What filters go by is what the facts say; what is not stated is not there."""
    from rolebook.analysis.pay import middle  # noqa: PLC0415
    from rolebook.analysis.role_filters import choices, traits  # noqa: PLC0415

    unit = choices(catalogue).unit
    lead = catalogue.by_slug["lead-engineer"]
    found = asdict(traits(lead, catalogue, unit))
    assert found["pay"] == middle(lead)
    # It asks for 5 to 7 years, 7 to 8 and 7 or more of several kinds, and for work without a number: with 7 a reader
    # may fit, and no number is surely enough.
    assert any(one.years is None for one in lead.requirements.experience if one.need == "asked")
    assert (found["years_least"], found["years_most"]) == (7, None)
    assert (found["degree_least"], found["degree_most"]) == (0, 0)
    analyst = traits(catalogue.by_slug["ai-strategy-analyst"], catalogue, unit)
    assert analyst.pay is None
