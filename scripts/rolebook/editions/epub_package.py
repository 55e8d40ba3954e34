"""An EPUB 3 around finished chapters: what it is, what it holds, and in which order (https://www.w3.org/TR/epub-33/)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree
from lxml.builder import ElementMaker

from rolebook.editions.archive import pack

CONTAINER = ElementMaker(
    namespace="urn:oasis:names:tc:opendocument:xmlns:container",
    nsmap={None: "urn:oasis:names:tc:opendocument:xmlns:container"},
)
PACKAGE = ElementMaker(
    namespace="http://www.idpf.org/2007/opf",
    nsmap={None: "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"},
)
DC = ElementMaker(namespace="http://purl.org/dc/elements/1.1/")
HTML = ElementMaker(namespace="http://www.w3.org/1999/xhtml", nsmap={None: "http://www.w3.org/1999/xhtml"})
KIND = "{http://www.idpf.org/2007/ops}type"
XHTML = "application/xhtml+xml"


@dataclass(frozen=True)
class Chapter:
    """`content` is a whole XHTML file; `drawn` says that it holds SVG."""

    title: str
    content: bytes
    drawn: bool


@dataclass(frozen=True)
class Book:
    """`language` is a BCP 47 tag; `style` is CSS, to which chapters link as style.css; the first chapter is the cover.

    Links between chapters name their files: part-0.xhtml, part-1.xhtml and so on.
    """

    identifier: str
    title: str
    language: str
    description: str
    time: datetime
    style: bytes
    chapters: Sequence[Chapter]

    def packed(self) -> bytes:
        """The book as one file. The same book is the same bytes."""
        return pack(self._files(), self.time, stored=["mimetype"])

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield "mimetype", b"application/epub+zip"
        yield "META-INF/container.xml", _xml(self._container())
        yield "EPUB/content.opf", _xml(self._package())
        yield "EPUB/style.css", self.style
        yield "EPUB/nav.xhtml", _xml(self._contents(), doctype="<!DOCTYPE html>")
        for name, chapter in self._named():
            yield f"EPUB/{name}.xhtml", chapter.content

    def _named(self) -> Iterator[tuple[str, Chapter]]:
        return ((f"part-{number}", chapter) for number, chapter in enumerate(self.chapters))

    def _container(self) -> etree._Element:
        book = {"full-path": "EPUB/content.opf", "media-type": "application/oebps-package+xml"}
        return CONTAINER.container(CONTAINER.rootfiles(CONTAINER.rootfile(book)), version="1.0")

    def _package(self) -> etree._Element:
        modified = f"{self.time:%Y-%m-%dT%H:%M:%SZ}"
        names = [name for name, _ in self._named()]
        return PACKAGE.package(
            PACKAGE.metadata(
                DC.identifier(self.identifier, id="id"),
                DC.title(self.title),
                DC.language(self.language),
                DC.description(self.description),
                DC.date(f"{self.time:%Y-%m-%d}"),
                PACKAGE.meta(modified, property="dcterms:modified"),
            ),
            PACKAGE.manifest(
                _item("style", "style.css", "text/css"),
                _item("nav", "nav.xhtml", XHTML, properties="nav"),
                *(
                    _item(name, f"{name}.xhtml", XHTML, **({"properties": "svg"} if chapter.drawn else {}))
                    for name, chapter in self._named()
                ),
            ),
            PACKAGE.spine(*(PACKAGE.itemref(idref=name) for name in (*names[:1], "nav", *names[1:]))),
            {"unique-identifier": "id", "version": "3.0"},
        )

    def _contents(self) -> etree._Element:
        """The contents, on a page after the cover and in the reader's own menu."""
        entries = (HTML.li(HTML.a(chapter.title, href=f"{name}.xhtml")) for name, chapter in self._named())
        return HTML.html(
            HTML.head(HTML.title(self.title), HTML.link(rel="stylesheet", type="text/css", href="style.css")),
            HTML.body(HTML.nav(HTML.h2("Contents"), HTML.ol(*entries), {KIND: "toc", "role": "doc-toc"})),
            lang=self.language,
        )


def _item(id: str, path: str, kind: str, **more: str) -> etree._Element:
    return PACKAGE.item({"id": id, "href": path, "media-type": kind, **more})


def _xml(root: etree._Element, doctype: str | None = None) -> bytes:
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype, pretty_print=True))
