"""What a role asks for of skills, tools and soft skills, in one form for all three."""

from collections.abc import Mapping
from dataclasses import dataclass

from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.statement import Said
from rolebook.model.vocabulary import SkillKind

WEIGHTS: Mapping[Need, float] = {Need.ASKED: 1, Need.PREFERRED: 0.5, Need.EXAMPLE: 0.25, Need.WORK: 0.25}
"""What a skill counts where a number has to be made of how it is asked for. It ranks roles, and never people."""


@dataclass(frozen=True)
class Ask:
    """One need: a skill, or several of which one is enough."""

    ids: tuple[str, ...]
    need: Need
    section: str
    """The anchor of the section that says so: requirements or soft-skills."""
    said: tuple[Said, ...] = ()
    proficiency: str | None = None
    detail: str | None = None
    because: str | None = None
    found_in: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What makes two asks of different roles the same row: their skills, whatever their order."""
        return "+".join(sorted(self.ids))

    @property
    def weight(self) -> float:
        """Of each of its skills. Alternatives share the weight of one need."""
        return WEIGHTS[self.need] / len(self.ids)

    def anchor(self, id: str = "") -> str:
        """The place of one of its skills on the page of its role; of the first by itself."""
        return f"{'soft-skills' if self.section == 'soft-skills' else 'requirements-skill'}-{id or self.ids[0]}"


def asks(role: Role) -> tuple[Ask, ...]:
    """Every need of a role, in the order of its file."""
    required = role.requirements.skills if role.requirements else ()
    return (
        *(
            Ask(one.ids, one.need, "requirements", one.said, one.proficiency, one.detail, one.because, one.found_in)
            for one in required
        ),
        *(
            Ask((one.skill,), one.need, "soft-skills", one.said, because=one.because, found_in=one.found_in)
            for one in role.soft_skills
        ),
    )


def asks_of_kind(role: Role, kind: SkillKind, catalogue: Catalogue) -> tuple[Ask, ...]:
    """The needs of a kind: asked for first, then preferred, then as the file lists them.

    Alternatives of several kinds are of the kind of the one that the vocabulary lists first.
    """
    found = (ask for ask in asks(role) if catalogue.skills[in_order(ask, catalogue)[0]].kind is kind)
    return tuple(sorted(found, key=lambda ask: list(Need).index(ask.need)))


def in_order(ask: Ask, catalogue: Catalogue) -> tuple[str, ...]:
    """The skills of a need in the order of the vocabulary: the same, whichever role lists them in which order."""
    return tuple(sorted(ask.ids, key=catalogue.places.__getitem__))


def strongest(role: Role) -> dict[str, Need]:
    """For each skill that a role names: how it is asked for, at the most."""
    found: dict[str, Need] = {}
    for ask in sorted(asks(role), key=lambda ask: list(Need).index(ask.need)):
        for id in ask.ids:
            found.setdefault(id, ask.need)
    return found


def weights(role: Role) -> dict[str, float]:
    """For each skill that a role names: the most that it counts."""
    found: dict[str, float] = {}
    for ask in asks(role):
        for id in ask.ids:
            found[id] = max(ask.weight, found.get(id, 0))
    return found
