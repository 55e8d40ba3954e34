"""Compare mkdocs.yml with what the theme honours: every setting that would do nothing is told."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rolebook.frame import icons, settings
from rolebook.frame.configuration import Configuration
from rolebook.frame.extension_check import ExtensionCheck
from rolebook.frame.findings import Findings, in_words
from rolebook.frame.theme_check import ThemeCheck
from rolebook.model.location import KeyPath
from rolebook.model.problems import Problem

FIXED: Mapping[KeyPath, tuple[Any, str]] = {
    ("theme", "name"): ("material", "the parent of Rolebook's theme"),
    ("theme", "direction"): ("ltr", "the only direction that the layout has been made for"),
    ("docs_dir",): ("site_src", "the folder that the generator writes"),
    ("site_dir",): ("site", "the folder that the command line puts the finished site into"),
    ("use_directory_urls",): (True, "because published addresses end in a slash"),
}
"""Settings with one value that can be honoured, and what it is."""
KEYS, LIST = "keys with values", "a list"
SHAPES: Mapping[KeyPath, tuple[str, ...]] = {
    ("theme", "features"): (LIST,),
    ("theme", "icon"): (KEYS,),
    ("theme", "palette"): (KEYS, LIST),
    ("nav",): (LIST,),
    ("plugins",): (LIST, KEYS),
    ("markdown_extensions",): (LIST, KEYS),
    ("extra_css",): (LIST,),
    ("extra_javascript",): (LIST,),
    ("extra",): (KEYS,),
    **{("extra", key): (KEYS,) for key in ("analytics", "consent", "version")},
    **{("extra", key): (LIST,) for key in ("social", "alternate")},
}
"""What a setting has to look like to be read at all."""
RECORDS = ("palette", "social", "alternate")
"""Lists whose items are keys with values."""


def problems(configuration: Configuration, project: Path) -> Iterator[Problem]:
    """Every setting that is refused or unknown, and every value that cannot be honoured."""
    theme = project / str(configuration.get("theme", "custom_dir") or "templates/theme")
    site = SiteCheck(configuration, theme)
    if shapeless := list(site.shapes()):
        yield from shapeless
        return
    yield from site.fixed()
    yield from site.names((), configuration.data, settings.SITE)
    if isinstance(configuration.get("theme"), str):
        yield configuration.problem(
            ("theme",),
            "found a name alone; expected `name: material` with Rolebook's theme as its child. "
            "Add `custom_dir: templates/theme`.",
        )
    else:
        yield from ThemeCheck(configuration, theme).all()
    yield from site.extra()
    yield from ExtensionCheck(configuration, theme).all()


class SiteCheck(Findings):
    """What stands outside of theme, extensions and plugins."""

    def shapes(self) -> Iterator[Problem]:
        """Settings of another shape than they can be read in."""
        for at, wanted in SHAPES.items():
            found = self.configuration.get(*at)
            if found is not None and _shape(found) not in wanted:
                message = f"found {in_words(found)}; expected {' or '.join(wanted)}. Correct it."
                yield self.configuration.problem(at, message)
            elif at[-1] in RECORDS and isinstance(found, list):
                for index, item in enumerate(found):
                    if _shape(item) != KEYS:
                        message = f"found {in_words(item)}; expected {KEYS}. Correct it."
                        yield self.configuration.problem((*at, index), message)

    def fixed(self) -> Iterator[Problem]:
        for at, (wanted, why) in FIXED.items():
            found = self.configuration.get(*at)
            if found not in (None, wanted):
                words = str(wanted).lower() if isinstance(wanted, bool) else wanted
                yield self.configuration.problem(
                    at, f"found {in_words(found)}; expected {words}, {why}. Write `{at[-1]}: {words}`."
                )

    def extra(self) -> Iterator[Problem]:
        extra = self.configuration.get("extra")
        yield from self.names(("extra",), extra, settings.EXTRA, read_as="extra")
        yield from self.names(("extra", "analytics"), self.configuration.get("extra", "analytics"), settings.ANALYTICS)
        yield from self.names(("extra", "consent"), self.configuration.get("extra", "consent"), settings.CONSENT)
        provider = self.configuration.get("extra", "version", "provider")
        if self.configuration.get("extra", "version") and provider != "mike":
            at = ("extra", "version", "provider")
            yield self.configuration.problem(at, f"found {in_words(provider)}; expected mike. Write `provider: mike`.")
        for index, link in enumerate(self.configuration.get("extra", "social") or ()):
            yield from self.icon(("extra", "social", index, "icon"), link.get("icon"))
        partial = self.configuration.get("extra", "analytics", "provider")
        file = f"partials/integrations/analytics/{partial}.html"
        if partial and not any((folder / file).is_file() for folder in (self.theme, icons.templates())):
            yield self.configuration.problem(
                ("extra", "analytics", "provider"),
                f"found {in_words(partial)}; expected google, or a file {file} in the theme's folder. Add the file.",
            )


def _shape(value: object) -> str:
    return KEYS if isinstance(value, Mapping) else LIST if isinstance(value, list) else "a value"
