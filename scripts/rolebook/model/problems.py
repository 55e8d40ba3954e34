"""A mistake in the content, told to the person who must mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, what was found, what was expected, what to do.

    `line` counts from 1. The message is one sentence or two in plain text, without colour.
    """

    path: Path
    line: int
    message: str
    unknown: tuple[str, str] | None = field(default=None, compare=False, repr=False)
    """The kind and the id, where the mistake is an id that is not there."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, order=True)
class Advice:
    """Something odd that may be right: where it is, what was found, what to do in either case. It fails nothing."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: advice: {self.message}"


class ContentError(Exception):
    """Raised once, with every problem that the content has, and the advice that goes with them."""

    def __init__(self, problems: Iterable[Problem], advice: Iterable[Advice] = ()):
        self.problems = tuple(sorted(set(problems)))
        self.advice = tuple(sorted(set(advice)))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like `word`, or None when nothing is close enough to be a slip."""
    found = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def suggestion(word: str, known: Iterable[str], else_say: str = "") -> str:
    """` Did you mean "…"?`, or `else_say` with a space before it, or nothing."""
    close = nearest(word, known)
    if close:
        return f' Did you mean "{close}"?'
    return f" {else_say}" if else_say else ""
