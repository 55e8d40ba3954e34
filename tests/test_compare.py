"""Laws of comparison and of nearness, over every pair of the real catalogue and over made-up roles."""

from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from rolebook.analysis.comparison import Ask, Comparison, SkillRow, Verdict, asks, compare
from rolebook.analysis.nearness import Nearness, pairs
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.site.addresses import pair_slug

OTHER = {"a": "b", "b": "a", None: None, "both": "both"}


def mirrored(one: Comparison) -> Comparison:
    """What must be said when the roles change places."""
    return Comparison(
        one.b,
        one.a,
        tuple(replace(row, a=row.b, b=row.a) for row in one.facts),
        tuple(replace(row, a=row.b, b=row.a) for row in one.skills),
        tuple(replace(row, a=row.b, b=row.a) for row in one.duties),
    )


def test_a_comparison_mirrors_its_reverse(catalogue: Catalogue) -> None:
    for a, b in combinations(catalogue.roles, 2):
        one, other = compare(a, b, catalogue), compare(b, a, catalogue)
        assert mirrored(one) == other
        assert [OTHER[row.more] for row in one.skills] == [row.more for row in other.skills]
        assert (one.only("a"), one.shared, one.only("b")) == (other.only("b"), other.shared, other.only("a"))


def test_a_role_differs_from_itself_in_nothing(catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        same = compare(role, role, catalogue)
        assert {row.place for row in same.skills} <= {"both"}
        assert not any(row.more for row in same.skills)
        assert Verdict.DIFFERENT not in {row.verdict for row in same.facts}


def test_every_skill_of_either_role_stands_in_one_row(catalogue: Catalogue) -> None:
    for a, b in combinations(catalogue.roles, 2):
        rows = [row.skill.id for row in compare(a, b, catalogue).skills]
        assert sorted(rows) == sorted(asks(a, catalogue).keys() | asks(b, catalogue).keys())


def test_not_stated_is_never_a_difference(catalogue: Catalogue) -> None:
    silent = [role for role in catalogue.roles if not role.salary]
    assert silent
    for role in catalogue.roles:
        row = next(row for row in compare(silent[0], role, catalogue).facts if row.a.key == "pay")
        assert row.verdict is Verdict.UNKNOWN


ASKS = st.builds(Ask, st.sampled_from(Need), st.integers(-1, 3))


@given(ASKS, ASKS)
def test_who_asks_for_more_is_one_side_or_none(catalogue: Catalogue, a: Ask, b: Ask) -> None:
    skill = catalogue.vocabulary.skills[0]
    more = SkillRow(skill, a, b).more
    assert SkillRow(skill, b, a).more == OTHER[more]
    if a.need is Need.REQUIRED and b.need is Need.PREFERRED:
        assert more == "a"
    if a.need == b.need and a.level > b.level >= 0:
        assert more == "a"
    if a.need == b.need and -1 in (a.level, b.level):
        assert more is None


def test_nearness_is_symmetric_and_between_0_and_1(catalogue: Catalogue) -> None:
    nearness = Nearness(catalogue)
    for a in catalogue.by_slug:
        assert nearness.similarity(a, a) == 1
        for b in catalogue.by_slug:
            assert 0 <= nearness.similarity(a, b) == nearness.similarity(b, a) <= 1


def test_the_nearest_are_the_most_similar(catalogue: Catalogue) -> None:
    nearness = Nearness(catalogue)
    for slug in catalogue.by_slug:
        ranked = nearness.nearest(slug, 8)
        assert slug not in ranked
        values = [nearness.similarity(slug, other) for other in ranked]
        assert all(first >= second - 1e-12 for first, second in pairwise(values))


def test_small_catalogues_have_all_pairs_and_large_ones_the_nearest(catalogue: Catalogue) -> None:
    nearness = Nearness(catalogue)
    assert len(list(pairs(catalogue, nearness, 30, 4))) == 36
    few = list(pairs(catalogue, nearness, 8, 2))
    assert len(few) < 36
    for slug in catalogue.by_slug:
        for other in nearness.nearest(slug, 2):
            assert tuple(sorted((slug, other))) in few
    assert pair_slug("b", "a") == pair_slug("a", "b") == "a-vs-b"
