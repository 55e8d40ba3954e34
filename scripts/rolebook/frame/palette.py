"""Material's palette as this theme's colours: a named colour becomes shades of it that can be read.

`primary` is what links and marks are drawn in, and what stands behind the text of a button; `accent` is what they
become under the pointer. A colour that is left out stays Rolebook's own.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rolebook.frame.configuration import Configuration
from rolebook.frame.contrast import mixed, readable, stepped

FILE = "assets/palette.css"
INDIGO = "#4051b5"
PRIMARY = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep-purple": "#7e56c2",
    "indigo": INDIGO,
    "blue": "#2094f3",
    "light-blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep-orange": "#ff6e42",
    "brown": "#795649",
    # With these, Material's own links are indigo.
    "grey": INDIGO,
    "blue-grey": INDIGO,
    "black": INDIGO,
    "white": INDIGO,
}
"""Material's names, and the colour of its style sheet that a link is drawn in."""
ACCENT = {
    "red": "#ff1a47",
    "pink": "#f50056",
    "purple": "#df41fb",
    "deep-purple": "#7c4dff",
    "indigo": "#526cfe",
    "blue": "#4287ff",
    "light-blue": "#0091eb",
    "cyan": "#00bad6",
    "teal": "#00bda4",
    "green": "#00c753",
    "light-green": "#63de17",
    "lime": "#b0eb00",
    "yellow": "#ffd500",
    "amber": "#ffaa00",
    "orange": "#ff9100",
    "deep-orange": "#ff6e42",
}
SCHEMES = {"default": "light", "slate": "dark"}
ANY_SCHEME = "(prefers-color-scheme)"
"""Material's media query of the choice that follows the system."""
PAPER, DARK_PAPER = "#ffffff", "#161514"
GROUNDS = {"light": (PAPER, "#f7f5f2"), "dark": (DARK_PAPER, "#201e1d", "#262422")}
"""What text stands on in each scheme: paper, panel, raised (tokens.css)."""
WHITE = "#ffffff"
OWN = {
    "light": {
        "accent": "#8c1d40",
        "accent-strong": "#6b1230",
        "accent-wash": "#fbeff2",
        "button": "#8c1d40",
        "button-strong": "#6b1230",
    },
    "dark": {
        "accent": "#eda3b5",
        "accent-strong": "#ffc4d3",
        "accent-wash": "#33191f",
        "button": "#a8355a",
        "button-strong": "#c04a70",
    },
}
"""The same tokens where no colour is named (tokens.css)."""


def name(value: object) -> str:
    """A colour's name as Material compares it: `deep purple` is `deep-purple`."""
    return str(value).replace(" ", "-")


def options(configuration: Configuration) -> tuple[Mapping[str, Any], ...]:
    """The palettes that a reader can choose from: none, one that is fixed, or several."""
    found = configuration.get("theme", "palette")
    return (found,) if isinstance(found, Mapping) else tuple(found or ())


def shades(primary: str | None, accent: str | None, scheme: str) -> dict[str, str]:
    """The tokens of one scheme (`light` or `dark`), from Material's names of the colours."""
    made = dict(OWN[scheme])
    dark = scheme == "dark"
    grounds = GROUNDS[scheme]
    if primary:
        base = PRIMARY[primary]
        wash = mixed(base, grounds[0], 0.16 if dark else 0.08)
        made["accent"] = readable(base, (*grounds, wash), lighter=dark)
        made["accent-wash"] = wash
        made["button"] = readable(base, (WHITE,), lighter=False)
        made["accent-strong"] = stepped(made["accent"], 0.1 if dark else -0.1)
        made["button-strong"] = stepped(made["button"], -0.08)
    if accent:
        base = ACCENT[accent]
        made["accent-strong"] = readable(base, (*grounds, made["accent-wash"]), lighter=dark)
        made["button-strong"] = readable(base, (WHITE,), lighter=False)
    return made


def style(configuration: Configuration) -> str | None:
    """The style sheet of the palette; None where mkdocs.yml names none, so that nothing is loaded for it.

    The first palette whose media query matches holds until the reader chooses: then `data-palette` on the root is
    the number of the chosen one.
    """
    found = options(configuration)
    if not found:
        return None
    rules = [f":root{{{_declarations(found[0], found)}}}"]
    for option in reversed(found):
        if media := option.get("media"):
            rules.append(f"@media {media}{{:root{{{_declarations(option, found)}}}}}")
    if len(found) > 1:
        rules += [f':root[data-palette="{at}"]{{{_declarations(option, found)}}}' for at, option in enumerate(found)]
    rules.append("@media print{:root,:root[data-palette]{color-scheme:light}}")
    return "\n".join(rules) + "\n"


def palette_files(configuration: Configuration) -> Iterator[tuple[str, bytes]]:
    if made := style(configuration):
        yield FILE, made.encode()


def _declarations(option: Mapping[str, Any], among: tuple[Mapping[str, Any], ...]) -> str:
    if option.get("media") == ANY_SCHEME:
        scheme = "light dark"
        light = next((one for one in among if _scheme(one) == "light" and one is not option), option)
        dark = next((one for one in among if _scheme(one) == "dark" and one is not option), option)
    else:
        scheme, light, dark = _scheme(option), option, option
    by_light, by_dark = (shades(*_colours(one), kind) for one, kind in ((light, "light"), (dark, "dark")))
    tokens = [f"--{key}:light-dark({by_light[key]},{by_dark[key]})" for key in by_light]
    return ";".join([f"color-scheme:{scheme}", *tokens])


def _scheme(option: Mapping[str, Any]) -> str:
    return SCHEMES[option.get("scheme", "default")]


def _colours(option: Mapping[str, Any]) -> tuple[str | None, str | None]:
    primary, accent = option.get("primary"), option.get("accent")
    return primary and name(primary), accent and name(accent)
