"""Figures of pay with their places, and what can be asked of two of them. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rolebook.model.figures import Figure
from rolebook.model.levels import Measure
from rolebook.model.location import KeyPath, Located, spoken
from rolebook.model.problems import Advice
from rolebook.model.role import Role

Roles = Mapping[str, tuple[Role, Located]]
POINTS = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}
END = re.compile(r"\b(top|bottom) (\d{1,2}) ?(%|per ?cent)", re.IGNORECASE)
MEND = "Check both against their sources. If they say so, add a `note` to one of them, for readers."
ABOUT = Decimal("0.05")
"""How far off a number may be of which the source says "about"."""


@dataclass(frozen=True)
class Placed:
    """A figure and where it stands."""

    figure: Figure
    role: Role
    file: Located
    at: KeyPath
    job: str
    """Whose figure it is: the slug of a role, or the title of a job that is none."""

    @property
    def population(self) -> tuple[object, ...]:
        """What figures share that speak of the same pay of the same people. What is not stated is the same only
        within one source."""
        one = self.figure
        unstated = one.source if None in (one.year, one.region) else None
        stated = (one.level, one.place, one.company, one.component, one.year, one.region, one.unit, unstated)
        return (self.job, *stated)

    @property
    def name(self) -> str:
        low, high = self.figure.bounds
        numbers = " to ".join(dict.fromkeys(f"{end:,f}" for end in (low, high) if end is not None))
        return f'"{self.figure.what}" ({numbers})'

    def against(self, other: "Placed", why: str) -> Advice:
        """Advice on this figure, which names the other and its line."""
        line = f"{other.file.path}:{other.file.line(other.at)}"
        return self.file.advice(self.at, f"{spoken(self.at)}: found {self.name} and {other.name}, {line}; {why} {MEND}")


def jobs(roles: Roles) -> Mapping[str, str]:
    """Each name that one role alone goes by, and its slug."""
    owners: dict[str, set[str]] = defaultdict(set)
    for role, _ in roles.values():
        for name in (role.title, *role.aliases, *role.search):
            owners[name.casefold()].add(role.slug)
    return {name: next(iter(slugs)) for name, slugs in owners.items() if len(slugs) == 1}


def placed(role: Role, file: Located, section: str, jobs: Mapping[str, str]) -> Iterator[Placed]:
    """The figures of one section. `jobs` is what `jobs` says."""
    block = getattr(role, section)
    for index, figure in enumerate(block.figures if block else ()):
        named = figure.job and figure.job.casefold()
        job = jobs.get(named, named) if named else role.slug
        yield Placed(figure, role, file, (section, "figures", index), job)


def noted(*figures: Placed) -> bool:
    """Whether a note on one of them tells readers already."""
    return any(one.figure.note for one in figures)


def below(a: Figure, low: Decimal, b: Figure, high: Decimal) -> bool:
    """Whether one number is below another, by more than an "about" on either allows."""
    slack = ABOUT if a.about or b.about else Decimal(0)
    return low * (1 + slack) < high


def points(figure: Figure) -> list[tuple[int, Decimal]]:
    """Which share of people, in per cent, earns at most which amount."""
    if figure.percentiles:
        return [(POINTS[name], value) for name, value in figure.percentiles.known]
    if figure.value is not None and figure.measure is Measure.MEDIAN:
        return [(50, figure.value)]
    named = END.search(figure.what) if figure.measure is Measure.PERCENTILE else None
    if not named:
        return []
    share, top = int(named[2]), named[1].casefold() == "top"
    if figure.value is not None:
        return [(100 - share if top else share, figure.value)]
    # "The top 10% earn up to": nobody earns more. "The bottom 10% earn from": nobody earns less.
    end = figure.high if top else figure.low
    return [] if end is None else [(100 if top else 0, end)]
