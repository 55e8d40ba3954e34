"""Old anchors: what was once a place on a page, and where on the page it leads now."""

import re
from collections.abc import Iterator, Mapping

from rolebook.content.published_ids import ADDRESSES, declared
from rolebook.links import anchors
from rolebook.model.problems import Problem, suggestion
from rolebook.site.addresses import ROLES, role_page
from rolebook.site.context import Site
from rolebook.site.renames import renamed_address

ABOUT_ID = re.compile(r"(?:^|-)(skill|family)-(.+)$")


class Places:
    """The old anchors of every page of a site. `problems` and `lost` grow while pages are looked at."""

    def __init__(self, site: Site):
        self._catalogue = site.catalogue
        self._ledger = site.ledger
        self._renamed = declared(site.catalogue)
        self._once: dict[str, set[str]] = {}
        self._merged: dict[str, set[str]] = {}
        self.problems: list[Problem] = []
        self.lost: list[str] = []
        """Published places that nothing is known of any more."""
        for address in site.ledger.addresses:
            path, _, anchor = address.partition("#")
            now = site.catalogue.settings.moved.get(path) or renamed_address(site.catalogue, path)
            if anchor:
                (self._once if now == path else self._merged).setdefault(now, set()).add(anchor)

    def former(self, url: str, there: frozenset[str]) -> dict[str, str]:
        """Each old anchor of the page at `url`, and the place of those that are `there` it leads to."""
        found = self._stated(url, there)
        here = self._once.get(url, set())
        for anchor in sorted((here | self._merged.get(url, set())) - there - found.keys()):
            place = self._inside(anchor, found, there) or self._follow(url, anchor, there, merged=anchor not in here)
            if place:
                found[anchor] = place
            else:
                self.lost.append(f"{url}#{anchor}")
        return {old: new for old, new in found.items() if new}

    def _follow(self, url: str, anchor: str, there: frozenset[str], *, merged: bool) -> str | None:
        """Where an anchor leads without an editor's word; None where it needs one.

        What holds the old slug of a role leads to the new one. The anchors of a merged or retired role,
        and those that are computed from many roles, lead to the place that encloses them. The rest, which
        an editor changed on a role's own page, is for the editor to say.
        """
        renamed = self._with_new_slug(anchor)
        if renamed in there:
            return renamed
        if named := id_of(anchor):
            kind, id = named
            if new := self._renamed[kind].get(id):
                return anchors.nearest(anchor.removesuffix(id) + new, there)
            if ADDRESSES[kind].format(id) in self._catalogue.settings.moved:
                return anchors.nearest(anchor, there)
        ended = merged or any(url == role_page(role.slug) for role in self._catalogue.retired)
        computed = not url.startswith(ROLES) or url == ROLES or anchor.startswith("related-")
        if not ended and not computed and renamed == anchor:
            return None
        start = min(there, key=lambda place: (place != "overview", place), default=None)
        return anchors.nearest(renamed, there) or (start if ended else None)

    @staticmethod
    def _inside(anchor: str, stated: Mapping[str, str], there: frozenset[str]) -> str | None:
        """Where an anchor leads that stood inside a place of which the content says where it is now."""
        around = anchors.nearest(anchor, frozenset(stated) | there)
        if around is None or around in there:
            return None
        return anchors.nearest(stated[around] + anchor.removeprefix(around), there)

    def _with_new_slug(self, anchor: str) -> str:
        """The anchor with the new slug of the role that it ends in; without it, where that role has retired."""
        ends = [anchor, *(anchor[at + 1 :] for at, sign in enumerate(anchor) if sign == "-")]
        for slug in ends:
            before = anchor[: len(anchor) - len(slug)]
            if slug in self._catalogue.successors:
                return before + self._catalogue.successors[slug]
            if slug in self._catalogue.ever and self._catalogue.ever[slug].retired:
                return before.rstrip("-")
        return anchor

    def _stated(self, url: str, there: frozenset[str]) -> dict[str, str]:
        """The old anchors that the content itself maps; to nothing where that is wrong, which becomes a problem."""
        kept = {}
        for old, new, file, key in self._statements(url):
            if old in there:
                fault = f'found "{old}", a place that is on the page; expected an old one. Delete the line.'
            elif new not in there:
                do = suggestion(new, there, "Name a place on the page.").strip()
                fault = f'found "{new}", which is no place on the page /{url}; expected one. {do}'
            else:
                kept[old] = new
                continue
            at = (key, old if key == "anchors" else f"{url}#{old}")
            kept[old] = ""
            self.problems.append(self._catalogue.where[file].problem(at, f"{key}: {fault}"))
        return kept

    def _statements(self, url: str) -> Iterator[tuple[str, str, str, str]]:
        """(old anchor, new anchor, file, key of the file) for one page: by its role, or by catalogue.yml."""
        role = self._catalogue.ever.get(url.removeprefix(ROLES).rstrip("/")) if url.startswith(ROLES) else None
        if role:
            for old, new in role.anchors.items():
                yield old, new, f"roles/{role.slug}.yml", "anchors"
        for old, new in self._catalogue.settings.moved.items():
            (page, _, anchor), (target, _, place) = old.partition("#"), new.partition("#")
            if anchor and page == target == url:
                yield anchor, place, "catalogue.yml", "moved"


def id_of(anchor: str) -> tuple[str, str] | None:
    """The kind and the id, skill or family, that a place is about; None for another place."""
    found = ABOUT_ID.search(anchor)
    return (found[1], found[2]) if found else None
