"""What changed, when, and what that means for who meets the role."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rolebook.model.levels import Change
from rolebook.model.role import Role

LEVELS = {
    Change.NEW: "New role",
    Change.WORDING: "Wording",
    Change.FIGURES: "Figures updated",
    Change.RAISED: "Bar raised",
    Change.LOWERED: "Bar lowered",
}
MOVED, MERGED, RETIRED = "moved", "merged", "retired"


@dataclass(frozen=True)
class Event:
    """One change of one role. `on` is None for a rename whose day nobody noted."""

    role: Role
    on: date | None
    level: str
    """One of Change, or moved, merged, retired."""
    label: str
    """The level in words."""
    text: str
    id: str
    """Names it for ever, whatever the role is called later: `roles/x/2026-11-21/1`."""
    former: str = ""
    """The old slug whose readers it concerns."""


def events(role: Role) -> tuple[Event, ...]:
    """All that became of a role, newest first; what has no day stands last."""
    found = [*_entries(role), *_successions(role)]
    return tuple(sorted(found, key=lambda event: event.on or date.min, reverse=True))


def all_events(roles: Iterable[Role]) -> tuple[Event, ...]:
    """The dated changes of many roles, newest first; of one day, in the order of the roles' titles."""
    ordered = sorted(roles, key=lambda role: (role.title.casefold(), role.slug))
    found = [event for role in ordered for event in events(role) if event.on]
    return tuple(sorted(found, key=lambda event: event.on or date.min, reverse=True))


def _entries(role: Role) -> Iterator[Event]:
    """The entries of its history. Several of one day are counted from the oldest, so that a new one moves none."""
    left = Counter(entry.date for entry in role.history)
    for entry in role.history:
        name = f"roles/{role.first_slug}/{entry.date}/{left[entry.date]}"
        left[entry.date] -= 1
        yield Event(role, entry.date, entry.level, LEVELS[entry.level], entry.change, name)


def _successions(role: Role) -> Iterator[Event]:
    for former in role.formerly:
        name = f"roles/{role.first_slug}/formerly/{former.slug}"
        if former.note:
            yield Event(role, former.on, MERGED, "Roles merged", former.note, name, former.slug)
        else:
            text = f"Its address changed: it was “{former.slug}” before."
            yield Event(role, former.on, MOVED, "New address", text, name, former.slug)
    if role.retired:
        yield Event(role, role.retired.on, RETIRED, "Retired", role.retired.why, f"roles/{role.first_slug}/retired")
