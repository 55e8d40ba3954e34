"""From a content folder to every file of site_src."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from rolebook.exports import posting, search
from rolebook.load import load
from rolebook.model.catalogue import Catalogue
from rolebook.pages import pages
from rolebook.render import Page, Renderer
from rolebook.shown import View
from rolebook.site import Site

EXPORTS = (search, posting)
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
    site = Site(View(catalogue, build_day(catalogue)))
    renderer = Renderer(templates)
    made: list[Page] = []
    for page in pages(site):
        yield page.path, renderer.markdown(page, **site.shared(page.url)).encode()
        made.append(replace(page, data={}))
    for export in EXPORTS:
        yield from export.files(site, made)
    for path in sorted((content / "pages").glob("*.md")):
        yield f"{path.stem}/index.md", path.read_bytes()
    for name, module in VENDORED.items():
        yield name, (modules / module).read_bytes()


def build_day(catalogue: Catalogue) -> date:
    """The day from which the age of figures is counted: SOURCE_DATE_EPOCH, or else the last change.

    Never today by itself, so that two builds of the same content are the same bytes.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else catalogue.changed
