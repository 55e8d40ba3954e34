"""What a posting asks for: titles, skills, years, degree, people to lead. Pure; posting.js does the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rolebook.reading import COMMA, STOP, Table, Word, counting, plain, words

START = 30
"""A title among so many first words is the posting's own; elsewhere it may be a colleague's."""
AT_START, ELSEWHERE = 100, 50
"""What a title is worth, in per cent."""
MOST_YEARS = 20
"""A larger number of years is not a person's experience."""

Years = tuple[int, int | None]
"""From, and to at most; None is "or more"."""


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
    years = list(_years(told, rules))
    leading_years = _most([one for one in years if one[2]])
    return Asked(
        cut,
        _titles(told, data),
        tuple(sorted({row[1] for mention in skills for row in mention.entries})),
        _most([one for one in years if not one[2]]),
        leading_years,
        _leads(told, rules) or (leading_years and leading_years[1]),
        minimum,
        preferred,
    )


def _written(told: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.written for word in told[start:end] if word.text not in (COMMA, STOP))


def _titles(told: Sequence[Word], data: Mapping[str, Any]) -> dict[int, tuple[int, str]]:
    best: dict[int, tuple[int, str]] = {}
    for start, end, rows in Table(data["titles"]).find(told):
        # "Reports to the Head of AI" names another person.
        if any(word.text in data["rules"]["others"] for word in _just_before(told, start)):
            continue
        place = AT_START if start < START else ELSEWHERE
        for _, role, share in rows:
            worth = place * share // 100
            if worth > best.get(role, (0, ""))[0]:
                best[role] = (worth, _written(told, start, end))
    return best


def _just_before(told: Sequence[Word], start: int) -> Iterator[Word]:
    """Up to four words of the same sentence, nearest first."""
    for place in range(start - 1, max(-1, start - 5), -1):
        if told[place].text in (COMMA, STOP):
            return
        yield told[place]


def _degrees(told: Sequence[Word], data: Mapping[str, Any]) -> tuple[int | None, int | None]:
    found = counting(Table(data["degreeNames"]).find(told), told, data["rules"]["degree"])
    enough, better = [], []
    for place, mention in enumerate(found):
        following = found[place + 1].start if place + 1 < len(found) else len(told)
        after = _until_stop(told, mention.end, min(following, mention.end + 8))
        before = list(_just_before(told, mention.start))[:2]
        wish = any(word.text in data["rules"]["wish"] for word in (*before, *after))
        (better if wish else enough).extend(row[1] for row in mention.entries)
    return min(enough, default=None), max(better, default=None)


def _until_stop(told: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    for word in told[start:end]:
        if word.text == STOP:
            return
        yield word


def _leads(told: Sequence[Word], rules: Mapping[str, Any]) -> str | None:
    """The first words that ask for leading people: a verb with its people, or a name of the task."""
    named = Table((one,) for one in rules["leadNames"]).find(told)
    first = named[0].start if named else len(told)
    for place, word in enumerate(told[:first]):
        if word.text in rules["leadVerbs"]:
            between = word.text != "lead"
            for step, other in enumerate(_until_stop(told, place + 1, place + 6)):
                # A "lead AI engineer" is one; to lead engineers takes a small word between, or a team.
                if other.text in rules["people"] and (between or other.text == "team"):
                    return _written(told, place, place + step + 2)
                between = between or other.text in rules["whose"]
    return _written(told, first, named[0].end) if named else None


def _most(found: Sequence[tuple[Years, str, bool]]) -> tuple[Years, str] | None:
    """Of several numbers of years the one that asks for most; the first among equals."""
    best = None
    for years, quote, _ in found:
        if best is None or years[0] > best[0][0]:
            best = (years, quote)
    return best


def _years(told: Sequence[Word], rules: Mapping[str, Any]) -> Iterator[tuple[Years, str, bool]]:
    """Each number of years that speaks of experience: years, the words, whether of leading people."""
    for place, word in enumerate(told):
        number = _number_before(told, place, rules) if word.text in rules["year"] else None
        if not number:
            continue
        years, start, sure = number
        after = []
        for other in _until_stop(told, place + 1, place + 9):
            if other.text[0] in "0123456789" or other.text in rules["numbers"]:
                break
            after.append(other.text)
        around = {*after, *(one.text for one in _just_before(told, start))}
        if "age" in after[:2] or (after and after[0] in rules["notExperience"]):
            continue
        leading = bool(around & set(rules["leading"]))
        said = around & set(rules["experience"]) or (after and after[0] in rules["inWhat"])
        if sure or leading or said:
            yield years, _written(told, start, place + 1), leading


def _number_before(told: Sequence[Word], end: int, rules: Mapping[str, Any]) -> tuple[Years, int, bool] | None:
    """The number that ends before `end`: years, where it starts, whether it is surely a demand ("5+")."""
    at, more = end - 1, False
    while at >= 0 and (told[at].text in rules["orMore"] or told[at].text == COMMA):
        more = more or told[at].text in rules["more"]
        at -= 1
    high = _number(told, at, rules)
    if high is None:
        return None
    more = more or told[at].text.endswith("+")
    low, start = high, at
    # 5-8, 5 to 8, between five and eight; five (5).
    before = at - 1
    while before >= 0 and (told[before].text in rules["to"] or told[before].text == COMMA):
        before -= 1
    other = _number(told, before, rules)
    listed = any(word.text == COMMA for word in told[before + 1 : at])
    if other is not None and before >= at - 2 and (other == high or (other < high and not listed)):
        low, start = other, before
    lead_in = [one.text for one in _just_before(told, start)]
    if "up" in lead_in[:2] and low == high and not more:
        return (0, high), start, False
    # "For over 15 years we have": a company's age, unless experience is spoken of.
    sure = (more or any(one in rules["least"] for one in lead_in[:2])) and not set(lead_in) & set(rules["since"])
    # A single number is a minimum, as postings mean it.
    return (low, high if low < high and not more else None), start, sure


def _number(told: Sequence[Word], place: int, rules: Mapping[str, Any]) -> int | None:
    if place < 0:
        return None
    text = told[place].text
    if re.fullmatch(r"[0-9]{1,2}\+?", text):
        value = int(text.rstrip("+"))
    elif text in rules["numbers"]:
        value = rules["numbers"].index(text)
    else:
        return None
    return value if value <= MOST_YEARS else None
