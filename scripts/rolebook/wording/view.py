"""What pages show of a figure, a skill or a career stage: every word computed, nothing left to templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rolebook.analysis.careers import Stop
from rolebook.analysis.comparison import Ask, asks
from rolebook.analysis.facts import Fact, facts, following
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.sections import Step
from rolebook.model.vocabulary import Reference, Skill, SkillKind
from rolebook.wording import notation

KINDS = {SkillKind.TECHNICAL: "Skills", SkillKind.TOOL: "Tools", SkillKind.SOFT: "Soft skills"}


@dataclass(frozen=True)
class ShownFigure:
    """A figure in words. `anchor` is its address on its role's page."""

    anchor: str
    what: str
    whose: str
    """Whose figure it is: job, level, place, company, part of pay where the label does not say it; may be empty."""
    value: str
    percentiles: tuple[tuple[str, str], ...]
    year: str
    region: str
    reference: Reference
    ends: int | None
    """The last year that it speaks of, where it names one: a browser tells from it how old the figure has become."""
    old: str | None
    projected: bool
    note: str | None
    figure: Figure


@dataclass(frozen=True)
class ShownFact:
    """A fact, and the figure behind it where it is one."""

    fact: Fact
    shown: ShownFigure | None


@dataclass(frozen=True)
class ShownSkill:
    skill: Skill
    ask: Ask

    @property
    def required(self) -> bool:
        return self.ask.need is Need.REQUIRED


def _new(words: str | None, said: str) -> str | None:
    """Words that add something: None when what is said already holds the gist of them."""
    return words if words and words.split()[0].casefold() not in said.casefold() else None


@dataclass(frozen=True)
class View:
    """The words for one catalogue on one day, from which the age of figures is counted."""

    catalogue: Catalogue
    today: date

    def figure(self, figure: Figure, prefix: str) -> ShownFigure:
        """A figure of the section or trend whose anchor is `prefix`."""
        unit = self.catalogue.units[figure.unit]
        whose = ", ".join(
            filter(None, (figure.job, figure.level, figure.place, figure.company, _new(figure.component, figure.what)))
        )
        stated = figure.percentiles.known if figure.percentiles else ()
        return ShownFigure(
            f"{prefix}-{figure.key}",
            figure.what,
            whose,
            notation.figure_value(figure, unit),
            tuple((notation.PERCENTILES[name], notation.amount(value, unit)) for name, value in stated),
            notation.years(figure.year),
            self.catalogue.label("regions", figure.region) or "region not stated",
            self.catalogue.sources[figure.source],
            figure.year.high if figure.year else None,
            notation.old(figure, self.today),
            notation.projected(figure, self.today),
            figure.note,
            figure,
        )

    def figures(self, figures: Iterable[Figure], prefix: str) -> tuple[ShownFigure, ...]:
        """The figures of one section or trend, whose anchor is `prefix`."""
        return tuple(self.figure(figure, prefix) for figure in figures)

    def facts(self, role: Role) -> tuple[ShownFact, ...]:
        return tuple(self.fact(fact) for fact in facts(role, self.catalogue))

    def fact(self, fact: Fact) -> ShownFact:
        return ShownFact(fact, self.figure(fact.figure, "salary") if fact.figure else None)

    def skills(self, role: Role, kind: SkillKind) -> tuple[ShownSkill, ...]:
        """The skills of one kind that a role asks for: required before preferred, then as the file lists them."""
        found = (ShownSkill(self.catalogue.skills[id], ask) for id, ask in asks(role, self.catalogue).items())
        return tuple(sorted((one for one in found if one.skill.kind is kind), key=lambda one: not one.required))

    def money(self, role: Role) -> tuple[ShownFigure, ...]:
        """The figures of the salary section that are amounts of money, in the order of the file."""
        return self._salary(role, money=True)

    def shares(self, role: Role) -> tuple[ShownFigure, ...]:
        """The figures of the salary section that are not money: percentages and the like."""
        return self._salary(role, money=False)

    def _salary(self, role: Role, *, money: bool) -> tuple[ShownFigure, ...]:
        figures = role.salary.figures if role.salary else ()
        return self.figures((figure for figure in figures if self.catalogue.money(figure) is money), "salary")

    def following(self, role: Role) -> tuple[Step, ...]:
        """The jobs that follow a role: those named as next, or else those of the stage after it."""
        return following(role)

    def level(self, stop: Stop) -> str:
        """The seniority of a stop in a career."""
        return self.catalogue.label("seniorities", stop.level) or "level not stated"

    def lane(self, role: Role, level: str) -> tuple[tuple[bool, Step], ...]:
        """The jobs of a role's career at one seniority; True with the role itself."""
        stages = role.career.stages if role.career else ()
        if not stages:
            return ((True, Step(title=role.title)),) if level == role.seniority else ()
        return tuple(
            job
            for stage in stages
            if stage.level == level
            for job in (
                *([(True, Step(title=role.title))] if stage.here else ()),
                *((False, job) for job in stage.jobs),
            )
        )

    def from_source(self, id: str) -> tuple[tuple[Role, tuple[ShownFigure, ...]], ...]:
        """Every figure taken from one source, by role."""
        found = (
            (role, tuple(self.figure(figure, prefix) for prefix, figure in role.figures if figure.source == id))
            for role in self.catalogue.roles
        )
        return tuple((role, figures) for role, figures in found if figures)
