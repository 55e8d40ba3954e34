"""The whole catalogue: every role, and what roles refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rolebook.model.figures import Figure
from rolebook.model.location import Located
from rolebook.model.problems import Advice
from rolebook.model.role import Role
from rolebook.model.settings import Settings
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

    @cached_property
    def by_slug(self) -> Mapping[str, Role]:
        return {role.slug: role for role in self.roles}

    @cached_property
    def skills(self) -> Mapping[str, Skill]:
        return {skill.id: skill for skill in self.vocabulary.skills}

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.vocabulary.units}

    @cached_property
    def sources(self) -> Mapping[str, Reference]:
        return {reference.id: reference for reference in self.references}

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], Term]:
        kinds = ("families", "seniorities", "degrees", "proficiencies", "regions", "themes")
        return {(kind, term.id): term for kind in kinds for term in getattr(self.vocabulary, kind)}

    def label(self, kind: str, id: str | None) -> str | None:
        """The label of an id of `kind` (families, seniorities, degrees, proficiencies, regions, themes)."""
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

    def money(self, figure: Figure) -> bool:
        """Whether a figure is an amount of money, and so can stand on a scale of pay."""
        return self.units[figure.unit].currency is not None


def role_skills(role: Role) -> tuple[str, ...]:
    """The ids of all skills that a role asks for: technical, tools, soft; each once."""
    named = [need.skill for need in role.requirements.skills] if role.requirements else []
    return tuple(dict.fromkeys(named + [soft.skill for soft in role.soft_skills]))
