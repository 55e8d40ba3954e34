"""Pay is never claimed beyond what is known: one set for a headline, one kind for an order, nothing beyond a curve."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.analysis.pay import kind_of_pay, pay_figures
from rolebook.analysis.standing import POINTS, comparable, ends, odd, standing
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure, Percentiles
from rolebook.model.levels import Measure
from rolebook.model.statistics import OfficialStatistics
from rolebook.model.vocabulary import Unit
from rolebook.pages.surveys import pages
from rolebook.site.context import Site
from rolebook.wording.notation import figure_value, ordinal
from rolebook.wording.official_pay import official_entry, official_pay, stands
from rolebook.wording.pay_chart import role_chart
from rolebook.wording.scale import Entry, chart
from rolebook.wording.view import View
from tests.laws import law

KNOWN = Percentiles(p10=82460, p25=105210, median=135980, p75=171980, p90=214670)
DOLLARS = Unit(id="usd", label="US dollars a year", prefix="$", currency="USD", period="year")
AMOUNTS = st.integers(1, 400_000).map(Decimal)


def figure(**given: object) -> Figure:
    stated = {"what": "Pay", "unit": "usd", "region": "us", "source": "survey", "measure": "median", "value": 100000}
    if {"low", "high", "percentiles"} & given.keys():
        del stated["value"]
    return Figure.model_validate({**stated, **given})


def statistics() -> OfficialStatistics:
    return OfficialStatistics.model_validate(
        {
            "source": "bls",
            "year": 2025,
            "region": "us",
            "unit": "usd",
            "counts": "Wages.",
            "occupations": [{"soc": "15-1252", "title": "Software Developers", "percentiles": KNOWN.model_dump()}],
        }
    )


@given(AMOUNTS, AMOUNTS)
def test_a_higher_amount_never_stands_lower(a: Decimal, b: Decimal) -> None:
    low, high = sorted((a, b))
    assert standing(low, KNOWN).percentile <= standing(high, KNOWN).percentile
    assert standing(low, KNOWN).outside <= standing(high, KNOWN).outside


@law("standing")
@given(AMOUNTS)
def test_nothing_is_worked_out_beyond_the_known_percentiles(amount: Decimal) -> None:
    found = standing(amount, KNOWN)
    assert 10 <= found.percentile <= 90
    assert (found.outside == 1) is (amount > 214670)
    assert (found.outside == -1) is (amount < 82460)


def test_a_known_percentile_stands_at_itself_and_its_middle_between() -> None:
    for name, value in KNOWN.known:
        assert standing(value, KNOWN) == standing(value, KNOWN).__class__(value, POINTS[name])
    assert standing(Decimal(153980), KNOWN).percentile == 63  # Halfway from the median to the 75th: 62.5.
    assert stands(standing(Decimal(153980), KNOWN)) == "about the 63rd percentile"
    assert stands(standing(Decimal(214671), KNOWN)) == "above the 90th percentile"
    assert stands(standing(Decimal(82459), KNOWN)) == "below the 10th percentile"


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 33)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "33rd",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "given_",
    [
        {"component": "total"},
        {"component": "bonus"},
        {"unit": "eur"},
        {"region": "india"},
        {"region": None},
        {"place": "X"},
    ],
)
def test_unlike_pay_is_not_set_on_the_curve(given_: dict[str, object]) -> None:
    assert not comparable(figure(**given_), statistics())


def test_base_pay_and_pay_of_no_named_part_are_set_on_it() -> None:
    assert comparable(figure(component="base"), statistics())
    assert comparable(figure(), statistics())


def test_both_ends_of_a_range_are_set_on_the_curve_and_an_open_one_is_not_closed() -> None:
    assert ends(figure(low=1, high=2)) == (1, 2)
    assert ends(figure(low=1)) == (1,)
    assert ends(figure(value=5)) == (5,)


def test_a_middle_outside_the_known_percentiles_stands_oddly() -> None:
    assert odd(figure(value=214671), KNOWN)
    assert odd(figure(value=82459, measure="average"), KNOWN)
    assert not odd(figure(value=214670), KNOWN)
    assert not odd(figure(value=300000, measure="extreme"), KNOWN)
    assert not odd(figure(low=1, high=300000, measure="range"), KNOWN)


def test_a_plus_is_kept_in_words_and_in_the_chart() -> None:
    open_end = figure(low=180000, high=250000, open=True, measure="range")
    assert figure_value(open_end, DOLLARS) == "$180,000 to $250,000+"
    drawn = chart([Entry.of(open_end, "Pay", "range", DOLLARS)], "$")
    assert drawn and drawn.bars[0].open_right and drawn.bars[0].text.endswith("+")
    assert drawn.ticks[-1].x > drawn.bars[0].right, "an arrow needs room"


def test_a_figure_without_a_plus_has_no_arrow() -> None:
    drawn = chart([Entry.of(figure(low=1, high=2), "Pay", "range", DOLLARS)], "$")
    assert drawn and not drawn.bars[0].open_right


def test_every_bar_says_what_kind_of_number_it_is_and_whose(site_of_catalogue: Site) -> None:
    for role in site_of_catalogue.catalogue.roles:
        drawn = role_chart(role, site_of_catalogue.view)
        for bar in drawn.bars if drawn else ():
            assert bar.about, (role.slug, bar.label)
        if drawn and site_of_catalogue.catalogue.official_wages(role):
            assert [bar.official for bar in drawn.bars].count(True) == 1
            assert "all employees" in drawn.bars[-1].about


def test_a_chart_shows_the_same_numbers_as_its_table(site_of_catalogue: Site) -> None:
    view = site_of_catalogue.view
    for role in site_of_catalogue.catalogue.roles:
        drawn = role_chart(role, view)
        told = {shown.value for shown in view.money(role)}
        assert {bar.text for bar in drawn.bars if not bar.official} <= told if drawn else True


def test_roles_of_different_measures_are_never_in_one_order(site_of_catalogue: Site) -> None:
    page = next(page for page in pages(site_of_catalogue) if page.url == "salaries/")
    by_title = {role.title: role for role in site_of_catalogue.catalogue.roles}
    drawn = [[by_title[bar.label] for bar in chart.bars] for _, _, chart in page.data["kinds"] if chart]
    assert sorted(role.slug for roles in drawn for role in roles) == sorted(
        role.slug for role in site_of_catalogue.catalogue.roles if any(pay_figures(role))
    )
    for roles in drawn:
        assert len({kind_of_pay(pay_figures(role)[0] or pay_figures(role)[1]) for role in roles}) == 1
        centres = [figure.centre for role in roles if (figure := pay_figures(role)[0])]
        assert centres == sorted(centres, reverse=True)


def test_official_wages_stand_beside_every_role_of_the_catalogue(site_of_catalogue: Site) -> None:
    catalogue = site_of_catalogue.catalogue
    for role in catalogue.roles:
        official = official_pay(role, catalogue)
        assert official and official.because and official.year == "2025", role.slug
        assert "salary" in catalogue.sections(role)
        assert official_entry(role, catalogue, "#x")
        for placed in official.placed:
            assert placed.stands.startswith(("about ", "above ", "below "))


def test_a_detail_of_an_occupation_has_the_wages_of_the_whole() -> None:
    found = statistics().of("15-1252.01")
    assert found and found.title == "Software Developers"
    assert statistics().of("15-1253.00") is None
    assert statistics().of(None) is None


def test_a_median_of_percentiles_is_a_median() -> None:
    assert kind_of_pay(figure(percentiles={"p25": 1, "median": 2}, measure=None))[0] is Measure.MEDIAN
    assert kind_of_pay(figure(percentiles={"p25": 1}, measure=None))[0] is None


@pytest.fixture(scope="session")
def site_of_catalogue(catalogue: Catalogue) -> Site:
    return Site(View(catalogue, catalogue.changed))


def test_a_second_set_of_an_occupation_is_refused(tmp_path: Path) -> None:
    from rolebook.content.pay_rules import statistics_problems  # noqa: PLC0415
    from rolebook.model.location import Located  # noqa: PLC0415

    twice = statistics().model_copy(update={"occupations": statistics().occupations * 2})
    (found,) = statistics_problems(twice, Located(Path("content/statistics.yml"), {}))
    assert '"15-1252" a second time' in found.message
