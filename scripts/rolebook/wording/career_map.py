"""The career map: stops as boxes in columns by seniority and bands by family, links as curves. Pure, in drawing units.

No box overlaps another, and no curve runs through a box.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from rolebook.analysis.careers import Link, Stop
from rolebook.model.catalogue import Catalogue
from rolebook.wording.career_layout import Band, Cells, Node, place, put_in_order, route

BOX, GAP = 120, 37
LINE, PADDING = 16, 6
LETTERS = 15
"""Letters that fit on a line of a box; half as many of a script that writes wide."""


@dataclass(frozen=True)
class Box:
    """A stop. `y` is its top; `lines` are (place of the baseline, text)."""

    stop: Stop
    x: int
    y: int
    height: int
    lines: tuple[tuple[int, str], ...]
    width: int = BOX


@dataclass(frozen=True)
class Curve:
    d: str
    """The `d` of an SVG path; it ends in an arrow head where it reaches a box."""
    aside: bool
    inferred: bool = False


@dataclass(frozen=True)
class Way:
    """What one role states of careers, and its box; None where it is drawn elsewhere."""

    slug: str
    curves: tuple[Curve, ...]
    box: Box | None


@dataclass(frozen=True)
class Map:
    width: int
    height: int
    columns: tuple[tuple[int, str], ...]
    """The middle of each column, and its heading."""
    bands: tuple[Band, ...]
    jobs: tuple[Box, ...]
    """Stops that are no role."""
    ways: tuple[Way, ...]


def draw(stops: Iterable[Stop], links: Sequence[Link], catalogue: Catalogue) -> Map | None:
    """The map of these links and of the roles among these stops; None without a link.

    Every end of a link is among the stops; a job title without a link is left out.
    """
    if not links:
        return None
    linked = {stop for link in links for stop in (link.start, link.end)}
    stops = tuple(stop for stop in stops if stop.role or stop in linked)
    columns, headings = _columns(stops, catalogue)
    families, labels = _bands(stops, links, catalogue)
    nodes = {stop: Node(columns[stop], families[stop], _height(stop), stop) for stop in stops}
    cells: Cells = defaultdict(list)
    for node in nodes.values():
        cells[node.band, node.column].append(node)
    curves = route(links, nodes, cells)
    put_in_order(cells, len(headings))
    bands = place(cells, labels)
    boxes = {stop: _box(stop, node) for stop, node in nodes.items()}
    drawn = {
        slug: tuple(dict.fromkeys(Curve(_path(start, end), aside, inferred) for start, end, aside, inferred in own))
        for slug, own in curves.items()
    }
    slugs = dict.fromkeys((*(stop.role for stop in stops if stop.role), *drawn))
    by_slug = {stop.role: boxes[stop] for stop in stops if stop.role}
    return Map(
        len(headings) * (BOX + GAP),
        bands[-1].y + bands[-1].height,
        tuple((_left(column) + BOX // 2, heading) for column, heading in enumerate(headings)),
        bands,
        tuple(boxes[stop] for stop in stops if not stop.role),
        tuple(Way(slug, drawn.get(slug, ()), by_slug.get(slug)) for slug in slugs),
    )


def _columns(stops: Sequence[Stop], catalogue: Catalogue) -> tuple[dict[Stop, int], list[str]]:
    """The column of each stop, and the headings of the columns that hold any. No level is the last column."""
    levels = [level.id for level in catalogue.vocabulary.seniorities] + [None]
    used = [level for level in levels if any(stop.level == level for stop in stops)]
    headings = [catalogue.label("seniorities", level) or "Level not stated" for level in used]
    return {stop: used.index(stop.level) for stop in stops}, headings


def _bands(stops: Sequence[Stop], links: Sequence[Link], catalogue: Catalogue) -> tuple[dict[Stop, int], list[str]]:
    """The band of each stop, and the bands' labels. A job title is in the family whose roles link it most."""
    votes: dict[Stop, Counter[int]] = defaultdict(Counter)

    def family(slug: str) -> int:
        return catalogue.vocabulary.rank("families", catalogue.by_slug[slug].family)

    for link in links:
        for stop in (link.start, link.end):
            votes[stop][family(link.by)] += 1
    found = {
        stop: family(stop.role) if stop.role else min(votes[stop], key=lambda rank: (-votes[stop][rank], rank))
        for stop in stops
    }
    used = sorted(set(found.values()))
    return {s: used.index(f) for s, f in found.items()}, [catalogue.vocabulary.families[rank].label for rank in used]


def _left(column: int) -> int:
    return GAP // 2 + column * (BOX + GAP)


def _lines(title: str) -> list[str]:
    wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in title)
    return wrap(title, LETTERS // 2 if wide else LETTERS)


def _height(stop: Stop) -> int:
    return len(_lines(stop.title)) * LINE + 2 * PADDING


def _box(stop: Stop, node: Node) -> Box:
    y = int(node.y)
    lines = tuple((y + PADDING + 12 + row * LINE, text) for row, text in enumerate(_lines(stop.title)))
    return Box(stop, _left(node.column), y, node.height, lines)


def _path(start: Node, end: Node) -> str:
    """A curve between two columns, or, within one, an arc to its right. A lane is crossed in a straight line."""
    y1, y2 = round(start.middle), round(end.middle)
    if start.column == end.column:
        x = _left(start.column) + BOX
        return f"M{x} {y1}C{x + GAP - 8} {y1} {x + GAP - 8} {y2} {x} {y2}" + _head(x, y2, 1)
    turn = 1 if start.column < end.column else -1
    x1 = _left(start.column) + (BOX if turn == 1 else 0)
    x2 = _left(end.column) + (0 if turn == 1 else BOX)
    half = (x1 + x2) // 2
    tail = _head(x2, y2, -turn) if end.stop else f"h{turn * BOX}"
    return f"M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}{tail}"


def _head(x: int, y: int, side: int) -> str:
    """An arrow head at a point, open to the left (-1) or to the right (1)."""
    return f"M{x + 5 * side} {y - 4}L{x} {y}L{x + 5 * side} {y + 4}"
