"""Scripts and style sheets: what bundling promises to pages, to hosts, and to who edits the sources."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from rolebook.exports.assets import HASHED, TYPEFACE, Assets, bundle
from rolebook.model.problems import ContentError
from rolebook.pages.inventory import pages
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.conftest import PROJECT

MODULES = PROJECT / "node_modules"


@pytest.fixture(scope="module")
def assets() -> Assets:
    return bundle(PROJECT / "templates", MODULES)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources to edit, in another place than the project's."""
    for kind in ("scripts", "styles"):
        shutil.copytree(PROJECT / "templates" / kind, tmp_path / "elsewhere" / "templates" / kind)
    return tmp_path / "elsewhere" / "templates"


def test_pages_name_only_bundles_and_data_that_there_are(assets, catalogue):
    site = Site(View(catalogue, catalogue.changed))
    used = {name for page in pages(site) for name in (*page.scripts, *page.styles)}
    assert {name for name in used if not name.startswith("assets/")} <= assets.names.keys()
    assert {name for name in used if name.startswith("assets/")} == {
        "assets/admonitions.css",
        "assets/catalogue.js",
        "assets/handbook-heads.css",
    }


def test_the_same_sources_are_the_same_bytes_and_names_wherever_they_lie(assets, sources):
    (sources.parent / "node_modules").symlink_to(MODULES)
    assert bundle(sources, sources.parent / "node_modules") == assets


def test_a_name_changes_with_what_it_names_and_with_nothing_else(assets, sources):
    script = sources / "scripts" / "search" / "engine.js"
    script.write_text(script.read_text().replace("const NAME_WEIGHT = 3", "const NAME_WEIGHT = 4"))
    edited = bundle(sources, MODULES)
    # The page's own script holds the name of the search's.
    assert {name for name in assets.names if edited.names[name] != assets.names[name]} == {"search.js", "page.js"}
    assert (
        edited.names["search.js"].removeprefix(HASHED)
        in edited.bundles[edited.names["page.js"].removeprefix(HASHED)].decode()
    )


def test_bundles_are_classic_scripts_and_ask_for_nothing_outside(assets):
    for name, content in assets.bundles.items():
        if name.endswith(".woff2"):
            continue
        text = content.decode()
        assert not re.search(r"^(import|export)\b|\bimport\(", text), name
        assert name.endswith(".css") or text.startswith("(()=>{"), f"{name} leaves its names to other scripts"
        assert not re.search(r"^\s*(//|/\*| \*)", text, re.MULTILINE), f"{name} is not minified"
        for address in re.findall(r"url\(([^)]*)\)", text):
            assert address.strip('"').removeprefix("./") in assets.bundles, (name, address)


def test_every_mistake_in_a_source_is_told_with_its_line(sources):
    script, sheet = sources / "scripts" / "page" / "age.js", sources / "styles" / "screen.css"
    script.write_text("const a = 1\nconst a = 2\n")
    sheet.write_text("".join(f'@import "./screen/nothing-{number}.css";\n' for number in range(1, 21)))
    with pytest.raises(ContentError) as caught:
        bundle(sources, MODULES)
    told = {(str(problem.path), problem.line) for problem in caught.value.problems}
    assert told == {
        ("templates/scripts/page/age.js", 2),
        *(("templates/styles/screen.css", number) for number in range(1, 21)),
    }
    assert 'The symbol "a" has already been declared' in str(caught.value)


def test_whatever_else_esbuild_says_is_told(tmp_path):
    program = tmp_path / ".bin" / "esbuild"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho out of memory >&2\nexit 1\n")
    program.chmod(0o755)
    (tmp_path / TYPEFACE).parent.mkdir()
    (tmp_path / TYPEFACE).symlink_to(MODULES / TYPEFACE)
    with pytest.raises(ContentError, match=r"esbuild did not finish; expected bundles. It said: out of memory"):
        bundle(PROJECT / "templates", tmp_path)


def test_without_what_npm_installs_the_command_to_run_is_told(tmp_path):
    with pytest.raises(ContentError, match=r"found no esbuild in node_modules; .* Run `make site`"):
        bundle(PROJECT / "templates", tmp_path)


def test_a_page_that_knows_no_hash_has_the_same_looks_and_search(page: Page, address: str):
    page.goto(f"{address}404.html")
    assert page.evaluate(
        "document.fonts.ready.then(() => getComputedStyle(document.querySelector('.rb-lede')).fontFamily)"
    ).startswith('"IBM Plex Sans"')
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("lead engineer")
    expect(page.get_by_role("option").first).to_contain_text("Lead Engineer")
    assert page.get_by_role("option").first.get_attribute("href") == f"{address}roles/lead-engineer/"
