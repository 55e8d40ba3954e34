"""Pasted text as words. Pure.

`templates/scripts/posting/match.js` does the same in the browser; a test compares the two. So that they agree to the
last character, nothing here depends on a version of Unicode: letters are ranges, and capitals are folded one by one.

The text is untrusted: a megabyte, HTML, any language. Every step takes time in proportion to the text that is read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

RAW_CAP, CAP = 200_000, 50_000
"""How many characters are read: with HTML tags, and of the text that is left without them."""

COMMA, STOP = ",", "."
"""Signs between words count as one of two: within a sentence, and at its end."""


LETTERS = "0-9A-Za-zÀ-ÖØ-öø-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\U00020000-\U0003ffff"
GAPS = " \\-‐‑‒–—/'’‘*_`~"
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>|<![^<>]*>")
INLINE = re.compile("a|abbr|b|big|cite|code|em|font|i|kbd|mark|s|samp|small|span|strong|sub|sup|tt|u|var|wbr")
UNSEEN = frozenset(("script", "style"))
ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SPACES = re.compile("[\t \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
WRAPPED = 50
"""A line at least so long ends because it was full: the sentence goes on in the next line."""
WORD = re.compile(
    r"([A-Za-z]{1,2}(?:\.[A-Za-z]{1,2})+)(?![0-9A-Za-z])\.?"  # Ph.D., M.Sc.
    rf"|([A-Za-z]&[A-Za-z](?![{LETTERS}])|[0-9]+(?:[.,][0-9]+)+|[{LETTERS}]+(?:['’][{LETTERS}]+)?[+#]*|&)"
    r'|([,;:()\[\]{}"“”„«»]+)'
    rf"|[^{LETTERS}{GAPS}]"
)
CAPITAL = re.compile("[A-ZÀ-\u052f]")
POSSESSIVE = re.compile("['’]s$")
PLURAL = re.compile("^[a-z]{3,}(?<!s)(?<!u)(?<!i)s$")


class Word(NamedTuple):
    """A word as it is compared (small letters, singular) and as it is written."""

    text: str
    written: str


def plain(source: str) -> tuple[str, bool]:
    """The text that a reader of this source would see, and whether its end was left out.

    HTML tags become line breaks, those within a line nothing; scripts, styles and comments are left out.
    """
    text, cut = source[:RAW_CAP], len(source) > RAW_CAP
    text = INVISIBLE.sub("", ENTITY.sub(_entity, _without_tags(text)))
    return text[:CAP], cut or len(text) > CAP


def _without_tags(source: str) -> str:
    tags = list(TAG.finditer(source))
    last = {tag[2].lower(): place for place, tag in enumerate(tags) if tag[1]}
    kept: list[str] = []
    end = 0
    unseen = ""
    for place, tag in enumerate(tags):
        name = (tag[2] or "").lower()
        if not unseen:
            kept += source[end : tag.start()], "" if INLINE.fullmatch(name) else "\n"
            # What is never closed is no element, only a tag that somebody wrote about.
            if name in UNSEEN and not tag[1] and last.get(name, -1) > place:
                unseen = name
        elif tag[1] and name == unseen:
            unseen = ""
        end = tag.end()
    return "".join((*kept, source[end:]))


def _entity(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1]) if found[1] else int(found[2], 16)
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code < 0x110000 else " "


def words(text: str) -> list[Word]:
    """The words of a text, and between them COMMA and STOP."""
    found = []
    for part in WORD.finditer(_sentences(text)):
        dotted, word, comma = part.groups()
        if dotted:
            word = dotted.replace(".", "")
        sign = COMMA if comma else STOP
        found.append(Word(_fold(word), word) if word else Word(sign, sign))
    return found


def _sentences(text: str) -> str:
    """Each line is a sentence of its own, unless it goes on: it was full, and the next begins with a letter."""
    lines = [SPACES.sub(" ", line).strip(" ") for line in LINE_ENDS.split(text)]
    joined = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = re.match(f"[{LETTERS}]", line) and len(before) >= WRAPPED
        joined += " " if goes_on else "\n", line
    return "".join(joined)


def _fold(word: str) -> str:
    if word == "&":
        return "and"
    small = POSSESSIVE.sub("", CAPITAL.sub(lambda letter: letter[0].lower(), word))
    if not PLURAL.match(small):
        return small
    return f"{small[:-3]}y" if small.endswith("ies") and len(small) > 4 else small[:-1]


def phrase(text: str) -> str:
    """A name as it is looked up: its words, compared as those of a text are."""
    return " ".join(word.text for word in words(text)).strip(f"{COMMA}{STOP} ")


def written(told: Sequence[Word], start: int, end: int) -> str:
    """told[start:end] as written, without the signs between words."""
    return " ".join(word.written for word in told[start:end] if word.text not in (COMMA, STOP))


def just_before(told: Sequence[Word], start: int) -> Iterator[Word]:
    """Up to four words of the same sentence, nearest first."""
    for place in range(start - 1, max(-1, start - 5), -1):
        if told[place].text in (COMMA, STOP):
            return
        yield told[place]


def until_stop(told: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    """The words of told[start:end] that belong to the sentence at `start`."""
    for word in told[start:end]:
        if word.text == STOP:
            return
        yield word
