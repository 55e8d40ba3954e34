"""Ranges on one shared scale: where each mark of a pay chart stands, in units of the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rolebook.model.figures import Figure
from rolebook.model.vocabulary import Unit
from rolebook.wording import notation

WIDTH, MARGIN = 640, 16
ROW_HEIGHT, AXIS_HEIGHT = 74, 30
LINE = 84
"""How many characters fit on a line above a bar: longer ones are cut, because the table beside the chart has them."""


@dataclass(frozen=True)
class Bar:
    """One row of a chart. Positions are in drawing units from the left; None where there is no such mark."""

    label: str
    text: str
    about: str
    """What kind of number it is, and whose."""
    y: int
    left: float
    right: float
    open_left: bool
    open_right: bool
    inner: tuple[float, float] | None
    """The middle half, where the quartiles are known."""
    mark: float | None
    """The single value or the median."""
    side: str
    href: str
    official: bool = False

    @property
    def width(self) -> float:
        return round(self.right - self.left, 1)

    @property
    def inner_width(self) -> float:
        return round(self.inner[1] - self.inner[0], 1) if self.inner else 0.0


@dataclass(frozen=True)
class Tick:
    x: float
    text: str


@dataclass(frozen=True)
class Chart:
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH

    @property
    def height(self) -> int:
        return len(self.bars) * ROW_HEIGHT + AXIS_HEIGHT

    @property
    def floor(self) -> int:
        """Where the axis stands, from the top."""
        return len(self.bars) * ROW_HEIGHT


@dataclass(frozen=True)
class Entry:
    """What one row shows: a range, a single value, or both. An end that is None is open.

    `about` is what kind of number it is, and whose. `side` (a, b, c, d or nothing) gives its colour; `href` is where
    it leads. `more` says that its source adds a plus to the upper end.
    """

    label: str
    text: str
    about: str
    low: Decimal | None
    high: Decimal | None
    centre: Decimal | None
    quartiles: tuple[Decimal, Decimal] | None = None
    side: str = ""
    href: str = ""
    more: bool = False
    official: bool = False

    @classmethod
    def of(cls, figure: Figure, label: str, about: str, unit: Unit, side: str = "", href: str = "") -> "Entry":
        """The row of one figure."""
        low, high = figure.bounds
        quartiles = figure.percentiles.middle_half if figure.percentiles else None
        written = notation.figure_value(figure, unit)
        return cls(label, written, about, low, high, figure.centre, quartiles, side, href, figure.open)


def chart(entries: Sequence[Entry], prefix: str, scale: Decimal = Decimal(1)) -> Chart | None:
    """Draw the entries, all in one unit, on one scale from a round number to a round number.

    None when there is nothing to draw. The scale need not start at 0: ranges, unlike bars, are read
    by their ends. `prefix` is the sign of the currency on the axis, `scale` how much of it one of the unit is.
    """
    numbers = [value for entry in entries for value in (entry.low, entry.high, entry.centre) if value is not None]
    if not numbers:
        return None
    ticks = round_ticks(min(numbers), max(numbers))
    step = ticks[1] - ticks[0]
    # An open end needs room for its arrow.
    if any((entry.high is None and entry.low == ticks[-1]) or _room(entry) == ticks[-1] for entry in entries):
        ticks.append(ticks[-1] + step)
    if any(entry.low is None and entry.high == ticks[0] for entry in entries):
        ticks.insert(0, ticks[0] - step)
    start, end = ticks[0], ticks[-1]

    def place(value: Decimal) -> float:
        return round(float(MARGIN + (value - start) / (end - start) * (WIDTH - 2 * MARGIN)), 1)

    bars = tuple(
        Bar(
            _cut(entry.label, LINE - len(entry.text)),
            entry.text,
            _cut(entry.about, LINE),
            row * ROW_HEIGHT,
            place(start if entry.low is None else entry.low),
            place(end if entry.high is None else entry.high),
            entry.low is None,
            entry.high is None or entry.more,
            entry.quartiles and (place(entry.quartiles[0]), place(entry.quartiles[1])),
            None if entry.centre is None else place(entry.centre),
            entry.side,
            entry.href,
            entry.official,
        )
        for row, entry in enumerate(entries)
    )
    return Chart(bars, tuple(Tick(place(tick), prefix + notation.short_amount(tick * scale)) for tick in ticks))


def _room(entry: Entry) -> Decimal | None:
    """The upper end beyond which an arrow must be drawn; None where there is none."""
    return entry.high if entry.more else None


def _cut(label: str, room: int) -> str:
    return label if len(label) <= room else f"{label[: room - 1].rstrip(' ,')}…"


def round_ticks(low: Decimal, high: Decimal, about: int = 5) -> list[Decimal]:
    """Round numbers, evenly spaced, the first at or below `low` and the last at or above `high`."""
    if low == high:
        low, high = (low * Decimal("0.9"), high * Decimal("1.1")) if low else (Decimal(0), Decimal(1))
    rough = (high - low) / about
    power = Decimal(10) ** rough.adjusted()
    step = next(power * factor for factor in (1, 2, Decimal("2.5"), 5, 10) if power * factor >= rough)
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = (high / step).to_integral_value("ROUND_CEILING")
    return [step * (first + index) for index in range(int(last - first) + 1)]
