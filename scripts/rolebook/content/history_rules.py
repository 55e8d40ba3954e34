"""Rules for what was published: data that changes has an entry in its role's history, and no entry is lost."""

from collections.abc import Iterator

from rolebook.content.ledger import Ledger, digest
from rolebook.content.published_ids import renamings
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Change
from rolebook.model.problems import Problem
from rolebook.model.role import Role


def undeclared_changes(catalogue: Catalogue, ledger: Ledger) -> Iterator[Problem]:
    """Roles whose data is not what was published, without a new entry in their history; and lost entries."""
    for role in catalogue.ever.values():
        entries, published = ledger.roles.get(role.slug, (0, ""))
        if not published or len(role.history) > entries:
            continue
        if len(role.history) == entries and (digest(role) == published or _renamed(role, published, catalogue, ledger)):
            continue
        if len(role.history) < entries:
            message = (
                f"history: found {len(role.history)} entries, and {entries} were published; expected them all, "
                "because feeds and links name them. Put the lost ones back."
            )
        else:
            message = (
                "history: found data that changed since it was published, and no new entry; expected one that says "
                "what changed. Add `- {date: …, level: …, change: …}` on top of it "
                f"(level: {', '.join(Change)})."
            )
        yield catalogue.where[f"roles/{role.slug}.yml"].problem(("history",), message)


def _renamed(role: Role, published: str, catalogue: Catalogue, ledger: Ledger) -> bool:
    """Whether only ids have changed: readers are told nothing else, and lost ids are told by their addresses."""
    return any(digest(role, renamed) == published for renamed in renamings(catalogue, ledger))
