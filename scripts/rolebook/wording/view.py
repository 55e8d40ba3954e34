"""What pages show of a role: every word computed, nothing left to templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rolebook.analysis.asks import asks, asks_of_kind
from rolebook.analysis.careers import Stop, following
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.role import Role
from rolebook.model.sections import SoftSkill, Step
from rolebook.model.vocabulary import SkillKind
from rolebook.wording.fact_words import FactWords, facts
from rolebook.wording.figure_words import FigureWords, figure_words
from rolebook.wording.official_pay import OfficialPay, official_pay
from rolebook.wording.requirement_words import RequirementWords, requirements
from rolebook.wording.skill_words import SkillWords, skill_words

KINDS = {SkillKind.TECHNICAL: "Skills", SkillKind.TOOL: "Tools", SkillKind.SOFT: "Soft skills"}


@dataclass(frozen=True)
class View:
    """The words for one catalogue on one day, from which the age of figures is counted."""

    catalogue: Catalogue
    today: date

    def figure(self, figure: Figure, prefix: str) -> FigureWords:
        """A figure of the section or trend whose anchor is `prefix`."""
        return figure_words(figure, prefix, self.catalogue, self.today)

    def figures(self, figures: Iterable[Figure], prefix: str) -> tuple[FigureWords, ...]:
        """The figures of one section or trend, whose anchor is `prefix`."""
        return tuple(self.figure(figure, prefix) for figure in figures)

    def facts(self, role: Role) -> tuple[FactWords, ...]:
        return facts(role, self.catalogue, self.today)

    def skills(self, role: Role, kind: SkillKind) -> tuple[SkillWords, ...]:
        """What a role asks for of one kind: asked for before preferred, then as the file lists them."""
        return tuple(skill_words(ask, self.catalogue) for ask in asks_of_kind(role, kind, self.catalogue))

    def requirements(self, role: Role) -> tuple[RequirementWords, ...]:
        return requirements(role, self.catalogue)

    def naming(self, role: Role, skill: str) -> tuple[SkillWords, ...]:
        """What a role says of one skill."""
        return tuple(skill_words(ask, self.catalogue) for ask in asks(role) if skill in ask.ids)

    def soft_skills(self, role: Role) -> tuple[tuple[SoftSkill, SkillWords], ...]:
        """The soft skills of a role, each with how it is asked for."""
        soft = (ask for ask in asks(role) if ask.section == "soft-skills")
        return tuple(zip(role.soft_skills, (skill_words(ask, self.catalogue) for ask in soft), strict=True))

    def money(self, role: Role) -> tuple[FigureWords, ...]:
        """The figures of the salary section that are amounts of money, in the order of the file."""
        return self._salary(role, money=True)

    def shares(self, role: Role) -> tuple[FigureWords, ...]:
        """The figures of the salary section that are not money: percentages and the like."""
        return self._salary(role, money=False)

    def _salary(self, role: Role, *, money: bool) -> tuple[FigureWords, ...]:
        figures = role.salary.figures if role.salary else ()
        return self.figures((figure for figure in figures if self.catalogue.money(figure) is money), "salary")

    def official(self, role: Role) -> OfficialPay | None:
        """The wages of a role's nearest occupation, where official statistics know them."""
        return official_pay(role, self.catalogue)

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

    def from_source(self, id: str) -> tuple[tuple[Role, tuple[FigureWords, ...]], ...]:
        """Every figure taken from one source, by role."""
        found = (
            (role, tuple(self.figure(figure, prefix) for prefix, figure in role.figures if figure.source == id))
            for role in self.catalogue.roles
        )
        return tuple((role, figures) for role, figures in found if figures)
