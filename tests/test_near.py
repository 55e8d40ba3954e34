"""Nearness: its laws, the pairs that follow from it, and the related roles that no editor named."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.analysis.nearness import Nearness, pairs
from rolebook.pages import roles as role_pages
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.laws import law
from tests.many import FAMILIES, SKILLS, catalogue_of, many


def role(slug, skills=(), family="family-0", **more):
    asked = [{"skill": skill, "need": need} for skill, need in skills]
    return {
        "slug": slug,
        "title": slug,
        "family": family,
        "seniority": "mid",
        "requirements": {"skills": asked},
        **more,
    }


ASKED = st.dictionaries(st.sampled_from(SKILLS[:10]), st.sampled_from(["asked", "preferred"]), max_size=6)
CATALOGUES = st.lists(st.tuples(ASKED, st.sampled_from(FAMILIES[:3])), min_size=2, max_size=7).map(
    lambda made: catalogue_of([role(f"role-{n}", skills.items(), family) for n, (skills, family) in enumerate(made)])
)


@settings(max_examples=100, deadline=None)
@given(CATALOGUES)
def test_similarity_is_symmetric_from_0_to_1_and_1_to_itself(catalogue):
    near = Nearness(catalogue)
    for a, b in combinations(catalogue.by_slug, 2):
        assert near.similarity(a, b) == near.similarity(b, a)
        assert 0 <= near.similarity(a, b) <= 1
        assert near.similarity(a, a) == 1


@settings(max_examples=100, deadline=None)
@given(CATALOGUES, st.integers(0, 8))
def test_the_nearest_are_those_of_the_greatest_similarity(catalogue, count):
    near = Nearness(catalogue)
    for slug in catalogue.by_slug:
        others = sorted(set(catalogue.by_slug) - {slug}, key=lambda other: (-near.similarity(slug, other), other))
        assert list(near.nearest(slug, count)) == others[:count]


@settings(max_examples=100, deadline=None)
@given(CATALOGUES)
def test_related_roles_have_something_in_common(catalogue):
    near = Nearness(catalogue)
    for slug in catalogue.by_slug:
        for one in near.related(slug, 4):
            assert one.skills or one.same_family or one.linked
            assert set(one.skills) == set(near._weights[slug]) & set(near._weights[one.role])


def similarity(*made):
    return Nearness(catalogue_of(made)).similarity("role-a", "role-b")


@law("nearness")
def test_each_part_of_similarity_counts():
    wood, saw = ("skill-0", "asked"), ("skill-1", "asked")
    nothing = similarity(role("role-a", [wood]), role("role-b", [saw], "family-1"))
    family = similarity(role("role-a", [wood]), role("role-b", [saw]))
    career = {"career": {"next": [{"title": "B", "role": "role-b"}]}}
    linked = similarity(role("role-a", [wood], **career), role("role-b", [saw], "family-1"))
    skills = similarity(role("role-a", [wood]), role("role-b", [wood], "family-1"))
    assert (nothing, family, linked, skills) == (0, 0.15, 0.15, pytest.approx(0.7))


@law("nearness")
def test_a_rare_skill_says_more_than_a_common_one_and_asked_more_than_preferred():
    common, rare = ("skill-0", "asked"), ("skill-1", "asked")
    crowd = [role(f"role-x{n}", [common], "family-2") for n in range(5)]
    near = Nearness(catalogue_of([role("role-a", [common, rare]), role("role-b", [rare], "family-1"), *crowd]))
    assert near.nearest("role-a", 1) == ("role-b",)
    both = role("role-a", [("skill-0", "asked"), ("skill-1", "preferred")])
    first = Nearness(catalogue_of([both, role("role-b", [rare], "family-1"), role("role-c", [common], "family-1")]))
    assert first.nearest("role-a", 1) == ("role-c",)


@law("nearness", "alternatives")
def test_a_skill_counts_by_how_it_is_asked_for_and_alternatives_share_one_count():
    def near(*needs):
        made = [role("role-a"), role("role-b", family="family-1")]
        for one, need in zip(made, needs, strict=True):
            one["requirements"] = {"skills": [need]}
        return Nearness(catalogue_of(made)).similarity("role-a", "role-b")

    asked = {"skill": "skill-0", "need": "asked"}
    for need, weight in (("preferred", 0.5), ("example", 0.25), ("work", 0.25)):
        assert near(asked, {**asked, "need": need}) == pytest.approx(0.7 * weight)
    rare, common = math.log1p(2), math.log1p(1)
    shared = near(asked, {"any_of": ["skill-0", "skill-3"], "need": "asked"})
    assert shared == pytest.approx(0.7 * common / 2 / (common + rare / 2))


@pytest.mark.parametrize("count", [0, 1, 2, 30])
def test_every_pair_has_a_page_up_to_the_limit(count):
    catalogue = many(count)
    assert len(list(pairs(catalogue, Nearness(catalogue), 30, 4))) == count * (count - 1) // 2


def test_above_the_limit_each_role_has_its_nearest():
    catalogue = many(100)
    near = Nearness(catalogue)
    found = list(pairs(catalogue, near, 30, 4))
    assert found == sorted(set(found)) and all(a < b for a, b in found)
    assert len(found) <= 4 * 100
    for slug in catalogue.by_slug:
        for other in near.nearest(slug, 4):
            assert tuple(sorted((slug, other))) in found
    chosen = {frozenset((slug, other)) for slug in catalogue.by_slug for other in near.nearest(slug, 4)}
    assert {frozenset(pair) for pair in found} == chosen


def test_related_roles_are_worked_out_only_where_no_editor_named_any(tiny):
    site = Site(View(tiny, tiny.changed))
    alike = {page.data["role"].slug: page.data["alike"] for page in role_pages.pages(site) if "role" in page.data}
    assert alike["joiner"] == ()
    [one] = alike["master-joiner"]
    assert (one.role, one.skills, one.same_family, one.linked) == ("joiner", ("wood",), True, True)
