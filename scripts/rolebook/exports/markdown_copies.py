"""The Markdown beside each page: what the page says, without the HTML of its parts.

MkDocs takes every `.md` file for a page, so a copy ends in `.txt`.
"""

import re
from functools import lru_cache

from html_to_markdown import ConversionOptions, convert
from markdown import Markdown

from rolebook.pages.render import Page

NAME = "index.md.txt"
OPTIONS = ConversionOptions(
    escape_asterisks=True,
    escape_underscores=True,
    escape_misc=True,
    compact_tables=True,
    extract_metadata=False,
    # What is drawn or operated says nothing as text; the numbers of every chart stand in a table beside it.
    exclude_selectors=[".headerlink", ".rb-kit", "svg", "button", "textarea", "select", "input", "iframe", "script"],
)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)


def markdown_copy(page: Page, markdown: str) -> tuple[str, bytes]:
    """The copy of one page, made of its `markdown` as MkDocs gets it: (path in site_src, content).

    Its links are relative, as the page's are. A page that people wrote is Markdown already.
    """
    body = FRONT_MATTER.sub("", markdown)
    text = _plain(body) if page.template else body
    title = "" if text.startswith("# ") else f"# {page.title}\n\n"
    return f"{page.url}{NAME}", f"{title}{text}".encode()


def _plain(body: str) -> str:
    made = (convert(_converter().reset().convert(body), OPTIONS).content or "").strip() + "\n"
    # A full stop or hyphen inside a word or number is no sign of Markdown's.
    return re.sub(r"(?<=\w)\\([.-])(?=\w)", r"\1", made)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    """Markdown as the templates write it."""
    return Markdown(extensions=["attr_list", "tables", "toc"], output_format="html")
