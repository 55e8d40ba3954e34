"""The parts of the browser's comparison that touch no page, run in Node, held against their twins in Python."""

import csv
import io
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import pytest

from rolebook.exports import browser_catalogue as export
from rolebook.site.context import Site
from rolebook.wording.notation import short_amount
from rolebook.wording.scale import round_ticks
from rolebook.wording.view import View
from tests.laws import law
from tests.node import run


@pytest.fixture(scope="module")
def columns(catalogue) -> dict[str, Any]:
    site = Site(View(catalogue, catalogue.changed))
    return {role.slug: export.column(role, site, ()) for role in catalogue.roles}


def test_three_roles_count_their_skills(columns):
    chosen = [columns[slug] for slug in ("ai-technical-lead", "lead-engineer", "head-of-ai-engineering")]
    named = [
        {id for group in role["groups"][1:4] for row in group["rows"] for id in row.get("ids", [row["key"]])}
        for role in chosen
    ]
    counted = run("compare/roles.js", "m.countSkills(m.align(d),d)", chosen)
    assert counted["shared"] == len(set.intersection(*named))
    assert counted["only"] == [len(own - set.union(*(other for other in named if other is not own))) for own in named]


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


def test_roles_in_another_currency_are_named_and_not_drawn():
    pay = {"unit": "usd", "prefix": "$", "text": "$1", "low": 1, "high": 3, "centre": 2, "quartiles": None}
    chosen = [
        {"slug": "a", "title": "A", "pay": None},
        {"slug": "b", "title": "B", "pay": pay},
        {"slug": "c", "title": "C", "pay": {**pay, "unit": "eur"}},
    ]
    chart = run("compare/scale.js", "m.layOut(d)", chosen)
    assert [(bar["title"], bar["side"]) for bar in chart["bars"]] == [("B", 1)]
    assert (chart["silent"], chart["foreign"]) == (["A"], ["C"])
    assert run("compare/scale.js", "m.layOut(d)", chosen[:1]) is None


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
    found = asdict(traits(catalogue.by_slug["lead-engineer"], catalogue, unit))
    lead = catalogue.by_slug["lead-engineer"]
    asked = [one.years.low for one in lead.requirements.experience if one.years and one.need == "asked"]
    assert (found["pay"], found["years_most"]) == (middle(lead), max(asked))
    analyst = traits(catalogue.by_slug["ai-strategy-analyst"], catalogue, unit)
    assert analyst.pay is None
