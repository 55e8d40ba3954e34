"""Ids that were published, and what became of them: an id is part of addresses, so it stays, or says where it went."""

from collections.abc import Iterator, Mapping
from itertools import product

from rolebook.content.ledger import Ledger
from rolebook.model.catalogue import Catalogue

ADDRESSES = {
    "role": "roles/{}/",
    "skill": "skills/{}/",
    "source": "sources/#{}",
    "family": "paths/#family-{}",
}
"""By the kind of an id: the address that it has of its own."""

LISTS = {
    "skill": ("vocabulary.yml", "skills"),
    "source": ("sources.yml", "sources"),
    "family": ("vocabulary.yml", "families"),
}
"""By the kind of an id: the file and the list that it is in. A role is a file."""


def known_ids(catalogue: Catalogue) -> dict[str, set[str]]:
    """The ids that there are, by kind."""
    return {
        "role": set(catalogue.ever),
        "skill": set(catalogue.skills),
        "source": set(catalogue.sources),
        "family": {family.id for family in catalogue.vocabulary.families},
    }


def published_ids(ledger: Ledger, kind: str) -> set[str]:
    before, _, after = ADDRESSES[kind].partition("{}")
    ids = (
        address[len(before) : len(address) - len(after)]
        for address in ledger.addresses
        if _between(address, before, after)
    )
    return {id for id in ids if id and "/" not in id and "#" not in id}


def declared(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The ids that the content says were renamed, by kind: old id to new id."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in ADDRESSES}
    found["role"] = dict(catalogue.successors)
    for kind, pattern in ADDRESSES.items():
        before, _, after = pattern.partition("{}")
        for old, new in catalogue.settings.moved.items():
            if _between(old, before, after) and _between(new, before, after):
                ids = (text[len(before) : len(text) - len(after)] for text in (old, new))
                found[kind].setdefault(*ids)
    return found


def renamings(catalogue: Catalogue, ledger: Ledger) -> Iterator[Mapping[str, str]]:
    """What may have been renamed, as new id to old id: what the content says; then each other pair that is possible.

    The data of a role tells which one it is: with the old ids it is what was published.
    """
    known, said = known_ids(catalogue), declared(catalogue)
    base = {new: old for renamed in said.values() for old, new in renamed.items()}
    yield base
    for kind in ADDRESSES:
        published = published_ids(ledger, kind)
        lost = published - known[kind] - said[kind].keys()
        for old, new in product(sorted(lost), sorted(known[kind] - published)):
            yield {**base, new: old}


def _between(text: str, before: str, after: str) -> bool:
    return text.startswith(before) and text.endswith(after) and len(text) > len(before) + len(after)
