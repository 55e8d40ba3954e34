"""Several pages bound into one: addresses and headings of a page, as part of a book.

A part of a role's page keeps its template. Here its anchors get the role's slug before them, links
to what is in the book stay in it, and its headings move down a level.
"""

import re
from collections.abc import Collection
from html import unescape

from markupsafe import Markup, escape

from rolebook.pages.html_attributes import inside, rewrite
from rolebook.site.addresses import HANDBOOK

ANCHORS = {"id", "for", "aria-labelledby", "aria-describedby", "aria-controls"}
HEADING = re.compile(r"(</?h)([2-5])\b")
HERE = f"{HANDBOOK}index.html"


def bound(markup: str, slug: str, roles: Collection[str]) -> Markup:
    """The markup of a section of the role `slug`, written for /handbook/, whose book holds `roles`."""

    def change(tag: str, attribute: str, value: str) -> str:
        if attribute in ANCHORS:
            return " ".join(f"{slug}-{name}" for name in value.split())
        if attribute == "role" and value == "region":
            return "group"  # A landmark has to be one of its kind on a page; here each chapter has its like.
        if attribute != "href":
            return value
        link = unescape(value)
        led = _in_book(link, slug, roles)
        return value if led == link else str(escape(led))

    lower = HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", markup)
    return Markup(rewrite(lower, change))


def _in_book(link: str, slug: str, roles: Collection[str]) -> str:
    """A link of the part that leads to the same thing in the book, where it is there."""
    if link.startswith("#"):
        return f"#{slug}-{link[1:]}"
    target = inside(link, HERE)
    if not target:
        return link
    path, rest = target
    folder, _, name = path.partition("/")
    anchor = rest.lstrip("#")
    if folder == "roles" and name in roles and rest[:1] in {"", "#"}:
        return f"#{name}-{anchor}" if anchor else f"#{name}"
    if path == "sources" and anchor:
        return f"#source-{anchor}"
    return link
