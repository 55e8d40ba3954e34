"""Addresses: what each page is called, and how one page names another.

Every link is relative to the page that it stands on, so that the site works at any address,
and from disk.
"""

import posixpath
from collections.abc import Container


def pair_slug(a: str, b: str) -> str:
    """`<a>-vs-<b>` with the slugs in alphabetical order."""
    return "-vs-".join(sorted((a, b)))


class Addresses:
    """The addresses that a page at `here` (a path from the root, such as `roles/x/`) writes."""

    def __init__(self, here: str, pairs: Container[tuple[str, str]] = ()):
        self._here = here
        self._pairs = pairs

    def to(self, path: str = "", anchor: str = "") -> str:
        """The relative address of a path from the root; of a place on this page when it is the same."""
        fragment = f"#{anchor}" if anchor else ""
        if path == self._here and anchor:
            return fragment
        relative = posixpath.relpath(f"/{path}", f"/{self._here}")
        slash = "/" if path.endswith("/") or not path else ""
        return f"{relative}{slash}{fragment}"

    def role(self, slug: str, anchor: str = "") -> str:
        return self.to(f"roles/{slug}/", anchor)

    def skill(self, id: str) -> str:
        return self.to(f"skills/{id}/")

    def pair(self, a: str, b: str) -> str:
        """The page of a pair; where the catalogue is too large for one, the picker with both chosen."""
        if tuple(sorted((a, b))) in self._pairs:
            return self.to(f"compare/{pair_slug(a, b)}/")
        return f"{self.to('compare/')}?roles={a},{b}"

    def source(self, id: str) -> str:
        return self.to("sources/", id)
