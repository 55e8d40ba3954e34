"""Say why a text is not YAML, in the words of the person who wrote it.

One small function a pitfall; its docstring is the pitfall. The first that knows the text wins.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

ITEM = r"^\s*(?:- +)*(?:([^\s:\"'#\[\]{}]+): +)?"
"""A line up to the value in it: dashes, and a key."""
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a file (YAML 1.1, section 5.1)."""
CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}


@dataclass(frozen=True)
class Fault:
    """What PyYAML found. Lines and columns count from 1; `begun` is where the unfinished thing begins."""

    text: str
    what: str
    line: int
    column: int
    begun: int | None
    begun_column: int

    def written(self) -> Iterator[tuple[int, str]]:
        """The line of the fault and the one with words above it, because PyYAML often notices too late."""
        lines = self.text.splitlines()
        found = 0
        for number in range(min(self.line, len(lines)), 0, -1):
            if lines[number - 1].strip() and found < 2:
                found += 1
                yield number, lines[number - 1]

    def at(self, number: int | None) -> str:
        lines = self.text.splitlines()
        return lines[number - 1] if number and number <= len(lines) else ""


def explain(text: str, error: yaml.YAMLError) -> tuple[int, str]:
    """The line, and the message, for the error that PyYAML has with a text."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None)
    what = (getattr(error, "problem", None) or str(error)).removeprefix("but ")
    fault = Fault(
        text,
        what,
        mark.line + 1 if mark else 1,
        mark.column + 1 if mark else 1,
        start.line + 1 if start else None,
        start.column + 1 if start else 1,
    )
    told = next(filter(None, (pitfall(fault) for pitfall in PITFALLS)), None)
    return told or (
        fault.line,
        f"found text that is not YAML ({what}); expected `key: value` or `- item` here. "
        'Check the indentation, and put text that holds ": " or " #", or starts with a sign, in quotes.',
    )


def quoted(text: str) -> str:
    """A text as YAML that is sure to be read as that text. Quotes around the whole are taken for YAML's."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return json.dumps(text, ensure_ascii=False) if "'" in text or not re.search(r'["\\]', text) else f"'{text}'"


def _merge(fault: Fault) -> tuple[int, str] | None:
    """The marks that git leaves where two versions did not fit together."""
    if found := re.search(r"^<{7}( |$)", fault.text, re.MULTILINE):
        line = fault.text.count("\n", 0, found.start()) + 1
        return line, (
            "found the marks of an unfinished merge; expected one version. Keep the right lines, and delete the marks."
        )
    return None


def _control_character(fault: Fault) -> tuple[int, str] | None:
    """A character that no text file should hold."""
    if found := UNPRINTABLE.search(fault.text):
        line = fault.text.count("\n", 0, found.start()) + 1
        return line, f"found the control character U+{ord(found[0]):04X}; expected text. Delete it."
    return None


def _indentation(fault: Fault) -> tuple[int, str] | None:
    """A tab, or a space that is none to YAML, where a line begins."""
    for number, line in fault.written():
        blank = re.split(r"[^ \t\xa0\u2000-\u200b\u202f\u3000]", line, maxsplit=1)[0]
        if "\t" in blank:
            return number, (
                "found a tab; expected spaces, because YAML does not allow tabs for indentation. "
                "Replace the tab by two spaces."
            )
        if blank.strip(" "):
            return number, (
                f"found the space U+{ord(blank.strip(' ')[0]):04X} before the first word; expected plain spaces, "
                "because YAML takes others for text. Type it again."
            )
    return None


def _second_document(fault: Fault) -> tuple[int, str] | None:
    """`---` between the lines."""
    if "found another document" in fault.what:
        return (
            fault.line,
            f'found "{fault.at(fault.line).strip()}", which ends the data; expected one list of keys '
            "in a file. Delete the line.",
        )
    return None


def _no_blank(fault: Fault) -> tuple[int, str] | None:
    """`key:value`, `-item`, or a no-break space where a blank should be."""
    for number, line in fault.written():
        if found := re.match(r"\s*(?:- +)*([A-Za-z_][\w-]*):(?!//)([^\s:]|[\xa0\u202f])(.*)", line):
            key, value = found[1], f"{found[2]}{found[3]}".strip()
            return number, (
                f'found "{key}:" without a blank behind the colon; expected `key: value`. '
                f"Write `{key}: {value if len(value) <= 40 else '…'}`."
            )
        if found := re.match(r"\s*-([^\s-].*)", line):
            item = found[1]
            return number, (
                f'found "-{item[:1]}" without a blank behind the hyphen; expected `- item`. '
                f"Write `- {item if len(item) <= 40 else '…'}`."
            )
    return None


def _bad_start(fault: Fault) -> tuple[int, str] | None:
    """A text without quotes that starts with a sign which means something to YAML."""
    signs = next((signs for words, signs in STARTS.items() if words in fault.what), "")
    for number, line in fault.written():
        if found := re.match(rf"{ITEM}((?:\[[^\]\"']*, *|\[)?([{re.escape(signs)}]).*)", line) if signs else None:
            whole = found[2] if found[2][0] == found[3] else None
            do = f"Write `{found[1] + ': ' if found[1] else '- '}{quoted(whole)}`." if whole else "Put it in quotes."
            return number, (
                f'found a text that starts with "{found[3]}", which has a meaning in YAML; '
                f"expected such a text in quotes. {do}"
            )
    return None


STARTS = {
    "cannot start any token": "%@`",
    "expected alphabetic or numeric": "*&",
    "undefined alias": "*",
    "expected comment or line break": "|>",
    "could not find expected ' '": "!%",
}
"""By PyYAML's words: the signs that may have led to them."""


def _colon(fault: Fault) -> tuple[int, str] | None:
    """`summary: Leads: people`."""
    if "mapping values are not allowed" not in fault.what:
        return None
    found = re.match(rf"{ITEM}([^\"'].*?:(?: .*|$))", fault.at(fault.line))
    if found and found[1]:
        return fault.line, (
            f'found ":" inside the text of "{found[1]}"; expected a text with a colon in quotes. '
            f"Write `{found[1]}: {quoted(found[2])}`."
        )
    return fault.line, (
        "found a key below a value that stands on its line already; expected keys of one record in one column. "
        "Move this line to the left, or the value above to a line of its own."
    )


def _goes_on(fault: Fault) -> tuple[int, str] | None:
    """`title: [Optional] text` and `title: "Head" of AI`: a bracket or quote closes before the text ends."""
    if not re.search(r"expected (key|',' or|<block end>|the node content)", fault.what):
        return None
    for number, line in fault.written():
        if found := re.match(rf"{ITEM}((?:\[[^\]]*\]|{{[^}}]*}}|\"[^\"]*\"|'[^']*')\s*[^\s,#:\]}}].*)$", line):
            return number, (
                f"found more text behind {CLOSING[found[2][0]]}; expected nothing, because a value that starts with "
                f"{found[2][0]} ends there. Write `{found[1] + ': ' if found[1] else '- '}{quoted(found[2])}`."
            )
    return None


def _comment_in_brackets(fault: Fault) -> tuple[int, str] | None:
    """`[C #, Java]`: the bracket that closes is part of a comment."""
    if fault.begun and re.search(r"[\[{].*\s#", fault.at(fault.begun)) and "expected ','" in fault.what:
        return fault.begun, (
            'found " #" between brackets, where a comment begins; expected the brackets closed before it. '
            'Put the text that holds "#" in quotes.'
        )
    return None


def _not_closed(fault: Fault) -> tuple[int, str] | None:
    """A bracket or a quote that nothing closes."""
    if fault.begun is None:
        return None
    line = fault.at(fault.begun)
    if re.search("expected ',' or", fault.what):
        sign = "[" if "]" in fault.what else "{"
        return fault.begun, (
            f'found no "{CLOSING[sign]}" for the "{sign}" in this line, or no comma between two entries; '
            f"expected both. Add what is missing."
        )
    if "end of stream" in fault.what and (found := re.match(rf"{ITEM}([\"'])", line)):
        other = "double" if found[2] == "'" else "single"
        return fault.begun, (
            f"found no second {found[2]} for the one that starts this text; expected quotes in pairs. "
            f"Close it; if the sign belongs to the text, put the whole text in {other} quotes."
        )
    return None


def _backslash(fault: Fault) -> tuple[int, str] | None:
    """`"C:\\data"` in double quotes."""
    if "unknown escape character" in fault.what:
        return fault.line, (
            "found a backslash between double quotes, where YAML takes it and the next sign for one; expected a plain "
            "text. Put the text in single quotes."
        )
    return None


def _column(fault: Fault) -> tuple[int, str] | None:
    """A line that stands a little to the left or right of those that it belongs to."""
    if re.search("expected (key|'-' indicator)", fault.what) and fault.column != fault.begun_column:
        return fault.line, (
            f"found a line that begins in column {fault.column}; expected column {fault.begun_column}, as in line "
            f"{fault.begun}, or that of the lines above. Indent it like those that it belongs to."
        )
    return None


PITFALLS = (
    _merge,
    _control_character,
    _indentation,
    _second_document,
    _bad_start,
    _backslash,
    _no_blank,
    _colon,
    _comment_in_brackets,
    _goes_on,
    _not_closed,
    _column,
)
