"""What changed in the catalogue, newest first; once that is long, the older changes by year."""

from collections.abc import Iterator
from itertools import groupby

from rolebook.pages.render import Page
from rolebook.site import addresses
from rolebook.site.context import Site
from rolebook.wording.history import Event, all_events

CHANGES = ("What changed", addresses.CHANGES)
NEWEST = 200
"""So many changes stand on the first page; beyond that, every year has a page of its own too."""


def pages(site: Site) -> Iterator[Page]:
    events = all_events(site.catalogue.ever.values())
    years = sorted({event.on.year for event in events if event.on}, reverse=True) if len(events) > NEWEST else []
    yield _page(site, events[:NEWEST], years=tuple(years))
    for year in years:
        yield _page(site, tuple(event for event in events if event.on and event.on.year == year), of=year)


def _page(site: Site, events: tuple[Event, ...], *, of: int | None = None, years: tuple[int, ...] = ()) -> Page:
    """The page of the newest changes, or `of` one year."""
    days = tuple((day, tuple(of_day)) for day, of_day in groupby(events, key=lambda event: event.on))
    return Page(
        addresses.changes_page(of) if of else addresses.CHANGES,
        "changes.md.j2",
        f"What changed in {of}" if of else "What changed",
        f"Every change of the data in {of}, newest first."
        if of
        else "Every change of the data, newest first, and whether it moved the bar for a role.",
        {"days": days, "years": years},
        (CHANGES,) if of else (),
        site.catalogue.changed,
        meta={"feed": f"{addresses.CHANGES}{addresses.FEED}"},
        hide=("toc",),
    )
