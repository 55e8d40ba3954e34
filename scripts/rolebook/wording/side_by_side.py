"""Columns of roles beside each other, row by row, as pages, data and copies show them.

templates/scripts/compare/roles.js does the same for the roles that a reader chooses, and a test holds the two
against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rolebook.analysis.comparison import Aligned, Verdict, align
from rolebook.model.role import Role
from rolebook.model.vocabulary import SkillKind
from rolebook.wording.phrases import counted, joined
from rolebook.wording.role_column import Group, Line, Row

MARKS = {Verdict.SAME: "same", Verdict.DIFFERENT: "differs", Verdict.UNKNOWN: ""}
UNLIKE = "unlike, not compared"
ABSENT = "Not stated"
ABSENT_SKILL = "Not named"
ABSENT_DUTY = "Not listed as a duty of its own"
SIDES = "abcd"


@dataclass(frozen=True)
class ComparedRow:
    """One row of all roles. A cell without lines states nothing."""

    key: str
    label: str
    link: str
    cells: tuple[tuple[Line, ...], ...]
    verdict: Verdict
    mark: str
    """What the verdict is in words, where there is something to say: `differs`, `only A`."""
    naming: tuple[int, ...]
    """The places of the roles that state it."""
    rows: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True)
class ComparedGroup:
    key: str
    title: str
    absent: str
    """What stands in a cell that states nothing."""
    rows: tuple[ComparedRow, ...]

    @property
    def skills(self) -> bool:
        return self.key in list(SkillKind)

    def named_by(self, *places: int) -> tuple[ComparedRow, ...]:
        """The rows that just these roles state."""
        return tuple(row for row in self.rows if row.naming == places)


def side_by_side(columns: Sequence[Sequence[Group]]) -> tuple[ComparedGroup, ...]:
    """Two to four roles. A group without rows is left out: skills that nobody names, duties that nobody lists."""
    found = []
    skill_lines = _skill_lines(columns)
    for of_all in zip(*columns, strict=True):
        key, title = of_all[0].key, of_all[0].title
        skills = key in list(SkillKind)
        lines = skill_lines[key] if skills else align([group.rows for group in of_all])
        rows = tuple(_row(line, skills=skills) for line in lines)
        absent = ABSENT_SKILL if skills else ABSENT_DUTY if key == "responsibilities" else ABSENT
        if rows:
            found.append(ComparedGroup(key, title, absent, rows))
    return tuple(found)


def _skill_lines(columns: Sequence[Sequence[Group]]) -> dict[str, list[Aligned[Row]]]:
    """The lines of skills by kind. They are aligned across the kinds, because alternatives may be of several."""
    of_skills = [[group for group in column if group.key in list(SkillKind)] for column in columns]
    kinds = {row.key: group.key for column in of_skills for group in column for row in group.rows}
    rows = [[row for group in column for row in group.rows] for column in of_skills]
    found: dict[str, list[Aligned[Row]]] = {kind: [] for kind in SkillKind}
    for line in align(rows, by_naming=True):
        found[kinds[line.first.key]].append(line)
    return found


def _row(line: Aligned[Row], *, skills: bool) -> ComparedRow:
    first = line.first
    cells = tuple(tuple(_lines(side, first)) for side in line.sides)
    return ComparedRow(
        first.key,
        first.label,
        first.link,
        cells,
        line.verdict,
        _skill_mark(line) if skills else UNLIKE if line.unlike else MARKS[line.verdict],
        tuple(place for place, cell in enumerate(cells) if cell),
        line.sides,
    )


def _lines(side: tuple[Row, ...], first: Row) -> list[Line]:
    """The lines of one cell; each says what it is about, where that is not what the row is about."""
    return [
        line if row.key == first.key else Line(**{**vars(line), "text": f"{row.label}: {line.text}"})
        for row in side
        for line in row.lines
    ]


def _skill_mark(line: Aligned[Row]) -> str:
    """Who alone names it, and who asks for more of it, by a scale that the catalogue declares."""
    levels = [max((row.level for row in side), default=-1) for side in line.sides]
    stated = [level for level in levels if level >= 0]
    more = [place for place, level in enumerate(levels) if stated and level == max(stated) > min(stated)]
    only = line.naming if len(line.naming) < len(line.sides) else ()
    return "; ".join(
        filter(
            None,
            (
                f"only {_letters(only)}" if only else "",
                f"{_letters(more)} {'ask' if len(more) > 1 else 'asks'} for more" if more else "",
            ),
        )
    )


def _letters(places: Sequence[int]) -> str:
    return joined([SIDES[place].upper() for place in places])


def counted_skills(groups: Sequence[ComparedGroup], roles: Sequence[Role]) -> str:
    """How many rows of skills both roles name, and only each of them: one sentence."""

    def count(*places: int) -> int:
        return sum(len(group.named_by(*places)) for group in groups if group.skills)

    (a, b), both = roles, count(0, 1)
    return (
        f"Both name {counted(both, 'skill')}. Only {a.title} names {counted(count(0), 'more', 'more')}; "
        f"only {b.title} names {counted(count(1), 'more', 'more')}."
    )
