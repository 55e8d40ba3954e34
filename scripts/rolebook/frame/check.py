"""Compare mkdocs.yml with what the theme honours: every setting that would do nothing is told."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rolebook.frame import icons, palette, settings
from rolebook.frame.configuration import Configuration
from rolebook.frame.settings import Group
from rolebook.model.location import KeyPath
from rolebook.model.problems import Problem, suggestion

RIGHT_TO_LEFT = {"ar", "fa", "he", "ku-IQ", "ur"}
FIXED: Mapping[KeyPath, tuple[Any, str]] = {
    ("theme", "name"): ("material", "the parent of Rolebook's theme"),
    ("theme", "direction"): ("ltr", "the only direction that the layout has been made for"),
    ("docs_dir",): ("site_src", "the folder that the generator writes"),
    ("site_dir",): ("site", "the folder that the command line puts the finished site into"),
    ("use_directory_urls",): (True, "because published addresses end in a slash"),
}
"""Settings with one value that can be honoured, and what it is."""


def problems(configuration: Configuration, project: Path) -> Iterator[Problem]:
    """Every setting that is refused or unknown, and every value that cannot be honoured."""
    theme = project / str(configuration.get("theme", "custom_dir") or "templates/theme")
    look = _Look(configuration, theme)
    yield from look.fixed()
    yield from look.names((), configuration.data, settings.SITE)
    if isinstance(configuration.get("theme"), str):
        yield configuration.problem(
            ("theme",),
            "found a name alone; expected `name: material` with Rolebook's theme as its child. "
            "Add `custom_dir: templates/theme`.",
        )
    else:
        yield from look.theme()
    yield from look.extra()
    yield from look.listed("plugins", settings.PLUGINS)
    yield from look.listed("markdown_extensions", settings.EXTENSIONS)
    yield from look.extensions()
    yield from look.edit()
    yield from look.files()


def advice(configuration: Configuration) -> Iterator[Problem]:
    """What is allowed, though nobody can say that it does no harm: plugins and extensions of other people."""
    for name, group, says in (
        ("plugins", settings.PLUGINS, settings.OTHER_PLUGIN),
        ("markdown_extensions", settings.EXTENSIONS, settings.OTHER_EXTENSION),
    ):
        for at, found in _list(configuration, name):
            if _short(found, group) not in group.settings:
                yield configuration.problem(at, f"found the {group.thing} {found}. {says}")


class _Look:
    """The parts of the check, each giving problems. `theme` is the folder with the theme's own templates."""

    def __init__(self, configuration: Configuration, theme: Path):
        self._configuration = configuration
        self._theme = theme
        self._read = "".join(path.read_text(encoding="utf-8") for path in sorted(theme.rglob("*.html")))

    def _problem(self, at: KeyPath, message: str) -> Problem:
        return self._configuration.problem(at, message)

    def fixed(self) -> Iterator[Problem]:
        for at, (wanted, why) in FIXED.items():
            found = self._configuration.get(*at)
            if found not in (None, wanted):
                words = str(wanted).lower() if isinstance(wanted, bool) else wanted
                yield self._problem(at, f"found {_words(found)}; expected {words}, {why}. Write `{at[-1]}: {words}`.")

    def names(self, at: KeyPath, found: object, group: Group, *, read_as: str = "") -> Iterator[Problem]:
        """Keys that are refused or unknown. One that a template of the theme reads as `read_as.key` is known."""
        if not isinstance(found, Mapping):
            return
        for key in found:
            known = group.settings.get(key)
            if known is None and not (read_as and f"{read_as}.{key}" in self._read):
                yield self._unknown((*at, key), key, group)
            elif known and not known.honoured:
                yield self._refused((*at, key), key, group)

    def listed(self, name: str, group: Group) -> Iterator[Problem]:
        """Items of a list that are refused."""
        for at, item in _list(self._configuration, name):
            short = _short(item, group)
            if short in group.settings and not group.settings[short].honoured:
                yield self._refused(at, item, group)

    def theme(self) -> Iterator[Problem]:
        theme = self._configuration.get("theme") or {}
        yield from self.names(("theme",), theme, settings.THEME, read_as="theme")
        if not (self._theme / "partials" / "words.html").is_file():
            yield self._problem(
                ("theme", "custom_dir"),
                f"found {_words(theme.get('custom_dir'))}; expected the folder with Rolebook's theme, "
                "without which Material's own frame would stand. Write `custom_dir: templates/theme`.",
            )
        yield from self._language(theme.get("language"))
        if theme.get("font"):
            yield self._problem(
                ("theme", "font"),
                f"found {_words(theme['font'])}; expected false, because fonts by name come from another host, and "
                "pages have to work from disk. Write `font: false`, and name yours in a style sheet of extra_css.",
            )
        for index, feature in enumerate(theme.get("features") or ()):
            known = settings.FEATURES.settings.get(feature)
            if known is None:
                yield self._unknown(("theme", "features", index), feature, settings.FEATURES)
            elif not known.honoured:
                yield self._refused(("theme", "features", index), feature, settings.FEATURES)
        yield from self._icons(theme.get("icon"))
        yield from self._palettes(theme.get("palette"))

    def _language(self, found: object) -> Iterator[Problem]:
        names = {
            path.stem for folder in (self._theme, icons.templates()) for path in folder.glob("partials/languages/*")
        }
        if found is not None and found not in names:
            message = f"found {_words(found)}; expected a language that Material knows, such as en, de or pt-BR."
            yield self._problem(("theme", "language"), message + suggestion(str(found), names, "Correct it."))
        elif found in RIGHT_TO_LEFT:
            yield self._problem(
                ("theme", "language"),
                f"found {found}; expected a language that is written from left to right, the only direction that the "
                "layout has been made for. Choose another.",
            )

    def _icons(self, found: object) -> Iterator[Problem]:
        yield from self.names(("theme", "icon"), found, settings.ICON)
        if isinstance(found, Mapping):
            named: list[tuple[KeyPath, object]] = [
                (("theme", "icon", key), value) for key, value in found.items() if isinstance(value, str)
            ]
            named += [
                (("theme", "icon", "admonition", key), value) for key, value in (found.get("admonition") or {}).items()
            ]
            for at, icon in named:
                yield from self._icon(at, icon)

    def _icon(self, at: KeyPath, icon: object) -> Iterator[Problem]:
        if not icons.path(str(icon), self._theme):
            yield self._problem(
                at,
                f"found the icon {_words(icon)}; expected the path of one that Material has, such as "
                "material/magnify. Look it up in Material's list of icons.",
            )

    def _palettes(self, found: object) -> Iterator[Problem]:
        several = isinstance(found, list)
        for index, option in enumerate(found if several else [found] if found else []):
            at: KeyPath = ("theme", "palette", *((index,) if several else ()))
            yield from self.names(at, option, settings.PALETTE)
            for key, known in (("scheme", palette.SCHEMES), ("primary", palette.PRIMARY), ("accent", palette.ACCENT)):
                value = option.get(key)
                if value is not None and palette.name(value) not in known:
                    yield self._problem(
                        (*at, key),
                        f"found {_words(value)}; expected one of {', '.join(known)}, whose contrast is known. "
                        "Choose one; colours of your own are tokens in a style sheet of extra_css.",
                    )
            toggle = option.get("toggle")
            if several and toggle:
                yield from self._icon((*at, "toggle", "icon"), toggle.get("icon"))
                if not toggle.get("name"):
                    yield self._problem((*at, "toggle"), "found no name; expected one to be read aloud. Add `name: …`.")

    def extra(self) -> Iterator[Problem]:
        extra = self._configuration.get("extra")
        yield from self.names(("extra",), extra, settings.EXTRA, read_as="extra")
        yield from self.names(("extra", "analytics"), self._configuration.get("extra", "analytics"), settings.ANALYTICS)
        yield from self.names(("extra", "consent"), self._configuration.get("extra", "consent"), settings.CONSENT)
        provider = self._configuration.get("extra", "version", "provider")
        if self._configuration.get("extra", "version") and provider != "mike":
            at = ("extra", "version", "provider")
            yield self._problem(at, f"found {_words(provider)}; expected mike. Write `provider: mike`.")
        for index, link in enumerate(self._configuration.get("extra", "social") or ()):
            yield from self._icon(("extra", "social", index, "icon"), link.get("icon"))
        partial = self._configuration.get("extra", "analytics", "provider")
        file = f"partials/integrations/analytics/{partial}.html"
        if partial and not any((folder / file).is_file() for folder in (self._theme, icons.templates())):
            yield self._problem(
                ("extra", "analytics", "provider"),
                f"found {_words(partial)}; expected google, or a file {file} in the theme's folder. Add the file.",
            )

    def extensions(self) -> Iterator[Problem]:
        """Options of extensions that decide whether the text stays as it is and nothing is loaded."""
        options = {
            _short(name, settings.EXTENSIONS): (at, given or {})
            for at, name, given in _with_options(self._configuration, "markdown_extensions")
        }
        at, given = options.get("pymdownx.tabbed", ((), {"alternate_style": True}))
        if not given.get("alternate_style"):
            yield self._problem(
                at, "found no alternate_style; expected it, as Material does. Add `alternate_style: true`."
            )
        at, given = options.get("pymdownx.emoji", ((), {"emoji_generator": "to_svg"}))
        if not str(given.get("emoji_generator")).endswith("to_svg"):
            yield self._problem(
                at,
                "found no emoji_generator that draws icons into the page; expected Material's, because pictures would "
                "come from another host. Add `emoji_generator: !!python/name:material.extensions.emoji.to_svg`.",
            )
        at, given = options.get("pymdownx.superfences", ((), {}))
        for fence in given.get("custom_fences") or ():
            if fence.get("name") == "mermaid":
                yield self._problem(
                    (*at, "custom_fences"),
                    "found mermaid; expected no diagrams, because they need a script of 3 MB. Remove it, and "
                    "put a picture into the page.",
                )

    def edit(self) -> Iterator[Problem]:
        """A link to improve a page needs to know where."""
        wanted = {"content.action.edit", "content.action.view"}
        for index, feature in enumerate(self._configuration.get("theme", "features") or ()):
            known = [key for key in ("edit_uri", "edit_uri_template") if self._configuration.get(key)]
            if feature in wanted and not (self._configuration.get("repo_url") and known):
                yield self._problem(
                    ("theme", "features", index),
                    f"found {feature} without an address; expected repo_url and edit_uri. "
                    "Add both, such as `edit_uri: edit/main/content/`.",
                )

    def files(self) -> Iterator[Problem]:
        """Files of the theme's folder that mkdocs.yml names: MkDocs would link to one that is not there."""
        named: list[tuple[KeyPath, object]] = [
            (("theme", key), self._configuration.get("theme", key)) for key in ("logo", "favicon")
        ]
        for key in ("extra_css", "extra_javascript"):
            for index, item in enumerate(self._configuration.get(key) or ()):
                named.append(((key, index), item.get("path") if isinstance(item, Mapping) else item))
        for at, name in named:
            if name and "//" not in str(name) and not (self._theme / str(name)).is_file():
                yield self._problem(
                    at,
                    f"found {_words(name)}; expected a file in the theme's folder, because site_src is the "
                    "generator's. Put the file there, or correct its path.",
                )

    def _unknown(self, at: KeyPath, key: str, group: Group) -> Problem:
        honoured = [name for name, setting in group.settings.items() if setting.honoured]
        near = suggestion(str(key), honoured, "Remove it; docs/material-settings.md lists what is known.")
        return self._problem(at, f'found the unknown {group.thing} "{key}"; expected one that does something.{near}')

    def _refused(self, at: KeyPath, key: str, group: Group) -> Problem:
        setting = group.settings[_short(key, group)]
        return self._problem(at, f"found {key}; expected none, because {setting.does}. {setting.instead}")


def _list(configuration: Configuration, name: str) -> Iterator[tuple[KeyPath, str]]:
    for at, item, _ in _with_options(configuration, name):
        yield at, item


def _with_options(configuration: Configuration, name: str) -> Iterator[tuple[KeyPath, str, Any]]:
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


def _short(name: str, group: Group) -> str:
    """The name as the table has it: `material/search` is the plugin search, `markdown.extensions.toc` is toc."""
    return str(name).removeprefix("material/" if group is settings.PLUGINS else "markdown.extensions.")


def _words(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {item}" for key, item in value.items())
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'
