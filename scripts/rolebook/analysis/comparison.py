"""What separates two roles. Pure: roles in, a comparison out.

`compare(a, b)` mirrors `compare(b, a)`: whatever is said of one side is said of the other
when the roles change places.
"""

from dataclasses import dataclass
from enum import StrEnum

from rolebook.analysis.facts import Fact, facts
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.sections import Duties
from rolebook.model.vocabulary import Skill, SkillKind, Term

OTHER = Term(id="other", label="Other")
"""The theme of responsibilities that name none."""


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"
    """A side does not state it, or states no more than words: nothing can be said."""


@dataclass(frozen=True)
class FactRow:
    """One fact of both roles, beside each other."""

    a: Fact
    b: Fact

    @property
    def label(self) -> str:
        return self.a.label

    @property
    def verdict(self) -> Verdict:
        if None in (self.a.value, self.b.value) or -1 in (self.a.order, self.b.order):
            return Verdict.UNKNOWN
        return Verdict.SAME if self.a.value == self.b.value else Verdict.DIFFERENT


@dataclass(frozen=True)
class Ask:
    """How much of a skill one role asks for. `level` is the rank of the proficiency, -1 if not stated."""

    need: Need
    level: int = -1
    proficiency: str | None = None
    detail: str | None = None
    anchor: str = ""
    """Where the role's page says so."""


@dataclass(frozen=True)
class SkillRow:
    """One skill, and what each role asks of it; None where it does not name the skill."""

    skill: Skill
    a: Ask | None
    b: Ask | None

    @property
    def place(self) -> str:
        """`both`, `a` or `b`: who names the skill."""
        return "both" if self.a and self.b else "a" if self.a else "b"

    @property
    def same(self) -> bool:
        """Whether both ask for just the same of it, as far as they say."""
        return self.a == self.b

    @property
    def more(self) -> str | None:
        """Who asks for more of a shared skill, `a` or `b`; None when equal or not stated.

        Required outweighs preferred; between equals a higher proficiency does, where both state one.
        """
        if not (self.a and self.b):
            return None
        if self.a.need != self.b.need:
            return "a" if self.a.need is Need.REQUIRED else "b"
        if -1 in (self.a.level, self.b.level) or self.a.level == self.b.level:
            return None
        return "a" if self.a.level > self.b.level else "b"


@dataclass(frozen=True)
class DutyRow:
    """The responsibilities of one theme; an empty side states none."""

    theme: Term
    a: tuple[Duties, ...]
    b: tuple[Duties, ...]


@dataclass(frozen=True)
class Comparison:
    a: Role
    b: Role
    facts: tuple[FactRow, ...]
    skills: tuple[SkillRow, ...]
    duties: tuple[DutyRow, ...]

    def skills_of(self, kind: SkillKind, place: str) -> tuple[SkillRow, ...]:
        return tuple(row for row in self.skills if row.skill.kind is kind and row.place == place)

    @property
    def shared(self) -> int:
        """How many skills both roles name."""
        return sum(row.place == "both" for row in self.skills)

    def only(self, side: str) -> int:
        """How many skills only one side, `a` or `b`, names."""
        return sum(row.place == side for row in self.skills)


def compare(a: Role, b: Role, catalogue: Catalogue) -> Comparison:
    """Set two roles beside each other: facts, skills in the order of the vocabulary, duties by theme."""
    asks_a, asks_b = asks(a, catalogue), asks(b, catalogue)
    return Comparison(
        a,
        b,
        tuple(FactRow(*pair) for pair in zip(facts(a, catalogue), facts(b, catalogue), strict=True)),
        tuple(
            SkillRow(skill, asks_a.get(skill.id), asks_b.get(skill.id))
            for skill in catalogue.vocabulary.skills
            if skill.id in asks_a or skill.id in asks_b
        ),
        tuple(
            DutyRow(theme, *sides)
            for theme in (*catalogue.vocabulary.themes, OTHER)
            if any(sides := (_duties(a, theme), _duties(b, theme)))
        ),
    )


def asks(role: Role, catalogue: Catalogue) -> dict[str, Ask]:
    """What a role asks for, by skill id: technical skills, tools and soft skills."""
    found: dict[str, Ask] = {}
    for soft in role.soft_skills:
        found[soft.skill] = Ask(soft.need, anchor=f"soft-skills-{soft.skill}")
    for need in role.requirements.skills if role.requirements else ():
        found[need.skill] = Ask(
            need.need,
            catalogue.vocabulary.rank("proficiencies", need.proficiency),
            catalogue.label("proficiencies", need.proficiency),
            need.detail,
            f"requirements-skill-{need.skill}",
        )
    return found


def _duties(role: Role, theme: Term) -> tuple[Duties, ...]:
    return tuple(group for group in role.responsibilities if (group.theme or OTHER.id) == theme.id)
