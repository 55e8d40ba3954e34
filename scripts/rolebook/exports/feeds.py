"""Atom feeds of what changed: one for the site, one for each role. See RFC 4287.

The id of an entry is a tag URI (RFC 4151) that never changes, whatever the role is called later.
Links are absolute where the site's address is known, and relative to the feed where it is not.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as xml

from rolebook.site.addresses import CHANGES, FEED, role_feed, role_page
from rolebook.site.context import Site
from rolebook.wording.history import Event, all_events, events

ATOM = "http://www.w3.org/2005/Atom"
SINCE = "2026"
"""The year in the ids of the feeds themselves, which name no day."""
NEWEST = 100
"""How many changes the feed of the site holds."""


def feed_files(site: Site) -> Iterator[tuple[str, bytes]]:
    title = site.catalogue.settings.title
    newest = all_events(site.catalogue.ever.values())[:NEWEST]
    yield f"{CHANGES}{FEED}", _feed(site, CHANGES, CHANGES.rstrip("/"), f"{title}: what changed", newest)
    for role in site.catalogue.ever.values():
        dated = [event for event in events(role) if event.on]
        yield (
            role_feed(role.slug),
            _feed(
                site, role_page(role.slug), role_page(role.first_slug).rstrip("/"), f"{role.title}: what changed", dated
            ),
        )


def _feed(site: Site, url: str, id: str, title: str, events: Iterable[Event]) -> bytes:
    """The feed that stands at `url`feed.xml. `events` are newest first, and at least one."""
    events = tuple(events)
    feed = xml.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(feed, "id", _tag(site, SINCE, id))
    _add(feed, "title", title)
    _add(feed, "updated", _time(events[0]))
    _add(_add(feed, "author"), "name", site.catalogue.settings.title)
    _add(feed, "link", rel="self", type="application/atom+xml", href=_link(site, url, f"{url}{FEED}"))
    _add(feed, "link", rel="alternate", type="text/html", href=_link(site, url, url))
    for event in events:
        entry = _add(feed, "entry")
        _add(entry, "id", _tag(site, str(event.on), event.id))
        _add(entry, "title", f"{event.role.title}: {event.label.lower()}")
        _add(entry, "updated", _time(event))
        page = role_page(event.role.slug)
        _add(entry, "link", rel="alternate", type="text/html", href=f"{_link(site, url, page)}#history")
        _add(entry, "category", term=event.level, label=event.label)
        _add(entry, "summary", event.text)
    xml.indent(feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(feed, encoding="utf-8") + b"\n"


def _add(parent: xml.Element, name: str, text: str | None = None, **attributes: str) -> xml.Element:
    element = xml.SubElement(parent, name, attributes)
    element.text = text
    return element


def _time(event: Event) -> str:
    return f"{event.on}T00:00:00Z"


def _tag(site: Site, day: str, name: str) -> str:
    """A tag URI. The authority is the host that the content names, so that a preview elsewhere has the same ids."""
    host = urlsplit(site.catalogue.settings.address or "").hostname or "rolebook.invalid"
    return f"tag:{host},{day}:{name}"


def _link(site: Site, here: str, path: str) -> str:
    return urljoin(site.address, path) if site.address else site.addresses(here).to(path)
