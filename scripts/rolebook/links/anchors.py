"""The places on a page that a link can name, found in its Markdown; and old names for them, kept.

A place is a heading or an element with an id. Ids of controls, and ids that start with `rb-`, belong
to scripts: nobody links to them, and they may change.
"""

import re
from collections.abc import Mapping

from markdown.extensions.toc import slugify

PLACE = re.compile(
    r'<(?:h[1-6]|div|section|article|aside|details|figure|p|dl|dt|ul|ol|li|table|tr|span)\b[^>]*?\sid="([^"]+)"'
)
HEADING = re.compile(r"^#{2,6} +(.+?)(?: *\{: *#(\S+).*\})?$", re.MULTILINE)
SCRIPTS = "rb-"


def places(markdown: str) -> frozenset[str]:
    """The anchors of a page."""
    found = set(PLACE.findall(markdown))
    found.update(id or slugify(title, "-") for title, id in HEADING.findall(_body(markdown)))
    return frozenset(id for id in found if not id.startswith(SCRIPTS))


def keep(markdown: str, former: Mapping[str, str]) -> str:
    """The page with each old anchor (a key of `former`) at the place where it leads to (its value)."""
    for old, new in sorted(former.items(), reverse=True):
        markdown = _mark(markdown, old, re.escape(new))
    return markdown


def _mark(markdown: str, old: str, new: str) -> str:
    # Rows hold only cells, lists only items, pairs a term first: the mark goes into the first of them.
    for inside in (
        rf'(<tr\b[^>]*\sid="{new}"[^>]*>\s*<t[hd]\b[^>]*>)',
        rf'(<(?:ul|ol)\b[^>]*\sid="{new}"[^>]*>\s*<li\b[^>]*>)',
        rf'(<div\b[^>]*\sid="{new}"[^>]*>\s*<dt\b[^>]*>)',
        rf'(<(?:div|section|article|aside|figure|p|dt|li|span|h[1-6])\b[^>]*\sid="{new}"[^>]*>)',
    ):
        marked, count = re.subn(inside, rf'\1<span id="{old}"></span>', markdown, count=1)
        if count:
            return marked
    before = rf'(^#{{2,6}} .*\{{: *#{new}[ }}]|<[a-z]+\b[^>]*\sid="{new}")'
    return re.sub(before, rf'<div id="{old}"></div>\n\n\1', markdown, count=1, flags=re.MULTILINE)


def nearest(anchor: str, known: frozenset[str]) -> str | None:
    """The place that encloses a place which is gone: `salary-median-pay` leads to `salary`."""
    while anchor not in known:
        anchor, _, _ = anchor.rpartition("-")
        if not anchor:
            return None
    return anchor


def _body(markdown: str) -> str:
    """Without front matter, whose lines are no headings."""
    return re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
