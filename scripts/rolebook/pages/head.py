"""What search engines and link previews are told of each page: its title, description, picture and data."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rolebook.pages import json_ld
from rolebook.pages.render import Page
from rolebook.site.addresses import COMPARE, DATA, ROLES
from rolebook.site.context import Site

TITLE, DESCRIPTION = 59, 154
"""The most characters that a page of search results shows whole."""
PATTERNS = {
    "skill.md.j2": "{}: the roles that need it",
    "skills.md.j2": "{} that roles need",
    "sources.md.j2": "{}: every source",
}
"""What a title alone does not say, by the template of its page."""
ANY_PICTURE = "assets/previews/site.png"


def with_heads(pages: Iterable[Page], site: Site) -> Iterator[Page]:
    """The same pages, each with a description of its own and with `head` in its front matter.

    `head` holds: title; url and image (absolute, only where the site's address is known); alt, the
    picture in words; json (the address of its data, from the root); data (JSON-LD, safe in a script).
    """
    titles, descriptions = Unique(TITLE), Unique(DESCRIPTION)
    for page in pages:
        described = replace(page, description=descriptions.of(page.description, f"{page.title}: {page.description}"))
        head = {
            "title": titles.of(*_titles(page)),
            "url": site.address and f"{site.address}{page.url}",
            "image": site.address and f"{site.address}{picture(page, site)}",
            "alt": page.title,
            "json": data_file(page),
            "data": json_ld.script(described, site),
        }
        yield replace(described, meta={**page.meta, "head": {key: value for key, value in head.items() if value}})


class Unique:
    """Texts that fit into `limit` characters, none of them twice."""

    def __init__(self, limit: int):
        self._limit = limit
        self._taken: set[str] = set()

    def of(self, *wordings: str) -> str:
        """The first wording that fits and is free; else the last one, cut, with a number where it must have one."""
        cut = (fit(wording, self._limit) for wording in wordings)
        free = next((text for text in (*wordings, *cut) if len(text) <= self._limit and not self._is_taken(text)), None)
        number = 1
        while free is None:
            number += 1
            mark = f" ({number})"
            wanted = fit(wordings[-1], self._limit - len(mark)) + mark
            free = None if self._is_taken(wanted) else wanted
        self._taken.add(free.casefold())
        return free

    def _is_taken(self, text: str) -> bool:
        return text.casefold() in self._taken


def fit(text: str, limit: int) -> str:
    """A text of `limit` characters at most: cut after a word, with `…`, where it is longer."""
    if len(text) <= limit:
        return text
    words = text[: limit - 1].rsplit(" ", 1)[0] if " " in text[:limit] else text[: limit - 1]
    return f"{words.rstrip(' ,;:–-')}…"


def picture(page: Page, site: Site) -> str:
    """The path of the picture that stands for a page, from the root."""
    kind, _, slug = page.url.rstrip("/").partition("/")
    drawn = kind == "roles" or (kind == "compare" and pairs_drawn(site))
    return f"assets/previews/{slug}.png" if slug and drawn else ANY_PICTURE


def pairs_drawn(site: Site) -> bool:
    """Whether pairs have pictures of their own: only while every pair has a page."""
    return len(site.catalogue.roles) <= site.catalogue.settings.pairs.all_up_to


def data_file(page: Page) -> str | None:
    """The data that a page shows, from the root; None where it shows more than one file holds."""
    kind, _, slug = page.url.rstrip("/").partition("/")
    return f"{DATA}{kind}/{slug}.json" if slug and f"{kind}/" in (ROLES, COMPARE) else None


def _titles(page: Page) -> Iterator[str]:
    """Wordings of a page's title for a search result, the best first."""
    if "role" in page.data:
        yield (
            f"{page.title}: duties, skills and pay" if page.data["role"].salary else f"{page.title}: duties and skills"
        )
    if page.template in PATTERNS:
        yield PATTERNS[page.template].format(page.title)
    yield page.title
    if "plans" in page.data:
        # Both names stay readable: a short one leaves its room to the other.
        a, b = (role.title for role in page.data["roles"])
        room = TITLE - len(" vs ")
        yield f"{fit(a, max(room // 2, room - len(b)))} vs {fit(b, max(room // 2, room - len(a)))}"
