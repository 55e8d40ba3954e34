"""The sections of a role: what each may hold, from requirements to challenges."""

from typing import Annotated, Any, Literal, Self

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
    WorkId,
    slugify,
    wrong,
)
from rolebook.model.figures import Block, Figure, hand_down
from rolebook.model.levels import Need
from rolebook.model.statement import Statement, Words


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


class Duties(Group, Statement):
    """Responsibilities of one kind. The themes let a comparison set like beside like."""

    themes: tuple[ThemeId, ...] = ()


class EducationNeed(Statement):
    """A degree, fields of study, or both. Several are several statements of the source, and all are shown."""

    degree: DegreeId | None = None
    need: Literal[Need.ASKED, Need.PREFERRED]
    fields: tuple[Text, ...] = ()
    scope: Annotated[Text | None, Field(alias="for")] = None
    """For whom, where it is not for everybody: `for: senior posts`."""
    note: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.degree or self.fields):
            raise wrong("neither degree nor fields", "at least one of them", "Add `degree: …` or `fields: […]`.")
        return self


class Experience(Statement):
    """Years of one kind of work. Without `years`, the source asks for it and names no number."""

    id: Slug | None = None
    what: Text
    need: Literal[Need.ASKED, Need.PREFERRED]
    work: WorkId | None = None
    """The kind of work. Only years of the same kind are ever compared; none means that the source names no kind."""
    years: Span | None = None
    several: bool = False
    """The source says "several years" and no number."""
    degree: DegreeId | None = None
    """Where the years depend on the degree held."""
    source: SourceId | None = None
    note: Text | None = None

    @property
    def key(self) -> str:
        return self.id or slugify(self.what)

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        if self.several and self.years:
            raise wrong("years and several", "one of them", "Delete `several: true`.")
        return self


class SkillNeed(Statement):
    """A skill, or several of which one is enough (`any_of`), and how the source asks for it."""

    skill: SkillId | None = None
    any_of: tuple[SkillId, ...] = ()
    need: Need
    said: Words = ()
    """The source's own word for how well. It is shown and never ranked."""
    proficiency: ProficiencyId | None = None
    """Only in a catalogue whose vocabulary declares proficiencies."""
    detail: Text | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.skill,) if self.skill else self.any_of

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if bool(self.skill) == bool(self.any_of):
            found = "skill and any_of" if self.skill else "neither skill nor any_of"
            raise wrong(found, "one of them", "Keep `skill: …`, or `any_of: […]` for alternatives.")
        if len(self.any_of) == 1 or len(set(self.any_of)) < len(self.any_of):
            raise wrong("any_of with fewer than two different skills", "alternatives", "Write `skill: …` for one.")
        return self


class Certification(Statement):
    name: Text
    need: Need


class Requirements(Record):
    education: tuple[EducationNeed, ...] = ()
    experience: tuple[Experience, ...] = ()
    """Years of work. Several entries are several statements: they make a span, and none comes first."""
    leading: tuple[Experience, ...] = ()
    """Leading people, counted apart."""
    skills: tuple[SkillNeed, ...] = ()
    certifications: tuple[Certification, ...] = ()
    other: tuple[Group, ...] = ()
    """What is asked for and cannot be an id."""
    source: SourceId | None = None

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        return hand_down(data, ("experience", "leading"))


class Step(Statement):
    """A job by its title, and the role of this catalogue that it is, where there is one.

    Where the title is not one of that role's own, `because` says why an editor takes it for that role.
    """

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


class SoftSkill(Statement):
    skill: SkillId
    need: Need
    said: Words = ()
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
