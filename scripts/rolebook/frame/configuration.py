"""Read mkdocs.yml as plain data that remembers where each value stands.

Unlike content, it may hold tags: `!ENV` is resolved as MkDocs does it, `!!python/name:x` stays the name `x`
(nothing is imported), and `INHERIT` is followed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from rolebook.model.location import KeyPath, spoken
from rolebook.model.problems import ContentError, Problem

NAME = "mkdocs.yml"
Loader = get_yaml_loader(yaml.SafeLoader)


@dataclass(frozen=True)
class Configuration:
    """The settings, and for each path of keys and indexes the file and the line (from 1) that it stands in."""

    data: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[KeyPath, tuple[Path, int]] = field(default_factory=dict)

    def get(self, *keys: str | int) -> Any:
        """The value at this path; None where there is none."""
        found: Any = self.data
        for key in keys:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def problem(self, at: KeyPath, message: str) -> Problem:
        """A problem of the value at this path, or of the nearest one that encloses it."""
        here = at
        while here and here not in self.places:
            here = here[:-1]
        path, line = self.places.get(here, (Path(NAME), 1))
        return Problem(path, line, f"{spoken(at)}: {message}")


def read(project: Path, name: str = NAME) -> Configuration:
    """The configuration of a project. Raises ContentError where a file is missing or is not YAML."""
    path = project / name
    if not path.is_file():
        message = "found no such file; expected the configuration of the site. Restore it."
        raise ContentError([Problem(Path(name), 1, message)])
    places: dict[KeyPath, tuple[Path, int]] = {}
    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = f"found text that is not YAML ({getattr(error, 'problem', None) or error}); expected `key: value`."
        problem = Problem(Path(name), mark.line + 1 if mark else 1, f"{message} Check the indentation.")
        raise ContentError([problem]) from None
    data = _value(node, (), Path(name), places) if node else {}
    if not isinstance(data, dict):
        raise ContentError([Problem(Path(name), 1, "found no keys; expected `key: value`. Start with `site_name: …`.")])
    if inherited := data.pop("INHERIT", None):
        parent = read(project, str(inherited))
        return Configuration(_merged(parent.data, data), {**parent.places, **places})
    return Configuration(data, places)


def _value(node: yaml.Node, at: KeyPath, file: Path, places: dict[KeyPath, tuple[Path, int]]) -> Any:
    places[at] = (file, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        loader = Loader("")
        loader.flatten_mapping(node)
        made = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            made[key] = _value(value_node, (*at, key), file, places)
            places[(*at, key)] = (file, key_node.start_mark.line + 1)
        return made
    if node.tag == "!ENV":
        return Loader("").construct_object(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*at, index), file, places) for index, item in enumerate(node.value)]
    if node.tag.startswith("tag:yaml.org,2002:python/"):
        return node.tag.rpartition(":")[2]
    return Loader("").construct_object(node) if node.tag.startswith("tag:yaml.org") else node.value


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs does it: keys join, anything else of the child takes the place of the parent's."""
    both = dict(parent)
    for key, value in child.items():
        old = both.get(key)
        both[key] = _merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return both
