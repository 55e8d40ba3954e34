"""The Markdown of two tiny roles and of their comparison, whole, for a person to review.

After a wanted change: `make golden`, then read the difference.
"""

import os
from datetime import date

import pytest

from rolebook.model.catalogue import Catalogue
from rolebook.pages.inventory import pages
from rolebook.pages.render import Renderer
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.conftest import PROJECT, TESTS

GOLDEN = TESTS / "golden"
PAGES = {
    "roles/joiner/": "joiner.md",
    "roles/master-joiner/": "master-joiner.md",
    "compare/joiner-vs-master-joiner/": "joiner-vs-master-joiner.md",
}


@pytest.mark.parametrize("url", PAGES)
def test_the_markdown_is_the_golden_one(tiny: Catalogue, url: str) -> None:
    site = Site(View(tiny, date(2026, 2, 3)))
    page = next(page for page in pages(site) if page.url == url)
    markdown = Renderer(PROJECT / "templates").markdown(page, **site.shared(url))
    golden = GOLDEN / PAGES[url]
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(markdown, encoding="utf-8")
    assert markdown == golden.read_text(encoding="utf-8")
