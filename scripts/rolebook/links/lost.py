"""Published addresses that lead nowhere, told by their cause: once, at the file that the mend belongs into."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rolebook.content.ledger import about_role, digest
from rolebook.content.one_cause import gone_role, hanging
from rolebook.content.published_ids import ADDRESSES, LISTS, known_ids, published_ids
from rolebook.links import anchors
from rolebook.links.former_anchors import id_of
from rolebook.model.location import Located
from rolebook.model.problems import Problem, nearest
from rolebook.model.role import Role
from rolebook.site.addresses import ROLES
from rolebook.site.context import Site


@dataclass(frozen=True, order=True)
class Cause:
    """Why an address is lost: `kind` is the kind of an id that is gone, "place", "page" or "address"; `name` which."""

    kind: str
    name: str


class Lost:
    """The lost addresses of a site, by their causes."""

    def __init__(self, site: Site, places: Mapping[str, frozenset[str]]):
        """`places` are the anchors of each page that there is."""
        self._site = site
        self._catalogue = site.catalogue
        self._places = places
        self._known = known_ids(site.catalogue)
        self._gone = {kind: published_ids(site.ledger, kind) - ids for kind, ids in self._known.items()}
        self._gone["role"] -= site.catalogue.successors.keys()

    def problems(self, addresses: Iterable[str]) -> Iterator[Problem]:
        """One for each cause."""
        groups: dict[Cause, list[str]] = {}
        roots: set[str] = set()
        for address in sorted(addresses):
            # What stood inside a place that is lost follows that place.
            if any(address[:at] in roots for at, sign in enumerate(address) if sign == "-" and "#" in address[:at]):
                continue
            cause = self._cause(address)
            if cause.kind == "place":
                roots.add(address)
            groups.setdefault(cause, []).append(address)
        for cause, lost in groups.items():
            tell = {"role": self._role, "place": self._place, "page": self._page, "address": self._address}
            yield tell.get(cause.kind, self._id)(cause, lost)

    def _cause(self, address: str) -> Cause:
        path, _, anchor = address.partition("#")
        if role := next((slug for slug in sorted(self._gone["role"]) if about_role(path, slug)), None):
            return Cause("role", role)
        if (about := id_of(anchor)) and about[1] in self._gone[about[0]]:
            return Cause(*about)
        for kind in LISTS:
            before, _, after = ADDRESSES[kind].partition("{}")
            found = re.match(f"{re.escape(before)}([^/#]+){re.escape(after)}", address)
            if found and found[1] in self._gone[kind]:
                return Cause(kind, found[1])
        if anchor:
            return Cause("place", address)
        return Cause("page" if re.fullmatch("[^/]+/", address) else "address", address)

    def _role(self, cause: Cause, lost: list[str]) -> Problem:
        count = sum(about_role(address, cause.name) for address in self._site.ledger.addresses)
        if renamed := self._same_data(cause.name):
            return self._file(f"roles/{renamed.slug}.yml").problem(
                (),
                f'found the role that was published as "{cause.name}", and {hanging(count)}; '
                f"expected each to lead here. Add `formerly: [{cause.name}]` to this file.",
            )
        return self._file(f"roles/{cause.name}.yml").problem((), gone_role(cause.name, count))

    def _same_data(self, slug: str) -> Role | None:
        """The role that is, but for its slug, what was published under this one."""
        _, published = self._site.ledger.roles.get(slug, (0, ""))
        new = (role for role in self._catalogue.ever.values() if role.slug not in self._site.ledger.roles)
        return next((role for role in new if digest(role.model_copy(update={"slug": slug})) == published), None)

    def _id(self, cause: Cause, lost: list[str]) -> Problem:
        name, key = LISTS[cause.kind]
        pattern = ADDRESSES[cause.kind]
        new = self._known[cause.kind] - published_ids(self._site.ledger, cause.kind)
        close = nearest(cause.name, new) or (next(iter(new)) if len(new) == 1 else None)
        to = pattern.format(close) if close else pattern.partition("{}")[0].partition("#")[0]
        return self._file(name).problem(
            (key,),
            f'{key}: found no "{cause.name}" any more, and {hanging(len(lost))}; expected each to lead '
            f'somewhere. Add `moved: {{"{pattern.format(cause.name)}": "{to}"}}` to {self._name("catalogue.yml")}, '
            f'or give the entry its id "{cause.name}" back.',
        )

    def _place(self, cause: Cause, lost: list[str]) -> Problem:
        url, _, anchor = cause.name.partition("#")
        there = self._places.get(url, frozenset())
        to = anchors.nearest(anchor, there) or min(there, default="…")
        slug = url.removeprefix(ROLES).rstrip("/") if url.startswith(ROLES) else ""
        if slug:
            file, do = self._file(f"roles/{slug}.yml"), f"`anchors: {{{anchor}: {to}}}` to this file"
            at = max(
                (str(key[0]) for key in file.lines if len(key) == 1 and _in(anchor, str(key[0]))), key=len, default=""
            )
        else:
            do = f'`moved: {{"{cause.name}": "{url}#{to}"}}` to {self._name("catalogue.yml")}'
            written = any(page.url == url for page in self._catalogue.written)
            file, at = (
                self._file(f"pages/{url.rstrip('/')}.md" if written else "catalogue.yml"),
                "" if written else "moved",
            )
        return file.problem(
            (at,),
            f'found no place "{anchor}" on the page /{url} any more, which was published; expected it to lead '
            f"somewhere. Add {do}, or name a better place.",
        )

    def _page(self, cause: Cause, lost: list[str]) -> Problem:
        count = sum(address.startswith(cause.name) for address in self._site.ledger.addresses)
        return self._file(f"pages/{cause.name.rstrip('/')}.md").problem(
            (),
            f"found no such file any more, and {hanging(count)}; expected each to lead somewhere. "
            f'Add `moved: {{"{cause.name}": …}}` to {self._name("catalogue.yml")}, or bring the file back.',
        )

    def _address(self, cause: Cause, lost: list[str]) -> Problem:
        return self._file("catalogue.yml").problem(
            ("moved",),
            f'found no page or file "/{cause.name}" any more, which was published; expected it to lead somewhere. '
            f'Add `moved: {{"{cause.name}": …}}` to this file.',
        )

    def _file(self, name: str) -> Located:
        return self._catalogue.where.get(name) or Located(self._name(name), {})

    def _name(self, name: str) -> Path:
        return self._site.ledger.name.parents[1] / name


def _in(anchor: str, key: str) -> bool:
    """Whether a place stands in the section that a key of the role's file holds."""
    return f"{anchor}-".startswith(f"{key.replace('_', '-')}-")
