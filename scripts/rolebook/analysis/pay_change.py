"""What a move does to typical pay, and how far to trust the answer. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rolebook.analysis.comparison import Verdict
from rolebook.analysis.pay import pay_figures
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.role import Role
from rolebook.model.vocabulary import Unit
from rolebook.wording import notation


class Trust(StrEnum):
    """How sure a change in pay is. The rule is in `PayChange.trust`."""

    SURE = "sure"
    FAIR = "fairly sure"
    ROUGH = "rough"
    UNKNOWN = "cannot be said"


@dataclass(frozen=True)
class Check:
    """One thing that decides how far two figures can be compared, and how it turned out, in words."""

    label: str
    verdict: Verdict
    text: str


@dataclass(frozen=True)
class PayChange:
    """From the typical pay and the pay range of one role to those of another.

    `difference` is typical pay there less typical pay here; None where a side states none, or the two
    are in different units. `span` is the widest that the ranges allow: from the low end there less the
    high end here, to the high end there less the low end here; None on the same terms. Amounts are in `unit`.
    """

    a: tuple[Figure | None, Figure | None]
    b: tuple[Figure | None, Figure | None]
    unit: Unit | None
    difference: Decimal | None
    span: tuple[Decimal, Decimal] | None
    overlap: bool | None
    """Whether the two ranges share an amount; None where a range is missing."""
    checks: tuple[Check, ...]

    @property
    def trust(self) -> Trust:
        """Unknown without a difference; rough when any check finds unlike figures or cannot tell; else sure
        when the ranges do not overlap, and fairly sure when they do or one is missing."""
        if self.difference is None:
            return Trust.UNKNOWN
        if self.doubts:
            return Trust.ROUGH
        return Trust.SURE if self.overlap is False else Trust.FAIR

    @property
    def doubts(self) -> int:
        """How many checks find unlike figures, or cannot tell."""
        return sum(check.verdict is not Verdict.SAME for check in self.checks)

    @property
    def typical_text(self) -> str | None:
        return None if self.difference is None else change(self.difference, self.unit)

    @property
    def span_text(self) -> str | None:
        return self.span and f"{change(self.span[0], self.unit)} to {change(self.span[1], self.unit)}"


def change(value: Decimal, unit: Unit) -> str:
    """`+$7,550`, `−$7,550`, `no change`."""
    if not value:
        return "no change"
    return ("+" if value > 0 else "−") + notation.amount(abs(value), unit)


def pay_change(a: Role, b: Role, catalogue: Catalogue) -> PayChange:
    """The change from `a` to `b`; `pay_change(b, a)` is its opposite."""
    here, there = pay_figures(a), pay_figures(b)
    typical = _alike(here[0], there[0])
    ranges = _alike(here[1], there[1])
    span = overlap = None
    if ranges:
        (low_a, high_a), (low_b, high_b) = here[1].bounds, there[1].bounds
        span = (low_b - high_a, high_b - low_a)
        overlap = low_a <= high_b and low_b <= high_a
    found = next((pair[0] for pair in (typical, ranges) if pair), None)
    return PayChange(
        here,
        there,
        catalogue.units[found.unit] if found else None,
        there[0].centre - here[0].centre if typical else None,
        span,
        overlap,
        _checks(here[0], there[0], ranges, catalogue) if typical else (),
    )


def _alike(a: Figure | None, b: Figure | None) -> tuple[Figure, Figure] | None:
    """Both figures, when both are there and in one unit."""
    return (a, b) if a and b and a.unit == b.unit else None


def _checks(a: Figure, b: Figure, ranges: tuple[Figure, Figure] | None, catalogue: Catalogue) -> tuple[Check, ...]:
    pair = (a, b)
    titles = "; ".join(figure.job for figure in pair if figure.job)
    parts = "; ".join(filter(None, (text for figure in pair for text in (figure.level, figure.place, figure.company))))
    noted = sum(figure.note is not None for figure in dict.fromkeys((*pair, *(ranges or ()))))
    return (
        _same("Measure", *map(measure, pair)),
        _same("Year", *(figure.year and notation.years(figure.year) for figure in pair)),
        _same("Region", *(catalogue.label("regions", figure.region) for figure in pair)),
        _same("Publisher", *(catalogue.sources[figure.source].publisher for figure in pair)),
        _clear("Job title", f"stated for {titles}" if titles else "", "the title of each role"),
        _clear("Whose pay", f"stated for {parts}" if parts else "", "no level, place or company singled out"),
        _clear("Notes", f"on {noted} of the figures used" if noted else "", "none on these figures"),
    )


def _same(label: str, a: str | None, b: str | None) -> Check:
    """Passed when both sides state the same."""
    if a is None or b is None:
        return Check(label, Verdict.UNKNOWN, f"{a or 'not stated'} against {b or 'not stated'}")
    if a == b:
        return Check(label, Verdict.SAME, f"{a} for both")
    return Check(label, Verdict.DIFFERENT, f"{a} against {b}")


def _clear(label: str, doubt: str, clear: str) -> Check:
    """Passed when there is no doubt."""
    return Check(label, Verdict.UNKNOWN, doubt) if doubt else Check(label, Verdict.SAME, clear)


def measure(figure: Figure) -> str:
    """What kind of number typical pay is: `median`, `average`, or its own label; then the part of pay it covers."""
    words = figure.what.casefold().split()
    if figure.percentiles or "median" in words:
        kind = "median"
    else:
        kind = "average" if {"average", "mean"} & set(words) else figure.what
    return f"{kind}, {figure.component}" if figure.component else kind
