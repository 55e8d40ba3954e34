"""The whole catalogue: every role, and what roles refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import overload

from rolebook.model.figures import Figure
from rolebook.model.location import Located
from rolebook.model.problems import Advice
from rolebook.model.role import SECTIONS, Role
from rolebook.model.settings import Settings
from rolebook.model.statistics import OccupationWages, OfficialStatistics
from rolebook.model.vocabulary import Reference, Skill, Term, Unit, Vocabulary
from rolebook.model.written_page import WrittenPage


@dataclass(frozen=True)
class Catalogue:
    """Checked content. Roles are in the order of their slugs; `retired` are in none of the lists of pages."""

    settings: Settings
    roles: tuple[Role, ...]
    vocabulary: Vocabulary
    references: tuple[Reference, ...]
    retired: tuple[Role, ...] = ()
    where: Mapping[str, Located] = field(default_factory=dict)
    """For each file, named from the content folder (`roles/x.yml`): where its values stand."""
    written: tuple[WrittenPage, ...] = ()
    """The pages that people write by hand."""
    advice: tuple[Advice, ...] = ()
    """What is odd in the content and may be right."""
    statistics: OfficialStatistics | None = None

    @cached_property
    def by_slug(self) -> Mapping[str, Role]:
        return {role.slug: role for role in self.roles}

    @cached_property
    def skills(self) -> Mapping[str, Skill]:
        return {skill.id: skill for skill in self.vocabulary.skills}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """For each skill id: its place in the vocabulary, from 0."""
        return {skill.id: place for place, skill in enumerate(self.vocabulary.skills)}

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.vocabulary.units}

    @cached_property
    def sources(self) -> Mapping[str, Reference]:
        return {reference.id: reference for reference in self.references}

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], Term]:
        kinds = ("families", "seniorities", "degrees", "proficiencies", "regions", "themes", "work", "components")
        return {(kind, term.id): term for kind in kinds for term in getattr(self.vocabulary, kind)}

    @overload
    def label(self, kind: str, id: str) -> str: ...
    @overload
    def label(self, kind: str, id: str | None) -> str | None: ...
    def label(self, kind: str, id: str | None) -> str | None:
        """The label of an id of `kind` (families, seniorities, degrees, proficiencies, regions, themes, work,
        components)."""
        return self._terms[kind, id].label if id else None

    @cached_property
    def needed_by(self) -> Mapping[str, tuple[Role, ...]]:
        """For each skill id: the roles that name it, in the order of their titles."""
        found: dict[str, dict[str, Role]] = {}
        for role in sorted(self.roles, key=lambda role: role.title):
            for id in role_skills(role):
                found.setdefault(id, {})[role.slug] = role
        return {id: tuple(roles.values()) for id, roles in found.items()}

    @cached_property
    def ever(self) -> Mapping[str, Role]:
        """Every role that has a page, the retired ones too, by its slug."""
        return {role.slug: role for role in (*self.roles, *self.retired)}

    @cached_property
    def successors(self) -> Mapping[str, str]:
        """For each slug that a role once had: the slug that it has now."""
        return {former.slug: role.slug for role in self.ever.values() for former in role.formerly}

    @cached_property
    def changed(self) -> date:
        """The day of the newest entry in any role's history."""
        return max(role.changed for role in self.ever.values())

    def official_wages(self, role: Role) -> OccupationWages | None:
        """The wages of the occupation that an editor judges nearest to a role, where the statistics have them."""
        return self.statistics.of(role.occupation.onet_soc) if self.statistics and role.occupation else None

    def sections(self, role: Role) -> tuple[str, ...]:
        """The anchors of the sections of a role's page, in order. Salary is one where official wages stand for it."""
        pay = {"salary"} if self.official_wages(role) else set()
        return tuple(anchor for anchor in SECTIONS if anchor in pay or anchor in role.sections)

    def money(self, figure: Figure) -> bool:
        """Whether a figure is an amount of money, and so can stand on a scale of pay."""
        return self.units[figure.unit].currency is not None


def role_skills(role: Role) -> tuple[str, ...]:
    """The ids of all skills that a role asks for: technical, tools, soft; each once."""
    named = [id for need in role.requirements.skills for id in need.ids] if role.requirements else []
    return tuple(dict.fromkeys(named + [soft.skill for soft in role.soft_skills]))
