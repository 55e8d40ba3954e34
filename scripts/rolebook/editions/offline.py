"""The offline edition: the built site with every link written so that it works from disk.

A browser that reads from disk does not turn `roles/` into `roles/index.html`, so each link says it.
Nothing else differs from the hosted site.
"""

import re
from collections.abc import Iterable, Iterator, Set
from html import unescape
from pathlib import Path

from rolebook.model.problems import ContentError, Problem
from rolebook.pages.html_attributes import inside, rewrite

HOSTED_ONLY = {"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt"}
"""What only a web server or a crawler asks for. The first has links that begin at the server's root."""
PATH_AS_WRITTEN = re.compile(r"(?:[^?#&]|&[^;]*;)*")
"""What stands before the query and the anchor of a link. The sign # of a character reference ends nothing."""
LINKS = {"href", "src", "action", "poster"}


def edition(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the offline edition of a built site, as (path, content), sorted by path.

    Raises ContentError with every link that cannot work from disk.
    """
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    known = frozenset(names)
    faults: list[Problem] = []
    for name in names:
        if name in HOSTED_ONLY:
            continue
        content = (site / name).read_bytes()
        if name.endswith(".html"):
            html = content.decode()
            faults += _faults(html, name)
            content = explicit(html, name, known).encode() if not faults else b""
        yield name, content
    if faults:
        raise ContentError(faults)


def explicit(html: str, page: str, names: Set[str]) -> str:
    """A page whose links to folders name the file in them. `names` are all files, from the root."""

    def change(tag: str, attribute: str, value: str) -> str:
        if attribute in LINKS:
            return _to_file(value, page, names)
        if tag == "meta" and attribute == "content" and "url=" in value.lower():
            wait, _, address = value.partition("=")  # A page that has moved: "0; url=../new/".
            return f"{wait}={_to_file(address, page, names)}"
        return value

    return rewrite(html, change)


def _to_file(value: str, page: str, names: Set[str]) -> str:
    link = unescape(value)
    target = inside(link, page)
    if not target or target[0] in names or f"{target[0]}/index.html".lstrip("/") not in names:
        return value
    path = PATH_AS_WRITTEN.match(value)[0]  # type: ignore[index]
    return f"{path.rstrip('/')}/index.html{value.removeprefix(path)}"


def _faults(html: str, page: str) -> Iterable[Problem]:
    found: list[Problem] = []

    def look(tag: str, attribute: str, value: str) -> str:
        if attribute in LINKS:
            try:
                inside(unescape(value), page)
            except ValueError:
                message = f"found the link {value}; expected one relative to the page. Leave out the host's root."
                found.append(Problem(Path("site") / page, 1, message))
        return value

    rewrite(html, look)
    return found
