"""Read a YAML file into plain data that remembers the line of every value.

Stricter than YAML: no aliases that could expand without bound, no duplicate keys, no tags,
numbers kept exactly as written (a `Decimal` where there is a point).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from rolebook.content import yaml_pitfalls
from rolebook.model.location import KeyPath, Located, spoken
from rolebook.model.problems import ContentError, Problem

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ALIAS = (
    "found a YAML alias (*name); expected the value itself, because aliases can expand without bound. "
    "Write the value out."
)
ANCHOR = (
    'found "&{}", which YAML takes for a name of what follows, and drops; expected a text that starts with "&" '
    "in quotes. Put the whole text in quotes."
)
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9_]*)")
TAG = "expected plain text, a number, true or false. Remove the tag, or put the value in quotes."


@dataclass(frozen=True)
class Unquoted:
    """A text without quotes: its value, the lines after its first as they are written, the comment behind it."""

    at: KeyPath
    value: str
    more: tuple[str, ...]
    comment: str


@dataclass(frozen=True)
class YamlFile(Located):
    """One file's data as plain values, and where each stands."""

    data: Any
    unquoted: tuple[Unquoted, ...] = field(default=(), repr=False)
    """Texts without quotes that go over several lines, or before a comment: where YAML may read less than is meant."""


def read(path: Path, name: Path | None = None) -> YamlFile:
    """Read one file. `name` is the path to show in messages (default: `path`).

    Raises ContentError with every problem that can be seen in the text itself.
    """
    name = name or path
    return parse(decoded(path, name), name)


def decoded(path: Path, name: Path) -> str:
    """The text of a file. Raises ContentError where it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = error.object[error.start]
        message = f"found the byte 0x{byte:02x}, which is not UTF-8; expected UTF-8 text. "
        raise ContentError([Problem(name, line, f"{message}Save the file with the encoding UTF-8.")]) from None


def parse(text: str, name: Path) -> YamlFile:
    """Read one text. Raises ContentError as `read` does."""
    try:
        tree = yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, *yaml_pitfalls.explain(text, error))]) from None
    if tree is None:
        message = "found an empty file; expected keys and values. Fill it in, or delete it."
        raise ContentError([Problem(name, 1, message)])
    builder = _Builder(name, text.splitlines())
    builder.problems += _names(name, text)
    data = builder.build(tree, ())
    if builder.problems:
        raise ContentError(builder.problems)
    return YamlFile(name, builder.lines, data, tuple(builder.unquoted))


class _Builder:
    """Turns YAML nodes into plain data, noting the line of each value and every problem on the way."""

    def __init__(self, name: Path, text: list[str]):
        self._name = name
        self._text = text
        self.unquoted: list[Unquoted] = []
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
        return self._scalar(node, at)

    def _pairs(self, node: yaml.MappingNode, at: KeyPath) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key_node, value_node in self._numbers_joined(node, at):
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

    def _numbers_joined(self, node: yaml.MappingNode, at: KeyPath) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        """The pairs of a record, without what the comma in `{value: 150,000}` makes of a number, which is a mistake."""
        pairs = node.value
        for index, (key, value) in enumerate(pairs):
            if node.flow_style and _thousands(key, value):
                continue
            yield key, value
            rest = [key.value for key, _ in takewhile(lambda pair: _thousands(*pair), pairs[index + 1 :])]
            if node.flow_style and rest and re.fullmatch(r"[-+]?\d{1,3}", str(value.value)):
                self._refuse(
                    value,
                    f"{spoken((*at, key.value))}: found {','.join([value.value, *rest])} in braces, where a comma ends "
                    f"the value; expected digits only. Write {key.value}: {value.value}{''.join(rest)}.",
                )

    def _scalar(self, node: yaml.ScalarNode, at: KeyPath) -> Any:
        kind, text = node.tag.rpartition(":")[2], node.value
        if kind == "str" and not node.style:
            self._note(node, at)
        try:
            if kind == "float":
                return Decimal(text.replace("_", ""))
            if kind == "timestamp":
                return date.fromisoformat(text)
            if kind in {"str", "bool", "null"} or (kind == "int" and DECIMAL.fullmatch(text)):
                return Loader("").construct_object(node)
        except (ArithmeticError, ValueError):
            return text
        if kind == "int":
            return text  # YAML 1.1 reads 1:30 as ninety and 010 as eight; nobody who writes them means that.
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        return self._refuse(node, f"found the YAML tag {tag}; {TAG}")

    def _note(self, node: yaml.ScalarNode, at: KeyPath) -> None:
        first, last, column = node.start_mark.line, node.end_mark.line, node.end_mark.column
        behind = self._text[last][column:].lstrip() if last < len(self._text) else ""
        if last > first or behind.startswith("#"):
            more = tuple(self._text[first + 1 : last + 1])
            self.unquoted.append(Unquoted(at, node.value, more, behind if behind.startswith("#") else ""))

    def _refuse(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self._name, node.start_mark.line + 1, message))


def _thousands(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether a pair is the rest of a number: three digits and nothing else."""
    return bool(re.fullmatch(r"\d{3}", str(key.value))) and value.start_mark.index == value.end_mark.index


def _names(name: Path, text: str) -> Iterator[Problem]:
    """Aliases, and anchors that no alias asks for: those are text that YAML would drop."""
    events = list(yaml.parse(text, Loader))
    asked = {event.anchor for event in events if isinstance(event, yaml.AliasEvent)}
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            yield Problem(name, event.start_mark.line + 1, ALIAS)
        elif isinstance(event, yaml.NodeEvent) and event.anchor and event.anchor not in asked:
            yield Problem(name, event.start_mark.line + 1, ANCHOR.format(event.anchor))
