"""Rules for pay: each amount says what kind of number it is, and a headline comes from one set of figures.

One small function a rule; its docstring is the rule.
"""

from collections.abc import Iterator, Mapping

from rolebook.analysis.pay import pay_figures, set_of
from rolebook.model.levels import Measure
from rolebook.model.location import Located
from rolebook.model.problems import Problem
from rolebook.model.role import Role
from rolebook.model.statistics import OfficialStatistics
from rolebook.model.vocabulary import Vocabulary

Roles = Mapping[str, tuple[Role, Located]]


def pay_problems(roles: Roles, vocabulary: Vocabulary) -> Iterator[Problem]:
    money = {unit.id for unit in vocabulary.units if unit.currency and unit.period}
    for role, file in roles.values():
        yield from _measures(role, file, money)
        yield from _headline(role, file)


def statistics_problems(statistics: OfficialStatistics, file: Located) -> Iterator[Problem]:
    """An occupation stands once in the official statistics."""
    first: dict[str, int] = {}
    for index, one in enumerate(statistics.occupations):
        at = ("occupations", index, "soc")
        if one.soc in first:
            yield file.problem(
                at,
                f'occupations: found "{one.soc}" a second time (first in line {first[one.soc]}); '
                "expected each once. Delete one.",
            )
        first.setdefault(one.soc, file.line(at))


def _measures(role: Role, file: Located, money: set[str]) -> Iterator[Problem]:
    """Every amount of pay says what kind of number it is; one with percentiles says so by itself."""
    for index, figure in enumerate(role.salary.figures if role.salary else ()):
        if figure.unit in money and not figure.measure and not figure.percentiles:
            yield file.problem(
                ("salary", "figures", index),
                f'salary.figures[{index + 1}]: found no measure for "{figure.what}"; expected what kind of number it '
                f"is. Add `measure: …` ({', '.join(Measure)}).",
            )


def _headline(role: Role, file: Located) -> Iterator[Problem]:
    """Typical pay and range are of one set: the same job, level, place, company, year, region and source, and the
    same part of pay where both name one."""
    typical, span = pay_figures(role)
    if typical and span:
        ours, theirs = set_of(typical), set_of(span)
        unnamed = {"part of pay"} if None in (typical.component, span.component) else set()
        differing = [name for name in ours if ours[name] != theirs[name] and name not in unnamed]
        if differing:
            yield file.problem(
                ("salary", "range"),
                f'salary.range: found "{span.key}", which differs from typical ("{typical.key}") in '
                f"{', '.join(differing)}; expected both from one set of figures. Choose figures of one set, or delete "
                "one of the two lines.",
            )
