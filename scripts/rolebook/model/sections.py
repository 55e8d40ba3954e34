"""The sections of a role: what each may hold, from requirements to challenges."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from rolebook.model.base import (
    DegreeId,
    OtherRoleId,
    ProficiencyId,
    Prose,
    Record,
    SeniorityId,
    SkillId,
    Slug,
    SourceId,
    Span,
    Text,
    ThemeId,
    slugify,
)
from rolebook.model.figures import Block, Figure, hand_down
from rolebook.model.levels import Need


class Titled(Record):
    """Something with a heading of its own, and an address made of it."""

    id: Slug | None = None
    """Needed only where two headings of a section are alike."""
    title: Text

    @property
    def key(self) -> str:
        return self.id or slugify(self.title)


class Group(Titled):
    """A heading that says something, and the points under it."""

    items: Annotated[tuple[Text, ...], Field(min_length=1)]


class Duties(Group):
    """Responsibilities of one kind. The theme lets a comparison set like beside like."""

    theme: ThemeId | None = None


class Education(Record):
    minimum: DegreeId | None = None
    preferred: DegreeId | None = None
    fields: tuple[Text, ...] = ()
    note: Text | None = None


class Experience(Record):
    """Years of one kind of work. `years` is left out where the source says only "several"."""

    id: Slug | None = None
    what: Text
    years: Span | None = None
    degree: DegreeId | None = None
    """Where the years depend on the degree held."""
    source: SourceId | None = None
    note: Text | None = None

    @property
    def key(self) -> str:
        return self.id or slugify(self.what)


class SkillNeed(Record):
    skill: SkillId
    need: Need = Need.REQUIRED
    proficiency: ProficiencyId | None = None
    detail: Text | None = None


class Certification(Record):
    name: Text
    need: Need = Need.PREFERRED


class Requirements(Record):
    education: Education | None = None
    experience: tuple[Experience, ...] = ()
    """Years of work. The first entry is the one shown at a glance."""
    leading: tuple[Experience, ...] = ()
    """Years of leading people, counted apart. The first entry is the one shown at a glance."""
    skills: tuple[SkillNeed, ...] = ()
    certifications: tuple[Certification, ...] = ()
    other: tuple[Group, ...] = ()
    """What is asked for and cannot be an id."""
    source: SourceId | None = None

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        return hand_down(data, ("experience", "leading"))


class Step(Record):
    """A job by its title, and the role of this catalogue that it is, where there is one."""

    title: Text
    role: OtherRoleId | None = None


class Stage(Record):
    """One stage on the way: the jobs that stand for it, and what one does there."""

    level: SeniorityId
    here: bool = False
    """This stage is the role itself."""
    jobs: tuple[Step, ...] = ()
    years: Span | None = None
    """Years of experience with which one arrives."""
    does: tuple[Text, ...] = ()


class Career(Record):
    stages: tuple[Stage, ...] = ()
    """The usual way, in order, up to this role and beyond."""
    next: tuple[Step, ...] = ()
    """Roles that follow."""
    alternatives: tuple[Step, ...] = ()
    """Ways that lead aside."""
    specialisms: tuple[Text, ...] = ()
    advice: tuple[Group, ...] = ()
    note: Text | None = None


class Industry(Titled):
    uses: tuple[Text, ...] = ()
    employers: tuple[Text, ...] = ()


class Market(Block):
    drivers: tuple[Text, ...] = ()
    industries: tuple[Industry, ...] = ()
    skills: tuple[SkillId, ...] = ()
    """Skills that the source calls sought after."""
    points: tuple[Group, ...] = ()


class Salary(Block):
    typical: Slug | None = None
    """The key of the figure that stands for this role's pay."""
    range: Slug | None = None
    """The key of the figure that stands for its range."""
    factors: tuple[Text, ...] = ()
    components: tuple[Text, ...] = ()
    """What a pay package is made of."""
    points: tuple[Group, ...] = ()
    note: Text | None = None

    def figure(self, key: str | None) -> Figure | None:
        return next((figure for figure in self.figures if key and figure.key == key), None)


class Trend(Block, Titled):
    text: Prose


class SoftSkill(Record):
    skill: SkillId
    need: Need = Need.REQUIRED
    text: Text


class Challenge(Record):
    challenge: Text
    remedy: Text | None = None


class ChallengeGroup(Titled):
    items: Annotated[tuple[Challenge, ...], Field(min_length=1)]


class Challenges(Record):
    groups: tuple[ChallengeGroup, ...] = ()
    remedies: tuple[Text, ...] = ()
    """Remedies that the source gives for all of them together."""


class Related(Record):
    role: OtherRoleId
    why: Text
