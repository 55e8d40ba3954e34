"""Where everything on the career map stands: which columns links run through, in what order, and at what height.

A layered drawing after Sugiyama: a link that skips columns goes through a lane of its own in each,
and the order within a column follows the mean place of the neighbours, so that few curves cross.
No two nodes of a column overlap. Pure, in drawing units.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rolebook.analysis.careers import Link, Stop

SPACE, LANE = 8, 4
HEAD, BAND_HEAD, BAND_PADDING = 30, 26, 12
SWEEPS, ROUNDS = 12, 100
"""How often the order and the heights are improved. Heights need more: a group of boxes moves as one only slowly."""


@dataclass(frozen=True)
class Band:
    label: str
    y: int
    height: int


@dataclass(eq=False)
class Node:
    """A stop, or a lane (no stop) through a column that a link skips."""

    column: int
    band: int
    height: int
    stop: Stop | None = None
    y: float = 0
    neighbours: dict["Node", None] = field(default_factory=dict)
    """Each once, in the order of the links: a set would not be the same in each run."""

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


Cells = dict[tuple[int, int], list[Node]]
"""By band and column: the nodes from top to bottom."""


def route(
    links: Sequence[Link], nodes: Mapping[Stop, Node], cells: Cells
) -> dict[str, list[tuple[Node, Node, bool, bool]]]:
    """The pieces of each role's links, from column to column. Links of one role share lanes."""
    lanes: dict[tuple[object, ...], Node] = {}
    pieces: dict[str, list[tuple[Node, Node, bool, bool]]] = defaultdict(list)
    for link in links:
        start, end = nodes[link.start], nodes[link.end]
        turn = 1 if start.column <= end.column else -1
        way = [start]
        for column in range(start.column + turn, end.column, turn):
            key = (link.by, link.aside, start.column, end.column, column)
            if key not in lanes:
                lanes[key] = Node(column, start.band, LANE)
                cells[start.band, column].append(lanes[key])
            way.append(lanes[key])
        way.append(end)
        for here, there in pairwise(way):
            pieces[link.by].append((here, there, link.aside, not link.stated))
            here.neighbours[there] = there.neighbours[here] = None
    return pieces


def put_in_order(cells: Cells, columns: int) -> None:
    """Put each cell in the order of its neighbours' mean place, sweeping over the columns to and fro."""
    for round in range(SWEEPS):
        place = _places(cells)
        for column in range(columns) if round % 2 == 0 else reversed(range(columns)):
            for (band, here), cell in sorted(cells.items()):
                if here == column:
                    cell.sort(key=lambda node: _mean([place[other] for other in node.neighbours], place[node]))
                    place |= _places({(band, here): cell})


def _places(cells: Cells) -> dict[Node, float]:
    """Where each node stands from top to bottom, whatever the height of its band: band 2 goes from 2 to 3."""
    return {
        node: band + (index + 1) / (len(cell) + 1)
        for (band, _), cell in cells.items()
        for index, node in enumerate(cell)
    }


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def place(cells: Cells, labels: list[str]) -> tuple[Band, ...]:
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


def _wanted(node: Node) -> float:
    """The mean middle of its neighbours: of those in its own band, if it has any there."""
    near = [other.middle for other in node.neighbours if other.band == node.band]
    return _mean(near or [other.middle for other in node.neighbours], node.middle)


def _settle(cell: list[Node], band: Band, wanted: list[float]) -> None:
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
