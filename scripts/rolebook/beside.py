"""The Markdown of each page, made from the finished page, so that it says what the page says."""

import re
from collections.abc import Iterator
from pathlib import Path

from html_to_markdown import ConversionOptions, convert

OPTIONS = ConversionOptions(
    escape_asterisks=True,
    escape_underscores=True,
    escape_misc=True,
    compact_tables=True,
    extract_metadata=False,
    # What is drawn or operated says nothing as text; the numbers of every chart stand in a table beside it.
    exclude_selectors=[".headerlink", ".rb-kit", "svg", "button", "textarea", "select", "input", "iframe", "script"],
)
START, END = '<article class="rb-content">', "</article>"


def files(site: Path) -> Iterator[tuple[str, bytes]]:
    """For each page of a built site: its Markdown, as (path in the site, content)."""
    for page in sorted(site.rglob("index.html")):
        _, start, rest = page.read_text(encoding="utf-8").partition(START)
        if start:
            path = page.with_suffix(".md").relative_to(site).as_posix()
            yield path, markdown(rest.rpartition(END)[0]).encode()


def markdown(html: str) -> str:
    """The content of a page as Markdown. Its links are relative, as the page's are."""
    made = convert(html, OPTIONS).content.strip() + "\n"
    # A full stop or hyphen inside a word or number is no sign of Markdown's.
    return re.sub(r"(?<=\w)\\([.-])(?=\w)", r"\1", made)
