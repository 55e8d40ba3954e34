"""What every part of the check of mkdocs.yml has to say: unknown, refused, no such icon."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rolebook.frame import icons, settings
from rolebook.frame.configuration import Configuration
from rolebook.frame.settings import Group
from rolebook.model.location import KeyPath
from rolebook.model.problems import Problem, suggestion


class Findings:
    """Problems of one configuration. `theme` is the folder with the theme's own templates."""

    def __init__(self, configuration: Configuration, theme: Path):
        self.configuration = configuration
        self.theme = theme
        self._read = "".join(path.read_text(encoding="utf-8") for path in sorted(theme.rglob("*.html")))

    def names(self, at: KeyPath, found: object, group: Group, *, read_as: str = "") -> Iterator[Problem]:
        """Keys that are refused or unknown. One that a template of the theme reads as `read_as.key` is known."""
        if not isinstance(found, Mapping):
            return
        for key in found:
            known = group.settings.get(key)
            if known is None and not (read_as and f"{read_as}.{key}" in self._read):
                yield self.unknown((*at, key), key, group)
            elif known and not known.honoured:
                yield self.refused((*at, key), key, group)

    def listed(self, name: str, group: Group) -> Iterator[Problem]:
        """Items of a list that are refused."""
        for at, item, _ in with_options(self.configuration, name):
            short = short_name(item, group)
            if short in group.settings and not group.settings[short].honoured:
                yield self.refused(at, item, group)

    def icon(self, at: KeyPath, icon: object) -> Iterator[Problem]:
        if not icons.path(str(icon), self.theme):
            yield self.configuration.problem(
                at,
                f"found the icon {in_words(icon)}; expected the path of one that Material has, such as "
                "material/magnify. Look it up in Material's list of icons.",
            )

    def unknown(self, at: KeyPath, key: str, group: Group) -> Problem:
        honoured = [name for name, setting in group.settings.items() if setting.honoured]
        near = suggestion(str(key), honoured, "Remove it; docs/material-settings.md lists what is known.")
        return self.configuration.problem(
            at, f'found the unknown {group.thing} "{key}"; expected one that does something.{near}'
        )

    def refused(self, at: KeyPath, key: str, group: Group) -> Problem:
        setting = group.settings[short_name(key, group)]
        return self.configuration.problem(at, f"found {key}; expected none, because {setting.does}. {setting.instead}")


def with_options(configuration: Configuration, name: str) -> Iterator[tuple[KeyPath, str, Any]]:
    """Each name of a list or mapping of names, where it stands, and its options."""
    found = configuration.get(name)
    if isinstance(found, Mapping):
        yield from (((name, key), key, value) for key, value in found.items())
    items: Iterable[object] = found if isinstance(found, list) else ()
    for index, item in enumerate(items):
        if isinstance(item, Mapping):
            yield from (((name, index, key), key, value) for key, value in item.items())
        else:
            yield (name, index), str(item), None


def short_name(name: str, group: Group) -> str:
    """The name as the table has it: `material/search` is the plugin search, `markdown.extensions.toc` is toc."""
    return str(name).removeprefix("material/" if group is settings.PLUGINS else "markdown.extensions.")


def in_words(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {item}" for key, item in value.items())
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'
