"""Where an address that was published leads now: to the page that took its place."""

import posixpath
import re
from collections.abc import Container

from rolebook.model.catalogue import Catalogue
from rolebook.site.addresses import SKILLS, pair_page, picker, role_page
from rolebook.site.renames import PAIR, renamed_address

SKILL = re.compile(rf"{SKILLS}(?P<id>[^/]+)/")


class Successors:
    """The successions of one catalogue. `there` holds the addresses that the site has by itself."""

    def __init__(self, catalogue: Catalogue, there: Container[str]):
        self._catalogue = catalogue
        self._there = there

    def of(self, address: str) -> str | None:
        """What an old page or file (without an anchor) leads to; None where nothing is said of it."""
        moved = self._catalogue.settings.moved.get(address)
        if moved:
            return moved
        renamed = renamed_address(self._catalogue, address)
        if renamed != address and renamed in self._there:
            return renamed
        if pair := PAIR.fullmatch(address):
            return self._pair(pair["a"], pair["b"])
        if (skill := SKILL.fullmatch(address)) and skill["id"] in self._catalogue.skills:
            return SKILLS  # No living role names it any more.
        return None

    def _pair(self, *slugs: str) -> str | None:
        """A pair with a role that is gone: its successor's pair, or the one page that tells of both."""
        current = [self._catalogue.successors.get(slug, slug) for slug in slugs]
        if not all(slug in self._catalogue.ever for slug in current):
            return None
        ended = [slug for slug in current if self._catalogue.ever[slug].retired]
        living = sorted({self._living(slug) for slug in current})
        if len(living) == 1:
            return role_page(living[0])
        page = pair_page(*living)
        if page in self._there:
            return page
        # Of a retired role without a successor only its own page tells.
        return role_page(ended[0]) if ended else picker(living)

    def _living(self, slug: str) -> str:
        retired = self._catalogue.ever[slug].retired
        return retired.instead if retired and retired.instead else slug


def as_page(path: str) -> str:
    """The address by which a file is known: of an index page, that of its folder."""
    folder, name = posixpath.split(path)
    return f"{folder}/" if name in {"index.html", "index.md"} and folder else "" if name == path == "index.md" else path
