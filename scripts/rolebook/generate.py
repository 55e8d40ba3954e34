"""From a content folder to every file of site_src."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

from rolebook.exports import api, discovery, embeds, heads, pictures, posting, roles, search
from rolebook.head import with_heads
from rolebook.load import load
from rolebook.model.catalogue import Catalogue
from rolebook.pages import pages
from rolebook.pages.written import written
from rolebook.render import Page, Renderer
from rolebook.shown import View
from rolebook.site import Site

EXPORTS = (search, roles, posting, heads, api, discovery)
VENDORED = {
    "assets/vendor/minisearch.js": "minisearch/dist/umd/index.js",
    "assets/vendor/minisearch.txt": "minisearch/LICENSE.txt",
    **{
        f"assets/vendor/{name}": f"@fontsource-variable/ibm-plex-sans/{found}"
        for name, found in (
            ("ibm-plex-sans-latin.woff2", "files/ibm-plex-sans-latin-wght-normal.woff2"),
            ("ibm-plex-sans-latin-ext.woff2", "files/ibm-plex-sans-latin-ext-wght-normal.woff2"),
            ("ibm-plex-sans.txt", "LICENSE"),
        )
    },
}
"""Files of other projects that the site needs, each with its licence: where they go, and where npm puts them."""


def files(content: Path, templates: Path, modules: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of site_src as (path, content). Raises ContentError before the first one."""
    catalogue = load(content)
    site = Site(View(catalogue, build_day(catalogue)), address(catalogue))
    renderer = Renderer(templates)
    made: list[Page] = []
    for page in with_heads(chain(pages(site), written(content / "pages", catalogue)), site):
        yield page.path, renderer.markdown(page, **site.shared(page.url)).encode()
        made.append(replace(page, data={}))
    for export in EXPORTS:
        yield from export.files(site, made)
    yield from embeds.files(site, renderer)
    yield from pictures.files(site, modules / "@fontsource-variable/ibm-plex-sans/files")
    for name, module in VENDORED.items():
        yield name, (modules / module).read_bytes()


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
