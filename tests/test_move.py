"""The plan of a move: what it says of small roles, the laws it keeps for any, and that its links lead somewhere."""

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.analysis.careers import Careers
from rolebook.analysis.move_plan import Gap, Move, move
from rolebook.analysis.pay_change import Trust
from tests.many import DEGREES, FAMILIES, LEVELS, PROFICIENCIES, SKILLS, catalogue_of


def moved(a: dict[str, Any], b: dict[str, Any]) -> Move:
    """The move between two roles, each given by what matters of it."""
    common = {"family": "family-0", "seniority": "mid"}
    made = catalogue_of(
        [{"slug": "role-a", "title": "A", **common, **a}, {"slug": "role-b", "title": "B", **common, **b}]
    )
    return move(made.by_slug["role-a"], made.by_slug["role-b"], made, Careers(made))


def skills(*needs: dict[str, Any]) -> dict[str, Any]:
    return {"requirements": {"skills": list(needs)}}


def pay(typical: dict[str, Any] | None, span: tuple[int, int] | None = None, **block: Any) -> dict[str, Any]:
    """A salary section with a typical figure and a range."""
    figures = [{"id": "typical", "what": "Median pay", **typical}] if typical else []
    figures += [{"id": "span", "what": "Range", "low": span[0], "high": span[1]}] if span else []
    named = {key: key_of for key, key_of in (("typical", typical and "typical"), ("range", span and "span")) if key_of}
    defaults = {"unit": "usd", "year": 2024, "region": "here", "source": "survey"}
    return {"salary": {**defaults, **block, **named, "figures": figures}}


def test_skills_are_kept_grown_and_added():
    plan = moved(
        skills(
            {"skill": "skill-0", "need": "preferred"},
            {"skill": "skill-1", "proficiency": "familiar"},
            {"skill": "skill-2", "proficiency": "expert"},
            {"skill": "skill-3"},
            {"skill": "skill-9"},
        ),
        skills(
            {"skill": "skill-0"},
            {"skill": "skill-1", "proficiency": "expert"},
            {"skill": "skill-2", "proficiency": "working"},
            {"skill": "skill-3", "proficiency": "expert"},
            {"skill": "skill-4", "need": "preferred"},
            {"skill": "skill-5"},
        ),
    )
    assert [row.skill.id for row in plan.keep] == ["skill-0", "skill-1", "skill-2", "skill-3"]
    assert [row.skill.id for row in plan.grow] == ["skill-0", "skill-1"]
    assert [row.skill.id for row in plan.add] == ["skill-5", "skill-4"]  # Required first.


def asks(degree: str | None = None, years: str | None = None, leading: str | None = None) -> dict[str, Any]:
    needs: dict[str, Any] = {"education": {"minimum": degree}} if degree else {}
    for name, span in (("experience", years), ("leading", leading)):
        if span:
            needs[name] = [{"what": name, "years": None if span == "several" else span}]
    return {"requirements": needs}


@pytest.mark.parametrize(
    ("a", "b", "gaps", "texts"),
    [
        (
            asks("bachelors", "3", "1"),
            asks("masters", "5+", "2-3"),
            ["more"] * 3,
            ["A higher degree", "2 more years", "1 more year"],
        ),
        (asks("masters", "5+", "2-3"), asks("bachelors", "3", "2"), ["met"] * 3, ["Nothing to make up"] * 3),
        (asks(), asks("masters", "3", "2"), ["unknown"] * 3, ["Cannot be counted"] * 3),
        (asks("masters", "3", "2"), asks(), ["silent"] * 3, [None] * 3),
        (asks("masters", "3", "2"), asks("masters", "several", "2"), ["met", "unknown", "met"], None),
    ],
)
def test_what_is_to_be_made_up(a, b, gaps, texts):
    found = moved(a, b).thresholds
    assert [one.gap for one in found] == [Gap(gap) for gap in gaps]
    if texts:
        assert [one.text for one in found] == texts


def test_change_in_pay_and_its_range():
    change = moved(pay({"value": 50000}, (40000, 60000)), pay({"value": 57550}, (55000, 80000))).pay
    assert (change.difference, change.span) == (Decimal(7550), (Decimal(-5000), Decimal(40000)))
    assert (change.typical_text, change.span_text) == ("+$7,550", "−$5,000 to +$40,000")
    assert (change.overlap, change.trust) == (True, Trust.FAIR)


def test_pay_is_sure_only_when_like_is_compared_with_like_and_ranges_are_apart():
    here, there = pay({"value": 50000}, (40000, 60000)), pay({"value": 90000}, (70000, 99000))
    assert moved(here, there).pay.trust is Trust.SURE
    assert moved(here, pay({"value": 90000})).pay.trust is Trust.FAIR


@pytest.mark.parametrize(
    ("doubtful", "label"),
    [
        (pay({"value": 9, "what": "Average pay"}), "Measure"),
        (pay({"value": 9, "component": "base salary"}), "Measure"),
        (pay({"value": 9}, year=2020), "Year"),
        (pay({"value": 9, "region": "there"}), "Region"),
        (pay({"value": 9, "source": "census"}), "Publisher"),
        (pay({"value": 9, "job": "Cook"}), "Job title"),
        (pay({"value": 9, "place": "Town"}), "Whose pay"),
        (pay({"value": 9, "note": "Odd."}), "Notes"),
    ],
)
def test_each_doubt_makes_pay_rough_in_both_directions(doubtful, label):
    plain = pay({"value": 8})
    for change in (moved(plain, doubtful).pay, moved(doubtful, plain).pay):
        assert [check.label for check in change.checks if check.verdict != "same"] == [label]
        assert change.trust is Trust.ROUGH


@pytest.mark.parametrize("other", [{}, pay(None, (1, 2)), pay({"value": 9}, unit="eur")])
def test_pay_that_is_missing_or_in_another_currency_gives_no_difference(other):
    change = moved(pay({"value": 8}), other).pay
    assert (change.difference, change.typical_text, change.trust) == (None, None, Trust.UNKNOWN)


def test_sections_to_read_first_are_those_with_most_that_is_new():
    plan = moved(
        {**skills({"skill": "skill-0", "need": "preferred"}), **pay({"value": 8})},
        {
            "requirements": {
                "education": {"minimum": "masters"},
                "skills": [{"skill": "skill-0"}, {"skill": "skill-3"}],
            },
            "responsibilities": [{"title": "Lead", "theme": "people", "items": ["Leads"]}],
            "soft_skills": [{"skill": "skill-2", "text": "Is kind."}, {"skill": "skill-5", "text": "Is calm."}],
            **pay({"value": 9, "note": "Odd."}),
        },
    )
    assert [(one.anchor, one.reasons) for one in plan.reading] == [
        ("requirements", ("1 skill or tool to add", "1 to grow")),
        ("soft-skills", ("2 to add",)),
        ("responsibilities", ("1 new kind of work",)),
        ("salary", ("1 doubt about the change in pay",)),
    ]


def test_steps_of_the_tiny_catalogue(tiny):
    joiner, master = tiny.roles
    careers = Careers(tiny)
    there, back = move(joiner, master, tiny, careers), move(master, joiner, tiny, careers)
    assert [link.end.role for link in there.steps] == ["master-joiner"] and not there.back
    assert back.steps == () and back.back


def test_a_title_in_two_careers_joins_them():
    stages = [{"level": "mid", "here": True}, {"level": "senior", "jobs": [{"title": "Expert Cook"}]}]
    before = [{"level": "senior", "jobs": [{"title": "expert cook"}]}, {"level": "lead", "here": True}]
    plan = moved({"career": {"stages": stages}}, {"career": {"stages": before}, "seniority": "lead"})
    assert [link.end.title for link in plan.steps] == ["Expert Cook", "B"]
    assert [link.by for link in plan.steps] == ["role-a", "role-b"]


NEEDS = st.lists(
    st.fixed_dictionaries(
        {"skill": st.sampled_from(SKILLS[:8]), "need": st.sampled_from(["required", "preferred"])},
        optional={"proficiency": st.sampled_from(PROFICIENCIES)},
    ),
    unique_by=lambda need: need["skill"],
    max_size=6,
)
SPANS = st.none() | st.sampled_from(["several", "1", "2-4", "5+"])
AMOUNTS = st.integers(0, 200_000)


@st.composite
def roles(draw: st.DrawFn) -> dict[str, Any]:
    low, high = sorted((draw(AMOUNTS), draw(AMOUNTS)))
    typical = draw(st.none() | st.fixed_dictionaries({"value": AMOUNTS}, optional={"note": st.just("Odd.")}))
    needs = asks(draw(st.none() | st.sampled_from(DEGREES)), draw(SPANS), draw(SPANS))["requirements"]
    return {
        "family": draw(st.sampled_from(FAMILIES)),
        "seniority": draw(st.sampled_from(LEVELS)),
        "requirements": {**needs, "skills": draw(NEEDS)},
        **pay(typical, draw(st.none() | st.just((low, high))), unit=draw(st.sampled_from(["usd", "eur"]))),
    }


@settings(max_examples=150, deadline=None)
@given(roles(), roles())
def test_both_directions_mirror_each_other(a, b):
    there, back = moved(a, b), moved(b, a)

    def ids(rows):
        return {row.skill.id for row in rows}

    assert ids(there.keep) == ids(back.keep)
    assert ids(there.grow) <= ids(there.keep) and not ids(there.grow) & ids(back.grow)
    assert not ids(there.add) & ids(there.keep)
    assert {need["skill"] for need in b["requirements"]["skills"]} == ids(there.keep) | ids(there.add)
    for ours, theirs in zip(there.thresholds, back.thresholds, strict=True):
        assert {ours.gap, theirs.gap} != {Gap.MORE}
        assert (ours.gap is Gap.MORE) <= (theirs.gap is Gap.MET)
    assert there.pay.trust is back.pay.trust and there.pay.overlap is back.pay.overlap
    if there.pay.difference is not None:
        assert there.pay.difference == -back.pay.difference
    if there.pay.span:
        assert there.pay.span == (-back.pay.span[1], -back.pay.span[0])
        assert there.pay.span[0] <= there.pay.span[1]


@settings(max_examples=50, deadline=None)
@given(roles())
def test_a_move_to_a_like_role_takes_nothing(role):
    plan = moved(role, role)
    assert not plan.grow and not plan.add
    assert all(one.gap is not Gap.MORE for one in plan.thresholds)
    assert plan.pay.difference in (None, 0)


def test_typical_pay_lies_within_the_range_of_the_change_where_it_lies_within_the_ranges(catalogue):
    for a, b in permutations(catalogue.roles, 2):
        change = move(a, b, catalogue, Careers(catalogue)).pay
        sides = (change.a, change.b)
        if change.span and change.difference is not None:
            inside = all(span.bounds[0] <= typical.centre <= span.bounds[1] for typical, span in sides)
            assert not inside or change.span[0] <= change.difference <= change.span[1]
