"""In a real browser: after a rename, a merger and a retirement every old link still leads somewhere."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from rolebook.content import ledger
from tests.conftest import rolebook, serve
from tests.test_promises import change_all, published

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = published(tmp_path_factory.mktemp("changed"))
    before = rolebook(project, "generate")
    assert before.returncode == 0, before.stderr
    for feed in (project / "site_src").rglob("feed.xml"):
        old = project / "before" / feed.relative_to(project / "site_src")
        old.parent.mkdir(parents=True)
        old.write_bytes(feed.read_bytes())
    change_all(project)
    result = rolebook(project, "build", SITE_URL="")
    assert result.returncode == 0, result.stdout + result.stderr
    return project


@pytest.fixture(scope="module", params=["http", "file"])
def root(changed: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "file":
        yield f"{(changed / 'site').as_uri()}/"
    else:
        yield from serve(changed / "site")


def open_old(page: Page, root: str, address: str) -> None:
    path, sign, rest = address.partition("#")
    path, query, asked = path.partition("?")
    index = "index.html" if root.startswith("file:") and (path.endswith("/") or not path) else ""
    page.goto(f"{root}{path}{index}{query}{asked}{sign}{rest}")
    page.wait_for_function("document.querySelector('h1') && !document.getElementById('to')")


def test_every_published_address_and_anchor_works(changed: Path, root: str, page: Page) -> None:
    addresses = ledger.read(changed / "content").addresses
    missing: list[str] = []
    page.on("response", lambda got: missing.append(f"{got.url} on {page.url}") if got.status == 404 else None)
    pages = sorted({address.partition("#")[0] for address in addresses})
    for path in pages:
        if path.endswith("/") or not path:
            anchors = [address.partition("#")[2] for address in addresses if address.startswith(f"{path}#")]
            open_old(page, root, f"{path}#{anchors[0]}" if anchors else path)
            if not path.startswith("compare/"):
                lost = page.evaluate("ids => ids.filter(id => !document.getElementById(id))", anchors)
                assert not lost, (path, page.url)
            if anchors:
                assert page.url.endswith(f"#{anchors[0]}")
        else:
            assert (changed / "site" / path).is_file(), path
    assert not missing


def test_the_anchor_and_the_query_go_along(root: str, page: Page) -> None:
    open_old(page, root, "roles/master-joiner/?as-of=2026-01-15#responsibilities-make-doors")
    assert "/roles/lead-joiner/" in page.url
    assert "as-of=2026-01-15" in page.url and page.url.endswith("#responsibilities-make-doors")
    assert "One change has been made to this role since 15 January 2026" in page.inner_text(".rb-content")
    assert page.locator("#responsibilities-make-doors").is_visible()


def test_a_merged_role_leads_to_its_successor_with_a_note(root: str, page: Page) -> None:
    open_old(page, root, "roles/turner/#responsibilities-turn-bowls")
    note = page.locator(".rb-message").first.inner_text()
    assert "which is now Joiner" in note and "Turning is part of joinery now." in note
    assert page.locator("#responsibilities").bounding_box()["y"] < 400


def test_a_retired_role_says_so(root: str, page: Page) -> None:
    open_old(page, root, "roles/carver/")
    assert "This role was retired on 1 April 2026. Machines carve. See Joiner instead." in page.inner_text(
        ".rb-message"
    )
    open_old(page, root, "embed/roles/carver/")
    assert "This role was retired on 1 April 2026. Machines carve." in page.inner_text("main")
    open_old(page, root, "roles/")
    assert "Carver" not in page.inner_text(".rb-content")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2026-13-45", "not a date such as"),
        ("%3Cimg%20src=x%3E", "not a date such as"),
        ("2999-01-01", "still to come"),
        ("2026-12-31", "still to come|Nothing has changed"),
        ("2020-01-01", "before this was first published"),
    ],
)
def test_odd_days_are_answered(root: str, page: Page, asked: str, expected: str) -> None:
    open_old(page, root, f"roles/joiner/?as-of={asked}")
    note = page.locator(".rb-message").first.inner_text()
    assert any(words in note for words in expected.split("|"))


def test_an_old_page_works_without_javascript(changed: Path, root: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    index = "index.html" if root.startswith("file:") else ""
    page.goto(f"{root}roles/turner/{index}")
    page.wait_for_url("**/roles/joiner/index.html**")
    assert "Turning is part of joinery now." in page.inner_text("article")
    context.close()


def test_old_pages_are_accessible_and_say_where_to_go(changed: Path, browser: Browser) -> None:
    html = (changed / "site/roles/turner/index.html").read_text()
    assert '<link rel="canonical" href="../joiner/">' in html
    # Without the script and the refresh, so that the page stays for the reader of this test.
    still = html.partition("<script>")[0].replace("<noscript>", "<!--").replace("</noscript>", "-->") + "</body></html>"
    context = browser.new_context()
    page = context.new_page()
    page.set_content(still)
    assert page.get_by_role("link", name="Joiner").is_visible()
    assert Axe().run(page).response["violations"] == []
    context.close()


def test_feed_entries_keep_their_ids_and_their_links(changed: Path) -> None:
    site = changed / "site"
    for old in (changed / "before").rglob("feed.xml"):
        name = old.relative_to(changed / "before")
        now = xml.parse(site / name).getroot()
        before = xml.parse(old).getroot()
        ids = [entry.findtext(f"{ATOM}id") for entry in now.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))
        for entry in before.iter(f"{ATOM}entry"):
            href = entry.find(f"{ATOM}link").get("href").partition("#")[0]
            assert (site / name.parent / href / "index.html").resolve().is_file()
            if "turner" not in entry.findtext(f"{ATOM}id"):
                assert entry.findtext(f"{ATOM}id") in ids, name


def test_a_feed_has_absolute_links_where_the_address_is_known(site: Path) -> None:
    feed = xml.parse(site / "changes/feed.xml").getroot()
    assert {child.tag.removeprefix(ATOM) for child in feed} >= {"id", "title", "updated", "author", "link", "entry"}
    assert all(link.get("href").startswith("https://example.org/rolebook/") for link in feed.iter(f"{ATOM}link"))
    assert all(one.text.startswith("tag:") for one in feed.iter(f"{ATOM}id"))


def test_a_link_is_copied_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}roles/lead-engineer/")
    link = page.locator("#salary .headerlink")
    link.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Copy link"
    page.keyboard.press("Enter")
    page.get_by_text("The link is copied.").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://example.org/rolebook/roles/lead-engineer/#salary"
