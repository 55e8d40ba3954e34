"""Years of work that a role asks for: statements of one kind make a span, unlike kinds are never brought together."""

from collections.abc import Iterable
from dataclasses import dataclass

from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.sections import Experience

LEADING = "leading"
"""The kind of all years of leading people, which have a list of their own."""


@dataclass(frozen=True)
class YearsOfKind:
    """What a role states of one kind of work, for one degree held, at one need: one statement or several.

    Several are alternatives that the source gives, and none comes first.
    """

    work: str | None
    """An id; None where the source names no kind, which is like no other kind."""
    degree: str | None
    need: Need
    statements: tuple[Experience, ...]

    @property
    def lows(self) -> tuple[int, ...]:
        return tuple(one.years.low for one in self.statements if one.years)

    @property
    def counted(self) -> bool:
        """Whether every statement gives a number."""
        return len(self.lows) == len(self.statements)

    @property
    def least(self) -> int | None:
        """The years from which on the first statement is met; None where none gives a number."""
        return min(self.lows, default=None)

    @property
    def most(self) -> int | None:
        """The years from which on every statement is met; None where one of them gives no number."""
        return max(self.lows) if self.counted else None

    @property
    def upper(self) -> int | None:
        """The highest number that is stated."""
        ends = [one.years.low if one.years.high is None else one.years.high for one in self.statements if one.years]
        return max(ends, default=None)

    @property
    def open(self) -> bool:
        """Whether a statement says "or more"."""
        return any(one.years and one.years.high is None for one in self.statements)

    @property
    def value(self) -> str:
        """The same text for the same statements."""
        spans = sorted({str(one.years) if one.years else "several" if one.several else "?" for one in self.statements})
        return f"{self.need}:{self.degree or ''}:{'/'.join(spans)}"


def experience(role: Role) -> tuple[YearsOfKind, ...]:
    """Years of work, by kind, in the order in which the file first names each."""
    return _by_kind(role.requirements.experience if role.requirements else (), None)


def leading(role: Role) -> tuple[YearsOfKind, ...]:
    """Years of leading people."""
    return _by_kind(role.requirements.leading if role.requirements else (), LEADING)


def _by_kind(entries: Iterable[Experience], kind: str | None) -> tuple[YearsOfKind, ...]:
    found: dict[tuple[str | None, str | None, Need, int | None], list[Experience]] = {}
    for number, entry in enumerate(entries):
        work = kind or entry.work
        # Where no kind is named, nothing says that two statements mean the same work.
        found.setdefault((work, entry.degree, entry.need, None if work else number), []).append(entry)
    return tuple(
        YearsOfKind(work, degree, need, tuple(statements)) for (work, degree, need, _), statements in found.items()
    )


@dataclass(frozen=True)
class YearsNeeded:
    """How many years in all meet what a role asks for. None is not known.

    With fewer than `least`, something asked for is not met; with `most`, everything is. Between them it depends on
    which of several statements holds, or on the degree.
    """

    least: int | None
    most: int | None


def years_needed(role: Role) -> YearsNeeded:
    """Of the experience that is asked for, whatever its kind: each kind has to be met, by one of its degrees."""
    asked = [one for one in experience(role) if one.need is Need.ASKED]
    kinds: dict[str | None, list[YearsOfKind]] = {}
    for one in asked:
        kinds.setdefault(one.work, []).append(one)
    leasts = [[one.least for one in ways if one.least is not None] for ways in kinds.values()]
    mosts = [one.most for one in asked]
    known = [most for most in mosts if most is not None]
    return YearsNeeded(
        max((min(ways) for ways in leasts if ways), default=None),
        max(known) if known and len(known) == len(mosts) else None,
    )
