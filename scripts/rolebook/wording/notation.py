"""How figures, dates and spans are written."""

from datetime import date
from decimal import Decimal

from rolebook.model.base import Span
from rolebook.model.figures import Figure, Percentiles
from rolebook.model.vocabulary import SourceKind, Unit

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
OLD_AFTER_YEARS = 2
SOURCE_KINDS = {
    SourceKind.OFFICIAL: "Official source",
    SourceKind.SECONDARY: "Secondary source",
    SourceKind.OWN: "The organisation's own records",
}
PERCENTILES = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "median": "median",
    "p75": "75th percentile",
    "p90": "90th percentile",
}


def number(value: Decimal) -> str:
    """With thousands separated, and every decimal that the content has: `9.460`, `187,550`."""
    return f"{value:,f}"


def amount(value: Decimal, unit: Unit) -> str:
    """A number with its unit: `$187,550`, `20.17% a year`."""
    return f"{unit.prefix}{number(value)}{unit.suffix}"


def figure_value(figure: Figure, unit: Unit) -> str:
    """The value of a figure in words: `$375,000 to $600,000`, `$300,000 or more`, `up to 20%`."""
    low, high = figure.bounds
    if low is None:
        assert high is not None  # A figure states at least one end.
        written = f"up to {amount(high, unit)}"
    elif high is None:
        written = f"{amount(low, unit)} or more"
    elif figure.percentiles and figure.centre is not None:
        written = f"{amount(figure.centre, unit)} median, {_range(low, high, unit)}"
    else:
        written = amount(low, unit) if low == high else _range(low, high, unit)
    if figure.open and high is not None:
        written += "+"
    return f"about {written}" if figure.about else written


def _range(low: Decimal, high: Decimal, unit: Unit) -> str:
    return f"{unit.prefix}{number(low)} to {amount(high, unit)}"


def spread(percentiles: Percentiles, unit: Unit) -> str:
    """`$190,000 to $300,000 (10th to 90th percentile)`."""
    (lowest, low), (highest, high) = percentiles.known[0], percentiles.known[-1]
    first, last = PERCENTILES[lowest].removesuffix(" percentile"), PERCENTILES[highest]
    return f"{_range(low, high, unit)} ({first} to {last})"


def short_amount(value: Decimal) -> str:
    """An amount of money on an axis, where the currency is said elsewhere: `180k`, `1.5m`."""
    for scale, letter in ((1_000_000, "m"), (1_000, "k")):
        if abs(value) >= scale:
            return f"{(value / scale).normalize():,f}{letter}"
    return f"{value.normalize():,f}"


def ordinal(value: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{'th' if value % 100 in {11, 12, 13} else ending}"


def day(value: date) -> str:
    """`21 November 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def years(span: Span | None) -> str:
    """`2024`, `2023 to 2030`, `since 2014`; `year not stated` for None."""
    if span is None:
        return "year not stated"
    if span.high is None:
        return f"since {span.low}"
    return f"{span.low}" if span.low == span.high else f"{span.low} to {span.high}"


def working_years(span: Span | None) -> str:
    """`5 to 8 years`, `10 or more years`, `1 year`; `Several years` for None."""
    if span is None:
        return "Several years"
    if span.high is None:
        return f"{span.low} or more years"
    if span.low == span.high:
        return f"{span.low} year" + ("" if span.low == 1 else "s")
    return f"{span.low} to {span.high} years"


def age(figure: Figure, today: date) -> int | None:
    """Whole years since the end of the year that a figure speaks of; None where it names no end.

    A figure about years to come has the age 0.
    """
    if figure.year is None or figure.year.high is None:
        return None
    return max(0, today.year - figure.year.high - 1)


def old(figure: Figure, today: date) -> str | None:
    """`more than 3 years old` for a figure more than two years old, or None.

    The year counts from its end: a figure of 2023 is two years old on 31 December 2025, and
    more than two years old from the next day on.
    """
    years_old = age(figure, today)
    if years_old is None or years_old < OLD_AFTER_YEARS:
        return None
    return f"more than {years_old} years old"


def projected(figure: Figure, today: date) -> bool:
    """Whether a figure speaks of a year that had not ended by `today`."""
    return figure.year is not None and figure.year.high is not None and figure.year.high >= today.year
