"""The Markdown that prose fields may hold: no raw HTML, and no link but to the web, a mailbox or this site."""

import html
import re
from functools import lru_cache
from urllib.parse import urlsplit

from markdown import Markdown

SCHEMES = {"http", "https", "mailto"}
"""What the address of a link may begin with, where it is not relative."""


def refused_links(source: str) -> tuple[str, ...]:
    """The addresses in Markdown prose that are not http(s), mailto or relative."""
    addresses = (html.unescape(found) for found in re.findall(r'(?:href|src)="([^"]*)"', converter().convert(source)))
    return tuple(address for address in addresses if not _allowed(address))


def _allowed(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in SCHEMES or not (parts.scheme or parts.netloc)


@lru_cache(maxsize=1)
def converter() -> Markdown:
    """Markdown to HTML without raw HTML, whose headings start below those of a section."""
    markdown = Markdown(extensions=["toc"], extension_configs={"toc": {"baselevel": 3}}, output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return markdown
