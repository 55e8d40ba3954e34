"""Addresses with the slugs that their roles have now."""

import re
from collections.abc import Iterable, Iterator

from rolebook.model.catalogue import Catalogue
from rolebook.site.addresses import COMPARE

PAIR = re.compile(rf"{COMPARE}(?P<a>[^/]+)-vs-(?P<b>[^/]+)/")


def renamed_address(catalogue: Catalogue, address: str) -> str:
    """The address with the slugs that its roles have now; a pair's in alphabetical order."""

    def current(part: str) -> str:
        name, dot, suffix = part.partition(".")
        slugs = [catalogue.successors.get(slug, slug) for slug in name.split("-vs-")]
        return "-vs-".join(sorted(slugs) if len(slugs) == 2 else slugs) + dot + suffix

    return "/".join(map(current, address.split("/")))


def published_pairs(catalogue: Catalogue, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of living roles that once had a page, in alphabetical order: they keep it, however far apart."""
    for address in addresses:
        if pair := PAIR.fullmatch(renamed_address(catalogue, address)):
            a, b = pair["a"], pair["b"]
            if a != b and a in catalogue.by_slug and b in catalogue.by_slug:
                yield a, b
