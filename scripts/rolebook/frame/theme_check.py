"""theme: its language, features, icons and palettes, and the files it names."""

from collections.abc import Iterator, Mapping
from typing import Any

from rolebook.frame import icons, palette, settings
from rolebook.frame.findings import Findings, in_words
from rolebook.model.location import KeyPath
from rolebook.model.problems import Problem, suggestion

RIGHT_TO_LEFT = {"ar", "fa", "he", "ku-IQ", "ur"}


class ThemeCheck(Findings):
    """Each method gives the problems of one part."""

    def all(self) -> Iterator[Problem]:
        theme = self.configuration.get("theme") or {}
        yield from self.names(("theme",), theme, settings.THEME, read_as="theme")
        if not (self.theme / "partials" / "words.html").is_file():
            yield self.configuration.problem(
                ("theme", "custom_dir"),
                f"found {in_words(theme.get('custom_dir'))}; expected the folder with Rolebook's theme, "
                "without which Material's own frame would stand. Write `custom_dir: templates/theme`.",
            )
        yield from self._language(theme.get("language"))
        if theme.get("font"):
            yield self.configuration.problem(
                ("theme", "font"),
                f"found {in_words(theme['font'])}; expected false, because fonts by name come from another host, and "
                "pages have to work from disk. Write `font: false`, and name yours in a style sheet of extra_css.",
            )
        for index, feature in enumerate(theme.get("features") or ()):
            known = settings.FEATURES.settings.get(feature)
            if known is None:
                yield self.unknown(("theme", "features", index), feature, settings.FEATURES)
            elif not known.honoured:
                yield self.refused(("theme", "features", index), feature, settings.FEATURES)
        yield from self._icons(theme.get("icon"))
        yield from self._palettes(theme.get("palette"))
        yield from self._edit()
        yield from self._files()

    def _language(self, found: object) -> Iterator[Problem]:
        names = {
            path.stem for folder in (self.theme, icons.templates()) for path in folder.glob("partials/languages/*")
        }
        if found is not None and found not in names:
            message = f"found {in_words(found)}; expected a language that Material knows, such as en, de or pt-BR."
            yield self.configuration.problem(
                ("theme", "language"), message + suggestion(str(found), names, "Correct it.")
            )
        elif found in RIGHT_TO_LEFT:
            yield self.configuration.problem(
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
            admonition = found.get("admonition")
            kinds = admonition if isinstance(admonition, Mapping) else {}
            named += [(("theme", "icon", "admonition", key), value) for key, value in kinds.items()]
            for at, icon in named:
                yield from self.icon(at, icon)

    def _palettes(self, found: object) -> Iterator[Problem]:
        several = isinstance(found, list)
        options: list[Any] = found if isinstance(found, list) else [found] if found else []
        for index, option in enumerate(options):
            at: KeyPath = ("theme", "palette", *((index,) if several else ()))
            yield from self.names(at, option, settings.PALETTE)
            for key, known in (("scheme", palette.SCHEMES), ("primary", palette.PRIMARY), ("accent", palette.ACCENT)):
                value = option.get(key)
                if value is not None and palette.name(value) not in known:
                    yield self.configuration.problem(
                        (*at, key),
                        f"found {in_words(value)}; expected one of {', '.join(known)}, whose contrast is known. "
                        "Choose one; colours of your own are tokens in a style sheet of extra_css.",
                    )
            toggle = option.get("toggle")
            if several and toggle is not None:
                toggle = toggle if isinstance(toggle, Mapping) else {}
                yield from self.icon((*at, "toggle", "icon"), toggle.get("icon"))
                if not toggle.get("name"):
                    yield self.configuration.problem(
                        (*at, "toggle"), "found no name; expected one to be read aloud. Add `name: …`."
                    )

    def _edit(self) -> Iterator[Problem]:
        """A link to improve a page needs to know where."""
        wanted = {"content.action.edit", "content.action.view"}
        for index, feature in enumerate(self.configuration.get("theme", "features") or ()):
            known = [key for key in ("edit_uri", "edit_uri_template") if self.configuration.get(key)]
            if feature in wanted and not (self.configuration.get("repo_url") and known):
                yield self.configuration.problem(
                    ("theme", "features", index),
                    f"found {feature} without an address; expected repo_url and edit_uri. "
                    "Add both, such as `edit_uri: edit/main/content/`.",
                )

    def _files(self) -> Iterator[Problem]:
        """Files of the theme's folder that mkdocs.yml names: MkDocs would link to one that is not there."""
        named: list[tuple[KeyPath, object]] = [
            (("theme", key), self.configuration.get("theme", key)) for key in ("logo", "favicon")
        ]
        for key in ("extra_css", "extra_javascript"):
            for index, item in enumerate(self.configuration.get(key) or ()):
                named.append(((key, index), item.get("path") if isinstance(item, Mapping) else item))
        for at, name in named:
            if name and "//" not in str(name) and not (self.theme / str(name)).is_file():
                yield self.configuration.problem(
                    at,
                    f"found {in_words(name)}; expected a file in the theme's folder, because site_src is the "
                    "generator's. Put the file there, or correct its path.",
                )
