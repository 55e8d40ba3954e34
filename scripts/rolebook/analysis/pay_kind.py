"""What kind of number a figure of pay is: only figures of one kind are compared."""

from dataclasses import dataclass

from rolebook.analysis.pay import measure_of
from rolebook.model.figures import Figure

PARTS = ("measure", "component", "unit", "region", "job", "level", "place", "company")
"""What has to be the same of two figures, so that one can be taken from the other."""
NEEDED = ("measure", "unit", "region")
"""What both have to state. Of the rest, silence on both sides is alike: neither singles anything out."""


@dataclass(frozen=True)
class Unlike:
    """A part in which two figures are not known to be alike. The values are ids, or text as the source has it."""

    part: str
    a: str | None
    b: str | None


def unlike(a: Figure, b: Figure) -> tuple[Unlike, ...]:
    """Why two figures cannot be compared; empty when they can. Years may differ: they are said beside the result."""
    return tuple(
        Unlike(part, one, other)
        for part in PARTS
        if (one := _stated(a, part)) != (other := _stated(b, part)) or (one is None and part in NEEDED)
    )


def pay_basis(figure: Figure) -> str | None:
    """The same text for figures of one kind; None where the source does not say enough to tell the kind."""
    if any(_stated(figure, part) is None for part in NEEDED):
        return None
    return "|".join((_stated(figure, part) or "").casefold() for part in PARTS)


def _stated(figure: Figure, part: str) -> str | None:
    value = measure_of(figure) if part == "measure" else getattr(figure, part)
    return None if value is None else str(value)
