"""Colours as sRGB, and shades of them that can be read (WCAG 2.2, contrast ratio)."""

import colorsys
from collections.abc import Iterable

TEXT = 4.5
"""The least contrast of text against what is behind it."""
Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


def colour(code: str) -> Colour:
    """From `#rrggbb`."""
    return tuple(int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))  # type: ignore[return-value]


def code(found: Colour) -> str:
    """To `#rrggbb`."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in found)


def luminance(found: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in found)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(a: str, b: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(colour(a)), luminance(colour(b))))
    return (high + 0.05) / (low + 0.05)


def mixed(a: str, b: str, share: float) -> str:
    """A share (0 to 1) of `a` in `b`."""
    return code(tuple(share * x + (1 - share) * y for x, y in zip(colour(a), colour(b), strict=True)))  # type: ignore[arg-type]


def readable(base: str, grounds: Iterable[str], *, lighter: bool) -> str:
    """The shade nearest to `base`, of its own hue, that reads as text on all `grounds`."""
    behind = tuple(grounds)
    hue, light, saturation = colorsys.rgb_to_hls(*colour(base))
    for _ in range(101):
        shade = code(colorsys.hls_to_rgb(hue, light, saturation))
        if all(ratio(shade, ground) >= TEXT for ground in behind):
            return shade
        light = min(1.0, light + 0.01) if lighter else max(0.0, light - 0.01)
    raise ValueError(f"no shade of {base} can be read on {', '.join(behind)}")


def stepped(base: str, step: float) -> str:
    """The same hue, lighter by `step` (from -1 to 1)."""
    hue, light, saturation = colorsys.rgb_to_hls(*colour(base))
    return code(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light + step)), saturation))
