"""Read a YAML file into plain data that remembers the line of every value.

Stricter than YAML: no aliases that could expand without bound, no duplicate keys, no tags,
numbers kept exactly as written (a `Decimal` where there is a point).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from rolebook.problems import ContentError, Problem

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """One file's data, and the line (from 1) of each value by its path of keys and indexes."""

    path: Path
    data: Any
    lines: Mapping[KeyPath, int]

    def line(self, at: KeyPath = ()) -> int:
        """The line of the value at this path, or of the nearest value that encloses it."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)

    def problem(self, at: KeyPath, message: str) -> Problem:
        return Problem(self.path, self.line(at), message)


def read(path: Path, name: Path | None = None) -> Source:
    """Read one file. `name` is the path to show in messages (default: `path`).

    Raises ContentError with every problem that can be seen in the text itself.
    """
    name = name or path
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError([Problem(name, line, (
            f"found the byte 0x{error.object[error.start]:02x}, which is not UTF-8; "
            "expected UTF-8 text. Save the file with the encoding UTF-8."))]) from None
    try:
        tree = yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        raise ContentError([_unreadable(name, text, error)]) from None
    if tree is None:
        raise ContentError([Problem(name, 1, (
            "found an empty file; expected keys and values. Fill it in, or delete it."))])
    problems: list[Problem] = []
    lines: dict[KeyPath, int] = {}
    data = _build(tree, (), lines, problems, name, set())
    if problems:
        raise ContentError(problems)
    return Source(name, data, lines)


def _build(node: yaml.Node, at: KeyPath, lines: dict[KeyPath, int], problems: list[Problem],
           name: Path, seen: set[int]) -> Any:
    line = node.start_mark.line + 1
    lines.setdefault(at, line)
    if id(node) in seen:
        problems.append(Problem(name, line, (
            "found a YAML alias (*name); expected the value itself, because aliases can expand "
            "without bound. Write the value out.")))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, at, lines, problems, name, seen))
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*at, index), lines, problems, name, seen)
                for index, item in enumerate(node.value)]
    return _scalar(node, problems, name)


def _pairs(node: yaml.MappingNode, at: KeyPath, lines: dict[KeyPath, int],
           problems: list[Problem], name: Path, seen: set[int]) -> Iterator[tuple[str, Any]]:
    first: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = key_node.value, key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode) or key_node.tag.endswith(":merge"):
            problems.append(Problem(name, line, (
                "found a key that is not plain text; expected `name: value`. "
                "If the value holds braces or a colon, put it in quotes.")))
            continue
        if key in first:
            problems.append(Problem(name, line, (
                f'found the key "{key}" a second time (first in line {first[key]}); '
                "expected each key once. Join the two, or delete one.")))
            continue
        first[key] = line
        lines[(*at, key)] = line
        yield key, _build(value_node, (*at, key), lines, problems, name, seen)


def _scalar(node: yaml.ScalarNode, problems: list[Problem], name: Path) -> Any:
    kind, text = node.tag.rpartition(":")[2], node.value
    try:
        if kind == "float":
            return Decimal(text.replace("_", ""))
        if kind == "timestamp":
            return date.fromisoformat(text)
        if kind in {"str", "int", "bool", "null"}:
            return Loader("").construct_object(node)
    except (ArithmeticError, ValueError):
        return text
    problems.append(Problem(name, node.start_mark.line + 1, (
        f"found the YAML tag {node.tag}; expected plain text, a number, true or false. "
        "Remove the tag, or put the value in quotes.")))
    return None


def _unreadable(name: Path, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    written = text.splitlines()[line - 1] if 0 < line <= len(text.splitlines()) else ""
    if "\t" in written:
        return Problem(name, line, (
            "found a tab; expected spaces, because YAML does not allow tabs for indentation. "
            "Replace the tab by two spaces."))
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(name, line, (
            f"found the control character U+{ord(text[error.position]):04X}; expected text. "
            "Delete it."))
    what = getattr(error, "problem", None) or str(error)
    return Problem(name, line, (
        f"found text that is not YAML ({what}); expected `key: value` or `- item` here. "
        'Check the indentation, and put text that holds ": " or " #", or starts with a sign, in quotes.'))
