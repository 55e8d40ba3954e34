"""Links in the pages that people write: each leads to a page or file of this site, or to another site.

MkDocs would find them too, and blame the file that was generated.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from rolebook.model.problems import Problem, suggestion
from rolebook.model.written_page import WrittenPage

GENERATED = "assets/"
"""Files of the theme and of scripts; which there are is not known before the site is whole."""
OF_FOOTNOTES = {"footnote-ref", "footnote-backref"}
"""Classes of links that nobody wrote: to a footnote and back."""


def problems(
    page: WrittenPage, places: Mapping[str, frozenset[str] | None], files: Collection[str]
) -> Iterator[Problem]:
    """The links of one page that lead nowhere, each once.

    `places` are the anchors of each page by its address, None where they are not known; `files` the other addresses.
    """
    for link in dict.fromkeys(_links(page.body)):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or link == "":
            continue
        path, anchor = unquote(parts.path), unquote(parts.fragment)
        file = posixpath.normpath(posixpath.join(page.url, path)) if path else f"{page.url}index.md"
        url = file.removesuffix("index.md")
        if not path.startswith("/") and file == f"{url}index.md" and url in places:
            there = places[url]
            if not anchor or there is None or anchor in there:
                continue
            fault = f'found a link to "{link}", which is no place on that page; expected one.'
            do = suggestion(anchor, there, "Name a heading of the page, or leave out what follows #.").strip()
        elif not path.startswith("/") and (file in files or file.startswith(GENERATED)):
            continue
        else:
            fault = f'found a link to "{link}", which is nothing of this site; expected a file, from this page on.'
            do = _mend(page, path, places)
        yield Problem(page.where.path, _line(page, link), f"{fault} {do}")


def _mend(page: WrittenPage, path: str, places: Collection[str]) -> str:
    """What to write for a link to an address, or to something like one."""
    name = posixpath.normpath(path.lstrip("/")).removesuffix("index.html").removesuffix(".html").removesuffix(".md")
    from_here = posixpath.normpath(posixpath.join("/", page.url, name)).strip("/")
    from_root = posixpath.normpath(posixpath.join("/", name)).strip("/")
    for url in (f"{from_here}/", f"{from_root}/"):
        if url in places:
            return f"Write {posixpath.relpath(f'/{url}index.md', f'/{page.url}')}."
    return suggestion(f"{from_root}/", filter(None, places), "For example ../roles/index.md.").strip()


def _line(page: WrittenPage, link: str) -> int:
    """The line of the file where a link is written first."""
    before, found, _ = page.body.partition(link)
    return page.start + (before.count("\n") if found else 0)


def _links(markdown: str) -> list[str]:
    """The addresses of links and pictures in Markdown; raw HTML is its writer's own."""
    converter, seen = _converter()
    seen.clear()
    converter.reset().convert(markdown)
    return list(seen)


@lru_cache(maxsize=1)
def _converter() -> tuple[Markdown, list[str]]:
    """Markdown that notes each link, with the extensions that mkdocs.yml may name for written pages."""
    seen: list[str] = []

    class Note(Treeprocessor):
        def run(self, root: Element) -> None:
            seen.extend(
                element.get("href") or element.get("src") or ""
                for element in root.iter()
                if element.tag in {"a", "img"} and element.get("class") not in OF_FOOTNOTES
            )

    class Noting(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            md.treeprocessors.register(Note(md), "rolebook-links", 0)

    blocks = ["attr_list", "tables", "admonition", "def_list", "footnotes", "md_in_html"]
    blocks += ["pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed"]
    return Markdown(extensions=[*blocks, Noting()]), seen
