"""The plan of a move: what it says of small roles, and the laws that it keeps for any."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from rolebook.analysis.asks import asks
from rolebook.analysis.careers import Careers
from rolebook.analysis.move_plan import Gap, Move, move
from rolebook.model.levels import Need
from rolebook.site.context import Site
from rolebook.wording.move_words import PlanWords
from rolebook.wording.view import View
from tests.laws import law
from tests.made_up_roles import catalogue_with, role


def moved(a: dict[str, Any], b: dict[str, Any]) -> Move:
    """The move between two roles, each given by what matters of it."""
    common = {"family": "family-0", "seniority": "mid"}
    made = catalogue_with({**common, **a}, {**common, **b})
    return move(*made.roles, made, Careers(made))


def told(a: dict[str, Any], b: dict[str, Any], detail: str = "brief") -> PlanWords:
    common = {"family": "family-0", "seniority": "mid", "detail": detail}
    made = catalogue_with({**common, **a}, {**common, **b})
    return Site(View(made, made.changed)).plan(*made.roles)


def skills(*needs: dict[str, Any]) -> dict[str, Any]:
    return {"requirements": {"skills": list(needs)}}


def asked(skill: str, need: str = "asked", **more: Any) -> dict[str, Any]:
    return {"skill": skill, "need": need, **more}


@law("to-add", "needs")
def test_only_what_is_asked_for_or_preferred_is_to_add() -> None:
    plan = moved(
        skills(asked("skill-0", "example")),
        skills(
            asked("skill-0"),
            asked("skill-1", "preferred"),
            asked("skill-2"),
            asked("skill-3", "example"),
            asked("skill-4", "work"),
        ),
    )
    assert [ask.ids for ask in plan.to_add(Need.ASKED)] == [("skill-2",)]
    assert [ask.ids for ask in plan.to_add(Need.PREFERRED)] == [("skill-1",)]
    assert [ask.ids for ask in plan.add] == [("skill-2",), ("skill-1",)]


@law("alternatives", "to-add")
def test_one_of_several_alternatives_is_enough() -> None:
    group = {"any_of": ["skill-0", "skill-1", "skill-2"], "need": "asked"}
    assert moved(skills(asked("skill-1", "work")), skills(group)).add == ()
    [need] = moved(skills(asked("skill-9")), skills(group)).add
    assert need.ids == ("skill-0", "skill-1", "skill-2")
    assert told(skills(asked("skill-9")), skills(group)).add_summary == "1 skill asked for"


@law("proficiency", "named-by-both")
def test_more_is_asked_only_where_both_state_a_level() -> None:
    levels = [
        ({"proficiency": "familiar"}, {"proficiency": "expert"}, True),
        ({"proficiency": "expert"}, {"proficiency": "familiar"}, False),
        ({}, {"proficiency": "expert"}, False),
        ({"said": "familiarity"}, {"said": "expertise"}, False),
    ]
    for here, there, more in levels:
        plan = moved(skills(asked("skill-0", **here)), skills(asked("skill-0", **there)))
        assert [one.more for one in plan.shared] == [more]
    assert moved(skills(asked("skill-0", "preferred")), skills(asked("skill-0"))).grow == ()


def years(*entries: tuple[str | None, str | None] | tuple[str | None, str | None, str]) -> dict[str, Any]:
    """Experience as (kind of work, years, degree); `several` stands for years without a number."""
    listed = []
    for number, (work, span, *degree) in enumerate(entries):
        one: dict[str, Any] = {"id": f"e{number}", "what": "Work", "need": "asked"}
        one |= {"work": work} if work else {}
        one |= {"several": True} if span == "several" else {"years": span} if span else {}
        listed.append(one | ({"degree": degree[0]} if degree else {}))
    return {"experience": listed}


def requiring(degree: str | None = None, **lists: Any) -> dict[str, Any]:
    education = {"education": [{"degree": degree, "need": "asked"}]} if degree else {}
    return {"requirements": {**education, **lists}}


ROUTES = years(("building", "10+"), ("building", "8+", "masters"))


@law("years-subtracted", "years-span", "years-unlike", "years-uncounted", "degree-route")
@pytest.mark.parametrize(
    ("a", "b", "text", "rule"),
    [
        (years(("building", "5+")), years(("building", "8+")), "3 more years", "years-subtracted"),
        (years(("building", "5")), years(("building", "6")), "1 more year", "years-subtracted"),
        (years(("building", "8+")), years(("building", "5+")), "No more years", "years-subtracted"),
        (years(("building", "7+")), years(("building", "10+"), ("building", "5+")), "May fit", "years-span"),
        (years(("building", "7+")), years(("building", "5+"), ("building", "10+")), "May fit", "years-span"),
        (
            years(("building", "12")),
            years(("building", "5+"), ("building", "10+")),
            "No more years",
            "years-subtracted",
        ),
        (years(("mending", "9+")), years(("building", "5+")), "Years of unlike work", "years-unlike"),
        (years((None, "9+")), years((None, "5+")), "Years of a kind that is not stated", "years-unlike"),
        (years(("building", "5+")), years(("building", "several")), "Asked for, years not stated", "years-uncounted"),
        (
            years(("building", None)),
            years(("building", "5+")),
            "Cannot be counted: Role 0 states no",
            "years-uncounted",
        ),
        (years(), years(("building", "5+")), "Cannot be counted: Role 0 states no years", "years-uncounted"),
    ],
)
def test_years_are_subtracted_only_of_the_same_work_and_where_all_agree(a: Any, b: Any, text: str, rule: str) -> None:
    experience = told(requiring(**a), requiring(**b)).thresholds[1]
    [sentence] = experience.derived
    assert sentence.text and sentence.text.startswith(text), sentence
    assert sentence.rule == rule
    assert len(experience.stated) == len(a["experience"]) + len(b["experience"]), "both lists stand beside it"


@law("degree-route")
def test_the_route_of_the_degree_that_is_asked_for_counts() -> None:
    here = years(("building", "5+"))
    [sentence] = told(requiring("masters", **here), requiring(**ROUTES)).thresholds[1].derived
    assert sentence.text == "3 more years, with the masters that Role 0 asks for"
    [sentence] = told(requiring("bachelors", **here), requiring(**ROUTES)).thresholds[1].derived
    assert sentence.text == "5 more years"
    [sentence] = told(requiring(**here), requiring(**ROUTES)).thresholds[1].derived
    assert sentence.rule == "years-span", "without a degree, both routes may hold"


@law("not-stated", "years-uncounted")
def test_leading_people_without_years_is_asked_for_all_the_same() -> None:
    there = {"requirements": {"leading": [{"what": "Proven leadership", "need": "asked"}]}}
    leading = told({}, there).thresholds[2]
    assert leading.derived[0].text == "Asked for, years not stated"
    assert told(there, {}).thresholds[2].derived[0].text is None


@law("may-need-degree")
def test_a_higher_degree_may_be_needed_and_for_whom_is_said() -> None:
    def degrees(*entries: dict[str, Any]) -> dict[str, Any]:
        return {"requirements": {"education": list(entries)}}

    masters = {"degree": "masters", "need": "asked"}
    scoped = {**masters, "for": "senior posts"}
    bachelors = degrees({"degree": "bachelors", "need": "asked"})

    def found(a: Any, b: Any) -> list[str | None]:
        return [one.text for one in told(a, b).thresholds[0].derived]

    assert found(bachelors, degrees(masters)) == found({}, degrees(masters)) == ["May need a masters"]
    assert found(bachelors, degrees(scoped)) == ["May need a masters for senior posts"]
    assert found(degrees(masters), bachelors) == ["No higher degree stated"]
    assert found(bachelors, degrees({**scoped, "need": "preferred"})) == ["Masters preferred for senior posts"]
    assert found(bachelors, {}) == [None]


def pay(typical: dict[str, Any] | None, span: tuple[int, int] | None = None, **block: Any) -> dict[str, Any]:
    """A salary section with a typical figure and a range."""
    figures = [{"id": "typical", "what": "Pay", "measure": "median", **typical}] if typical else []
    figures += [{"id": "span", "what": "Range", "measure": "range", "low": span[0], "high": span[1]}] if span else []
    named = {"typical": "typical"} if typical else {}
    named |= {"range": "span"} if span else {}
    return {
        "salary": {
            "unit": "usd",
            "year": 2024,
            "region": "here",
            "source": "survey",
            **block,
            **named,
            "figures": figures,
        }
    }


@law("pay-difference", "pay-range")
def test_pay_of_one_kind_is_compared() -> None:
    plan = told(pay({"value": 50000}, (40000, 60000)), pay({"value": 57550}, (55000, 80000)))
    assert [one.derived.text for one in plan.pay] == ["+$7,550", "The ranges share $55,000 to $60,000"]
    apart = told(pay({"value": 9}, (70, 99)), pay({"value": 7, "year": 2023}, (40, 60)))
    assert [one.derived.text for one in apart.pay] == [
        "−$2 (2023 against 2024)",
        "The ranges share no amount: one ends at $60, the other starts at $70",
    ]


@law("pay-difference")
@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"measure": "average"}, "what is measured differs"),
        ({"measure": None}, "what is measured differs"),
        ({"component": "base"}, "the part of pay differs"),
        ({"region": "there"}, "the region differs"),
        ({"unit": "eur"}, "the unit differs"),
        ({"job": "Cook"}, "the job title differs"),
        ({"level": "Senior"}, "the level differs"),
        ({"place": "Town"}, "the place differs"),
        ({"company": "Acme"}, "the company differs"),
    ],
)
def test_nothing_is_computed_of_unlike_pay(other: dict[str, Any], reason: str) -> None:
    plain, unlike = pay({"value": 8}), pay({"value": 9, **other})
    for a, b in ((plain, unlike), (unlike, plain)):
        assert moved(a, b).pay.typical.difference is None
        text = told(a, b).pay[0].derived.text
        assert text and text.startswith(f"Not computed: {reason}")
    assert told(plain, {}).pay[0].derived.text is None


def test_a_region_that_neither_states_is_not_the_same() -> None:
    none = pay({"value": 8}, region=None)
    assert told(none, none).pay[0].derived.text == "Not computed: the region is not stated"


@law("brief")
def test_a_plan_of_a_role_in_brief_says_so_first(catalogue: Any) -> None:
    assert told({}, {}).caution
    site = Site(View(catalogue, catalogue.changed))
    full, brief = (next(one for one in catalogue.roles if one.brief is value) for value in (False, True))
    other = next(one for one in catalogue.roles if not one.brief and one is not full)
    assert site.plan(full, other).caution is None
    for plan in (site.plan(full, brief), site.plan(brief, full)):
        assert plan.caution and plan.caution.text and plan.caution.text.startswith(brief.title)


def test_steps_of_the_tiny_catalogue(tiny: Any) -> None:
    joiner, master = tiny.roles
    careers = Careers(tiny)
    there, back = move(joiner, master, tiny, careers), move(master, joiner, tiny, careers)
    assert [link.end.role for link in there.steps] == ["master-joiner"] and not there.back
    assert back.steps == () and back.back


@law("steps")
def test_a_title_in_two_careers_joins_them_and_a_stage_of_two_jobs_is_one_step() -> None:
    either = {"level": "senior", "jobs": [{"title": "Expert Cook"}, {"title": "Head Waiter"}]}
    stages = [{"level": "mid", "here": True}, either]
    before = [{"level": "senior", "jobs": [{"title": "expert cook"}]}, {"level": "lead", "here": True}]
    a, b = {"career": {"stages": stages}}, {"career": {"stages": before}, "seniority": "lead"}
    plan = told(a, b)
    assert [title for _, title, _ in plan.steps] == ["Expert Cook or Head Waiter", "Role 1"]
    assert [link.by for link, _, _ in plan.steps] == ["role-0", "role-1"]


@law("inferred-step")
def test_a_step_that_an_editor_infers_gives_the_reason_and_gives_way_to_a_stated_one() -> None:
    inferred = {"title": "Role 1", "role": "role-1", "because": "The duties are the same."}
    plan = told({"career": {"next": [inferred]}}, {})
    assert [reason for _, _, reason in plan.steps] == ["The duties are the same."]
    before = {"level": "lead", "jobs": [{"title": "Role 0", "role": "role-0"}]}
    stated = {"career": {"stages": [before, {"level": "head", "here": True}]}}
    assert [reason for _, _, reason in told({"career": {"next": [inferred]}}, stated).steps] == [""]


@law("to-add", "named-by-both", "years-subtracted", "pay-difference")
@settings(max_examples=40)
@given(role(), role())
def test_both_directions_mirror_each_other(a: dict[str, Any], b: dict[str, Any]) -> None:
    there, back = moved(a, b), moved(b, a)
    ours, theirs = ({id for ask in asks(one) for id in ask.ids} for one in (there.a, there.b))
    for plan, named in ((there, ours), (back, theirs)):
        for ask in plan.add:
            assert ask.need in (Need.ASKED, Need.PREFERRED)
            assert not named & set(ask.ids)
        known = [*plan.add, *(one.there for one in plan.shared)]
        left = [ask for ask in asks(plan.b) if ask not in known]
        assert all(ask.need in (Need.EXAMPLE, Need.WORK) and not named & set(ask.ids) for ask in left)
    for kind in ("experience", "leading"):
        for one in getattr(there, kind):
            for other in getattr(back, kind):
                same = one.there[0].work is not None and one.there[0].work == other.there[0].work
                assert not (same and one.gap is other.gap is Gap.MORE)
    if there.pay.typical.difference is not None:
        assert there.pay.typical.difference == -(back.pay.typical.difference or Decimal(0))
    assert there.pay.range.shared == back.pay.range.shared
    assert there.pay.range.apart == back.pay.range.apart


@law("to-add", "may-need-degree", "years-subtracted")
@settings(max_examples=30)
@given(role())
def test_a_move_to_a_like_role_takes_nothing(made: dict[str, Any]) -> None:
    plan = moved(made, made)
    assert not plan.grow and not plan.add
    assert all(gap.gap is not Gap.MORE for gap in (*plan.experience, *plan.leading))
    assert plan.pay.typical.difference in (None, 0)
