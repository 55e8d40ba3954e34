"""The handbook as an EPUB 3: its cover, a chapter for each role, its sources; read from the built page."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

import html5lib
from lxml import etree

from rolebook.editions.epub_package import Book, Chapter
from rolebook.pages.binding import HERE
from rolebook.pages.html_attributes import inside

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
PARTS = ("rb-book-cover", "rb-chapter", "rb-book-sources")
SCREEN_ONLY = {"tabindex", "role", "aria-label", "data-page"}
"""What makes a box that scrolls reachable by keyboard; a page of a book has none."""


def book(site: Path, style: bytes, time: datetime) -> bytes:
    """The handbook of a built site as an EPUB dated `time`. `style` is its style sheet."""
    page = html5lib.parse((site / "handbook" / "index.html").read_text("utf-8"), treebuilder="lxml").getroot()
    online = next((link.get("href") for link in page.iter(f"{XHTML}link") if link.get("rel") == "canonical"), None)
    parts = [node for node in page.iter(f"{XHTML}div", f"{XHTML}section") if node.get("class") in PARTS]
    places = {node.get("id"): f"part-{number}.xhtml" for number, part in enumerate(parts) for node in part.iter()}
    title, language = parts[0].findtext(f"{XHTML}h1"), page.get("lang")
    headings = (title, *(part.findtext(f"{XHTML}h2") for part in parts[1:]))
    return Book(
        identifier=online or f"urn:rolebook:handbook:{time:%Y-%m-%d}",
        title=title,
        language=language,
        description=parts[0].findtext(f"{XHTML}p"),
        time=time,
        style=style,
        chapters=[
            Chapter(heading, _xhtml(part, heading, language, places, online), part.find(f".//{SVG}svg") is not None)
            for heading, part in zip(headings, parts, strict=True)
        ],
    ).packed()


def _xhtml(part: etree._Element, title: str, lang: str, places: Mapping[str, str], online: str | None) -> bytes:
    """A file of the book that holds one part of the page."""
    root = etree.Element(f"{XHTML}html", {"lang": lang}, nsmap={None: XHTML[1:-1]})
    head = etree.SubElement(root, f"{XHTML}head")
    etree.SubElement(head, f"{XHTML}title").text = title
    etree.SubElement(head, f"{XHTML}link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"})
    body = etree.SubElement(root, f"{XHTML}body")
    body.append(deepcopy(part))
    for node in list(body.iter(f"{XHTML}*", f"{SVG}*")):
        if node.get("class") == "headerlink":
            _remove(node)
            continue
        for name in SCREEN_ONLY & set(node.keys()):
            del node.attrib[name]
        if node.tag == f"{XHTML}details":
            node.set("open", "")
        if node.tag in {f"{XHTML}a", f"{SVG}a"} and node.get("href"):
            _lead(node, places, online)
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>"))


def _remove(node: etree._Element) -> None:
    """Take an element out, and leave the text that follows it."""
    before, parent = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    parent.remove(node)


def _lead(node: etree._Element, places: Mapping[str, str], online: str | None) -> None:
    """Let a link lead to a place in the book, or else to the site; to nowhere if its address is not known."""
    link = node.get("href")
    if link.startswith("#"):
        link = f"{places[link[1:]]}{link}"
    elif inside(link, HERE):
        link = urljoin(online, link) if online else None
    del node.attrib["href"]
    if link and node.tag == f"{SVG}a":
        node.set("{http://www.w3.org/1999/xlink}href", link)  # What EPUB asks of a link in a drawing.
    elif link:
        node.set("href", link)
