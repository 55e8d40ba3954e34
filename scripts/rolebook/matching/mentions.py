"""The phrases of a catalogue that stand in a text, and which of them count. Pure; match.js does the same.

A single letter, such as R, and an ordinary word that names a tool, such as Rust, count only in company: within two
telling words of another tool, or of a word such as "programming". Names of one or two letters count only in capitals.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from rolebook.matching.reading import CAPITAL, POSSESSIVE, Word

EXACT, COMPANY, NOT_APPLYING = 1, 2, 4
"""When a phrase counts. EXACT: only in the capitals of the vocabulary. COMPANY: only beside a word or another phrase
that shows what is meant. NOT_APPLYING: not beside words that speak of an application (`send your CV`)."""


class Mention(NamedTuple):
    """Phrases of the catalogue at words[start:end]: every entry of the table with these words."""

    start: int
    end: int
    entries: tuple[Sequence[Any], ...]


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
    friends = {}
    for mention in mentions:
        capital = CAPITAL.match(text[mention.start].written)
        if any(row[4] and (not row[2] & COMPANY or capital) for row in mention.entries):
            friends.update(dict.fromkeys(range(mention.start, mention.end), mention))
    surroundings = _Surroundings(text, rules, friends)
    kept = (
        (mention, tuple(row for row in mention.entries if surroundings.allow(row, mention))) for mention in mentions
    )
    return [mention._replace(entries=rows) for mention, rows in kept if rows]


@dataclass(frozen=True)
class _Surroundings:
    text: Sequence[Word]
    rules: Mapping[str, Any]
    friends: Mapping[int, Mention]

    def allow(self, row: Sequence[Any], mention: Mention) -> bool:
        """Whether a row of a mention counts where it stands."""
        start, end, _ = mention
        _, _, flags, written, _ = row
        if flags & EXACT and " ".join(word.written for word in self.text[start:end]) != written:
            return False
        near = self.text[max(0, start - 2) : end + 2]
        if flags & NOT_APPLYING and any(word.text in self.rules["applying"] for word in near):
            return False
        # "A master's": the ending says that no other word is meant.
        if not flags & COMPANY or POSSESSIVE.search(self.text[end - 1].written):
            return True
        if start and self.text[start - 1].text in self.rules["not_after"]:
            return False
        before, after = range(start - 1, -1, -1), range(end, len(self.text))
        return self._company(mention, before, "before") or self._company(mention, after, "after")

    def _company(self, mention: Mention, places: range, side: str) -> bool:
        """Whether a telling word, or a friend with another target, stands within reach on one side."""
        target = mention.entries[0][1]
        passed = 0
        for place in places:
            word, other = self.text[place].text, self.friends.get(place)
            if word in self.rules[side] or (other and any(row[4] and row[1] != target for row in other.entries)):
                return True
            passed += word not in self.rules["small"]
            if passed == self.rules["reach"]:
                return False
        return False
