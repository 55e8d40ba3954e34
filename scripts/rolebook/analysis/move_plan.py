"""What a move from one role to another takes, as far as their sources say. Pure: two roles in, a plan out.

Nothing is counted of unlike kinds of work, nor of a span, unless every reading of it gives the same number.
"""

from dataclasses import dataclass
from enum import StrEnum

from rolebook.analysis.asks import Ask, asks
from rolebook.analysis.careers import Careers, Link, Stop
from rolebook.analysis.degrees import degrees_needed, education
from rolebook.analysis.pay_change import PayChange, pay_change
from rolebook.analysis.years import YearsOfKind, experience, leading
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.sections import EducationNeed


class Gap(StrEnum):
    """How the years that B asks for stand to those that A asks for already."""

    NONE = "none"
    """Whichever statement holds, no more are needed."""
    MORE = "more"
    """Whichever statement holds, so many more are needed."""
    MAY_FIT = "may-fit"
    """It depends on which of several statements holds."""
    UNLIKE = "unlike"
    """The two ask for years of unlike work, and nothing is subtracted."""
    UNCOUNTED = "uncounted"
    """A side gives no number."""
    PREFERRED = "preferred"
    """B calls them an advantage, and does not ask for them."""


@dataclass(frozen=True)
class YearsGap:
    """Of one kind of work that B names: what each side states of it, and what that leaves to make up."""

    gap: Gap
    there: tuple[YearsOfKind, ...]
    here: tuple[YearsOfKind, ...]
    """Of the same kind; of every kind where B's kind is unlike any of A's."""
    years: int | None = None
    degree: str | None = None
    """The degree that A asks for, where B's years depend on it."""


@dataclass(frozen=True)
class Shared:
    """A need of B, and every need of A that names one of its skills."""

    there: Ask
    here: tuple[Ask, ...]
    more: bool
    """Whether B asks for a higher proficiency, by a scale that the catalogue declares and both use."""


@dataclass(frozen=True)
class Move:
    """From A to B."""

    a: Role
    b: Role
    shared: tuple[Shared, ...]
    add: tuple[Ask, ...]
    """What B asks for and A names in no way: asked for first, then preferred. Examples and duties are never to add."""
    degrees: tuple[EducationNeed, ...]
    """Degrees that B asks for or prefers, above the lowest that A asks for."""
    experience: tuple[YearsGap, ...]
    leading: tuple[YearsGap, ...]
    steps: tuple[Link, ...]
    """The shortest way in the careers of the catalogue; empty when there is none."""
    back: bool
    """Whether there is a way from B to A."""
    common: tuple[Stop, ...]
    """Stops that both careers name before the role."""
    pay: PayChange

    def to_add(self, need: Need) -> tuple[Ask, ...]:
        return tuple(ask for ask in self.add if ask.need is need)

    @property
    def grow(self) -> tuple[Shared, ...]:
        return tuple(one for one in self.shared if one.more)

    @property
    def brief(self) -> tuple[Role, ...]:
        """Those of the two that are told in brief: what they leave out may be asked for all the same."""
        return tuple(role for role in (self.a, self.b) if role.brief)


def move(a: Role, b: Role, catalogue: Catalogue, careers: Careers) -> Move:
    """The plan of a move from `a` to `b`."""
    ours, theirs = asks(a), asks(b)
    shared = tuple(
        Shared(ask, here, _asks_more(ask, here, catalogue))
        for ask in theirs
        if (here := tuple(one for one in ours if set(one.ids) & set(ask.ids)))
    )
    named = {id for ask in ours for id in ask.ids}
    new = [ask for ask in theirs if not named & set(ask.ids)]
    before = set(careers.before(b.slug))
    return Move(
        a,
        b,
        shared,
        tuple(ask for need in (Need.ASKED, Need.PREFERRED) for ask in new if ask.need is need),
        _degrees(a, b, catalogue),
        _gaps(experience(a), experience(b), a, catalogue),
        _gaps(leading(a), leading(b), a, catalogue),
        careers.steps(a.slug, b.slug),
        bool(careers.steps(b.slug, a.slug)),
        tuple(stop for stop in careers.before(a.slug) if stop in before),
        pay_change(a, b),
    )


def _asks_more(ask: Ask, here: tuple[Ask, ...], catalogue: Catalogue) -> bool:
    rank = catalogue.vocabulary.rank
    levels = [rank("proficiencies", one.proficiency) for one in here]
    wanted = rank("proficiencies", ask.proficiency)
    return len(ask.ids) == 1 and wanted >= 0 and min(levels) >= 0 and wanted > max(levels)


def _degrees(a: Role, b: Role, catalogue: Catalogue) -> tuple[EducationNeed, ...]:
    held = degrees_needed(a, catalogue).least
    floor = -1 if held is None else held
    rank = catalogue.vocabulary.rank
    return tuple(one for one in education(b) if one.degree and rank("degrees", one.degree) > floor)


def _gaps(
    ours: tuple[YearsOfKind, ...], theirs: tuple[YearsOfKind, ...], a: Role, catalogue: Catalogue
) -> tuple[YearsGap, ...]:
    """One for each kind of work that B names."""
    kinds: dict[object, list[YearsOfKind]] = {}
    for number, one in enumerate(theirs):
        kinds.setdefault(one.work or number, []).append(one)
    return tuple(_gap(ours, tuple(ways), a, catalogue) for ways in kinds.values())


def _gap(ours: tuple[YearsOfKind, ...], theirs: tuple[YearsOfKind, ...], a: Role, catalogue: Catalogue) -> YearsGap:
    asked = tuple(one for one in theirs if one.need is Need.ASKED)
    same = tuple(one for one in ours if one.work and one.work == theirs[0].work)
    if not asked:
        return YearsGap(Gap.PREFERRED, theirs, same)
    if not same and ours:
        return YearsGap(Gap.UNLIKE, theirs, ours)
    held = tuple(one for one in same if one.need is Need.ASKED)
    route = _route(asked, a, catalogue)
    needed, have = _ends(route), _ends(held)
    if not needed or not have:
        return YearsGap(Gap.UNCOUNTED, theirs, same)
    fewest, most = max(0, needed[0] - have[1]), max(0, needed[1] - have[0])
    if fewest != most:
        return YearsGap(Gap.MAY_FIT, theirs, same)
    degree = next((one.degree for one in route if one.degree), None)
    return YearsGap(Gap.MORE if most else Gap.NONE, theirs, same, most or None, degree)


def _route(asked: tuple[YearsOfKind, ...], a: Role, catalogue: Catalogue) -> tuple[YearsOfKind, ...]:
    """What B asks of somebody with the degree that A asks for; everything, where that is not known."""
    held = degrees_needed(a, catalogue).least
    if held is None:
        return asked
    ranks = {one: catalogue.vocabulary.rank("degrees", one.degree) for one in asked}
    open_to = [rank for rank in ranks.values() if rank <= held]
    return tuple(one for one in asked if ranks[one] == max(open_to)) if open_to else asked


def _ends(ways: tuple[YearsOfKind, ...]) -> tuple[int, int] | None:
    """The fewest and the most years by which one of these ways is met; None where one gives no number."""
    if not ways or not all(one.counted for one in ways):
        return None
    return min(one.least or 0 for one in ways), max(one.most or 0 for one in ways)
