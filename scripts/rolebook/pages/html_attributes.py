"""Change attributes in HTML and leave every other byte as it is."""

import posixpath
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

ATTRIBUTE = re.compile(r"""(?P<name>[^\s=>"'/]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'))?""")

Change = Callable[[str, str, str], str | None]
"""(tag, attribute, value as written) to the new value as written; None removes the attribute."""


def rewrite(html: str, change: Change) -> str:
    """Pass every quoted attribute of every start tag through `change`."""
    parts: list[str] = []
    done = 0
    for start, tag, written in _start_tags(html):
        parts += (html[done:start], _tag(tag, written, change))
        done = start + len(written)
    return "".join((*parts, html[done:]))


def inside(link: str, page: str) -> tuple[str, str] | None:
    """Where a link on a page leads within the site: (path, the query and anchor after it).

    `page` and `path` are paths from the root; the path of a folder has no slash at its end.
    None for a link to another place on the page, and for an address with a scheme or a host.
    Raises ValueError for a link that begins at a server's root or leads above the site's.
    """
    written = re.split("[?#]", link, maxsplit=1)[0]
    if not written or urlsplit(link).scheme or written.startswith("//"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(written)))
    if path.startswith(("/", "..")):
        raise ValueError(link)
    return "" if path == "." else path, link[len(written) :]


def _tag(tag: str, written: str, change: Change) -> str:
    opening = len(tag) + 1

    def changed(found: re.Match[str]) -> str:
        old = found["double"] if found["double"] is not None else found["single"]
        if old is None:
            return found[0]
        new = change(tag, found["name"].lower(), old)
        return "" if new is None else found[0] if new == old else f'{found["name"]}="{new}"'

    return written[:opening] + ATTRIBUTE.sub(changed, written[opening:])


class _Tags(HTMLParser):
    """Notes where each start tag stands. Text, comments and scripts are told apart by the parser."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[tuple[int, int], str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append((self.getpos(), tag, self.get_starttag_text() or ""))


def _start_tags(html: str) -> Iterator[tuple[int, str, str]]:
    """Each start tag as (index, name, as written)."""
    # The parser counts lines by "\n" alone.
    begins, at = [0], html.find("\n")
    while at >= 0:
        begins.append(at + 1)
        at = html.find("\n", at + 1)
    for (line, column), tag, written in _Tags(html).found:
        yield begins[line - 1] + column, tag, written
