"""The promise that a link keeps working: what was published, against what the generator makes now.

Pages and files are noted while they are made. Then it is known which old addresses need a page that
leads on, and which lead nowhere.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rolebook.links import anchors, written_links
from rolebook.links.former_anchors import Places
from rolebook.links.lost import Lost
from rolebook.links.redirects import Successors, as_page
from rolebook.model.catalogue import role_skills
from rolebook.model.problems import Problem, suggestion
from rolebook.site.addresses import COMPARE, HANDBOOK, role_page, skill_page
from rolebook.site.context import Site
from rolebook.site.renames import renamed_address

UNPROMISED = "assets/"
"""What only pages load, and nobody links to."""

PRINTED = HANDBOOK
"""The page to print repeats places that have their own address; its anchors serve its own contents only."""


@dataclass(frozen=True)
class Move:
    """An old page: its address, and the address that it leads to (which may hold a query or an anchor)."""

    old: str
    new: str

    @property
    def slug(self) -> str:
        """The old slug, where it is the page of a role that has another slug now; or nothing."""
        kind, _, slug = self.old.rstrip("/").partition("/")
        return slug if kind == "roles" else ""


class Promises:
    """What one site promises."""

    def __init__(self, site: Site):
        self._site = site
        self._places = Places(site)
        self._pages: dict[str, frozenset[str]] = {}
        self._files: set[str] = set()
        self._unread: set[str] = set()
        self._taken: list[str] = []
        self._successors = Successors(site.catalogue, self)
        self._copies: dict[str, list[str]] = {}
        moved = site.catalogue.settings.moved
        for path in (*site.ledger.addresses, *moved):
            if "#" not in path and path and not path.endswith("/"):
                now = moved.get(path) or renamed_address(site.catalogue, path)
                self._copies.setdefault(now, []).append(path)

    def __contains__(self, address: object) -> bool:
        return address in self._pages or address in self._files

    def page(self, url: str, markdown: str) -> str:
        """Note a page. Returns it with the anchors that it once had."""
        there = anchors.places(markdown) if url != PRINTED else frozenset()
        former = self._places.former(url, there)
        self._pages[url] = there
        return anchors.keep(markdown, former)

    def unread(self, url: str) -> None:
        """Note that there is a page, whatever is on it."""
        self._pages[url] = frozenset()
        self._unread.add(url)

    def taken(self, url: str) -> None:
        """Note a page that cannot be made, because another is at its address."""
        self._taken.append(url)

    def file(self, path: str) -> list[str]:
        """Note a file. Returns the old paths at which it must stand too."""
        if path.startswith(UNPROMISED):
            return []
        old = sorted({old for old in self._copies.get(path, ()) if old != path})
        self._files.update((as_page(path), *old))
        return old

    def moves(self) -> list[Move]:
        """The old pages, once every page and file is noted."""
        wanted = {address for address in self._site.ledger.addresses if address.endswith("/")}
        wanted.update(path for path in self._site.catalogue.settings.moved if path.endswith("/"))
        wanted.update(role_page(slug) for slug in self._site.catalogue.successors)
        wanted.update(self._pair_names())
        # Skills that only the page of a retired role still links to.
        wanted.update(skill_page(id) for role in self._site.catalogue.retired for id in role_skills(role))
        found = ((old, self._successors.of(old)) for old in sorted(wanted) if old not in self)
        return [Move(old, new) for old, new in found if new]

    def notes(self) -> Iterator[tuple[str, bytes]]:
        """Old files of roles that are gone: each says so in its own format, and names the page that tells more."""
        for path in sorted({old for olds in self._copies.values() for old in olds} - self._files):
            if page := self._page_about(path):
                self._files.add(path)
                text = json.dumps({"gone": True, "see": page}) if path.endswith(".json") else f"Gone. See {page}"
                yield path, f"{text}\n".encode()

    def problems(self) -> list[Problem]:
        """Every published address that leads nowhere, and every wrong statement about old addresses."""
        return [*self._places.problems, *self._lost(), *self._moved_faults(), *self._written()]

    def addresses(self) -> set[str]:
        """Every address of the site as it is: pages, their anchors, files, and old pages that lead on."""
        placed = {f"{url}#{anchor}" for url, there in self._pages.items() for anchor in there}
        return {*self._pages, *self._files, *placed, *(move.old for move in self.moves())}

    def _pair_names(self) -> Iterator[str]:
        """Each pair by every name that its roles had, in both orders."""
        names = {slug: [slug] for slug in self._site.catalogue.ever}
        for old, new in self._site.catalogue.successors.items():
            names[new].append(old)
        for a, b in self._site.pairs:
            for one, other in product(names[a], names[b]):
                yield from (f"{COMPARE}{one}-vs-{other}/", f"{COMPARE}{other}-vs-{one}/")

    def _page_about(self, path: str) -> str | None:
        """The page that tells of the role, or of the pair, in a file's name."""
        name = path.rpartition("/")[2].partition(".")[0]
        page = f"{COMPARE}{name}/" if "-vs-" in name else role_page(name)
        return page if page in self else self._successors.of(page)

    def _lost(self) -> Iterator[Problem]:
        pages = (address for address in self._site.ledger.addresses if "#" not in address)
        lost = (address for address in pages if address not in self and not self._successors.of(address))
        return Lost(self._site, self._pages).problems((*lost, *self._places.lost))

    def _written(self) -> Iterator[Problem]:
        """Pages written by hand: none has the address of a generated one, and their links lead somewhere."""
        places = {url: None if url in self._unread or url == PRINTED else there for url, there in self._pages.items()}
        for page in self._site.catalogue.written:
            if page.url in self._taken:
                yield page.where.problem(
                    (),
                    f'found a page named "{page.name}", and /{page.url} is a page of the catalogue itself; '
                    "expected an address of its own. Rename the file.",
                )
            else:
                yield from written_links.problems(page, places, self._files)

    def _moved_faults(self) -> Iterator[Problem]:
        """What catalogue.yml says has moved is gone, and leads straight to an address that is there."""
        moved = self._site.catalogue.settings.moved
        for old, new in moved.items():
            target = new.partition("#")[0].partition("?")[0]
            if "#" not in old and old in self and old not in self._copies.get(target, ()):
                fault = f'found "{old}", which is there; expected an old address. Delete the line.'
            elif new in moved:
                fault = f'found "{new}", which has moved too; expected an address that is there. Name the last one.'
            elif target not in self or ("#" in old and old.partition("#")[0] != target):
                do = suggestion(target, filter(None, self._pages), "Write it from the root: skills/saw/").strip()
                fault = f'found "{new}", which is no address of this site for "{old}"; expected one. {do}'
            else:
                continue
            yield self._site.catalogue.where["catalogue.yml"].problem(("moved", old), f"moved: {fault}")
