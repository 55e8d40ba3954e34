"""The career map: stops as boxes in columns by seniority and bands by family, links as curves. Pure, in drawing units.

A layered drawing after Sugiyama: a link that skips columns goes through a lane of its own in each,
and the order within a column follows the mean place of the neighbours, so that few curves cross.
No box overlaps another, and no curve runs through a box.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from textwrap import wrap

from rolebook.analysis.careers import Link, Stop
from rolebook.model.catalogue import Catalogue

BOX, GAP = 120, 37
LINE, PADDING, SPACE, LANE = 16, 6, 8, 4
HEAD, BAND_HEAD, BAND_PADDING = 30, 26, 12
LETTERS = 15
"""Letters that fit on a line of a box; half as many of a script that writes wide."""
SWEEPS, ROUNDS = 12, 100
"""How often the order and the heights are improved. Heights need more: a group of boxes moves as one only slowly."""


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
class Band:
    label: str
    y: int
    height: int


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


@dataclass(eq=False)
class _Node:
    """A stop, or a lane (no stop) through a column that a link skips."""

    column: int
    band: int
    height: int
    stop: Stop | None = None
    y: float = 0
    near: dict["_Node", None] = field(default_factory=dict)
    """Its neighbours, each once, in the order of the links: a set would not be the same in each run."""

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


Cells = dict[tuple[int, int], list[_Node]]
"""By band and column: the nodes from top to bottom."""


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
    nodes = {stop: _Node(columns[stop], families[stop], _height(stop), stop) for stop in stops}
    cells: Cells = defaultdict(list)
    for node in nodes.values():
        cells[node.band, node.column].append(node)
    curves = _route(links, nodes, cells)
    _order(cells, len(headings))
    bands = _place(cells, labels)
    boxes = {stop: _box(node) for stop, node in nodes.items()}
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


def _route(
    links: Sequence[Link], nodes: dict[Stop, _Node], cells: Cells
) -> dict[str, list[tuple[_Node, _Node, bool, bool]]]:
    """The pieces of each role's links, from column to column. Links of one role share lanes."""
    lanes: dict[tuple[object, ...], _Node] = {}
    pieces: dict[str, list[tuple[_Node, _Node, bool, bool]]] = defaultdict(list)
    for link in links:
        start, end = nodes[link.start], nodes[link.end]
        turn = 1 if start.column <= end.column else -1
        way = [start]
        for column in range(start.column + turn, end.column, turn):
            key = (link.by, link.aside, start.column, end.column, column)
            if key not in lanes:
                lanes[key] = _Node(column, start.band, LANE)
                cells[start.band, column].append(lanes[key])
            way.append(lanes[key])
        way.append(end)
        for here, there in pairwise(way):
            pieces[link.by].append((here, there, link.aside, not link.stated))
            here.near[there] = there.near[here] = None
    return pieces


def _order(cells: Cells, columns: int) -> None:
    """Put each cell in the order of its neighbours' mean place, sweeping over the columns to and fro."""
    for round in range(SWEEPS):
        place = _places(cells)
        for column in range(columns) if round % 2 == 0 else reversed(range(columns)):
            for (band, here), cell in sorted(cells.items()):
                if here == column:
                    cell.sort(key=lambda node: _mean([place[other] for other in node.near], place[node]))
                    place |= _places({(band, here): cell})


def _places(cells: Cells) -> dict[_Node, float]:
    """Where each node stands from top to bottom, whatever the height of its band: band 2 goes from 2 to 3."""
    return {
        node: band + (index + 1) / (len(cell) + 1)
        for (band, _), cell in cells.items()
        for index, node in enumerate(cell)
    }


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _place(cells: Cells, labels: list[str]) -> tuple[Band, ...]:
    """Give each node its height on the drawing: near its neighbours, in the order of its cell, within its band."""
    bands: list[Band] = []
    top = HEAD
    for band, label in enumerate(labels):
        own = [cell for (of, _), cell in sorted(cells.items()) if of == band]
        inner = max(sum(node.height + SPACE for node in cell) - SPACE for cell in own)
        bands.append(Band(label, top, BAND_HEAD + inner + BAND_PADDING))
        for cell in own:
            height = sum(node.height + SPACE for node in cell) - SPACE
            _settle(cell, bands[-1], [top + BAND_HEAD + (inner - height) / 2] * len(cell))
        top += bands[-1].height
    for _ in range(ROUNDS):
        for (band, _), cell in sorted(cells.items(), key=lambda item: (item[0][1], item[0][0])):
            _settle(cell, bands[band], [_wanted(node) - node.height / 2 for node in cell])
    for cell in cells.values():
        for node in cell:
            node.y = round(node.y)
    return tuple(bands)


def _wanted(node: _Node) -> float:
    """The mean middle of its neighbours: of those in its own band, if it has any there."""
    near = [other.middle for other in node.near if other.band == node.band]
    return _mean(near or [other.middle for other in node.near], node.middle)


def _settle(cell: list[_Node], band: Band, wanted: list[float]) -> None:
    """Move the nodes of a cell as near to where their tops are wanted as their order and the band allow."""
    down: list[float] = []
    top = float(band.y + BAND_HEAD)
    for node, y in zip(cell, wanted, strict=True):
        down.append(max(top, y))
        top = down[-1] + node.height + SPACE
    up: list[float] = []
    bottom = float(band.y + band.height - BAND_PADDING)
    for node, y in zip(reversed(cell), reversed(wanted), strict=True):
        up.insert(0, min(y, bottom - node.height))
        bottom = up[0] - SPACE
    # One way of making room moves nodes down, the other up; between the two, none drifts. The band's end comes first.
    top, bottom = float(band.y + BAND_HEAD), float(band.y + band.height - BAND_PADDING)
    for node, low, high in zip(cell, up, down, strict=True):
        node.y = max(top, (low + high) / 2)
        top = node.y + node.height + SPACE
    for node in reversed(cell):
        node.y = min(node.y, bottom - node.height)
        bottom = node.y - SPACE


def _left(column: int) -> int:
    return GAP // 2 + column * (BOX + GAP)


def _lines(title: str) -> list[str]:
    wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in title)
    return wrap(title, LETTERS // 2 if wide else LETTERS)


def _height(stop: Stop) -> int:
    return len(_lines(stop.title)) * LINE + 2 * PADDING


def _box(node: _Node) -> Box:
    y = int(node.y)
    lines = tuple((y + PADDING + 12 + row * LINE, text) for row, text in enumerate(_lines(node.stop.title)))
    return Box(node.stop, _left(node.column), y, node.height, lines)


def _path(start: _Node, end: _Node) -> str:
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
