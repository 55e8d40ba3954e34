"""Where an amount of pay would stand among all employees of an occupation, as official statistics know them."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from rolebook.model.figures import Figure, Percentiles
from rolebook.model.levels import Measure
from rolebook.model.statistics import OfficialStatistics

POINTS = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}
WITHOUT_BONUS = {None, "base"}
"""Parts of pay that may be set beside wages which leave out bonuses; none means that the source names no part."""


@dataclass(frozen=True)
class Standing:
    """`percentile` is about where an amount stands. Outside the known percentiles it is the nearest of them, and
    `outside` is -1 (below it) or 1 (above it)."""

    amount: Decimal
    percentile: int
    outside: int = 0


def standing(amount: Decimal, known: Percentiles) -> Standing:
    """Between two known percentiles it is found on the straight line between them; beyond the known ones it is not."""
    points = [(POINTS[name], value) for name, value in known.known]
    (first, lowest), (last, highest) = points[0], points[-1]
    if amount < lowest:
        return Standing(amount, first, -1)
    if amount > highest:
        return Standing(amount, last, 1)
    for (below, low), (above, high) in pairwise(points):
        if low <= amount <= high and high > low:
            share = (amount - low) / (high - low)
            place = Decimal(below) + share * (above - below)
            return Standing(amount, int(place.to_integral_value(ROUND_HALF_UP)))
    return Standing(amount, next(place for place, value in points if value == amount))


def comparable(figure: Figure, statistics: OfficialStatistics) -> bool:
    """Whether a figure may be set on the curve: the same currency and time, the same region, no bonus in it."""
    return (
        figure.unit == statistics.unit
        and figure.region == statistics.region
        and not figure.place
        and figure.component in WITHOUT_BONUS
    )


def ends(figure: Figure) -> tuple[Decimal, ...]:
    """The amounts of a figure that are set on the curve: its one number, or both of its ends."""
    if figure.centre is not None:
        return (figure.centre,)
    return tuple(value for value in figure.bounds if value is not None)


def odd(figure: Figure, known: Percentiles) -> bool:
    """Whether a figure stands oddly: a median, average or typical amount outside the known percentiles."""
    middle = figure.centre is not None and figure.measure in {Measure.MEDIAN, Measure.AVERAGE, Measure.TYPICAL, None}
    return middle and figure.centre is not None and standing(figure.centre, known).outside != 0
