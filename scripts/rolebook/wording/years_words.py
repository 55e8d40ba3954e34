"""Years of work in words: the one place that words them."""

from collections.abc import Iterable

from rolebook.analysis.years import LEADING, YearsOfKind
from rolebook.model.base import Span
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.sections import Experience
from rolebook.wording.notation import working_years
from rolebook.wording.phrases import in_words, inside, with_article


def statement_words(one: Experience, catalogue: Catalogue) -> str:
    """One statement: `8 or more years with a master's degree`, `Several years preferred`."""
    words = "Several years" if one.several else working_years(one.years) if one.years else "Asked for"
    if not (one.several or one.years):
        words = "Preferred, years not stated" if one.need is Need.PREFERRED else "Asked for, years not stated"
    elif one.need is Need.PREFERRED:
        words = f"{words} preferred"
    degree = catalogue.label("degrees", one.degree)
    return f"{words} with {with_article(degree)}" if degree else words


def span_words(kind: YearsOfKind, catalogue: Catalogue) -> str:
    """What all statements of one kind say together: `5 to 10 or more years`."""
    if len(kind.statements) == 1 or kind.least is None or kind.upper is None:
        return "; ".join(dict.fromkeys(statement_words(one, catalogue) for one in kind.statements))
    span = working_years(Span(kind.least, kind.upper))
    if kind.open:
        span = f"{span.removesuffix(' years').removesuffix(' year')} or more years"
    if not kind.counted:
        span = f"{span}; once without a number"
    span = f"{span} preferred" if kind.need is Need.PREFERRED else span
    degree = catalogue.label("degrees", kind.degree)
    return f"{span} with {with_article(degree)}" if degree else span


def kind_words(kind: YearsOfKind, catalogue: Catalogue) -> str:
    """The kind of work; nothing for leading people, and where the source names none."""
    return "" if kind.work in (None, LEADING) else catalogue.label("work", kind.work) or ""


def years_at_a_glance(kinds: Iterable[YearsOfKind], catalogue: Catalogue) -> tuple[str | None, str]:
    """The spans of every kind of work, lowest first; then which kind each is of, and how many statements there are.

    None where nothing is stated.
    """
    found = sorted(kinds, key=lambda kind: (kind.need is not Need.ASKED, -1 if kind.least is None else kind.least))
    if not found:
        return None, ""
    spans: dict[str, list[str]] = {}
    for kind in found:
        spans.setdefault(kind_words(kind, catalogue), []).append(span_words(kind, catalogue))
    count = sum(len(kind.statements) for kind in found)
    counted = f"{in_words(count)} statements" if count > 1 else ""
    if len(spans) == 1:
        ((name, own),) = spans.items()
        return _joined(own), ", ".join(filter(None, (name, counted)))
    # What kinds of work there are is too long for a headline; what is bare of a number adds nothing to those that are.
    numbers = [span_words(kind, catalogue) for kind in found if kind.counted] or [own[0] for own in spans.values()]
    of_kinds = [
        f"{inside(name)}: {inside(_joined(own))}" if name else inside(_joined(own)) for name, own in spans.items()
    ]
    return _joined(numbers), "; ".join(filter(None, (*of_kinds, counted)))


def _joined(words: Iterable[str]) -> str:
    """Each once, as one line: `5 or more years; several years`."""
    first, *rest = dict.fromkeys(words)
    return "; ".join((first, *map(inside, rest)))
