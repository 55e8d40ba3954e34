"""What a move does to pay: computed where the figures of both roles are of one kind, and nowhere else."""

from dataclasses import dataclass
from decimal import Decimal

from rolebook.analysis.pay import pay_figures
from rolebook.analysis.pay_kind import Unlike, unlike
from rolebook.model.figures import Figure
from rolebook.model.role import Role


@dataclass(frozen=True)
class FigureChange:
    """From one figure to another, of typical pay or of the range. None where a role states none."""

    a: Figure | None
    b: Figure | None

    @property
    def unlike(self) -> tuple[Unlike, ...]:
        """Why nothing is computed of two figures that are there."""
        return unlike(self.a, self.b) if self.a and self.b else ()

    @property
    def comparable(self) -> bool:
        return self._both is not None

    @property
    def _both(self) -> tuple[Figure, Figure] | None:
        """The two figures where they can be compared."""
        return (self.a, self.b) if self.a and self.b and not self.unlike else None

    @property
    def difference(self) -> Decimal | None:
        """The amount there less the amount here."""
        a, b = (figure.centre for figure in self._both) if self._both else (None, None)
        return b - a if a is not None and b is not None else None

    @property
    def shared(self) -> tuple[Decimal, Decimal] | None:
        """The amounts that both ranges hold, from low to high; None where they hold none, or cannot be compared."""
        low, high = self._inner
        return (low, high) if low is not None and high is not None and low <= high else None

    @property
    def apart(self) -> tuple[Decimal, Decimal] | None:
        """From the end of the lower range to the start of the higher one, where they hold no amount in common."""
        low, high = self._inner
        # Behind a plus there is more: such a range has no upper end that another could lie above.
        ends = [figure for figure in (self.a, self.b) if figure and figure.bounds[1] == high]
        if low is None or high is None or low <= high or any(figure.open for figure in ends):
            return None
        return high, low

    @property
    def _inner(self) -> tuple[Decimal | None, Decimal | None]:
        bounds = [figure.bounds for figure in self._both or ()]
        lows = [low for low, _ in bounds if low is not None]
        highs = [high for _, high in bounds if high is not None]
        return max(lows, default=None), min(highs, default=None)


@dataclass(frozen=True)
class PayChange:
    typical: FigureChange
    range: FigureChange


def pay_change(a: Role, b: Role) -> PayChange:
    """The change from `a` to `b`; that from `b` to `a` is its opposite."""
    (typical_a, range_a), (typical_b, range_b) = pay_figures(a), pay_figures(b)
    return PayChange(FigureChange(typical_a, typical_b), FigureChange(range_a, range_b))
