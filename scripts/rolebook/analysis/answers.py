"""What one role answers to each question of a comparison, as a basis and a value that another role's can be held to.

What a role says in words alone (duties, titles of jobs, certificates) has no value: that two texts differ does not say
that the things do.
"""

from collections.abc import Iterable

from rolebook.analysis.asks import Ask
from rolebook.analysis.comparison import Answer
from rolebook.analysis.degrees import degrees_value, fields_value
from rolebook.analysis.pay import pay_figures, spread_of
from rolebook.analysis.pay_kind import pay_basis
from rolebook.analysis.years import YearsOfKind, experience, leading
from rolebook.model.figures import Figure
from rolebook.model.role import Role

WORDS_ALONE = Answer()


def answers(role: Role) -> dict[str, Answer]:
    """By the key of the question. Of a question that is not here, every role answers in words alone."""
    typical, span = pay_figures(role)
    return {
        "pay": _figure(typical),
        "range": _figure(span),
        "percentiles": _figure(spread_of(role)),
        "education": _of("degrees", degrees_value(role)),
        "fields": _of("fields", fields_value(role)),
        "experience": _years(experience(role)),
        "leading": _years(leading(role)),
        "family": Answer("family", role.family),
        "seniority": Answer("seniority", role.seniority),
    }


def ask_answer(ask: Ask) -> Answer:
    """Two roles ask the same only where the need, the source's own words, the proficiency and the detail are the same.

    That another word is used makes it different; which of the two is more, nobody knows.
    """
    words = sorted({said.word.casefold() for said in ask.said})
    detail = (ask.detail or "").casefold()
    return Answer("skill", "|".join((ask.need, ask.proficiency or "", "/".join(words), detail)))


def _of(basis: str, value: str | None) -> Answer:
    return Answer(basis, value) if value is not None else WORDS_ALONE


def _figure(figure: Figure | None) -> Answer:
    basis = pay_basis(figure) if figure else None
    if not figure or basis is None:
        return WORDS_ALONE
    known = figure.percentiles.known if figure.percentiles else (("low", figure.bounds[0]), ("high", figure.bounds[1]))
    amounts = "/".join(f"{name}={value.normalize():f}" for name, value in known if value is not None)
    return Answer(basis, f"about {amounts}" if figure.about else amounts)


def _years(found: Iterable[YearsOfKind]) -> Answer:
    """The kinds of work are the basis; where a kind or a number is not stated, nothing can be compared."""
    kinds = tuple(found)
    if not kinds or not all(one.work and one.counted for one in kinds):
        return WORDS_ALONE
    ordered = sorted(kinds, key=lambda one: (str(one.work), one.value))
    works = dict.fromkeys(str(one.work) for one in ordered)
    return Answer("+".join(works), "; ".join(f"{one.work}={one.value}" for one in ordered))
