"""What a posting asks for: titles, skills, years, degree, people to lead. Pure; match.js does the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rolebook.matching.mentions import Mention, Table, counting
from rolebook.matching.reading import COMMA, Word, just_before, plain, until_stop, words, written
from rolebook.matching.years import Years, all_years, most

START = 30
"""A title among so many first words is the posting's own; elsewhere it may be a colleague's."""
AT_START, ELSEWHERE = 100, 50
"""What a title is worth, in per cent."""


@dataclass(frozen=True)
class Asked:
    """What a posting asks for. Roles, skills and degrees are their places in the data."""

    cut: bool
    """The text was longer than what is read; this is what its beginning asks for."""
    titles: Mapping[int, tuple[int, str]]
    """By role: what its best title in the text is worth (0 to 100), and the title as written."""
    skills: tuple[int, ...]
    years: tuple[Years, str] | None
    """Of experience, and the words that say so."""
    leading_years: tuple[Years, str] | None
    leads: str | None
    """The words that ask for leading people."""
    degree: int | None
    """The lowest that is enough."""
    preferred: int | None
    """The highest that is only preferred."""

    @property
    def terms(self) -> int:
        """How many things were recognised."""
        said = (self.years, self.leading_years, self.leads, self.degree, self.preferred)
        return len(self.titles) + len(self.skills) + sum(one is not None for one in said)


def read(source: str, data: Mapping[str, Any]) -> Asked:
    """Read a pasted posting. `data` is what exports/posting.py writes for the browser."""
    text, cut = plain(source)
    told = words(text)
    rules = data["rules"]
    skills = counting(Table(data["skillNames"]).find(told), told, rules["skill"])
    minimum, preferred = _degrees(told, data)
    years = list(all_years(told, rules))
    leading_years = most([one for one in years if one[2]])
    return Asked(
        cut,
        _titles(told, data),
        tuple(sorted({row[1] for mention in skills for row in mention.entries})),
        most([one for one in years if not one[2]]),
        leading_years,
        _leads(told, rules) or (leading_years and leading_years[1]),
        minimum,
        preferred,
    )


def _titles(told: Sequence[Word], data: Mapping[str, Any]) -> dict[int, tuple[int, str]]:
    best: dict[int, tuple[int, str]] = {}
    for start, end, rows in Table(data["titles"]).find(told):
        # "Reports to the Head of AI" names another person.
        if any(word.text in data["rules"]["others"] for word in just_before(told, start)):
            continue
        place = AT_START if start < START else ELSEWHERE
        for _, role, share in rows:
            worth = place * share // 100
            if worth > best.get(role, (0, ""))[0]:
                best[role] = (worth, written(told, start, end))
    return best


def _degrees(told: Sequence[Word], data: Mapping[str, Any]) -> tuple[int | None, int | None]:
    found = counting(Table(data["degreeNames"]).find(told), told, data["rules"]["degree"])
    enough, better = [], []
    for place, mention in enumerate(found):
        after = until_stop(told, mention.end, min(_own(told, found, place), mention.end + 8))
        before = list(just_before(told, mention.start))[:2]
        wish = any(word.text in data["rules"]["wish"] for word in (*before, *after))
        (better if wish else enough).extend(row[1] for row in mention.entries)
    return min(enough, default=None), max(better, default=None)


def _own(told: Sequence[Word], found: Sequence[Mention], place: int) -> int:
    """Where the words about one mention end: at the last comma before the next mention, or else at that mention."""
    if place + 1 == len(found):
        return len(told)
    following = found[place + 1].start
    commas = (at for at in range(following - 1, found[place].end - 1, -1) if told[at].text == COMMA)
    return next(commas, following)


def _leads(told: Sequence[Word], rules: Mapping[str, Any]) -> str | None:
    """The first words that ask for leading people: a verb with its people, or a name of the task."""
    named = Table((one,) for one in rules["leadNames"]).find(told)
    first = named[0].start if named else len(told)
    for place, word in enumerate(told[:first]):
        if word.text in rules["leadVerbs"]:
            between = word.text != "lead"
            for step, other in enumerate(until_stop(told, place + 1, place + 6)):
                # A "lead AI engineer" is one; to lead engineers takes a small word between, or a team.
                if other.text in rules["people"] and (between or other.text == "team"):
                    return written(told, place, place + step + 2)
                between = between or other.text in rules["whose"]
    return written(told, first, named[0].end) if named else None
