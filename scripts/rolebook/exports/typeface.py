"""The typeface, cut into what every page loads and what few pages need; a browser loads a part when a page shows a sign
of it. What no part holds falls back to the system's typeface.
"""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "IBM Plex Sans"
WEIGHTS = (400, 700)
"""The lightest and the heaviest that a style sheet asks for."""
PLAIN = frozenset(map(ord, "\N{NO-BREAK SPACE}·×–—‘’“”…•€£−↑↓")) | frozenset(range(0x20, 0x7F))
"""Signs of English, and those that Rolebook itself writes."""
CURRENCIES = frozenset(range(0x20A0, 0x20D0))
"""Left out but for the euro: a page with one rupee would load a file for it."""


@cache
def typeface(sources: Path) -> Mapping[str, bytes]:
    """faces.css and the files that it names, from the package of the typeface. Takes half a second; the same sources
    are the same bytes.
    """
    latin, extended = (sources / f"ibm-plex-sans-{name}-wght-normal.woff2" for name in ("latin", "latin-ext"))
    held = _signs(latin)
    parts = {
        "plain": (latin, held & PLAIN),
        "latin": (latin, held - PLAIN),
        "latin-ext": (extended, _signs(extended) - held - CURRENCIES),
    }
    files = {f"{name}.woff2": _cut(source, signs) for name, (source, signs) in parts.items()}
    rules = "".join(_face(name, signs) for name, (_, signs) in parts.items())
    return {**files, "faces.css": rules.encode()}


def _signs(source: Path) -> frozenset[int]:
    with TTFont(source) as font:
        return frozenset(font.getBestCmap())


def _cut(source: Path, signs: frozenset[int]) -> bytes:
    # Without kerning, which is a third of the bytes and is hardly seen at the sizes of a page.
    options = Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 13], notdef_outline=True)
    options.drop_tables += ["GDEF", "MVAR", "STAT", "gasp"]  # Of no use to a browser.
    subset = Subsetter(options)
    subset.populate(unicodes=signs)
    target = BytesIO()
    with TTFont(source, recalcTimestamp=False) as font:
        subset.subset(font)
        instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
        font.flavor = "woff2"
        font.save(target)
    return target.getvalue()


def _face(name: str, signs: frozenset[int]) -> str:
    return f"""@font-face {{
  font-family: "{FAMILY}";
  font-weight: {WEIGHTS[0]} {WEIGHTS[1]};
  font-display: swap;
  src: url("./{name}.woff2") format("woff2");
  unicode-range: {", ".join(_ranges(signs))};
}}
"""


def _ranges(signs: frozenset[int]) -> list[str]:
    """Signs in the notation of style sheets, as U+20-7E, with neighbours as one range."""
    starts = sorted(sign for sign in signs if sign - 1 not in signs)
    ends = sorted(sign for sign in signs if sign + 1 not in signs)
    return [f"U+{start:X}" if start == end else f"U+{start:X}-{end:X}" for start, end in zip(starts, ends, strict=True)]
