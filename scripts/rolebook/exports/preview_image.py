"""The picture that a link to a page is shown with: 1200 by 630 pixels, drawn without a network.

Everything that decides a byte comes with the project or through its lock: the font is the site's own, the layout is
Pillow's basic one, which asks no library of the system.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
PAPER, INK, INK_2, LINE, ACCENT = "#ffffff", "#1c1917", "#57514c", "#e2ddd7", "#8c1d40"
SIDES = ("#1a73cf", "#d55e00")
"""The colours of the two sides of a comparison, as in tokens.css."""
COLOURS = 64
BOLD, MEDIUM, REGULAR = 700, 500, 400


@dataclass(frozen=True)
class Typeface:
    """The site's own family, from the folder with its files. Letters that it lacks are left out."""

    folder: Path
    FILES = tuple(
        f"ibm-plex-sans-{letters}-wght-normal.woff2"
        for letters in ("latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext")
    )

    def runs(self, text: str, size: int, weight: int) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """The text in pieces, each with the font that has its letters."""
        paths = [str(self.folder / name) for name in self.FILES]
        owners = ((next((path for path in paths if _has(path, letter)), None), letter) for letter in text)
        for path, letters in groupby(owners, key=itemgetter(0)):
            if path:
                yield _font(path, size, weight), "".join(letter for _, letter in letters)

    def can_write(self, text: str) -> bool:
        return any(_has(str(self.folder / name), letter) for letter in text if letter.isalnum() for name in self.FILES)

    def width(self, text: str, size: int, weight: int) -> float:
        return sum(font.getlength(run) for font, run in self.runs(text, size, weight))

    def lines(self, text: str, size: int, weight: int, width: float, most: int) -> list[str]:
        """The text in at most so many lines of this width; the last ends in `…` where it does not fit."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size, weight) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        kept = lines[:most]
        cut = len(lines) > most
        while kept and (cut or self.width(kept[-1], size, weight) > width):
            ended = f"{kept[-1].rstrip('…').rstrip(' ,;:')}…"
            if self.width(ended, size, weight) <= width:
                kept[-1] = ended
                break
            kept[-1] = kept[-1].rstrip("…")[:-1]
            cut = True
        return kept


@lru_cache(maxsize=64)
def _font(path: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=4096)
def _has(path: str, letter: str) -> bool:
    """Whether a font has a letter: its drawing then differs from that of a letter that no font has."""
    font = _font(path, 32, REGULAR)
    return letter.isspace() or (font.getmask(letter).getbbox() is not None and not _same(font, letter))


def _same(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    missing, drawn = font.getmask("\uffff"), font.getmask(letter)
    return missing.size == drawn.size and bytes(missing) == bytes(drawn)


@dataclass(frozen=True)
class Card:
    """What a picture says. `titles` are one title, or the two sides of a comparison."""

    kicker: str
    titles: tuple[str, ...]
    line: str
    facts: tuple[tuple[str, str], ...]
    """At most three pairs of a label and a value."""
    foot: str


@cache
def draw(card: Card, typeface: Typeface) -> bytes:
    """The picture as PNG. The same card gives the same bytes. The preview draws again only what an edit changed."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    width = WIDTH - 2 * MARGIN

    def write(text: str, x: float, y: int, size: int, weight: int, colour: str) -> None:
        for font, run in typeface.runs(text, size, weight):
            pen.text((x, y), run, font=font, fill=colour, anchor="ls")
            x += font.getlength(run)

    pen.rectangle((0, 0, 16, HEIGHT), fill=ACCENT)
    write(_first(typeface.lines(card.kicker, 30, MEDIUM, width, 1)), MARGIN, 100, 30, MEDIUM, ACCENT)
    y = 118
    if len(card.titles) == 1:
        size = _largest(card.titles[0], typeface, width, (80, 72, 64, 56))
        for line in typeface.lines(card.titles[0], size, BOLD, width, 2):
            y += round(size * 1.12)
            write(line, MARGIN, y, size, BOLD, INK)
    else:
        room = width - 40
        size = min(_largest(title, typeface, room, (64, 58, 52, 46, 42), 1) for title in card.titles)
        for title, colour in zip(card.titles, SIDES, strict=True):
            y += round(size * 1.45)
            pen.rectangle((MARGIN, y - round(size * 0.86), MARGIN + 12, y + round(size * 0.2)), fill=colour)
            write(_first(typeface.lines(title, size, BOLD, room, 1)), MARGIN + 40, y, size, BOLD, INK)
    y += 22
    for line in typeface.lines(card.line, 33, REGULAR, width, 3 if y < 300 else 2):
        y += 45
        write(line, MARGIN, y, 33, REGULAR, INK_2)
    _facts(card.facts, typeface, write)
    if card.foot:
        pen.line((MARGIN, 552, WIDTH - MARGIN, 552), fill=LINE, width=2)
    write(_first(typeface.lines(card.foot, 26, MEDIUM, width, 1)), MARGIN, 594, 26, MEDIUM, INK_2)
    # A few colours are enough for flat areas and the edges of letters, and make a quarter of the bytes.
    made = io.BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        made, "PNG", compress_level=6
    )
    return made.getvalue()


def _facts(facts: Sequence[tuple[str, str]], typeface: Typeface, write: Callable[..., None]) -> None:
    """A row of labels and values; the first column, pay, is the widest of three."""
    total = WIDTH - 2 * MARGIN
    starts = (0, 0.42, 0.72) if len(facts) == 3 else tuple(place / max(1, len(facts)) for place in range(len(facts)))
    columns = [
        (label, value, MARGIN + start * total, (end - start) * total - 24)
        for (label, value), start, end in zip(facts, starts, (*starts[1:], 1), strict=False)
    ]
    size = min((_largest(value, typeface, room, (38, 34, 30, 26), 1) for _, value, _, room in columns), default=0)
    for label, value, x, room in columns:
        write(_first(typeface.lines(label, 24, REGULAR, room, 1)), x, 472, 24, REGULAR, INK_2)
        write(_first(typeface.lines(value, size, BOLD, room, 1)), x, 516, size, BOLD, INK)


def _largest(text: str, typeface: Typeface, width: float, sizes: Sequence[int], lines: int = 2) -> int:
    """The largest of the sizes at which a bold text fits whole; the smallest where none does."""
    whole = "".join(text.split())
    fits = (size for size in sizes if "".join(typeface.lines(text, size, BOLD, width, lines)).replace(" ", "") == whole)
    return next(fits, sizes[-1])


def _first(lines: list[str]) -> str:
    return lines[0] if lines else ""
