"""The career map: no box on another, no curve through a box, in small catalogues and in large ones."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.analysis.careers import Careers, moves_of
from rolebook.model.catalogue import Catalogue
from rolebook.pages import careers
from rolebook.site.context import Site
from rolebook.wording.career_map import Map, draw
from rolebook.wording.view import View
from tests.many import FAMILIES, LEVELS, catalogue_of, many


def whole(catalogue: Catalogue) -> Map | None:
    known = Careers(catalogue)
    return draw(known.stops, known.links, catalogue)


def paths_page(catalogue: Catalogue):
    [page] = careers.pages(Site(View(catalogue, catalogue.changed)))
    return page.data


def boxes(map: Map):
    return [*map.jobs, *(way.box for way in map.ways if way.box)]


def points(d: str) -> list[tuple[float, float]]:
    """Points of a path, close together: its cubic and its straight stretch, without the arrow head."""
    numbers = [float(number) for number in re.findall(r"-?\d+", d.split("M")[1])]
    x0, y0, x1, y1, x2, y2, x3, y3 = numbers[:8]
    found = []
    for step in range(41):
        t = step / 40
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        found.append(
            tuple(
                sum(w * v for w, v in zip(weights, values, strict=True))
                for values in ((x0, x1, x2, x3), (y0, y1, y2, y3))
            )
        )
    return found + [(x3 + numbers[8] * step / 10, y3) for step in range(11) if len(numbers) > 8]


def assert_legible(map: Map) -> None:
    """Nothing overlaps, nothing leaves the picture, and no curve runs through a box."""
    all = boxes(map)
    for one, other in combinations(all, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y, (one, other)
    for box in all:
        assert box.x >= 0 and box.x + box.width <= map.width and box.y >= 0 and box.y + box.height <= map.height
        assert all_inside(box)
    for way in map.ways:
        for curve in way.curves:
            for x, y in points(curve.d):
                hit = [b.stop.title for b in all if b.x < x < b.x + b.width and b.y < y < b.y + b.height]
                assert not hit, (way.slug, curve.d, hit)


def all_inside(box) -> bool:
    return all(box.y < y <= box.y + box.height - 4 for y, _ in box.lines)


def test_the_real_map_is_legible(catalogue):
    map = whole(catalogue)
    assert_legible(map)
    assert {way.slug for way in map.ways if way.box} == set(catalogue.by_slug)


def test_a_title_at_one_seniority_is_one_box(catalogue):
    stops = [box.stop for box in boxes(whole(catalogue))]
    assert len({(stop.title.casefold(), stop.level) for stop in stops}) == len(stops)
    assert [stop.title for stop in stops].count("Senior AI Engineer") == 1


@pytest.mark.parametrize("count", [1, 30, 31, 100, 300])
def test_maps_of_any_size_are_legible(count):
    data = paths_page(many(count))
    if data["map"]:
        assert_legible(data["map"])
    for map in filter(None, data["maps"].values()):
        assert_legible(map)


def test_a_large_catalogue_shows_roles_alone_and_stages_by_family():
    small, large = paths_page(many(30)), paths_page(many(100))
    assert small["whole"] and small["map"].jobs and not small["maps"]
    assert not large["whole"] and not large["map"].jobs
    assert len(large["map"].ways) == 100
    assert set(large["maps"]) == set(FAMILIES)
    assert all(map.jobs for map in large["maps"].values())
    assert large["map"].height < 30 * 100  # units; thirty a role, whatever their number


def test_two_drawings_are_the_same():
    assert whole(many(60)) == whole(many(60))


def test_without_careers_there_is_no_map():
    lone = catalogue_of([{"slug": "a", "title": "A", "family": "family-0", "seniority": "mid"}])
    assert whole(lone) is None


def test_links_between_roles_are_the_moves_that_the_rules_check(catalogue):
    stated = {(start, end) for role in catalogue.roles for start, end, _ in moves_of(role)}
    drawn = {
        (link.start.role, link.end.role)
        for link in Careers(catalogue).links
        if link.start.role and link.end.role and not link.aside
    }
    assert drawn == stated


JOBS = st.lists(
    st.sampled_from(["Cook", "cook", "Baker", "Very long title of a job nobody has", "職業名" * 8]), max_size=3
)


@st.composite
def catalogues(draw_: st.DrawFn) -> Catalogue:
    """Up to six roles whose careers name jobs and each other in any order, backward too."""
    slugs = [f"role-{number}" for number in range(draw_(st.integers(1, 6)))]
    roles = []
    for slug in slugs:
        others = st.sampled_from([other for other in slugs if other != slug] or [None])

        def jobs(others=others):
            named = [{"title": title} for title in draw_(JOBS)]
            other = draw_(others)
            return named + ([{"title": "Known", "role": other}] if other and draw_(st.booleans()) else [])

        stages = [{"level": level, "jobs": jobs()} for level in draw_(st.lists(st.sampled_from(LEVELS), max_size=4))]
        stages.insert(draw_(st.integers(0, len(stages))), {"level": "mid", "here": True})
        roles.append(
            {
                "slug": slug,
                "title": f"Title {slug}",
                "family": draw_(st.sampled_from(FAMILIES[:3])),
                "seniority": draw_(st.sampled_from(LEVELS)),
                "career": {"stages": stages, "next": jobs(), "alternatives": jobs()},
            }
        )
    return catalogue_of(roles)


@settings(max_examples=60, deadline=None)
@given(catalogues())
def test_any_careers_make_a_legible_map(catalogue):
    map = whole(catalogue)
    if map:
        assert_legible(map)


@settings(max_examples=60, deadline=None)
@given(catalogues())
def test_steps_are_stated_joined_and_shortest(catalogue):
    known = Careers(catalogue)
    onward = {(link.start, link.end) for link in known.links if not link.aside}
    for a, b in combinations(catalogue.by_slug, 2):
        steps = known.steps(a, b)
        if not steps:
            continue
        assert (steps[0].start.role, steps[-1].end.role) == (a, b)
        assert all(one.end == next.start for one, next in pairwise(steps))
        assert all((link.start, link.end) in onward for link in steps)
        reached, rounds = {steps[0].start}, 0
        while not any(stop.role == b for stop in reached):
            reached |= {end for start, end in onward if start in reached}
            rounds += 1
        assert rounds == len(steps)
