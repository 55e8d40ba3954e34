"""One role as a column of a comparison of any roles: all that it says, in words, in groups like those of its page.

Columns line up by the keys of their rows, so that two, three or four that were made apart can stand side by side:
in Python on the pages of pairs and in the data, in the browser for the roles that a reader chooses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from rolebook.analysis.answers import WORDS_ALONE, answers, ask_answer
from rolebook.analysis.careers import following
from rolebook.analysis.comparison import Answer
from rolebook.analysis.degrees import education
from rolebook.analysis.pay import spread_of
from rolebook.model.role import Role
from rolebook.model.sections import Step
from rolebook.model.vocabulary import SkillKind
from rolebook.wording import notation
from rolebook.wording.education_words import degree_words
from rolebook.wording.figure_words import FigureWords
from rolebook.wording.requirement_words import YEARS, inferred, notes, where, years
from rolebook.wording.skill_words import NEEDS
from rolebook.wording.view import KINDS, View

NO_THEME = "other"


class Addresses(Protocol):
    """What writes addresses (rolebook.site.addresses)."""

    def role(self, slug: str, anchor: str = "") -> str: ...
    def skill(self, id: str) -> str: ...
    def source(self, id: str) -> str: ...


@dataclass(frozen=True)
class Line:
    """One thing said in a cell. `link` and `source` are addresses."""

    text: str
    detail: str = ""
    link: str = ""
    meta: str = ""
    """Year and region of a figure."""
    publisher: str = ""
    source: str = ""
    badge: str = ""
    """That a figure is old, or a projection."""
    note: str = ""
    points: tuple[str, ...] = ()
    """What stands under it, point by point."""
    ends: int = -1
    """The last year that a figure speaks of, where it names one."""


@dataclass(frozen=True)
class Row:
    """One row of a column. Without lines it says that nothing is stated.

    `rank` gives its place among the rows of its group. `ids` are what it is about: several where one of several skills
    is enough. `level` is the rank of a skill's proficiency, -1 where none is stated.
    """

    key: str
    label: str
    rank: int
    lines: tuple[Line, ...]
    answer: Answer = WORDS_ALONE
    ids: tuple[str, ...] = ()
    link: str = ""
    level: int = -1

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", self.ids or (self.key,))


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    rows: tuple[Row, ...]


def groups(role: Role, view: View, to: Addresses) -> tuple[Group, ...]:
    """All groups of a role, always all of them and in this order."""
    return (
        Group("glance", "At a glance", tuple(_glance(role, view, to))),
        *(Group(kind, label, tuple(_skills(role, view, kind, to))) for kind, label in KINDS.items()),
        Group("requirements", "Education and experience", tuple(_requirements(role, view, to))),
        Group("responsibilities", "Responsibilities", tuple(_responsibilities(role, view, to))),
        Group("career", "Where it leads", tuple(_career(role, to))),
    )


def _glance(role: Role, view: View, to: Addresses) -> Iterator[Row]:
    answered = answers(role)
    for rank, fact in enumerate(view.facts(role)):
        # What follows a role has a group of its own.
        if fact.key != "next":
            lines: tuple[Line, ...] = ()
            if fact.figure:
                lines = (_figure(role, fact.value or "", fact.detail, fact.figure, to),)
            elif fact.value is not None:
                lines = (Line(fact.value, fact.detail),)
            yield Row(fact.key, fact.label, 2 * rank, lines, answered.get(fact.key, WORDS_ALONE))
        if fact.key == "range":
            answer = answered["percentiles"]
            yield Row("percentiles", "Percentiles of pay", 2 * rank + 1, _percentiles(role, view, to), answer)


def _percentiles(role: Role, view: View, to: Addresses) -> tuple[Line, ...]:
    figure = spread_of(role)
    if not (figure and figure.percentiles):
        return ()
    words = view.figure(figure, "salary")
    written = notation.spread(figure.percentiles, view.catalogue.units[figure.unit])
    return (_figure(role, written, "; ".join(f"{name} {value}" for name, value in words.percentiles), words, to),)


def _figure(role: Role, text: str, detail: str, figure: FigureWords, to: Addresses) -> Line:
    return Line(
        text,
        detail,
        to.role(role.slug, figure.anchor),
        f"{figure.year} · {figure.region}",
        figure.reference.publisher,
        to.source(figure.reference.id),
        "Projection" if figure.projected else figure.old or "",
        figure.note or "",
        ends=-1 if figure.ends is None else figure.ends,
    )


def _skills(role: Role, view: View, kind: SkillKind, to: Addresses) -> Iterator[Row]:
    for words in view.skills(role, kind):
        ask = words.ask
        yield Row(
            ask.key,
            words.label,
            min(view.catalogue.places[id] for id in ask.ids),
            (Line(words.text, words.detail, to.role(role.slug, ask.anchor()), note=inferred(words.reason)),),
            ask_answer(ask),
            ask.ids,
            to.skill(ask.ids[0]) if len(ask.ids) == 1 else "",
            view.catalogue.vocabulary.rank("proficiencies", ask.proficiency),
        )


def _requirements(role: Role, view: View, to: Addresses) -> Iterator[Row]:
    needs, answered, stated = role.requirements, answers(role), education(role)
    anchor = to.role(role.slug, "requirements-education")
    degrees = tuple(
        Line(degree_words(one, view.catalogue), where(one, stated), anchor, note=notes(one))
        for one in stated
        if one.degree
    )
    fields = tuple(
        Line(
            ", ".join(one.fields),
            where(one, stated),
            anchor,
            note="" if one.degree else notes(one),
        )
        for one in stated
        if one.fields
    )
    yield Row("education", "Degree", 0, degrees, answered["education"])
    yield Row("fields", "Field of study", 1, fields, answered["fields"])
    for rank, (key, label) in enumerate(YEARS, 2):
        lines = tuple(
            Line(one.text, f"{one.detail}{one.places}", to.role(role.slug, one.id), note=one.note)
            for one in years(role, key, view.catalogue)
        )
        yield Row(key, label, rank, lines, answered[key])
    certifications = needs.certifications if needs else ()
    lines = tuple(Line(one.name, NEEDS[one.need], note=inferred(one.because)) for one in certifications)
    yield Row("certifications", "Certificates", 4, lines)


def _responsibilities(role: Role, view: View, to: Addresses) -> Iterator[Row]:
    themes = [(theme.id, theme.label) for theme in view.catalogue.vocabulary.themes]
    for rank, (id, label) in enumerate([*themes, (NO_THEME, "Other")]):
        lines = tuple(
            Line(group.title, link=to.role(role.slug, f"responsibilities-{group.key}"), points=group.items)
            for group in role.responsibilities
            if id in (group.themes or (NO_THEME,))
        )
        if lines:
            yield Row(id, label, rank, lines)


def _career(role: Role, to: Addresses) -> Iterator[Row]:
    yield Row("next", "Next step", 0, _steps(following(role), to))
    yield Row("aside", "Ways aside", 1, _steps(role.career.alternatives if role.career else (), to))


def _steps(steps: Iterable[Step], to: Addresses) -> tuple[Line, ...]:
    return tuple(
        Line(step.title, link=to.role(step.role) if step.role else "", note=inferred(step.because)) for step in steps
    )
