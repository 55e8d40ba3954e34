"""One role as a column of a comparison of any roles: all that it says, in words, in groups like those of its page.

Columns line up by the keys of their rows, so that two, three or four that were made apart can stand
side by side. The browser only sets them beside each other (templates/scripts/compare/roles.js).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rolebook.analysis.pay import spread_of
from rolebook.model.role import Role
from rolebook.model.sections import Experience, Step
from rolebook.model.vocabulary import SkillKind
from rolebook.wording import notation
from rolebook.wording.view import KINDS, ShownFact, ShownFigure, ShownSkill, View


@dataclass(frozen=True)
class Line:
    """One thing said in a cell. `link` and `source` are addresses from the root of the site."""

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


@dataclass(frozen=True)
class Row:
    """One row of a column. Without lines it says that nothing is stated.

    `rank` gives its place among the rows of its group. `need` (1 required, 0 preferred) and `level`
    (rank of the proficiency, -1 if not stated) are how much of a skill is asked for.
    """

    key: str
    label: str
    rank: int
    lines: tuple[Line, ...]
    link: str = ""
    need: int = -1
    level: int = -1


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    rows: tuple[Row, ...]


def groups(role: Role, view: View) -> tuple[Group, ...]:
    """All groups of a role, always all of them and in this order."""
    return (
        Group("glance", "At a glance", tuple(_glance(role, view))),
        *(Group(kind, label, tuple(_skills(role, view, kind))) for kind, label in KINDS.items()),
        Group("requirements", "Education and experience", tuple(_requirements(role, view))),
        Group("responsibilities", "Responsibilities", tuple(_responsibilities(role, view))),
        Group("career", "Where it leads", tuple(_career(role, view))),
    )


def _address(role: Role, anchor: str) -> str:
    return f"roles/{role.slug}/#{anchor}"


def _glance(role: Role, view: View) -> Iterator[Row]:
    for rank, shown in enumerate(view.facts(role)):
        # What follows a role has a group of its own.
        if shown.fact.key != "next":
            yield Row(shown.fact.key, shown.fact.label, 2 * rank, _fact(role, shown))
        if shown.fact.key == "range":
            yield Row("percentiles", "Percentiles of pay", 2 * rank + 1, _percentiles(role, view))


def _fact(role: Role, shown: ShownFact) -> tuple[Line, ...]:
    if shown.fact.value is None:
        return ()
    if not shown.shown:
        return (Line(shown.fact.value, shown.fact.detail),)
    return (_figure(role, shown.fact.value, shown.fact.detail, shown.shown),)


def _percentiles(role: Role, view: View) -> tuple[Line, ...]:
    figure = spread_of(role)
    if not figure:
        return ()
    shown = view.figure(figure, "salary")
    written = notation.spread(figure, view.catalogue.units[figure.unit])
    return (_figure(role, written, "; ".join(f"{name} {value}" for name, value in shown.percentiles), shown),)


def _figure(role: Role, text: str, detail: str, figure: ShownFigure) -> Line:
    return Line(
        text,
        detail,
        _address(role, figure.anchor),
        f"{figure.year} · {figure.region}",
        figure.reference.publisher,
        f"sources/#{figure.reference.id}",
        "Projection" if figure.projected else figure.old or "",
        figure.note or "",
    )


def _skills(role: Role, view: View, kind: SkillKind) -> Iterator[Row]:
    places = {skill.id: place for place, skill in enumerate(view.catalogue.vocabulary.skills)}
    for shown in view.skills(role, kind):
        skill, ask = shown.skill, shown.ask
        yield Row(
            skill.id,
            skill.label,
            places[skill.id],
            (Line(_ask(shown), ask.detail or ""),),
            f"skills/{skill.id}/",
            int(shown.required),
            ask.level,
        )


def _ask(shown: ShownSkill) -> str:
    return ", ".join(filter(None, (shown.ask.need.capitalize(), (shown.ask.proficiency or "").lower())))


def _requirements(role: Role, view: View) -> Iterator[Row]:
    needs = role.requirements
    yield Row("education", "Education", 0, tuple(_education(role, view)))
    yield Row("experience", "Experience", 1, tuple(_years(needs.experience if needs else ())))
    yield Row("leading", "Leading people", 2, tuple(_years(needs.leading if needs else ())))
    certifications = needs.certifications if needs else ()
    yield Row(
        "certifications", "Certificates", 3, tuple(Line(one.name, one.need.capitalize()) for one in certifications)
    )


def _education(role: Role, view: View) -> Iterator[Line]:
    education = role.requirements.education if role.requirements else None
    if not education:
        return
    minimum = view.catalogue.label("degrees", education.minimum)
    preferred = view.catalogue.label("degrees", education.preferred)
    stated = (minimum and f"{minimum} at least", preferred and f"{preferred} preferred")
    yield Line(
        "; ".join(filter(None, stated)) or "Field of study", ", ".join(education.fields), note=education.note or ""
    )


def _years(entries: Iterable[Experience]) -> Iterator[Line]:
    for entry in entries:
        years = notation.working_years(entry.years)
        yield Line(f"{years[:1].upper()}{years[1:]}", entry.what, note=entry.note or "")


def _responsibilities(role: Role, view: View) -> Iterator[Row]:
    themes = [(theme.id, theme.label) for theme in view.catalogue.vocabulary.themes]
    for rank, (id, label) in enumerate([*themes, (None, "Other")]):
        lines = tuple(
            Line(group.title, "; ".join(group.items), _address(role, f"responsibilities-{group.key}"))
            for group in role.responsibilities
            if group.theme == id
        )
        if lines:
            yield Row(id or "no-theme", label, rank, lines)


def _career(role: Role, view: View) -> Iterator[Row]:
    yield Row("next", "Next step", 0, _steps(view.following(role)))
    yield Row("aside", "Ways aside", 1, _steps(role.career.alternatives if role.career else ()))


def _steps(steps: Iterable[Step]) -> tuple[Line, ...]:
    return tuple(Line(step.title, link=f"roles/{step.role}/" if step.role else "") for step in steps)
