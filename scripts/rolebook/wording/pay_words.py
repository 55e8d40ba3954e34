"""What a move does to pay, in words: a number where the figures are of one kind, and the reason where they are not."""

from decimal import Decimal

from rolebook.analysis.pay_change import FigureChange
from rolebook.analysis.pay_kind import Unlike
from rolebook.model.catalogue import Catalogue
from rolebook.model.vocabulary import Unit
from rolebook.wording import notation
from rolebook.wording.phrases import inside, joined

PARTS = {
    "measure": "what is measured",
    "component": "the part of pay",
    "unit": "the unit",
    "region": "the region",
    "job": "the job title",
    "level": "the level",
    "place": "the place",
    "company": "the company",
}
LISTS = {"component": "components", "region": "regions"}


def typical_words(change: FigureChange, catalogue: Catalogue) -> str | None:
    """`+$7,550`; or why nothing is computed. None where a role does not state it."""
    if not (change.a and change.b):
        return None
    if change.difference is None:
        return f"Not computed: {_reasons(change, catalogue)}"
    return f"{amount_of_change(change.difference, catalogue.units[change.b.unit])}{_years(change)}"


def range_words(change: FigureChange, catalogue: Catalogue) -> str | None:
    """What both ranges hold, or what lies between them; or why they are not compared."""
    if not (change.a and change.b):
        return None
    if not change.comparable:
        return f"Not compared: {_reasons(change, catalogue)}"
    unit = catalogue.units[change.b.unit]
    if change.shared:
        low, high = (notation.amount(value, unit) for value in change.shared)
        return f"The ranges share {low if low == high else f'{low} to {high}'}{_years(change)}"
    if change.apart:
        low, high = (notation.amount(value, unit) for value in change.apart)
        return f"The ranges share no amount: one ends at {low}, the other starts at {high}{_years(change)}"
    return None


def amount_of_change(value: Decimal, unit: Unit) -> str:
    """`+$7,550`, `−$7,550`, `No difference`."""
    if not value:
        return "No difference"
    return ("+" if value > 0 else "−") + notation.amount(abs(value), unit)


def _years(change: FigureChange) -> str:
    """` (2024 against 2023)`, where the figures are not of one year."""
    a, b = (notation.years(figure.year) for figure in (change.a, change.b) if figure)
    return "" if a == b and change.a and change.a.year else f" ({b} against {a})"


def _reasons(change: FigureChange, catalogue: Catalogue) -> str:
    return joined([_reason(one, catalogue) for one in change.unlike])


def _reason(one: Unlike, catalogue: Catalogue) -> str:
    if one.a is None and one.b is None:
        return f"{PARTS[one.part]} is not stated"
    return f"{PARTS[one.part]} differs ({_words(one.b, one, catalogue)} against {_words(one.a, one, catalogue)})"


def _words(value: str | None, one: Unlike, catalogue: Catalogue) -> str:
    if value is None:
        return "not stated"
    if one.part == "unit":
        return catalogue.units[value].label
    if one.part in LISTS:
        return (
            inside(catalogue.label(LISTS[one.part], value) or value)
            if one.part == "component"
            else str(catalogue.label(LISTS[one.part], value))
        )
    return value
