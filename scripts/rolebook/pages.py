"""Which pages there are, and what each is given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from rolebook import pay
from rolebook.compare import compare
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role
from rolebook.model.vocabulary import SkillKind, Term
from rolebook.near import Nearness, pair_slug, pairs
from rolebook.render import Page
from rolebook.shown import View
from rolebook.urls import Addresses

ROLES = ("All roles", "roles/")
COMPARE = ("Compare", "compare/")
SKILLS = ("Skills", "skills/")


@dataclass(frozen=True)
class Site:
    """Everything that is worked out once for a catalogue, and the pages that it makes."""

    catalogue: Catalogue
    view: View
    content: Path

    @cached_property
    def nearness(self) -> Nearness:
        return Nearness(self.catalogue)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        limits = self.catalogue.settings.pairs
        return tuple(pairs(self.catalogue, self.nearness, limits.all_up_to, limits.nearest))

    @cached_property
    def _pair_set(self) -> frozenset[tuple[str, str]]:
        return frozenset(self.pairs)

    def addresses(self, here: str) -> Addresses:
        return Addresses(here, self._pair_set)

    def shared(self, page: Page) -> Mapping[str, Any]:
        """What every template is given besides its own data."""
        return {"catalogue": self.catalogue, "view": self.view, "to": self.addresses(page.url)}

    def by_title(self) -> tuple[Role, ...]:
        return tuple(sorted(self.catalogue.roles, key=lambda role: (role.title.casefold(), role.slug)))

    def families(self) -> tuple[tuple[Term, tuple[Role, ...]], ...]:
        """The families that have roles, in the order of the vocabulary, each with its roles by seniority."""
        vocabulary = self.catalogue.vocabulary

        def place(role: Role) -> tuple[int, int, str]:
            return (vocabulary.rank("families", role.family), -vocabulary.rank("seniorities", role.seniority),
                    role.title.casefold())

        ordered = sorted(self.catalogue.roles, key=place)
        return tuple((vocabulary.families[rank], tuple(roles))
                     for rank, roles in groupby(ordered, key=lambda role: place(role)[0]))

    def nearest(self, role: Role, count: int) -> tuple[Role, ...]:
        return tuple(self.catalogue.by_slug[slug] for slug in self.nearness.nearest(role.slug, count))

    def pages(self) -> Iterator[Page]:
        yield self._home()
        yield self._roles()
        for role in self.catalogue.roles:
            yield self._role(role)
        yield self._compare_hub()
        for a, b in self.pairs:
            yield self._pair(a, b)
        yield self._skills()
        for id in sorted(self.catalogue.needed_by):
            yield self._skill(id)
        yield from (self._salaries(), self._paths(), self._sources())

    def _home(self) -> Page:
        settings = self.catalogue.settings
        return Page("", "home.md.j2", settings.title, settings.lede, {"families": self.families()},
                    changed=self.catalogue.changed, hide=("navigation", "toc"))

    def _roles(self) -> Page:
        return Page("roles/", "roles.md.j2", "All roles",
                    f"All {len(self.catalogue.roles)} roles by family, each at a glance: pay, degree, years of experience.",
                    {"families": self.families()}, changed=self.catalogue.changed)

    def _role(self, role: Role) -> Page:
        return Page(f"roles/{role.slug}/", "role.md.j2", role.title, role.summary, {
            "role": role,
            "facts": self.view.facts(role),
            "chart": pay.role_chart(role, self.view),
            "nearest": self.nearest(role, 4),
        }, (ROLES,), role.changed)

    def _compare_hub(self) -> Page:
        rows = tuple((role, self.view.facts(role)) for role in self.by_title())
        return Page("compare/", "compare_hub.md.j2", "Compare roles",
                    "Every role beside every other: choose two, or read all of them in one table.",
                    {"rows": rows, "pairs": self._pairs_by_role()}, changed=self.catalogue.changed,
                    hide=("navigation", "toc"))

    def _pairs_by_role(self) -> tuple[tuple[Role, tuple[Role, ...]], ...]:
        """For each role by title: the roles with which it has a page."""
        partners: dict[str, list[Role]] = {}
        for a, b in self.pairs:
            partners.setdefault(a, []).append(self.catalogue.by_slug[b])
            partners.setdefault(b, []).append(self.catalogue.by_slug[a])
        return tuple((role, tuple(sorted(partners.get(role.slug, ()), key=lambda other: other.title)))
                     for role in self.by_title())

    def _pair(self, a: str, b: str) -> Page:
        left, right = self.catalogue.by_slug[a], self.catalogue.by_slug[b]
        url = f"compare/{pair_slug(a, b)}/"
        to = self.addresses(url)
        return Page(url, "compare.md.j2", f"{left.title} vs {right.title}",
                    f"{left.title} and {right.title} side by side: pay, degree, years, skills and responsibilities.", {
                        "comparison": compare(left, right, self.catalogue),
                        "facts": tuple(zip(self.view.facts(left), self.view.facts(right), strict=True)),
                        "chart": pay.shared_chart(((left, "a", to.role(a, "salary")), (right, "b", to.role(b, "salary"))),
                                                  self.catalogue),
                    }, (COMPARE,), max(left.changed, right.changed))

    def _skills(self) -> Page:
        by_kind = {kind: tuple(skill for skill in sorted(self.catalogue.vocabulary.skills, key=lambda s: s.label.casefold())
                               if skill.kind is kind and skill.id in self.catalogue.needed_by) for kind in SkillKind}
        return Page("skills/", "skills.md.j2", "Skills",
                    f"All {sum(map(len, by_kind.values()))} skills, tools and soft skills, and how many roles name each.",
                    {"by_kind": by_kind}, changed=self.catalogue.changed)

    def _skill(self, id: str) -> Page:
        skill = self.catalogue.skills[id]
        roles = self.catalogue.needed_by[id]
        rows = tuple((role, next(one for one in self.view.skills(role, skill.kind) if one.skill.id == id)) for role in roles)
        rows = tuple(sorted(rows, key=lambda row: (not row[1].required, -row[1].ask.level)))
        return Page(f"skills/{id}/", "skill.md.j2", skill.label,
                    f"{skill.label}: the {len(roles)} {'role names' if len(roles) == 1 else 'roles that name'} it, "
                    "whether it is required, and how well.",
                    {"skill": skill, "rows": rows}, (SKILLS,), max(role.changed for role in roles))

    def _salaries(self) -> Page:
        to = self.addresses("salaries/")
        stated = [role for role in self.by_title() if any(pay.pay_figures(role))]
        stated.sort(key=lambda role: -(pay.middle(role) or 0))
        return Page("salaries/", "salaries.md.j2", "Pay of all roles",
                    "Typical pay and range of every role on one scale, with the year and the source of each figure.", {
                        "chart": pay.shared_chart([(role, "", to.role(role.slug, "salary")) for role in stated], self.catalogue),
                        "rows": tuple((role, self.view.facts(role)[:2]) for role in stated),
                        "silent": tuple(role for role in self.by_title() if role not in stated),
                    }, changed=self.catalogue.changed)

    def _paths(self) -> Page:
        return Page("paths/", "paths.md.j2", "Career map",
                    "How people come to each role and where it leads, all roles in one map.",
                    {"families": self.families()}, changed=self.catalogue.changed)

    def _sources(self) -> Page:
        rows = tuple((source, self.view.from_source(source.id)) for source in self.catalogue.references)
        return Page("sources/", "sources.md.j2", "Where figures come from",
                    "Every source, and every figure taken from it.", {"rows": rows}, changed=self.catalogue.changed)
