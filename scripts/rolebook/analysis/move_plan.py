"""What a move from one role to another takes. Pure: two roles in, a plan out.

What is kept from A to B is kept from B to A; what is added one way is what the other way leaves
behind; the change in pay one way is the opposite of the other's.
"""

from dataclasses import dataclass
from enum import StrEnum

from rolebook.analysis.careers import Careers, Link, Stop
from rolebook.analysis.comparison import Comparison, FactRow, SkillRow, compare
from rolebook.analysis.pay_change import PayChange, Trust, pay_change
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import SECTIONS, Role
from rolebook.model.sections import Experience
from rolebook.model.vocabulary import SkillKind


class Gap(StrEnum):
    """How what B asks for stands to what A asks for already."""

    MET = "met"
    """A asks for as much, or more."""
    MORE = "more"
    UNKNOWN = "unknown"
    """B asks for it, but one side has no level or number to compare."""
    SILENT = "silent"
    """B does not state it; that does not mean that it asks for none."""


@dataclass(frozen=True)
class Threshold:
    """A degree or years of work: the fact of both roles, and the entries of B that state it."""

    row: FactRow
    entries: tuple[Experience, ...] = ()

    @property
    def gap(self) -> Gap:
        if self.row.b.value is None:
            return Gap.SILENT
        if -1 in (self.row.a.order, self.row.b.order):
            return Gap.UNKNOWN
        return Gap.MORE if self.row.b.order > self.row.a.order else Gap.MET

    @property
    def years(self) -> int | None:
        """Years to make up: the lowest number that B states first, less the lowest that A states first."""
        if self.gap is not Gap.MORE or self.row.b.key == "education":
            return None
        return int(self.row.b.order - self.row.a.order)

    @property
    def text(self) -> str | None:
        """What is to be made up, in words; None where B does not state it."""
        match self.gap:
            case Gap.SILENT:
                return None
            case Gap.MET:
                return "Nothing to make up"
            case Gap.UNKNOWN:
                return "Cannot be counted"
        return (
            "A higher degree"
            if self.years is None
            else "1 more year"
            if self.years == 1
            else f"{self.years} more years"
        )


@dataclass(frozen=True)
class Reading:
    """A section of B to read, and what in it is new to someone who comes from A."""

    anchor: str
    count: int
    reasons: tuple[str, ...]
    """How many of which thing, in words."""

    @property
    def heading(self) -> str:
        return SECTIONS[self.anchor]


@dataclass(frozen=True)
class Move:
    """From A to B. In each SkillRow, `a` is what A asks for and `b` what B does."""

    comparison: Comparison
    steps: tuple[Link, ...]
    """The shortest way that the careers of the catalogue state; empty when they state none."""
    back: bool
    """Whether they state a way from B to A."""
    common: tuple[Stop, ...]
    """Stops that both careers name before the role."""
    pay: PayChange

    @property
    def a(self) -> Role:
        return self.comparison.a

    @property
    def b(self) -> Role:
        return self.comparison.b

    @property
    def keep(self) -> tuple[SkillRow, ...]:
        """Skills that both ask for, in the order of the vocabulary."""
        return tuple(row for row in self.comparison.skills if row.place == "both")

    @property
    def grow(self) -> tuple[SkillRow, ...]:
        """Those of `keep` of which B asks for more: required instead of preferred, or a higher proficiency."""
        return tuple(row for row in self.keep if row.more == "b")

    @property
    def add(self) -> tuple[SkillRow, ...]:
        """Skills that only B asks for, required before preferred."""
        only = (row for row in self.comparison.skills if row.place == "b")
        return tuple(sorted(only, key=lambda row: row.b.need is not Need.REQUIRED))

    def added(self, kind: SkillKind) -> tuple[SkillRow, ...]:
        """What is to be added of one kind."""
        return tuple(row for row in self.add if row.skill.kind is kind)

    @property
    def thresholds(self) -> tuple[Threshold, ...]:
        """Degree, years of work, years of leading people: always these three."""
        needs = self.b.requirements
        return tuple(
            Threshold(row, getattr(needs, row.b.key) if needs and row.b.key != "education" else ())
            for row in self.comparison.facts
            if row.b.key in ("education", "experience", "leading")
        )

    @property
    def reading(self) -> tuple[Reading, ...]:
        """The sections of B that hold something new, most first, and in the order of the page between equals.

        What counts: in requirements, a skill or tool added or grown, and a degree or years to make up; in
        soft skills, one added or grown; in responsibilities, a kind of work that A does not state; in
        career, a stop on the way; in salary, a check that leaves the change in pay rough.
        """
        (hard_add, soft_add), (hard_grow, soft_grow) = _hard_and_soft(self.add), _hard_and_soft(self.grow)
        themes = sum(bool(row.b and not row.a) for row in self.comparison.duties)
        thresholds = sum(one.gap is Gap.MORE for one in self.thresholds)
        doubts = self.pay.doubts if self.pay.trust is Trust.ROUGH else 0
        new = {
            "responsibilities": ((themes, "new kind of work", "new kinds of work"),),
            "requirements": (
                (hard_add, "skill or tool to add", "skills and tools to add"),
                (hard_grow, "to grow", "to grow"),
                (thresholds, "of degree and years to make up", "of degree and years to make up"),
            ),
            "career": ((max(0, len(self.steps) - 1), "stop on the way", "stops on the way"),),
            "salary": ((doubts, "doubt about the change in pay", "doubts about the change in pay"),),
            "soft-skills": ((soft_add, "to add", "to add"), (soft_grow, "to grow", "to grow")),
        }
        found = (_reading(anchor, new[anchor]) for anchor in self.b.sections if anchor in new)
        return tuple(sorted((one for one in found if one.count), key=lambda one: -one.count))


def _reading(anchor: str, new: tuple[tuple[int, str, str], ...]) -> Reading:
    reasons = tuple(f"{count} {one if count == 1 else many}" for count, one, many in new if count)
    return Reading(anchor, sum(count for count, _, _ in new), reasons)


def _hard_and_soft(rows: tuple[SkillRow, ...]) -> tuple[int, int]:
    soft = sum(row.skill.kind is SkillKind.SOFT for row in rows)
    return len(rows) - soft, soft


def move(a: Role, b: Role, catalogue: Catalogue, careers: Careers) -> Move:
    """The plan of a move from `a` to `b`."""
    before = set(careers.before(b.slug))
    return Move(
        compare(a, b, catalogue),
        careers.steps(a.slug, b.slug),
        bool(careers.steps(b.slug, a.slug)),
        tuple(stop for stop in careers.before(a.slug) if stop in before),
        pay_change(a, b, catalogue),
    )
