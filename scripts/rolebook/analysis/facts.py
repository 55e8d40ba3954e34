"""A role at a glance: the facts by which people choose, in one form for every page that shows them."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.role import Role
from rolebook.model.sections import Experience, Step
from rolebook.wording import notation

FIRST_STEPS = 2
"""How many next steps are named at a glance; the section on careers has them all."""


@dataclass(frozen=True)
class Fact:
    """One fact. `value` is None where the sources do not state it.

    `order` sorts roles by this fact, lowest first; -1 where it has no order. `anchor` is where the page tells more.
    `figure` is given where the fact is a figure, whose year and source must be shown with it.
    """

    key: str
    label: str
    value: str | None
    detail: str = ""
    anchor: str = ""
    order: Decimal = Decimal(-1)
    figure: Figure | None = None


def facts(role: Role, catalogue: Catalogue) -> tuple[Fact, ...]:
    """The facts of one role, always all of them and in this order."""
    needs = role.requirements
    return (
        _typical_pay(role, catalogue),
        _pay_range(role, catalogue),
        _education(role, catalogue),
        _years("experience", "Experience", needs.experience if needs else (), catalogue),
        _years("leading", "Leading people", needs.leading if needs else (), catalogue),
        _term("family", "Family", "families", role.family, catalogue),
        _term("seniority", "Seniority", "seniorities", role.seniority, catalogue),
        _next(role),
        Fact("aliases", "Also known as", ", ".join(role.aliases) or None, anchor="overview"),
    )


def fact(role: Role, catalogue: Catalogue, key: str) -> Fact:
    """One fact of a role by its key."""
    return next(found for found in facts(role, catalogue) if found.key == key)


def _typical_pay(role: Role, catalogue: Catalogue) -> Fact:
    figure = role.salary.figure(role.salary.typical) if role.salary else None
    if not figure:
        return Fact("pay", "Typical pay", None, anchor="salary")
    value = notation.amount(figure.centre, catalogue.units[figure.unit])
    detail = f"{figure.what}, {figure.job}" if figure.job else figure.what
    return Fact("pay", "Typical pay", value, detail, f"salary-{figure.key}", figure.centre, figure)


def _pay_range(role: Role, catalogue: Catalogue) -> Fact:
    figure = role.salary.figure(role.salary.range) if role.salary else None
    if not figure:
        return Fact("range", "Pay range", None, anchor="salary")
    low, high = figure.bounds
    unit = catalogue.units[figure.unit]
    value = f"{notation.amount(low, unit)} to {notation.amount(high, unit)}"
    return Fact("range", "Pay range", value, figure.what, f"salary-{figure.key}", low, figure)


def _education(role: Role, catalogue: Catalogue) -> Fact:
    education = role.requirements.education if role.requirements else None
    if not education or not (education.minimum or education.preferred):
        return Fact("education", "Education", None, anchor="requirements-education")
    minimum = catalogue.label("degrees", education.minimum)
    preferred = catalogue.label("degrees", education.preferred)
    detail = f"{preferred} preferred" if minimum and preferred else ""
    return Fact(
        "education",
        "Education",
        minimum or f"{preferred} preferred",
        detail,
        "requirements-education",
        Decimal(catalogue.vocabulary.rank("degrees", education.minimum)),
    )


def _years(key: str, label: str, entries: tuple[Experience, ...], catalogue: Catalogue) -> Fact:
    if not entries:
        return Fact(key, label, None, anchor=f"requirements-{key}")
    first, *others = entries
    also = [notation.working_years(entry.years) for entry in others if entry.years and entry.years != first.years]
    degree = catalogue.label("degrees", first.degree)
    detail = f"with a {degree[:1].lower()}{degree[1:]}" if degree else ""
    if also:
        detail = "; ".join(filter(None, (detail, f"also stated: {', '.join(dict.fromkeys(also))}")))
    return Fact(
        key,
        label,
        notation.working_years(first.years),
        detail,
        f"requirements-{key}",
        Decimal(first.years.low if first.years else -1),
    )


def _term(key: str, label: str, kind: str, id: str, catalogue: Catalogue) -> Fact:
    return Fact(key, label, catalogue.label(kind, id), order=Decimal(catalogue.vocabulary.rank(kind, id)))


def _next(role: Role) -> Fact:
    first, rest = following(role)[:FIRST_STEPS], following(role)[FIRST_STEPS:]
    more = f"and {len(rest)} more" if rest else ""
    return Fact("next", "Next step", ", ".join(step.title for step in first) or None, more, anchor="career")


def following(role: Role) -> tuple[Step, ...]:
    """The jobs that follow a role: those named as next, or else those of the stage after it."""
    if not role.career:
        return ()
    after = (later.jobs for stage, later in pairwise(role.career.stages) if stage.here)
    return role.career.next or next(after, ())
