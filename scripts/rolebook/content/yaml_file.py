"""Read a YAML file into plain data that remembers the line of every value.

Stricter than YAML: no aliases that could expand without bound, no duplicate keys, no tags,
numbers kept exactly as written (a `Decimal` where there is a point).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from rolebook.model.location import KeyPath, Located
from rolebook.model.problems import ContentError, Problem

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ALIAS = (
    "found a YAML alias (*name); expected the value itself, because aliases can expand without bound. "
    "Write the value out."
)
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a file (YAML 1.1, section 5.1)."""
TAG = "expected plain text, a number, true or false. Remove the tag, or put the value in quotes."


@dataclass(frozen=True)
class YamlFile(Located):
    """One file's data as plain values, and where each stands."""

    data: Any


def read(path: Path, name: Path | None = None) -> YamlFile:
    """Read one file. `name` is the path to show in messages (default: `path`).

    Raises ContentError with every problem that can be seen in the text itself.
    """
    name = name or path
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError(
            [
                Problem(
                    name,
                    line,
                    (
                        f"found the byte 0x{error.object[error.start]:02x}, which is not UTF-8; "
                        "expected UTF-8 text. Save the file with the encoding UTF-8."
                    ),
                )
            ]
        ) from None
    try:
        tree = yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        raise ContentError([_unreadable(name, text, error)]) from None
    if tree is None:
        raise ContentError(
            [Problem(name, 1, ("found an empty file; expected keys and values. Fill it in, or delete it."))]
        )
    builder = _Builder(name)
    builder.problems += _aliases(name, text)
    data = builder.build(tree, ())
    if builder.problems:
        raise ContentError(builder.problems)
    return YamlFile(name, builder.lines, data)


class _Builder:
    """Turns YAML nodes into plain data, noting the line of each value and every problem on the way."""

    def __init__(self, name: Path):
        self._name = name
        self._seen: set[int] = set()
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, at: KeyPath) -> Any:
        self.lines.setdefault(at, node.start_mark.line + 1)
        if id(node) in self._seen:
            return None  # An alias, which _aliases tells of: here only the place of its anchor is known.
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, at))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*at, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _pairs(self, node: yaml.MappingNode, at: KeyPath) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag.endswith(":merge"):
                self._refuse(
                    key_node,
                    (
                        "found a key that is not plain text; expected `name: value`. "
                        "If the value holds braces or a colon, put it in quotes."
                    ),
                )
            elif key in first:
                self._refuse(
                    key_node,
                    (
                        f'found the key "{key}" a second time (first in line {first[key]}); '
                        "expected each key once. Join the two, or delete one."
                    ),
                )
            else:
                first[key] = line
                self.lines[(*at, key)] = line
                yield key, self.build(value_node, (*at, key))

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        kind, text = node.tag.rpartition(":")[2], node.value
        try:
            if kind == "float":
                return Decimal(text.replace("_", ""))
            if kind == "timestamp":
                return date.fromisoformat(text)
            if kind in {"str", "bool", "null"} or (kind == "int" and ":" not in text):
                return Loader("").construct_object(node)
        except (ArithmeticError, ValueError):
            return text
        if kind == "int":
            return text  # YAML 1.1 reads 1:30 as ninety; nobody who writes it means that.
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        return self._refuse(node, f"found the YAML tag {tag}; {TAG}")

    def _refuse(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self._name, node.start_mark.line + 1, message))


def _aliases(name: Path, text: str) -> Iterator[Problem]:
    for event in yaml.parse(text, Loader):
        if isinstance(event, yaml.AliasEvent):
            yield Problem(name, event.start_mark.line + 1, ALIAS)


def _unreadable(name: Path, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    written = text.splitlines()[line - 1] if 0 < line <= len(text.splitlines()) else ""
    if "\t" in written:
        return Problem(
            name,
            line,
            (
                "found a tab; expected spaces, because YAML does not allow tabs for indentation. "
                "Replace the tab by two spaces."
            ),
        )
    if isinstance(error, yaml.reader.ReaderError) and (found := UNPRINTABLE.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        return Problem(name, line, f"found the control character U+{ord(found[0]):04X}; expected text. Delete it.")
    what = getattr(error, "problem", None) or str(error)
    return Problem(
        name,
        line,
        (
            f"found text that is not YAML ({what}); expected `key: value` or `- item` here. "
            'Check the indentation, and put text that holds ": " or " #", or starts with a sign, in quotes.'
        ),
    )
