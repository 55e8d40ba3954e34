"""Any number of roles beside each other: rows line up by their keys, and each row has a verdict.

A row is compared by its basis (what kind of thing it states) and its value. The browser does the same with the same
keys (templates/scripts/compare/roles.js), for whichever roles its reader has chosen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"
    """A side does not state it, states what cannot be compared, or states it of unlike things."""


@dataclass(frozen=True)
class Answer:
    """What a role states of one thing. `value` is None where it states nothing that can be compared."""

    basis: str | None = None
    value: str | None = None


class Row(Protocol):
    """A row of one role. Rows of several roles that share a key are one, and so are rows that share an id."""

    @property
    def ids(self) -> tuple[str, ...]: ...
    @property
    def key(self) -> str: ...
    @property
    def rank(self) -> int: ...
    @property
    def answer(self) -> Answer: ...


AnyRow = TypeVar("AnyRow", bound=Row)


def verdict(sides: Sequence[Answer]) -> Verdict:
    """Unknown unless every side has a value, all on one basis; else whether the values are all the same."""
    if any(side.value is None for side in sides) or len({side.basis for side in sides}) > 1:
        return Verdict.UNKNOWN
    return Verdict.SAME if len({side.value for side in sides}) <= 1 else Verdict.DIFFERENT


@dataclass(frozen=True)
class Aligned(Generic[AnyRow]):
    """One row of a comparison: for each side, its rows; empty where it has none."""

    sides: tuple[tuple[AnyRow, ...], ...]

    @property
    def first(self) -> AnyRow:
        """The row that names them all: the one that holds most."""
        return min((row for side in self.sides for row in side), key=lambda row: (-len(row.ids), row.key))

    @property
    def rank(self) -> int:
        return min(row.rank for side in self.sides for row in side)

    @property
    def naming(self) -> tuple[int, ...]:
        """The places of the sides that have it."""
        return tuple(place for place, side in enumerate(self.sides) if side)

    @property
    def answers(self) -> tuple[Answer, ...]:
        return tuple(_joined(side) for side in self.sides)

    @property
    def verdict(self) -> Verdict:
        return verdict(self.answers)

    @property
    def unlike(self) -> bool:
        """Whether every side states it, and not of the same kind of thing."""
        answers = self.answers
        stated = all(answer.value is not None for answer in answers)
        return stated and len({answer.basis for answer in answers}) > 1


def _place(row: Row) -> tuple[int, str]:
    return row.rank, row.key


def _joined(rows: Sequence[Row]) -> Answer:
    """What one side answers by all of its rows; nothing when one of them says nothing."""
    if not rows or any(row.answer.value is None for row in rows):
        return Answer()
    ordered = sorted(rows, key=lambda row: row.key)
    return Answer(
        "\n".join(row.answer.basis or "" for row in ordered),
        "\n".join(f"{row.key}={row.answer.value}" for row in ordered),
    )


def align(columns: Sequence[Iterable[AnyRow]], *, by_naming: bool = False) -> tuple[Aligned[AnyRow], ...]:
    """The rows of several roles beside each other, by rank.

    `by_naming` puts first what all sides have, then what most have, then what only the first has, and so on.
    """
    lines: dict[str, list[list[AnyRow]]] = {}
    for place, column in enumerate(columns):
        for row in column:
            line: list[list[AnyRow]] = [[] for _ in columns]
            line[place].append(row)
            for near in {id(lines[name]): lines[name] for name in row.ids if name in lines}.values():
                line = [old + new for old, new in zip(near, line, strict=True)]
            lines |= {name: line for side in line for one in side for name in one.ids}
    whole = {id(line): line for line in lines.values()}.values()
    found = [Aligned(tuple(tuple(sorted(side, key=_place)) for side in line)) for line in whole]

    def order(one: Aligned[AnyRow]) -> tuple[int, ...]:
        return (-len(one.naming), one.naming[0], one.rank) if by_naming else (one.rank,)

    return tuple(sorted(found, key=order))
