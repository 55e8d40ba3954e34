"""From a content folder to every file of site_src."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

from rolebook.content import ledger
from rolebook.content.load import load
from rolebook.exports.api import api_files
from rolebook.exports.assets import bundle
from rolebook.exports.browser_catalogue import browser_catalogue_files
from rolebook.exports.discovery import discovery_files
from rolebook.exports.embeds import embed_files
from rolebook.exports.feeds import feed_files
from rolebook.exports.markdown_copies import markdown_copy
from rolebook.exports.matcher_data import matcher_files
from rolebook.exports.previews import preview_files
from rolebook.exports.running_heads import running_head_files
from rolebook.exports.search_index import search_index_files
from rolebook.frame import icons, palette
from rolebook.frame.configuration import Configuration
from rolebook.frame.edit import with_edit_links
from rolebook.links.promises import Promises
from rolebook.model.catalogue import Catalogue
from rolebook.model.problems import ContentError
from rolebook.pages.head import with_heads
from rolebook.pages.inventory import pages
from rolebook.pages.render import Page, Renderer
from rolebook.site.context import Site
from rolebook.wording.view import View

UNCONFIGURED = Configuration()


def site_files(
    content: Path, templates: Path, modules: Path, configuration: Configuration = UNCONFIGURED
) -> Iterator[tuple[str, bytes]]:
    """Every file of site_src as (path, content). `configuration` is what mkdocs.yml says.

    Raises ContentError: before the first one for a mistake in the content, after the last one for a
    published address that would lead nowhere.
    """
    site = site_of(content)
    made: list[Page] = []
    promises = Promises(site)
    assets = bundle(templates, modules)
    every = with_edit_links(pages(site), configuration)
    yield from _promised(site, promises, Renderer(templates, assets.names), every, made)
    yield from assets.files()
    yield from search_index_files(site, made)
    yield from browser_catalogue_files(site)
    yield from matcher_files(site)
    yield from running_head_files(site)
    yield from discovery_files(site, made)
    yield from preview_files(site, modules / "@fontsource-variable/ibm-plex-sans/files")
    yield from palette.palette_files(configuration)
    yield from icons.icon_files(configuration, templates / "theme")
    if problems := promises.problems():
        raise ContentError(problems)


def promises_of(content: Path, templates: Path, *, quick: bool = False) -> tuple[Site, Promises]:
    """What the site of this content promises, without the files that only pages load. Raises ContentError.

    `quick` leaves out the places on the pages of pairs. There are many such pages, and what is on them is
    computed: no edit can break a link to it that the page itself would not still answer.
    """
    site = site_of(content)
    promises = Promises(site)
    for _ in _promised(site, promises, Renderer(templates), pages(site), [], quick=quick):
        pass
    return site, promises


def site_of(content: Path) -> Site:
    """Raises ContentError with every mistake in `content`."""
    catalogue = load(content)
    return Site(View(catalogue, build_day(catalogue)), address(catalogue), ledger.read(content))


def _promised(
    site: Site, promises: Promises, renderer: Renderer, every: Iterable[Page], made: list[Page], *, quick: bool = False
) -> Iterator[tuple[str, bytes]]:
    """The files with an address of their own; then the old addresses, which need all of those to be made."""
    for page in with_heads(every, site):
        if page.url in promises:
            promises.taken(page.url)
            continue
        if quick and "plans" in page.data:
            promises.unread(page.url)
        else:
            markdown = promises.page(page.url, renderer.markdown(page, **site.shared(page.url)))
            yield page.path, markdown.encode()
            yield markdown_copy(page, markdown)
        made.append(replace(page, data={}))
    for name, data in chain(api_files(site), feed_files(site), embed_files(site, renderer)):
        yield name, data
        yield from ((old, data) for old in promises.file(name))
    yield from promises.notes()
    for move in promises.moves():
        to = site.addresses(move.old)
        html = renderer.html(
            "html/moved.html.j2", move=move, title=site.title_of(move.new), to=to, address=site.address
        )
        yield f"{move.old}index.html", html.encode()


def address(catalogue: Catalogue) -> str | None:
    """Where the site is published, with a slash at its end: SITE_URL, or else what content/catalogue.yml says."""
    found = os.environ.get("SITE_URL") or catalogue.settings.address
    return f"{found.rstrip('/')}/" if found else None


def build_time(catalogue: Catalogue) -> datetime:
    """The time that a build bears: SOURCE_DATE_EPOCH, or else the day of the last change.

    Never now by itself, so that two builds of the same content are the same bytes.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.combine(catalogue.changed, time.min, UTC)


def build_day(catalogue: Catalogue) -> date:
    """The day from which the age of figures is counted."""
    return build_time(catalogue).date()
