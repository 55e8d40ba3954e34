"""The offline edition: everything works from disk, nothing leaves the machine, the same content is the same bytes."""

import hashlib
import io
import os
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Request
from selectolax.lexbor import LexborHTMLParser

from rolebook.editions import downloads, offline, portable
from rolebook.model.catalogue import Catalogue
from rolebook.model.problems import ContentError
from rolebook.pages import html_attributes as links
from tests.conftest import TESTS, copy_project, rolebook
from tests.firefox import firefox, installed

TIME = datetime(2026, 11, 21, tzinfo=UTC)
QUERIES = yaml.safe_load((TESTS / "search_queries.yml").read_text("utf-8"))
FIVE = ("ml lead", "caio", "kubernetes", "machne learning", "lead engineer salary")
THREE = ("ai-technical-lead", "head-of-ai-engineering", "lead-engineer")


class Reader(Protocol):
    """A browser that reads from disk. `faults` holds requests to a network, failed requests and console errors."""

    faults: list[str]

    def open(self, address: str) -> None: ...

    def run(self, script: str) -> Any:
        """The value of an expression of JavaScript, awaited."""


class Chromium:
    """A page of Playwright as a Reader, with the network off."""

    def __init__(self, page: Page):
        self._page = page
        self.faults: list[str] = []
        page.context.set_offline(True)
        page.on("request", lambda request: self._note(request.url))
        page.on("requestfailed", self._failed)
        page.on("console", lambda said: self.faults.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))

    def open(self, address: str) -> None:
        self._page.goto(address)

    def run(self, script: str) -> Any:
        return self._page.evaluate(f"(async () => await ({script}))()")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # The icon, when the next page was opened before it was read.
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _note(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.faults.append(f"request: {url}")


@pytest.fixture(scope="session")
def packed(site: Path, catalogue: Catalogue) -> bytes:
    """The zip of the built site."""
    return next(content for name, content in downloads.offline_edition(site, catalogue, TIME) if name.endswith(".zip"))


@pytest.fixture(scope="session")
def unzipped(packed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked where paths are awkward and nothing may be written."""
    folder = tmp_path_factory.mktemp("Bücher & Mappen (1) #50%")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
    (top,) = folder.iterdir()
    for path in top.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return top


@pytest.fixture(params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reader]:
    if request.param == "chromium":
        browser: Browser = request.getfixturevalue("browser")
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        yield Chromium(context.new_page())
        context.close()
    elif installed():
        with firefox(tmp_path) as opened:
            yield opened
    elif os.environ.get("CI"):
        pytest.fail("No Firefox, which .ci/run installs.")
    else:
        pytest.skip("No Firefox, so its rules for file:// are not tested.")


def wait(reader: Reader, condition: str) -> None:
    """Until an expression of JavaScript is true, at most ten seconds."""
    script = f"""new Promise((done) => {{
      const end = Date.now() + 10000
      const look = () => {{ const is = Boolean({condition}); is || Date.now() > end ? done(is) : setTimeout(look, 25) }}
      look()
    }})"""
    assert reader.run(script), condition


def page_types(top: Path) -> list[Path]:
    """The first, the middle and the last page of each folder of pages, and every page that has no like."""
    alike: dict[Path, list[Path]] = defaultdict(list)
    for path in sorted(top.rglob("*.html")):
        place = path.relative_to(top)
        alike[place if len(place.parts) <= 2 else place.parent.parent].append(path)
    return [paths[at] for paths in alike.values() for at in sorted({0, len(paths) // 2, len(paths) - 1})]


def arrived(reader: Reader) -> str:
    """The path of the open page, which has to be whole: a heading, and every style sheet and font there."""
    told = reader.run(
        """document.fonts.ready.then(() => ({
          path: decodeURIComponent(location.pathname),
          heading: document.querySelector("h1")?.textContent.trim(),
          missing: [...document.querySelectorAll("link[rel=stylesheet]")].filter((l) => !l.sheet).map((l) => l.href)
            .concat([...document.images].filter((i) => i.complete && !i.naturalWidth).map((i) => i.src))
            .concat([...document.fonts].filter((f) => f.status === "error").map((f) => f.family)),
        }))"""
    )
    assert told["heading"], told
    assert not told["missing"], told
    return told["path"]


def test_every_type_of_page_opens_from_disk_and_nothing_is_asked_of_a_network(reader: Reader, unzipped: Path) -> None:
    visited = page_types(unzipped)
    assert len(visited) >= 15
    for path in visited:
        reader.open(path.as_uri())
        moved = 'http-equiv="refresh"' in path.read_text("utf-8")
        assert moved or arrived(reader) == str(path)
    assert not reader.faults


def test_twenty_links_lead_on_from_the_front_page(reader: Reader, unzipped: Path) -> None:
    """By clicks, each time to a page not yet seen; back to the front page where there is none."""
    home = (unzipped / "index.html").as_uri()
    reader.open(home)
    seen = [arrived(reader)]
    while len(seen) <= 20:
        where = reader.run("location.href")
        chosen = reader.run(
            f"""(() => {{
              const seen = new Set({seen})
              const fresh = [...document.querySelectorAll("main a[href], header a[href]")].filter((link) =>
                link.protocol === "file:" && link.pathname.endsWith(".html")
                && !link.search && !seen.has(decodeURIComponent(link.pathname)))
              const link = fresh[Math.floor(fresh.length / 2)]
              if (!link) return null
              setTimeout(() => link.click())
              return link.href
            }})()"""
        )
        if not chosen:
            reader.open(home)
            continue
        wait(reader, "document.readyState === 'complete'") if chosen == where else _left(reader, where)
        seen.append(arrived(reader))
    assert len(set(seen)) == 21
    assert not reader.faults


def _left(reader: Reader, where: str) -> None:
    """Until another page stands there, whole."""
    for _ in range(100):
        try:
            if reader.run(f"location.href !== {where!r} && document.readyState === 'complete'"):
                return
        except Exception:
            continue  # Asked between two pages.
    pytest.fail(f"still at {where}")


def test_five_queries_find_the_right_thing_and_mark_it(reader: Reader, unzipped: Path) -> None:
    cases = [case for case in QUERIES if case["query"] in FIVE]
    assert len(cases) == 5
    for case in cases:
        reader.open((unzipped / "skills" / "index.html").as_uri())
        reader.run("document.querySelector('[data-search-open]').click()")
        wait(reader, "window.rolebookSearch")
        query = case["query"]
        reader.run(
            f"""(() => {{
              const field = document.getElementById("search-input")
              field.value = {query!r}
              field.dispatchEvent(new Event("input", {{bubbles: true}}))
            }})()"""
        )
        wait(reader, "document.querySelector('#search-results [role=option]')")
        title, href, marks = reader.run(
            """(() => {
              const first = document.querySelector("#search-results [role=option]")
              return [first.querySelector(".rb-result-title").textContent, first.href,
                document.querySelectorAll("#search-results mark").length]
            })()"""
        )
        assert title == case["first"], query
        assert marks, query
        assert Path(unquote(urlsplit(href).path)).is_file()
    assert not reader.faults


def test_three_roles_stand_side_by_side(reader: Reader, unzipped: Path, catalogue: Catalogue) -> None:
    """In the table of all roles; and by the picker, from an address that names them."""
    reader.open(f"{(unzipped / 'compare' / 'index.html').as_uri()}?roles={','.join(THREE)}")
    arrived(reader)
    titles = [catalogue.by_slug[slug].title for slug in THREE]
    if reader.run("Boolean(document.querySelector('[data-result]'))"):
        wait(reader, "document.querySelectorAll('[data-result] .rb-compare thead th').length >= 3")
        shown = reader.run("document.querySelector('[data-result] .rb-compare thead').textContent")
    else:
        shown = reader.run("document.querySelector('table').textContent")
    assert all(title in shown for title in titles), shown
    assert not reader.faults


def test_the_other_colours_can_be_chosen(reader: Reader, unzipped: Path) -> None:
    reader.open((unzipped / "roles" / "lead-engineer" / "index.html").as_uri())
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before = reader.run(paper)
    reader.run("document.querySelector('[data-scheme-switch]').click()")
    assert reader.run(paper) != before
    assert not reader.faults


def test_a_page_from_disk_shows_where_it_is_online(reader: Reader, unzipped: Path) -> None:
    page = (unzipped / "roles" / "lead-engineer" / "index.html").as_uri()
    reader.open(f"{page}#salary")
    line = "document.querySelector('[data-address]')"
    assert reader.run(f"getComputedStyle({line}).display") != "none"
    assert "https://example.org/rolebook/roles/lead-engineer/#salary" in reader.run(f"{line}.textContent")


def test_the_online_address_is_not_shown_online(page: Page, address: str) -> None:
    page.goto(f"{address}roles/lead-engineer/")
    assert not page.locator("[data-address]").is_visible()


# What is in the zip.


def test_every_link_and_resource_names_a_file_that_is_there(unzipped: Path) -> None:
    checked = 0
    for path in unzipped.rglob("*.html"):
        place = path.relative_to(unzipped).as_posix()
        for node in LexborHTMLParser(path.read_text("utf-8")).css("[href], [src], [action]"):
            for name in ("href", "src", "action"):
                target = links.inside(node.attributes.get(name) or "", place)
                if target:
                    assert (unzipped / target[0]).is_file(), (place, node.attributes)
                    checked += 1
    assert checked > 3_000


def test_the_editions_differ_in_links_alone(site: Path, unzipped: Path) -> None:
    """The same files, byte for byte, once the ends of links to folders are left out of pages."""
    end = re.compile(rb"/?(index\.html)?(?=[\"?#])")
    for path in sorted(unzipped.rglob("*")):
        if path.is_file():
            hosted = (site / path.relative_to(unzipped)).read_bytes()
            if path.suffix == ".html":
                assert end.sub(b"", path.read_bytes()) == end.sub(b"", hosted), path
            else:
                assert path.read_bytes() == hosted, path
    only_hosted = {path.relative_to(site) for path in site.rglob("*")} - {
        path.relative_to(unzipped) for path in unzipped.rglob("*")
    }
    assert {path.as_posix() for path in only_hosted} <= offline.HOSTED_ONLY


def test_the_zip_is_small_and_holds_one_folder_named_for_the_content(packed: bytes, catalogue: Catalogue) -> None:
    assert len(packed) < 3_000_000
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        assert tops == {f"rolebook-{catalogue.changed}"}
        assert archive.namelist() == sorted(archive.namelist())
        for entry in archive.infolist():
            assert entry.date_time == (2026, 11, 21, 0, 0, 0)
            assert entry.external_attr >> 16 == 0o100644


def test_nothing_of_the_theme_that_no_page_uses_is_in_the_site(site: Path) -> None:
    """Every script, style sheet, font and picture is named by some page, style sheet or script."""
    texts = [path.read_text("utf-8") for path in site.rglob("*") if path.suffix in {".html", ".css", ".js"}]
    unnamed = [
        path.name
        for path in (site / "assets").rglob("*")
        if path.is_file() and path.suffix != ".txt" and not any(path.name in text for text in texts)
    ]
    assert not unnamed


def test_two_builds_and_two_zips_are_the_same_bytes(tmp_path: Path) -> None:
    sums, trees = [], []
    for name in ("one", "two"):
        project = copy_project(tmp_path / name, TESTS / "tiny")
        environment = {"SITE_URL": "https://example.org/", "TZ": "UTC" if name == "one" else "Asia/Tokyo"}
        os.utime(project / "content" / "catalogue.yml", (1_000_000_000, 1_000_000_000) if name == "two" else None)
        told = rolebook(project, "offline", **environment)
        assert told.returncode == 0, told.stderr
        (packed,) = (project / "dist").glob("*.zip")
        sums.append(hashlib.sha256(packed.read_bytes()).hexdigest())
        assert (project / "dist" / f"{packed.name}.sha256").read_text() == f"{sums[-1]}  {packed.name}\n"
        site = project / "site"
        trees.append({p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()})
    assert sums[0] == sums[1]
    assert trees[0] == trees[1]


def test_source_date_epoch_is_the_time_of_every_file(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    assert rolebook(project, "offline", SOURCE_DATE_EPOCH="1770000000").returncode == 0
    (packed,) = (project / "dist").glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 2, 2, 2, 40, 0)}


# The parts.

NAMES = {"index.html", "roles/index.html", "roles/a/index.html", "compare/index.html", "data.csv"}


@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("../../", "../../index.html"),
        ("../..", "../../index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../../compare/?roles=a,b&amp;x=1#top", "../../compare/index.html?roles=a,b&amp;x=1#top"),
        ("../../compare", "../../compare/index.html"),
        ("&#35;salary", "&#35;salary"),
        ("#salary", "#salary"),
        ("?roles=a", "?roles=a"),
        ("../../data.csv", "../../data.csv"),
        ("../nobody/", "../nobody/"),
        ("https://example.org/roles/", "https://example.org/roles/"),
        ("//example.org/roles/", "//example.org/roles/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("", ""),
    ],
)
def test_links_to_folders_name_their_file(link: str, written: str) -> None:
    html = f'<!-- <a href=".."> --><script>"<a href=\'..\'>"</script>\r\n<a title="href=\'..\'" href="{link}" >é</a>'
    made = offline.explicit(html, "roles/a/index.html", NAMES)
    assert made == html.replace(f'href="{link}" >', f'href="{written}" >')


def test_a_page_that_has_moved_still_leads_on() -> None:
    html = '<meta http-equiv="refresh" content="0; url=../a/">'
    assert 'url=../a/index.html"' in offline.explicit(html, "roles/old/index.html", NAMES)


PIECES = ["<p>", "x", "</p>", "<a href='#'>", "é\n", "\r\n", '<b id="i">', "&amp;", "<br/>", "<", "<!-- "]


@given(st.lists(st.sampled_from(PIECES)))
def test_what_is_not_changed_stays_byte_for_byte(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert links.rewrite(html, lambda tag, attribute, value: value) == html


def test_a_link_that_needs_a_server_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="/roles/">Roles</a> <a href="../out/">Out</a>')
    with pytest.raises(ContentError) as told:
        list(offline.edition(tmp_path))
    assert [str(problem) for problem in told.value.problems] == [
        f"site/index.html:1: found the link {link}; expected one relative to the page. Leave out the host's root."
        for link in ("../out/", "/roles/")
    ]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["roles/con/index.html"], "found the name con, which Windows keeps for a device"),
        (["aux.html"], "found the name aux.html, which"),
        (["COM1.txt"], "found the name COM1.txt, which"),
        (["a:b.html"], "found the character ':'"),
        (["a\\b.html"], "found the character"),
        (["folder./a.html"], "ends in a dot"),
        (["folder /a.html"], "ends in a dot or a space"),
        (["../a.html"], "leads out of its folder"),
        (["/a.html"], "leads out of its folder"),
        (["Roles/a.html", "roles/b.html"], "in capitals"),
        (["caf\u00e9.html", "cafe\u0301.html"], "in capitals or accents' form"),
        (["x" * 201], "found a path of 201 characters"),
    ],
)
def test_a_name_that_some_system_cannot_hold_is_told(names: list[str], told: str) -> None:
    assert [problem for problem in portable.problems(names) if told in problem.message]


def test_ordinary_names_are_fine() -> None:
    assert not list(portable.problems(["console/index.html", "nulls.css", "a-b.c", "roles/a.html", "roles/b.html"]))
