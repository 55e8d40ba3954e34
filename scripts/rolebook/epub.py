"""The handbook as an EPUB: its cover, a chapter for each role, its sources; read from the built page."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
from ebooklib import epub
from lxml import etree

from rolebook.archive import pack
from rolebook.links import inside

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
PARTS = ("rb-book-cover", "rb-chapter", "rb-book-sources")
NEEDED_ON_SCREEN = ("headerlink",)
"""Classes of what only a page in a browser needs."""
DROPPED = ("tabindex", "role", "aria-label", "aria-current")


class _Chapter(epub.EpubHtml):
    """A chapter whose content is XHTML already. The library would read it as HTML, and lose the case of SVG."""

    def get_content(self, default: object = None) -> bytes:
        return self.content


def made(site: Path, style: bytes, time: datetime) -> bytes:
    """The handbook of a built site as an EPUB 3 dated `time`. `style` is its style sheet."""
    page = html5lib.parse((site / "handbook" / "index.html").read_text("utf-8"), treebuilder="lxml")
    online = next((link.get("href") for link in page.iter(f"{XHTML}link") if link.get("rel") == "canonical"), None)
    parts = [node for node in page.iter(f"{XHTML}div", f"{XHTML}section") if node.get("class") in PARTS]
    files = dict(_files(parts))
    title, lede = (parts[0].findtext(f"{XHTML}{tag}") for tag in ("h1", "p"))

    book = epub.EpubBook()
    book.set_identifier(online or f"urn:rolebook:{time:%Y-%m-%d}")
    book.set_title(title)
    book.set_language(page.getroot().get("lang"))
    book.add_metadata("DC", "description", lede)
    book.add_metadata("DC", "date", f"{time:%Y-%m-%d}")
    sheet = epub.EpubItem(uid="style", file_name="style.css", media_type="text/css", content=style)
    book.add_item(sheet)
    for number, part in enumerate(parts):
        chapter = _chapter(part, number, files, online)
        chapter.add_item(sheet)
        book.add_item(chapter)
        book.toc.append(chapter)
    book.spine = [*book.toc, "nav"]
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    written = BytesIO()
    epub.write_epub(written, book, {"mtime": time})
    return _settled(written, time)


def _files(parts: list[etree._Element]) -> Iterator[tuple[str, str]]:
    """Every anchor, with the file that it comes to stand in."""
    for number, part in enumerate(parts):
        for node in part.iter():
            if node.get("id"):
                yield node.get("id"), _name(number)


def _name(number: int) -> str:
    return f"part-{number}.xhtml"
