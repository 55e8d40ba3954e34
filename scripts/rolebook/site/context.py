"""Everything that is worked out once for a catalogue, and that every page and export may ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from rolebook.analysis.careers import Careers
from rolebook.analysis.move_plan import move
from rolebook.analysis.nearness import Nearness, pairs
from rolebook.content.ledger import Ledger
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role
from rolebook.model.vocabulary import Term
from rolebook.site.addresses import COMPARE, ROOT, SKILLS, Addresses
from rolebook.site.renames import published_pairs
from rolebook.wording.move_words import PlanWords, plan_words
from rolebook.wording.role_column import Group, groups
from rolebook.wording.side_by_side import ComparedGroup, side_by_side
from rolebook.wording.view import View


@dataclass(frozen=True)
class Site:
    """A catalogue in words (`view`), its nearness, its pairs and its addresses."""

    view: View
    address: str | None = None
    """Where the site is published, with a slash at its end; None where that is not known."""
    ledger: Ledger = field(default_factory=Ledger)
    """What was published before."""

    @property
    def catalogue(self) -> Catalogue:
        return self.view.catalogue

    @cached_property
    def nearness(self) -> Nearness:
        return Nearness(self.catalogue)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of slugs that have a page. A pair that was published keeps its page."""
        limits = self.catalogue.settings.pairs
        near = pairs(self.catalogue, self.nearness, limits.all_up_to, limits.nearest)
        return tuple(sorted({*near, *published_pairs(self.catalogue, self.ledger.addresses)}))

    @cached_property
    def _pair_set(self) -> frozenset[tuple[str, str]]:
        return frozenset(self.pairs)

    def addresses(self, here: str) -> Addresses:
        return Addresses(here, self._pair_set)

    @cached_property
    def by_title(self) -> tuple[Role, ...]:
        return tuple(sorted(self.catalogue.roles, key=lambda role: (role.title.casefold(), role.slug)))

    @cached_property
    def families(self) -> tuple[tuple[Term, tuple[Role, ...]], ...]:
        """The families that have roles, in the order of the vocabulary, each with its roles, most senior first."""
        vocabulary = self.catalogue.vocabulary

        def place(role: Role) -> tuple[int, int, str]:
            return (
                vocabulary.rank("families", role.family),
                -vocabulary.rank("seniorities", role.seniority),
                role.title.casefold(),
            )

        ordered = sorted(self.catalogue.roles, key=place)
        return tuple(
            (vocabulary.families[rank], tuple(roles))
            for rank, roles in groupby(ordered, key=lambda role: place(role)[0])
        )

    @cached_property
    def careers(self) -> Careers:
        return Careers(self.catalogue)

    @cached_property
    def _columns(self) -> dict[str, tuple[Group, ...]]:
        return {}

    def column(self, slug: str) -> tuple[Group, ...]:
        """One role as a column of comparisons. Its addresses are from the root of the site."""
        if slug not in self._columns:
            self._columns[slug] = groups(self.catalogue.by_slug[slug], self.view, ROOT)
        return self._columns[slug]

    def compared(self, *slugs: str) -> tuple[ComparedGroup, ...]:
        """Two to four roles beside each other, as their page, their data and copies of them show it."""
        return side_by_side([self.column(slug) for slug in slugs])

    def plan(self, a: Role, b: Role) -> PlanWords:
        return plan_words(move(a, b, self.catalogue, self.careers), self.catalogue)

    def nearest(self, role: Role, count: int) -> tuple[Role, ...]:
        return tuple(self.catalogue.by_slug[slug] for slug in self.nearness.nearest(role.slug, count))

    def title_of(self, address: str) -> str:
        """What the link on an old page says: the title of the role or of the pair, or the address."""
        kind, _, rest = address.partition("#")[0].partition("/")
        slugs = rest.rstrip("/").split("-vs-")
        known = self.catalogue.ever
        if kind in {"roles", "compare"} and all(slug in known for slug in slugs):
            return " and ".join(known[slug].title for slug in slugs)
        return {COMPARE: "Compare roles", SKILLS: "Skills"}.get(address.partition("?")[0], f"/{address}")

    def shared(self, url: str) -> Mapping[str, Any]:
        """What every template is given besides its own data, for the page at `url`."""
        return {"catalogue": self.catalogue, "view": self.view, "to": self.addresses(url), "site_address": self.address}
