"""The years of experience that a text asks for. Pure; match.js does the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolebook.matching.reading import COMMA, Word, just_before, until_stop, written

MOST_YEARS = 20
"""A larger number of years is not a person's experience."""

Years = tuple[int, int | None]
"""From, and to at most; None is "or more"."""


def all_years(told: Sequence[Word], rules: Mapping[str, Any]) -> Iterator[tuple[Years, str, bool]]:
    """Each number of years that speaks of experience: years, the words, whether of leading people."""
    for place, word in enumerate(told):
        number = _number_before(told, place, rules) if word.text in rules["year"] else None
        if not number:
            continue
        years, start, sure = number
        after = []
        for other in until_stop(told, place + 1, place + 9):
            if other.text[0] in "0123456789" or other.text in rules["numbers"]:
                break
            after.append(other.text)
        around = {*after, *(one.text for one in just_before(told, start))}
        if "age" in after[:2] or (after and after[0] in rules["notExperience"]):
            continue
        leading = bool(around & set(rules["leading"]))
        said = around & set(rules["experience"]) or (after and after[0] in rules["inWhat"])
        if sure or leading or said:
            yield years, written(told, start, place + 1), leading


def most(found: Sequence[tuple[Years, str, bool]]) -> tuple[Years, str] | None:
    """Of several numbers of years the one that asks for most; the first among equals."""
    best = None
    for years, quote, _ in found:
        if best is None or years[0] > best[0][0]:
            best = (years, quote)
    return best


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
    lead_in = [one.text for one in just_before(told, start)]
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
