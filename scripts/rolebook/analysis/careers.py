"""The ways that careers take: stops, and the links between them that roles state.

A stop is a role of the catalogue, or a job title at one seniority. The same title at the same
seniority is one stop, whichever careers name it, and so careers meet.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rolebook.model.catalogue import Catalogue
from rolebook.model.location import KeyPath
from rolebook.model.role import Role
from rolebook.model.sections import Step


@dataclass(frozen=True)
class Stop:
    """`level` is the id of a seniority, None where no source states one; `role` a slug, None for a mere job title."""

    title: str
    level: str | None
    role: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes two stops one."""
        return ("", self.role) if self.role else (self.title.casefold(), self.level or "")


@dataclass(frozen=True)
class Link:
    """A step from one stop to another in the career of the role `by`. `aside` leads off the usual way.

    `because` holds the editor's reasons where the source does not state it: then it is inferred.
    """

    start: Stop
    end: Stop
    by: str
    aside: bool = False
    because: tuple[str, ...] = ()
    stage: tuple[Stop, ...] = ()
    """The whole stage that it leads to, where that is one of several jobs: "A or B" is one step."""

    @property
    def stated(self) -> bool:
        return not self.because


class Careers:
    """All stops and links of a catalogue, in an order that depends on its content alone.

    The links of one role: from each job of a stage to each job of the stage after it, the role
    itself being a job of its own stage; from the role to each next step, and to each alternative.
    Where the source does not say that a title is a role of the catalogue, the links to and from it are inferred.
    A next step or an alternative has the seniority at which the role's stages name that title, or none.
    """

    def __init__(self, catalogue: Catalogue):
        self._catalogue = catalogue
        self._stops: dict[tuple[str, str], Stop] = {}
        self._ways = {role.slug: self._way(role) for role in catalogue.roles}
        self.links = tuple(dict.fromkeys(link for role in catalogue.roles for link in self._links(role)))

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Every stop; a role without a career is one too."""
        for role in self._catalogue.roles:
            self._role(role.slug)
        return tuple(self._stops.values())

    def steps(self, a: str, b: str) -> tuple[Link, ...]:
        """The shortest way from role `a` to role `b` by links that are not aside; empty when there is none.

        Of several as short, the one whose links are stated, and of those the one that comes first in the catalogue.
        """
        came: dict[Stop, Link] = {}
        queue = deque([self._role(a)])
        goal = self._role(b)
        while queue and goal not in came:
            for link in self._from.get(queue.popleft(), ()):
                if link.end not in came and link.end.role != a:
                    came[link.end] = link
                    queue.append(link.end)
        way: list[Link] = []
        while goal in came:
            way.insert(0, came[goal])
            goal = came[goal].start
        return tuple(way)

    def before(self, slug: str) -> tuple[Stop, ...]:
        """The stops that a role's own career names before it, earliest first."""
        found: list[Stop] = []
        for stage in self._ways[slug]:
            if any(stop.role == slug for stop in stage):
                return tuple(dict.fromkeys(found))
            found += stage
        return ()

    @cached_property
    def _from(self) -> dict[Stop, list[Link]]:
        found: dict[Stop, list[Link]] = {}
        for link in self.links:
            if not link.aside:
                found.setdefault(link.start, []).append(link)
        return {stop: sorted(links, key=lambda link: not link.stated) for stop, links in found.items()}

    def _role(self, slug: str) -> Stop:
        role = self._catalogue.by_slug[slug]
        return self._stop(Stop(role.title, role.seniority, slug))

    def _stop(self, stop: Stop) -> Stop:
        return self._stops.setdefault(stop.key, stop)

    def _job(self, step: Step, level: str | None, role: Role) -> Stop:
        own = {name.casefold() for name in (role.title, *role.aliases)}
        slug = step.role or (role.slug if step.title.casefold() in own else None)
        return self._role(slug) if slug else self._stop(Stop(step.title, level))

    def _way(self, role: Role) -> tuple[tuple[Stop, ...], ...]:
        """The stops of each stage of one career."""
        return tuple(
            tuple(
                dict.fromkeys(
                    (
                        *((self._role(role.slug),) if stage.here else ()),
                        *(self._job(job, stage.level, role) for job in stage.jobs),
                    )
                )
            )
            for stage in (role.career.stages if role.career else ())
        )

    def _links(self, role: Role) -> Iterator[Link]:
        if not role.career:
            return
        way, here = self._ways[role.slug], self._role(role.slug)
        reasons = {self._job(step, level, role): step.because for step, level in self._steps(role) if step.because}

        def why(*stops: Stop) -> tuple[str, ...]:
            return tuple(reasons[stop] for stop in stops if stop in reasons)

        for before, after in pairwise(way):
            stage = after if len(after) > 1 else ()
            yield from (
                Link(start, end, role.slug, False, why(start, end), stage)
                for start in before
                for end in after
                if start != end
            )
        levels = {stop.title.casefold(): stop.level for stage in way for stop in stage if not stop.role}
        for steps, aside in ((role.career.next, False), (role.career.alternatives, True)):
            for step in steps:
                stop = self._job(step, levels.get(step.title.casefold()), role)
                if stop != here:
                    yield Link(here, stop, role.slug, aside, (step.because,) if step.because else ())

    @staticmethod
    def _steps(role: Role) -> Iterator[tuple[Step, str]]:
        """The jobs of the stages of one career, each with its level."""
        for stage in role.career.stages if role.career else ():
            yield from ((job, stage.level) for job in stage.jobs)


def following(role: Role) -> tuple[Step, ...]:
    """The jobs that follow a role: those named as next, or else those of the stage after it."""
    if not role.career:
        return ()
    after = (later.jobs for stage, later in pairwise(role.career.stages) if stage.here)
    return role.career.next or next(after, ())


def moves_of(role: Role) -> Iterator[tuple[str, str, KeyPath]]:
    """The moves between roles in the career of one, stated or inferred: from slug, to slug, and where it says so."""
    if not role.career:
        return
    way: list[tuple[set[str], KeyPath]] = []
    for index, stage in enumerate(role.career.stages):
        slugs = {job.role for job in stage.jobs if job.role} | ({role.slug} if stage.here else set())
        way.append((slugs, ("career", "stages", index)))
    for (before, _), (after, at) in pairwise(way):
        yield from ((start, end, at) for start in sorted(before) for end in sorted(after) if start != end)
    for index, step in enumerate(role.career.next):
        if step.role:
            yield role.slug, step.role, ("career", "next", index)
