"""Which test keeps which rule of the page /rules/."""

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., object])


def law(*rules: str) -> Callable[[Test], Test]:
    """Marks a test as the law of these rules. tests/test_rules.py finds the mark in the source."""
    assert rules
    return lambda test: test
