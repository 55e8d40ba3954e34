"""What a recruiter pastes: the kit of a role's page, the card, the frame."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from rolebook.model.catalogue import Catalogue
from rolebook.pages.linking_kit import FORMS, fill, kit, snippet
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.conftest import PROJECT, copy_project, rolebook, serve

SCRIPT = PROJECT / "templates" / "scripts" / "linking" / "texts.js"
HOSTED = "https://example.org/rolebook/"
ROLE = "roles/head-of-ai-engineering/"
NODE = shutil.which("node") or str(PROJECT / ".venv" / "bin" / "node")
HOSTILE = ["{url} {title}", "<script>alert(1)</script>", "a \"b\" 'c' & d", "[x](y) *z* _w_ `v` \\", "مرحبا 🎉"]


def test_python_and_the_browser_make_the_same_text() -> None:
    cases = [
        (form.pattern, form.escape, {"title": one, "about": other, "url": f"{HOSTED}{ROLE}#salary"})
        for form in FORMS
        for one, other in zip(HOSTILE, reversed(HOSTILE), strict=True)
    ]
    program = (
        f"import {{fill}} from {json.dumps(str(SCRIPT))};"
        "import {readFileSync} from 'node:fs';"
        "const cases = JSON.parse(readFileSync(0));"
        "console.log(JSON.stringify(cases.map((one) => fill(...one))))"
    )
    ran = subprocess.run(
        [NODE, "--input-type=module", "-e", program],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(ran.stdout) == [fill(*case) for case in cases]


@given(st.text(), st.text())
def test_html_never_gains_an_element_from_a_value(title: str, about: str) -> None:
    made = fill('<p><a href="{url}">{title}</a> {about}</p>', "html", {"title": title, "about": about, "url": HOSTED})
    tree = LexborHTMLParser(made)
    assert [node.tag for node in tree.body.traverse(include_text=False)] == ["body", "p", "a"]


def test_addresses_from_disk_name_the_file() -> None:
    paths = ["", "roles/x/", "roles/x/#salary", "roles/x/?as-of=2026-11-21", "compare/a-vs-b/"]
    program = (
        f"import {{addressOf}} from {json.dumps(str(SCRIPT))};"
        f"console.log(JSON.stringify({json.dumps(paths)}.map((path) => addressOf(path, 'file:///s/'))))"
    )
    made = json.loads(
        subprocess.run([NODE, "--input-type=module", "-e", program], capture_output=True, text=True, check=True).stdout
    )
    assert made == [
        "file:///s/index.html",
        "file:///s/roles/x/index.html",
        "file:///s/roles/x/index.html#salary",
        "file:///s/roles/x/index.html?as-of=2026-11-21",
        "file:///s/compare/a-vs-b/index.html",
    ]


def test_every_target_of_every_kit_exists(site: Path, catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        made = kit(Site(View(catalogue, catalogue.changed)), role)
        assert len(made.comparisons) == len(catalogue.roles) - 1
        for target in (made.role, *made.sections, *made.comparisons):
            path, _, anchor = target.path.partition("#")
            html = (site / path / "index.html").read_text()
            assert not anchor or f'id="{anchor}"' in html


def test_without_a_script_the_texts_of_the_role_are_there(site: Path, catalogue: Catalogue) -> None:
    tree = LexborHTMLParser((site / ROLE / "index.html").read_text())
    made = kit(Site(View(catalogue, catalogue.changed), HOSTED), catalogue.by_slug["head-of-ai-engineering"])
    for form in FORMS:
        assert tree.css_first(f"#kit-{form.key}").text() == snippet(form, made.role, HOSTED)
    assert tree.css_first("#kit-card").text().startswith("<div style=")
    assert not tree.css(".rb-kit-form[hidden]")


@pytest.fixture(scope="module")
def unhosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site whose address is not known."""
    project = copy_project(tmp_path_factory.mktemp("unhosted") / "project", PROJECT / "tests" / "tiny")
    result = rolebook(project, "build", SITE_URL="")
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_where_the_address_is_not_known_it_is_the_one_that_is_read(unhosted: Path, page: Page) -> None:
    html = (unhosted / "roles" / "joiner" / "index.html").read_text()
    assert len(LexborHTMLParser(html).css(".rb-kit-form[hidden]")) == len(FORMS) + 2
    assert "og:image" not in html
    assert not (unhosted / "sitemap.xml").exists()
    for address in serve(unhosted):
        page.goto(f"{address}roles/joiner/#salary")
        page.locator(".rb-kit summary").click()
        expect(page.locator("#kit-address")).to_have_value(f"{address}roles/joiner/")
        expect(page.locator(".rb-kit-note")).to_be_hidden()
    page.goto((unhosted / "roles/joiner/index.html").as_uri())
    page.locator(".rb-kit summary").click()
    expect(page.locator("#kit-address")).to_have_value((unhosted / "roles/joiner/index.html").as_uri())
    expect(page.locator(".rb-kit-note")).to_contain_text("this computer only")


@pytest.mark.parametrize("from_disk", [False, True], ids=["http", "file"])
def test_choose_and_copy(page: Page, address: str, site: Path, from_disk: bool) -> None:
    page.goto((site / ROLE / "index.html").as_uri() if from_disk else address + ROLE)
    page.locator(".rb-kit summary").click()
    for label, url in {
        "Salary": f"{HOSTED}{ROLE}#salary",
        "with Lead Engineer": f"{HOSTED}compare/head-of-ai-engineering-vs-lead-engineer/",
        "The role": f"{HOSTED}{ROLE}",
    }.items():
        page.locator("#kit-what").select_option(label=label)
        expect(page.locator("#kit-address")).to_have_value(url)
        expect(page.locator("#kit-card")).to_be_visible(visible=label == "The role")
        for form in ("address", "markdown", "html", "paragraph"):
            page.get_by_role(
                "button", name=f"Copy: {next(f.label for f in FORMS if f.key == form)}", exact=True
            ).click()
            expect(page.locator(f".rb-kit-form:has(#kit-{form}) .rb-copied")).to_have_text("Copied")
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == page.locator(f"#kit-{form}").input_value()
            assert url in copied
    page.locator("#kit-what").select_option(label="The role as of today")
    today = page.evaluate("new Intl.DateTimeFormat('sv-SE').format(new Date())")
    expect(page.locator("#kit-address")).to_have_value(f"{HOSTED}{ROLE}?as-of={today}")


def test_copy_works_where_a_page_may_not_use_the_clipboard(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address + ROLE)
    page.locator(".rb-kit summary").click()
    page.get_by_role("button", name="Copy: Address").click()
    expect(page.locator(".rb-kit-form:has(#kit-address) .rb-copied")).to_have_text("Copied")
    page.keyboard.press("/")
    page.keyboard.press("Control+V")
    expect(page.locator("#search-input")).to_have_value(page.locator("#kit-address").input_value())


def test_pasted_into_a_blank_page_the_card_looks_right(page: Page, site: Path, catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        card = LexborHTMLParser((site / "roles" / role.slug / "index.html").read_text()).css_first("#kit-card").text()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 600})
            page.set_content(f"<!doctype html><html lang=en><title>Jobs</title><body>{card}")
            box = page.locator("body > div")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert 260 <= box.bounding_box()["width"] <= 480
            assert box.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 255, 255)"
        link = page.get_by_role("link", name=role.title)
        assert link.get_attribute("href") == f"{HOSTED}roles/{role.slug}/"
        assert role.summary in box.inner_text()
        assert not page.locator("script, img, link, iframe").count()
        violations = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
        assert violations.violations_count == 0, violations.generate_report()


def test_every_other_snippet_pasted_into_a_blank_page(page: Page, address: str, site: Path) -> None:
    tree = LexborHTMLParser((site / ROLE / "index.html").read_text())
    frame = tree.css_first("#kit-frame").text().replace(HOSTED, address)
    page.set_content(f"<!doctype html>{tree.css_first('#kit-html').text()}{frame}")
    expect(page.get_by_role("link", name="Head of AI Engineering")).to_have_attribute("href", HOSTED + ROLE)
    inner = page.frame_locator("iframe")
    expect(inner.get_by_role("heading", name="Head of AI Engineering")).to_be_visible()
    expect(inner.get_by_role("link")).to_have_attribute("target", "_top")
    assert page.locator("iframe").bounding_box()["width"] == 34 * 16


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_frames_fit_have_the_colours_of_the_system_and_ask_for_nothing(
    browser: Browser, site: Path, address: str, scheme: str
) -> None:
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 320, "height": 340}, color_scheme=scheme)
    page.on("request", lambda request: asked.append(request.url))
    folders = sorted((site / "embed" / "roles").iterdir())
    for folder in folders:
        for width in (320, 544, 900):
            page.set_viewport_size({"width": width, "height": 340})
            page.goto(f"{address}embed/roles/{folder.name}/")
            size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            assert size[0] <= width and size[1] <= 340, (folder.name, width, size)
    assert len(asked) == 3 * len(folders)
    paper = page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 21, 20)"}[scheme]
    found = Axe().run(page)
    page.close()
    assert found.violations_count == 0, found.generate_report()


def test_the_link_of_a_frame_opens_around_it_from_disk_too(unhosted: Path, page: Page) -> None:
    page.goto((unhosted / "linking" / "index.html").as_uri())
    page.locator("iframe").scroll_into_view_if_needed()
    page.frame_locator("iframe").get_by_role("link", name="Joiner").click()
    expect(page).to_have_url((unhosted / "roles" / "joiner" / "index.html").as_uri())
