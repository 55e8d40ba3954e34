"""From a content folder to every file of site_src."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rolebook import search
from rolebook.load import load
from rolebook.model.catalogue import Catalogue
from rolebook.pages import Site
from rolebook.render import Renderer
from rolebook.shown import View

VENDORED = {
    "assets/vendor/minisearch.js": "minisearch/dist/umd/index.js",
}
"""Files of other projects that the site needs: where they go, and where npm puts them."""


def files(content: Path, templates: Path, modules: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of site_src as (path, content). Raises ContentError before the first one."""
    catalogue = load(content)
    site = Site(catalogue, View(catalogue, build_day(catalogue)), content)
    renderer = Renderer(templates)
    others: list[tuple[str, str, str]] = []
    for page in site.pages():
        yield page.path, renderer.markdown(page, **site.shared(page)).encode()
        if page.url and page.url.count("/") == 1:
            others.append((page.url, page.title, page.description))
    for path in sorted((content / "pages").glob("*.md")):
        yield f"{path.stem}/index.md", path.read_bytes()
    yield "assets/search-index.js", script("rolebookSearch", search.index(catalogue, site.pairs, others))
    for name, module in VENDORED.items():
        yield name, (modules / module).read_bytes()


def build_day(catalogue: Catalogue) -> date:
    """The day from which the age of figures is counted: SOURCE_DATE_EPOCH, or else the last change.

    Never today by itself, so that two builds of the same content are the same bytes.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else catalogue.changed


def script(name: str, data: Any) -> bytes:
    """Data as a script that assigns a variable of `window`: a page on disk may load that."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # U+2028 and U+2029 end a line in older browsers, and `</` could end a script element.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"window.{name}={text};\n".encode()
