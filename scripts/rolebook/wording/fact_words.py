"""A role at a glance: the facts by which people choose, in words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rolebook.analysis.careers import following
from rolebook.analysis.degrees import degrees_needed
from rolebook.analysis.pay import pay_figures
from rolebook.analysis.years import YearsOfKind, experience, leading
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.role import Role
from rolebook.wording import notation
from rolebook.wording.education_words import education_at_a_glance
from rolebook.wording.figure_words import FigureWords, figure_words
from rolebook.wording.years_words import years_at_a_glance

FIRST_STEPS = 2
"""How many next steps are named at a glance; the section on careers has them all."""


@dataclass(frozen=True)
class FactWords:
    """One fact. `value` is None where the sources do not state it.

    `anchor` is where the role's page tells more. `order` sorts roles by this fact, lowest first; None where it has
    no order. `figure` is given where the fact is a figure, whose year and source must be shown with it.
    """

    key: str
    label: str
    value: str | None
    detail: str = ""
    anchor: str = ""
    order: Decimal | None = None
    figure: FigureWords | None = None


def facts(role: Role, catalogue: Catalogue, today: date) -> tuple[FactWords, ...]:
    """The facts of one role, always all of them and in this order."""
    typical, span = pay_figures(role)
    first, rest = following(role)[:FIRST_STEPS], following(role)[FIRST_STEPS:]
    return (
        _pay("pay", "Typical pay", typical, catalogue, today),
        _pay("range", "Pay range", span, catalogue, today),
        _education(role, catalogue),
        _years("experience", "Experience", experience(role), catalogue),
        _years("leading", "Leading people", leading(role), catalogue),
        _term("family", "Family", "families", role.family, catalogue),
        _term("seniority", "Seniority", "seniorities", role.seniority, catalogue),
        FactWords(
            "next",
            "Next step",
            ", ".join(step.title for step in first) or None,
            f"and {len(rest)} more" if rest else "",
            "career",
        ),
        FactWords("aliases", "Also known as", ", ".join(role.aliases) or None, anchor="overview"),
    )


def _pay(key: str, label: str, figure: Figure | None, catalogue: Catalogue, today: date) -> FactWords:
    if not figure:
        return FactWords(key, label, None, anchor="salary")
    words = figure_words(figure, "salary", catalogue, today)
    order = figure.bounds[0] if figure.centre is None else figure.centre
    detail = ", ".join(filter(None, (figure.what, figure.job)))
    return FactWords(key, label, pay_value(figure, catalogue), detail, words.anchor, order, words)


def pay_value(figure: Figure | None, catalogue: Catalogue) -> str | None:
    """`$187,550` for a single amount or a median, `$30,000 to $52,500` for a range."""
    if not figure:
        return None
    unit = catalogue.units[figure.unit]
    if figure.centre is not None:
        return notation.amount(figure.centre, unit)
    return notation.figure_value(figure, unit)


def _education(role: Role, catalogue: Catalogue) -> FactWords:
    value, detail = education_at_a_glance(role, catalogue)
    least = degrees_needed(role, catalogue).least
    order = None if least is None else Decimal(least)
    return FactWords("education", "Education", value, detail, "requirements-education", order)


def _years(key: str, label: str, kinds: tuple[YearsOfKind, ...], catalogue: Catalogue) -> FactWords:
    value, detail = years_at_a_glance(kinds, catalogue)
    leasts = [kind.least for kind in kinds if kind.least is not None]
    order = Decimal(min(leasts)) if leasts else None
    return FactWords(key, label, value, detail, f"requirements-{key}", order)


def _term(key: str, label: str, kind: str, id: str, catalogue: Catalogue) -> FactWords:
    return FactWords(
        key, label, catalogue.label(kind, id), order=Decimal(catalogue.vocabulary.rank(kind, id)), anchor="overview"
    )
