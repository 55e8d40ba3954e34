"""Every selector of our style sheets matches something somewhere: on a page as it comes, or after what readers do."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import TESTS, serve
from tests.test_accessibility import TYPES
from tests.test_frame_site import MAIN, RICH, made

MAY_MATCH_NOTHING = {
    "blockquote": "hand-written pages",
    ".rb-content > table": "until page.js has wrapped it",
    ".rb-crumbs li + li::before": "a page that lies two levels below the first",
    ".rb-card--compact": "a catalogue of many roles",
    "td > .rb-note": "a table of figures one of which has a note",
    ".rb-mark-same": "a word beside what is the same, where wording has one",
    ".rb-no-difference": "a comparison in which nothing differs",
    ".rb-only-differences .rb-no-difference": "a comparison in which nothing differs",
    ".rb-book-contents li a[data-page]::after": "the PDF, which knows its pages",
    ".rb-brand-mark svg": "an icon as logo",
}
"""Selectors that nothing on the sites below matches, with the reason why they are there."""


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("#search-input").fill("pytorch")
    page.locator("#search-results [role=option]").first.wait_for()


def _filter(page: Page) -> None:
    page.get_by_role("combobox", name="Skills, all of them").fill("a")
    page.locator(".rb-filters [role=option]").first.wait_for()


def _match(page: Page) -> None:
    page.get_by_label("Text of the posting").fill(
        (TESTS / "postings" / "head-of-ai-engineering.txt").read_text(encoding="utf-8")
    )
    page.get_by_role("button", name="Find the role").click()
    page.locator("#posting-results > *").first.wait_for()


def _compare(page: Page) -> None:
    page.locator("[data-result] table").first.wait_for()
    page.locator("[data-only-differences]").check()


def _sort(page: Page) -> None:
    page.locator(".rb-sort").first.click()
    page.locator("[aria-sort=ascending]").wait_for()


def _sort_again(page: Page) -> None:
    _sort(page)
    page.locator(".rb-sort").first.click()
    page.locator("[aria-sort=descending]").wait_for()


def _copy_link(page: Page) -> None:
    page.locator("a.headerlink").nth(1).focus()
    page.get_by_role("button", name="Copy link").wait_for()


def _copy(page: Page) -> None:
    page.locator("[data-copy=csv]").click()
    page.locator(".rb-copied").first.wait_for()


ROLES = ",".join(("head-of-ai-engineering", "lead-engineer", "machine-learning-team-lead", "ai-technical-lead"))
IN_USE: dict[str, Callable[[Page], None]] = {
    "?q=nothingofthisname": lambda page: page.locator("#search-results [role=option]").first.wait_for(),
    "roles/head-of-ai-engineering/": _search,
    "roles/head-of-ai-engineering/#salary": _copy_link,
    "roles/head-of-ai-engineering/?as-of=2020-01-01": lambda page: None,
    "roles/": _filter,
    "roles/?pay=100000": lambda page: None,
    "roles/?family=executive-leadership&seniority=lead&skills=python,sql&pay=900000": lambda page: None,
    "linking/": _match,
    "?q=data": lambda page: page.locator(".rb-result-heading span").first.wait_for(),
    "compare/": _sort,
    "compare/?": _sort_again,
    "compare/?roles=head-of-ai-engineering": lambda page: None,
    f"compare/?roles={ROLES}": _compare,
    f"compare/?roles={ROLES.rsplit(',', 1)[0]}": _compare,
    "compare/?roles=head-of-ai-engineering,lead-engineer,nobody": _compare,
    "compare/head-of-ai-engineering-vs-machine-learning-team-lead/": _copy,
}
"""What readers do, by the page they do it on."""


def _note(page: Page, found: dict[str, bool]) -> None:
    for selector, is_there in page.evaluate("selectorsOfPage()").items():
        found[selector] = is_there or found.get(selector, False)


@pytest.fixture(scope="module")
def selectors(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Each selector, and whether anything matches it: on the site as it is, and on one with Material's settings."""
    found: dict[str, bool] = {}
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(path=TESTS / "selectors.js")
    page = context.new_page()
    for path in TYPES.values():
        page.goto(address + path)
        _note(page, found)
    for path, act in IN_USE.items():
        page.goto("about:blank")
        page.goto(address + path)
        act(page)
        _note(page, found)
    for scheme in ("light", "dark"):
        page.evaluate("scheme => { document.documentElement.dataset.scheme = scheme }", scheme)
        _note(page, found)
    settings = serve(made(tmp_path_factory.mktemp("settings") / "project", RICH, MAIN))
    other = next(settings)
    for path in ("", "roles/joiner/", "markdown/", "404.html"):
        page.goto(other + path)
        page.evaluate("document.querySelectorAll('.rb-menu').forEach((menu) => { menu.open = true })")
        _note(page, found)
    settings.close()
    context.close()
    return found


def test_no_selector_is_dead(selectors):
    dead = {selector for selector, is_there in selectors.items() if not is_there}
    assert dead - MAY_MATCH_NOTHING.keys() == set(), json.dumps(sorted(dead), indent=1)


def test_each_exception_is_needed(selectors):
    needless = {selector for selector in MAY_MATCH_NOTHING if selectors.get(selector, True)}
    assert not needless, "remove these from MAY_MATCH_NOTHING"
