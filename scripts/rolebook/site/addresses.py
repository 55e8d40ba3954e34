"""Addresses: what each page and file is called, and how one page names another. Nowhere else is one put together.

Every link is relative to the page that it stands on, so that the site works at any address,
and from disk.
"""

import posixpath
from collections.abc import Container, Sequence

ROLES, COMPARE, SKILLS, SOURCES, CHANGES = "roles/", "compare/", "skills/", "sources/", "changes/"
SALARIES, PATHS, LINKING, API, HANDBOOK, RULES = "salaries/", "paths/", "linking/", "api/", "handbook/", "rules/"
EVIDENCE = "evidence/"
DATA = "api/v1/"
FEED = "feed.xml"


def pair_slug(a: str, b: str) -> str:
    """`<a>-vs-<b>` with the slugs in alphabetical order."""
    return "-vs-".join(sorted((a, b)))


def role_page(slug: str, anchor: str = "") -> str:
    return f"{ROLES}{slug}/{f'#{anchor}' if anchor else ''}"


def pair_page(a: str, b: str) -> str:
    return f"{COMPARE}{pair_slug(a, b)}/"


def skill_page(id: str) -> str:
    return f"{SKILLS}{id}/"


def changes_page(year: int) -> str:
    return f"{CHANGES}{year}/"


def picker(slugs: Sequence[str]) -> str:
    """The hub of comparisons with roles chosen."""
    return f"{COMPARE}?roles={','.join(slugs)}"


def role_data(slug: str) -> str:
    return f"{DATA}{ROLES}{slug}.json"


def pair_data(a: str, b: str) -> str:
    return f"{DATA}{COMPARE}{pair_slug(a, b)}.json"


def role_feed(slug: str) -> str:
    return f"{role_page(slug)}{FEED}"


def role_frame(slug: str) -> str:
    """The small page of a role for a frame on another site."""
    return f"embed/{role_page(slug)}index.html"


def role_script(slug: str) -> str:
    """The role as a column of a comparison, for the browser."""
    return f"assets/{ROLES}{slug}.js"


class Addresses:
    """The addresses that a page at `here` (a path from the root, such as `roles/x/`) writes."""

    def __init__(self, here: str, pairs: Container[tuple[str, str]] = ()):
        self._here = here
        self._pairs = pairs

    def to(self, path: str = "", anchor: str = "") -> str:
        """The relative address of a path from the root; of a place on this page when it is the same."""
        path, _, stated = path.partition("#")
        anchor = anchor or stated
        fragment = f"#{anchor}" if anchor else ""
        if path == self._here and anchor:
            return fragment
        relative = posixpath.relpath(f"/{path}", f"/{self._here}")
        slash = "/" if path.endswith("/") or not path else ""
        return f"{relative}{slash}{fragment}"

    def role(self, slug: str, anchor: str = "") -> str:
        return self.to(role_page(slug), anchor)

    def feed(self, slug: str) -> str:
        return self.to(role_feed(slug))

    def frame(self, slug: str) -> str:
        return self.to(role_frame(slug))

    def skill(self, id: str) -> str:
        return self.to(skill_page(id))

    def pair(self, a: str, b: str) -> str:
        """The page of a pair; where the catalogue is too large for one, the picker with both chosen."""
        return self.to(pair_page(a, b)) if tuple(sorted((a, b))) in self._pairs else self.picker(a, b)

    def picker(self, *slugs: str) -> str:
        return f"{self.to(COMPARE)}{picker(slugs).removeprefix(COMPARE)}"

    def source(self, id: str) -> str:
        return self.to(SOURCES, id)

    def rule(self, id: str) -> str:
        """Where a rule by which Rolebook compares is stated."""
        return self.to(RULES, id)


ROOT = Addresses("")
"""Addresses from the root of the site, for data."""
