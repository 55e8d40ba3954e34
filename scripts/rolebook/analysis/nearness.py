"""How near two roles are, and which pairs of roles get a page."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from rolebook.analysis.asks import weights
from rolebook.analysis.careers import moves_of
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role

SKILLS, FAMILY, CAREER = 0.7, 0.15, 0.15
"""The weight of each part of a similarity; together 1."""


@dataclass(frozen=True)
class Likeness:
    """Why two roles are near. `skills` are ids that both name, the most telling first."""

    role: str
    skills: tuple[str, ...]
    same_family: bool
    linked: bool
    """Whether a career leads from one to the other."""


class Nearness:
    """The similarity of any two roles of a catalogue: symmetric, from 0 to 1.

    0.7 × skills + 0.15 × same family + 0.15 × career link, where

    - skills is the weighted Jaccard (Ruzicka) similarity: the sum over all skills of the smaller
      weight, over the sum of the larger. A skill weighs ln(1 + N / n) when n of the N roles name it
      (rare skills say more), times what it counts by how it is asked for (asks.WEIGHTS); of several of which
      one is enough, each counts its share;
    - career link is 1 when either role leads to the other in the career paths, stated or inferred.
    """

    def __init__(self, catalogue: Catalogue):
        self._roles = catalogue.by_slug
        self._weights = {role.slug: self._weigh(role, catalogue) for role in catalogue.roles}
        self._totals = {slug: sum(weights.values()) for slug, weights in self._weights.items()}
        self._links = {frozenset((start, end)) for role in catalogue.roles for start, end, _ in moves_of(role)}
        self._nearest: dict[tuple[str, int], tuple[str, ...]] = {}
        self._naming: dict[str, list[str]] = defaultdict(list)
        for slug, named in self._weights.items():
            for skill in named:
                self._naming[skill].append(slug)

    @staticmethod
    def _weigh(role: Role, catalogue: Catalogue) -> Mapping[str, float]:
        count = len(catalogue.roles)
        rarity = {skill: math.log1p(count / len(roles)) for skill, roles in catalogue.needed_by.items()}
        return {skill: rarity[skill] * weight for skill, weight in weights(role).items()}

    def similarity(self, a: str, b: str) -> float:
        """Of two roles by their slugs. A role is as near to itself as can be: 1."""
        if a == b:
            return 1.0
        ours, theirs = self._weights[a], self._weights[b]
        # Sorted, so that the sum is the same to the last bit whichever role comes first.
        common = sum(min(ours[skill], theirs[skill]) for skill in sorted(ours.keys() & theirs.keys()))
        return self._combine(a, b, common)

    def _combine(self, a: str, b: str, common: float) -> float:
        union = self._totals[a] + self._totals[b] - common
        return (
            SKILLS * (common / union if union else 0.0)
            + FAMILY * (self._roles[a].family == self._roles[b].family)
            + CAREER * (frozenset((a, b)) in self._links)
        )

    def related(self, slug: str, count: int) -> tuple[Likeness, ...]:
        """The `count` nearest other roles, and why. Roles that are not alike at all are left out."""
        return tuple(
            Likeness(
                other,
                tuple(
                    sorted(
                        self._weights[slug].keys() & self._weights[other].keys(),
                        key=lambda skill: (-min(self._weights[slug][skill], self._weights[other][skill]), skill),
                    )
                ),
                self._roles[slug].family == self._roles[other].family,
                frozenset((slug, other)) in self._links,
            )
            for other in self.nearest(slug, count)
            if self.similarity(slug, other)
        )

    def nearest(self, slug: str, count: int) -> tuple[str, ...]:
        """The slugs of the `count` nearest other roles, nearest first; ties in order of slugs."""
        # Pairs, role pages and the picker ask for the same, and one answer takes a look at every role.
        if (slug, count) not in self._nearest:
            self._nearest[slug, count] = self._rank(slug, count)
        return self._nearest[slug, count]

    def _rank(self, slug: str, count: int) -> tuple[str, ...]:
        common: dict[str, float] = defaultdict(float)
        for skill in sorted(self._weights[slug]):
            ours = self._weights[slug][skill]
            for other in self._naming[skill]:
                common[other] += min(ours, self._weights[other][skill])
        return tuple(
            nsmallest(
                count,
                (other for other in self._roles if other != slug),
                key=lambda other: (-self._combine(slug, other, common.get(other, 0.0)), other),
            )
        )


def pairs(catalogue: Catalogue, nearness: Nearness, all_up_to: int, nearest: int) -> Iterator[tuple[str, str]]:
    """The pairs of slugs that get a page, each in alphabetical order, sorted.

    Every pair while the catalogue has at most `all_up_to` roles; above that, each role with its
    `nearest` nearest, because pairs grow with the square of the roles.
    """
    slugs = sorted(catalogue.by_slug)
    if len(slugs) <= all_up_to:
        yield from combinations(slugs, 2)
    else:
        near = ((slug, other) for slug in slugs for other in nearness.nearest(slug, nearest))
        yield from sorted({(min(pair), max(pair)) for pair in near})
