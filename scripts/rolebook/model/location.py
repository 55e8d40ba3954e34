"""Where each value of a content file stands, so that a message can name its line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rolebook.model.problems import Advice, Problem

KeyPath = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("salary", "figures", 0, "low")`."""


def spoken(at: KeyPath) -> str:
    """A path as an editor reads it: `salary.figures[2].low`, counting from 1."""
    text = ""
    for step in at:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


@dataclass(frozen=True)
class Located:
    """A file as messages name it, and the line (from 1) of each value in it by its path."""

    path: Path
    lines: Mapping[KeyPath, int] = field(repr=False)

    def line(self, at: KeyPath = ()) -> int:
        """The line of the value at this path, or of the nearest value that encloses it."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)

    def problem(self, at: KeyPath, message: str) -> Problem:
        return Problem(self.path, self.line(at), message)

    def advice(self, at: KeyPath, message: str) -> Advice:
        return Advice(self.path, self.line(at), message)
