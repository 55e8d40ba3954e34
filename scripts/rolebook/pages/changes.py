"""What changed in the catalogue, newest first; once that is long, the older changes by year."""

from collections.abc import Iterator
from itertools import groupby

from rolebook.history import Event, all_events
from rolebook.render import Page
from rolebook.site import Site

CHANGES = ("What changed", "changes/")
NEWEST = 200
"""So many changes stand on the first page; beyond that, every year has a page of its own too."""


def pages(site: Site) -> Iterator[Page]:
    events = all_events(site.catalogue.ever.values())
    years = []
    if len(events) > NEWEST:
        years = [(year, tuple(of_year)) for year, of_year in groupby(events, key=lambda event: event.on.year)]
    description = "Every change of the data, newest first, and whether it moved the bar for a role."
    yield _page(site, "changes/", "What changed", description, events[:NEWEST], tuple(year for year, _ in years))
    for year, of_year in years:
        yield _page(
            site,
            f"changes/{year}/",
            f"What changed in {year}",
            f"Every change of the data in {year}.",
            of_year,
            (),
            (CHANGES,),
        )


def _page(
    site: Site,
    url: str,
    title: str,
    description: str,
    events: tuple[Event, ...],
    years: tuple[int, ...],
    crumbs: tuple[tuple[str, str], ...] = (),
) -> Page:
    days = tuple((day, tuple(of_day)) for day, of_day in groupby(events, key=lambda event: event.on))
    return Page(
        url,
        "changes.md.j2",
        title,
        description,
        {"days": days, "years": years},
        crumbs,
        site.catalogue.changed,
        scripts=("assets/as-of.js",),
        meta={"feed": "changes/feed.xml"},
        hide=("toc",),
    )
