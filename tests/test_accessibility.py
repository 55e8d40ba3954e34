"""No violation that axe knows of on any page type, light and dark; nothing wider than a small phone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

TYPES = {
    "home": "",
    "roles": "roles/",
    "role": "roles/head-of-ai-engineering/",
    "brief role": "roles/ai-software-developer/",
    "hub": "compare/",
    "pair": "compare/head-of-ai-engineering-vs-machine-learning-team-lead/",
    "pair with a silent role": "compare/ai-software-developer-vs-lead-engineer/",
    "skills": "skills/",
    "skill": "skills/python/",
    "salaries": "salaries/",
    "paths": "paths/",
    "sources": "sources/",
    "handbook": "handbook/",
    "changes": "changes/",
    "rules": "rules/",
    "evidence": "evidence/",
    "hand-written": "about/",
    "linking": "linking/",
    "data": "api/",
    "frame": "embed/roles/head-of-ai-engineering/",
    "not found": "404.html",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", TYPES)
def test_no_violation(browser: Browser, address: str, kind: str, scheme: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page.goto(address + TYPES[kind])
    for details in page.locator("details").all():
        details.evaluate("node => node.open = true")
    found = Axe().run(page)
    page.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("kind", TYPES)
def test_readable_at_320_pixels_without_sideways_scrolling(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(address + TYPES[kind])
    for details in page.locator("details").all():
        details.evaluate("node => node.open = true")
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert width <= 320


def test_every_page_of_the_site_is_of_a_tested_type(site: Path) -> None:
    known = {"", "roles", "roles/*", "compare", "compare/*", "skills", "skills/*"}
    known |= {
        "salaries",
        "paths",
        "sources",
        "changes",
        "about",
        "linking",
        "api",
        "embed/*",
        "handbook",
        "rules",
        "evidence",
    }
    found = set()
    for path in site.rglob("index.html"):
        if "<title>Moved: " in path.read_text(encoding="utf-8"):
            continue  # An old address that leads on: see test_redirects.py.
        top, *rest = path.parent.relative_to(site).parts or ("",)
        found.add(f"{top}/*" if rest else top)
    assert found == known, "a new page type needs a line in TYPES"
