"""Pasted text as words, and the phrases of a catalogue that stand in it. Pure.

`templates/theme/assets/posting.js` does the same in the browser; a test compares the two. So that they agree to the
last character, nothing here depends on a version of Unicode: letters are ranges, and capitals are folded one by one.

The text is untrusted: a megabyte, HTML, any language. Every step takes time in proportion to the text that is read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

RAW_CAP, CAP = 200_000, 50_000
"""How many characters are read: with HTML tags, and of the text that is left without them."""

COMMA, STOP = ",", "."
"""Signs between words count as one of two: within a sentence, and at its end."""

EXACT, COMPANY, NOT_APPLYING = 1, 2, 4
"""When a phrase counts. EXACT: only in the capitals of the vocabulary. COMPANY: only beside a word or another phrase
that shows what is meant. NOT_APPLYING: not beside words that speak of an application (`send your CV`)."""

LETTERS = "0-9A-Za-zÀ-ÖØ-öø-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\U00020000-\U0003ffff"
GAPS = " \\-‐‑‒–—/'’‘*_`~"
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>|<![^<>]*>")
INLINE = frozenset("a abbr b big cite code em font i kbd mark s samp small span strong sub sup tt u var wbr".split())
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


class Mention(NamedTuple):
    """Phrases of the catalogue at words[start:end]: every entry of the table with these words."""

    start: int
    end: int
    entries: tuple[Sequence[Any], ...]


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
            kept += source[end : tag.start()], "" if name in INLINE else "\n"
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
    for before, line in zip(lines, lines[1:], strict=False):
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


class Table:
    """Phrases to look for: rows of (phrase, …). The longest phrase at a place wins."""

    def __init__(self, rows: Iterable[Sequence[Any]]):
        self._rows: dict[str, list[Sequence[Any]]] = {}
        self._longest: dict[str, int] = {}
        for row in rows:
            parts = row[0].split(" ")
            self._rows.setdefault(row[0], []).append(row)
            self._longest[parts[0]] = max(self._longest.get(parts[0], 0), len(parts))

    def find(self, text: Sequence[Word]) -> list[Mention]:
        found = []
        at = 0
        while at < len(text):
            for length in range(min(self._longest.get(text[at].text, 0), len(text) - at), 0, -1):
                rows = self._rows.get(" ".join(word.text for word in text[at : at + length]))
                if rows:
                    found.append(Mention(at, at + length, tuple(rows)))
                    at += length
                    break
            else:
                at += 1
        return found


def counting(mentions: Sequence[Mention], text: Sequence[Word], rules: Mapping[str, Any]) -> list[Mention]:
    """The mentions that count, each with the entries that do: rows of (phrase, target, flags, as written, friend).

    `rules`: `reach`, how many telling words away company may stand; `small`, words that are passed over on the way;
    `before` and `after`, words that are company on that side; `not_after`, words after which no company helps;
    `applying`, the words of NOT_APPLYING. Another mention is company when one of its rows is a `friend`, unless it is
    an ordinary word in small letters.
    """
    friends = {
        place: mention
        for mention in mentions
        if any(
            row[4] and (not row[2] & COMPANY or CAPITAL.match(text[mention.start].written)) for row in mention.entries
        )
        for place in range(mention.start, mention.end)
    }
    found = []
    for mention in mentions:
        kept = tuple(row for row in mention.entries if _counts(row, mention, text, rules, friends))
        if kept:
            found.append(Mention(mention.start, mention.end, kept))
    return found


def _counts(
    row: Sequence[Any], mention: Mention, text: Sequence[Word], rules: Mapping[str, Any], friends: Mapping[int, Mention]
) -> bool:
    flags = row[2]
    if flags & EXACT and " ".join(word.written for word in text[mention.start : mention.end]) != row[3]:
        return False
    if flags & NOT_APPLYING and any(
        word.text in rules["applying"] for word in text[max(0, mention.start - 2) : mention.end + 2]
    ):
        return False
    # "A master's": the ending says that no other word is meant.
    if not flags & COMPANY or POSSESSIVE.search(text[mention.end - 1].written):
        return True
    if mention.start and text[mention.start - 1].text in rules["not_after"]:
        return False
    return any(
        _company(range(start, stop, step), rules[side], mention, text, rules, friends)
        for start, stop, step, side in (
            (mention.start - 1, -1, -1, "before"),
            (mention.end, len(text), 1, "after"),
        )
    )


def _company(
    places: range,
    telling: Sequence[str],
    mention: Mention,
    text: Sequence[Word],
    rules: Mapping[str, Any],
    friends: Mapping[int, Mention],
) -> bool:
    """Whether a telling word, or a friend with another target, stands within reach on one side."""
    passed = 0
    for place in places:
        word = text[place].text
        other = friends.get(place)
        if word in telling or (other and any(row[4] and row[1] != mention.entries[0][1] for row in other.entries)):
            return True
        if word not in rules["small"]:
            passed += 1
        if passed == rules["reach"]:
            return False
    return False
