"""Figures that cannot both be true, or hardly: told by `rolebook check`, and never refused, because sources print them.

One small function a rule; its docstring is the rule. A contradiction that a note on one of its figures tells readers
of is told already.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import combinations, permutations

from rolebook.content.placed_figures import Placed, Roles, below, jobs, noted, placed, points
from rolebook.model.figures import Figure
from rolebook.model.levels import Measure
from rolebook.model.location import KeyPath, Located, spoken
from rolebook.model.problems import Advice
from rolebook.model.role import Role
from rolebook.model.sections import SkillNeed, SoftSkill
from rolebook.model.vocabulary import Unit, Vocabulary

GROWTH_ROUNDING = Decimal(1)
"""How many percentage points a yearly growth may differ from what its two sizes give, because all are rounded."""


def figure_advice(roles: Roles, vocabulary: Vocabulary) -> Iterator[Advice]:
    """Every contradiction among the figures of one role, or of one job across roles, that no note tells of."""
    names = jobs(roles)
    pay = {unit.id for unit in vocabulary.units if unit.currency and unit.period}
    alike: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    for role, file in roles.values():
        money = [one for one in placed(role, file, "salary", names) if one.figure.unit in pay]
        for one in money:
            alike[one.population].append(one)
        yield from part_above_whole(money)
        yield from later_stage_paid_less(money, vocabulary)
        yield from growth_against_sizes(list(placed(role, file, "market", names)), vocabulary)
        yield from words_without_places(role, file)
    for together in alike.values():
        for one, other in permutations(together, 2):
            for rule in PAIR_RULES:
                why = None if noted(one, other) else rule(one.figure, other.figure)
                if why:
                    yield one.against(other, why)


def middle_outside_range(middle: Figure, span: Figure) -> str | None:
    """A median, an average or a typical amount lies within a range of the same people's pay."""
    if middle.value is None or middle.measure not in MIDDLES or span.measure is not Measure.RANGE:
        return None
    low, high = span.bounds
    under = low is not None and below(middle, middle.value, span, low)
    over = high is not None and not span.open and below(span, high, middle, middle.value)
    return "a middle should lie inside the range of the same pay." if under or over else None


def points_out_of_order(lower: Figure, upper: Figure) -> str | None:
    """What more people earn less than is the higher amount: from the bottom tenth by way of the median to the top."""
    wrong = any(
        share < higher and below(upper, more, lower, less)
        for share, less in points(lower)
        for higher, more in points(upper)
    )
    return "of the same pay, a lower part should not earn more than a higher part." if wrong else None


def two_middles(one: Figure, other: Figure) -> str | None:
    """The same pay has one median, and one average."""
    middles = one.value is not None and other.value is not None and one.measure is other.measure
    if not middles or one.measure not in {Measure.MEDIAN, Measure.AVERAGE}:
        return None
    # Told once, on the figure with the higher amount.
    higher = below(other, other.value or Decimal(0), one, one.value or Decimal(0))
    return f"the same pay should have one {one.measure}." if higher else None


def ranges_apart(upper: Figure, lower: Figure) -> str | None:
    """Two ranges of the same pay share some amount. Ranges that touch do."""
    if {upper.measure, lower.measure} != {Measure.RANGE}:
        return None
    start, end = upper.bounds[0], lower.bounds[1]
    apart = start is not None and end is not None and not lower.open and below(lower, end, upper, start)
    return "two ranges of the same pay should share some amount." if apart else None


def range_beyond_the_top(span: Figure, top: Figure) -> str | None:
    """No range of pay goes beyond the most that the highest-paid part earns."""
    most = dict(points(top)).get(100)
    beyond = most is not None and span.measure is Measure.RANGE and span.high is not None
    wrong = beyond and below(top, most or Decimal(0), span, span.high or Decimal(0))
    return "a range should not end above the most that the highest-paid earn." if wrong else None


def part_above_whole(figures: Iterable[Placed]) -> Iterator[Advice]:
    """Base pay of some people is not above their total pay."""
    for part, whole in permutations(figures, 2):
        one, other = part.figure, whole.figure
        same = _without_part(part) == _without_part(whole)
        if not same or (one.component, other.component) != ("base", "total") or noted(part, whole):
            continue
        least, most = one.bounds[0], other.bounds[1]
        if least is not None and most is not None and not other.open and below(other, most, one, least):
            yield part.against(whole, "base pay should not be above total pay.")


def later_stage_paid_less(figures: Iterable[Placed], vocabulary: Vocabulary) -> Iterator[Advice]:
    """The most that is paid at a later stage of a career, or at a higher level, is not below that of an earlier one."""
    ranked = [(scale, rank, one) for one in figures for scale, rank in _ranks(one, vocabulary)]
    for (scale, rank, one), (other_scale, other_rank, other) in combinations(ranked, 2):
        if scale != other_scale or rank == other_rank or noted(one, other) or _elsewhere(one) != _elsewhere(other):
            continue
        later, earlier = (one, other) if rank > other_rank else (other, one)
        most, least = later.figure.bounds[1], earlier.figure.bounds[1]
        kinds = {later.figure.measure, earlier.figure.measure} <= {Measure.RANGE, Measure.EXTREME}
        if not kinds or later.figure.open or most is None or least is None:
            continue
        if below(later.figure, most, earlier.figure, least):
            yield later.against(earlier, "a later stage of the same career should not be paid less.")


def growth_against_sizes(figures: Iterable[Placed], vocabulary: Vocabulary) -> Iterator[Advice]:
    """A growth a year fits the two sizes that its source gives for its first and its last year."""
    units = {unit.id: unit for unit in vocabulary.units}
    found = [one for one in figures if one.figure.value is not None and one.figure.year]
    sizes = [one for one in found if _single_year(one.figure) and not _a_year(units[one.figure.unit or ""])]
    for growth in found:
        if not _a_year(units[growth.figure.unit or ""]) or growth.figure.note:
            continue
        subject = _subject(growth.figure)
        for first, last in permutations((one for one in sizes if _subject(one.figure) == subject), 2):
            grown = _yearly(first.figure, last.figure)
            stated = growth.figure.value or Decimal(0)
            if grown is None or noted(first, last) or abs(grown - stated) <= GROWTH_ROUNDING:
                continue
            yield growth.against(
                last, f"with {first.name} the sizes make about {grown:.0f}% a year, and {stated:f}% is stated."
            )


def words_without_places(role: Role, file: Located) -> Iterator[Advice]:
    """Where a source uses different words for one skill, each word has its place."""
    asked = role.requirements.skills if role.requirements else ()
    skills: list[tuple[KeyPath, SkillNeed | SoftSkill]] = [
        *((("requirements", "skills", index), need) for index, need in enumerate(asked)),
        *((("soft_skills", index), soft) for index, soft in enumerate(role.soft_skills)),
    ]
    for at, need in skills:
        words = {said.word.casefold() for said in need.said}
        if len(words) > 1 and not all(said.found_in for said in need.said):
            listed = ", ".join(said.word for said in need.said)
            yield file.advice(
                (*at, "said"),
                f"{spoken((*at, 'said'))}: found several words for one skill ({listed}) without the place of each. "
                "Write `said: [{word: …, in: …}, …]`, so that readers see where the source says what.",
            )


MIDDLES = frozenset({Measure.MEDIAN, Measure.AVERAGE, Measure.TYPICAL})
PAIR_RULES: tuple[Callable[[Figure, Figure], str | None], ...] = (
    middle_outside_range,
    points_out_of_order,
    two_middles,
    ranges_apart,
    range_beyond_the_top,
)
"""Each is given two figures of the same pay of the same people, in both orders, and says what is odd about them."""
RULES = (*PAIR_RULES, part_above_whole, later_stage_paid_less, growth_against_sizes, words_without_places)


def _without_part(one: Placed) -> tuple[object, ...]:
    job, level, place, company, _, *others = one.population
    return (job, level, place, company, *others)


def _elsewhere(one: Placed) -> tuple[object, ...]:
    figure = one.figure
    return (figure.place, figure.company, figure.year, figure.region, figure.unit, figure.source)


def _ranks(one: Placed, vocabulary: Vocabulary) -> Iterator[tuple[str, int]]:
    """How far on a figure's level is among those of its job, or its job in the role's career, as (scale, rank)."""
    if one.figure.level:
        level = one.figure.level.casefold().removesuffix(" level")
        for rank, term in enumerate(vocabulary.seniorities):
            if level in {name.casefold() for name in (term.label, *term.aliases)}:
                yield one.job, rank
        return
    for rank, stage in enumerate(one.role.career.stages if one.role.career else ()):
        if one.job in {job.title.casefold() for job in stage.jobs} or (stage.here and one.job == one.role.slug):
            yield "career", rank


def _single_year(figure: Figure) -> bool:
    return figure.year is not None and figure.year.low == figure.year.high


def _a_year(unit: Unit) -> bool:
    return unit.suffix.strip().casefold() in {"% a year", "% per year"}


def _subject(figure: Figure) -> str:
    """What a size or a growth is of: `Expected size of the market` and `Growth of the market` are of one thing."""
    return figure.what.casefold().partition(" of ")[2]


def _yearly(first: Figure, last: Figure) -> Decimal | None:
    """The growth a year, in per cent, from one size to a later one; None where they are not two sizes of one thing."""
    alike = (first.unit, first.region, first.place, first.job) == (last.unit, last.region, last.place, last.job)
    if not (alike and first.year and last.year and first.value and last.value):
        return None
    years = last.year.low - first.year.low
    return ((last.value / first.value) ** (Decimal(1) / years) - 1) * 100 if years > 0 else None
