"""How figures are written, and how old they are said to be."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from rolebook.model.base import Span
from rolebook.model.figures import Figure
from rolebook.model.vocabulary import Unit
from rolebook.wording import notation

USD = Unit(id="usd", label="US dollars", prefix="$", currency="USD")
PERCENT = Unit(id="percent", label="per cent", suffix="%")


def figure(**given: object) -> Figure:
    return Figure.model_validate({"what": "Pay", "unit": "usd", "source": "survey", **given})


@pytest.mark.parametrize(
    ("given", "unit", "written"),
    [
        ({"value": 187550}, USD, "$187,550"),
        ({"value": Decimal("9.460")}, USD, "$9.460"),
        ({"low": 375000, "high": 600000}, USD, "$375,000 to $600,000"),
        ({"low": 300000}, USD, "$300,000 or more"),
        ({"high": 20}, PERCENT, "up to 20%"),
        ({"value": 120000, "about": True}, USD, "about $120,000"),
        ({"percentiles": {"p10": 1, "median": 2, "p90": 3}}, USD, "$2 median, $1 to $3"),
    ],
)
def test_a_figure_in_words(given: dict[str, object], unit: Unit, written: str) -> None:
    assert notation.figure_value(figure(**given), unit) == written


@pytest.mark.parametrize(
    ("year", "today", "said"),
    [
        ("2023", date(2025, 12, 31), None),
        ("2023", date(2026, 1, 1), "more than 2 years old"),
        ("2024", date(2026, 11, 21), None),
        ("2020-2022", date(2026, 11, 21), "more than 3 years old"),
        ("2023-2030", date(2026, 11, 21), None),
        ("2014+", date(2026, 11, 21), None),
        (None, date(2026, 11, 21), None),
    ],
)
def test_a_figure_more_than_two_years_old_says_so(year: str | None, today: date, said: str | None) -> None:
    assert notation.old(figure(value=1, **({"year": year} if year else {})), today) == said


@pytest.mark.parametrize(
    ("today", "said"), [(datetime(2026, 12, 31), None), (datetime(2036, 5, 1), "more than 11 years old")]
)
def test_a_page_read_years_later_tells_the_age_of_its_figures(
    page: Page, address: str, today: datetime, said: str | None
) -> None:
    page.clock.set_fixed_time(today)
    page.goto(f"{address}roles/head-of-ai-engineering/")
    badge = page.locator("#salary-median .rb-old")
    if said:
        expect(badge).to_have_text(said)
    else:
        expect(badge).to_have_count(0)


def test_spans_of_years() -> None:
    spans = [Span.parse("2024"), Span.parse("2023-2030"), Span.parse("2014+"), None]
    assert [notation.years(span) for span in spans] == ["2024", "2023 to 2030", "since 2014", "year not stated"]
    assert [notation.working_years(Span.parse(years)) for years in ("5-8", "10+", 1)] == [
        "5 to 8 years",
        "10 or more years",
        "1 year",
    ]
