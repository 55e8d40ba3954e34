"""Names of files that every common system can hold: Windows, macOS and Linux, and a USB stick between them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from rolebook.model.problems import Problem

LONGEST_PATH = 200
"""Characters. Windows allows 260 in all; the rest is for the folder in which the archive is unpacked."""
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')


def problems(names: Iterable[str]) -> Iterator[Problem]:
    """Everything that is wrong with paths from a common root, written with slashes."""
    seen: dict[str, str] = {}
    for name in names:
        for message in _messages(name):
            yield Problem(Path(name), 1, message)
        for path in (*map(str, reversed(Path(name).parents[:-1])), name):
            alike = unicodedata.normalize("NFC", path).casefold()
            if seen.setdefault(alike, path) != path:
                yield Problem(
                    Path(name),
                    1,
                    f"found a name that differs from {seen[alike]} in capitals or accents' form alone; expected names "
                    "that stay apart on Windows. Rename one of the two.",
                )
                break


def _messages(name: str) -> Iterator[str]:
    if len(name) > LONGEST_PATH:
        yield (
            f"found a path of {len(name)} characters; expected at most {LONGEST_PATH}, so that Windows can unpack it. "
            "Shorten the name of its role or skill."
        )
    for part in name.split("/"):
        if part in {"", ".", ".."}:
            yield "found a path that leads out of its folder; expected plain names between slashes. Rename it."
        elif FORBIDDEN.search(part):
            sign = FORBIDDEN.search(part)[0]  # type: ignore[index]
            yield f"found the character {sign!r} in {part}; expected none that Windows forbids. Rename it."
        elif RESERVED.match(part):
            yield f"found the name {part}, which Windows keeps for a device; expected another. Rename it."
        elif part.endswith((".", " ")):
            yield f'found "{part}", which ends in a dot or a space; expected one that Windows keeps whole. Rename it.'
