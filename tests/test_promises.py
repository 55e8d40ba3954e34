"""Links keep working: what was published, against what a changed catalogue makes of it."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.build import promises_of
from rolebook.content import ledger
from rolebook.content.history_rules import undeclared_changes
from rolebook.content.load import load
from rolebook.links import anchors
from rolebook.model.catalogue import Catalogue
from rolebook.model.problems import ContentError
from tests.conftest import PROJECT, TESTS, rolebook

EXTRA = """\
title: {title}
family: craft
seniority: junior
detail: brief
summary: {title} works at a machine.
overview: At a machine.
responsibilities:
  - {{title: {group}, themes: [making], items: [Cut]}}
requirements:
  skills: [{{skill: {skill}, need: asked}}]
history: [{{date: 2026-01-02, level: new, change: First published.}}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A catalogue of four roles, published."""
    return published(tmp_path)


def published(folder: Path, pages: Path | None = None) -> Path:
    project = folder / "project"
    shutil.copytree(TESTS / "tiny", project / "content")
    if pages:
        shutil.copytree(pages, project / "content" / "pages")
    shutil.copytree(PROJECT / "templates", project / "templates")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    (project / "node_modules").symlink_to(PROJECT / "node_modules")
    roles = project / "content" / "roles"
    (roles / "turner.yml").write_text(EXTRA.format(title="Turner", group="Turn bowls", skill="saw"))
    (roles / "carver.yml").write_text(EXTRA.format(title="Carver", group="Carve", skill="plane"))
    record(project)
    return project


def record(project: Path) -> None:
    site, promises = promises_of(project / "content", project / "templates")
    folder = project / "content" / ledger.FOLDER
    folder.mkdir(exist_ok=True)
    written = ledger.ledger_files(promises.addresses() | site.ledger.addresses.keys(), site.catalogue.ever.values())
    for name, data in written.items():
        (folder / name).write_bytes(data)


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text)


def change_all(project: Path) -> None:
    """Master Joiner gets another slug, Turner becomes part of Joiner, Carver retires, a heading is renamed."""
    roles = project / "content" / "roles"
    (roles / "master-joiner.yml").rename(roles / "lead-joiner.yml")
    edit(roles / "lead-joiner.yml", ("history:", "formerly: [master-joiner]\nhistory:"))
    (roles / "turner.yml").unlink()
    edit(
        roles / "joiner.yml",
        ("role: master-joiner", "role: lead-joiner"),
        ("Make joints", "Cut joints"),
        (
            "history: [",
            "formerly: [{slug: turner, on: 2026-03-01, note: Turning is part of joinery now.}]\n"
            "anchors: {responsibilities-make-joints: responsibilities-cut-joints}\n"
            "history: [{date: 2026-03-01, level: wording, change: Joints are cut.}, ",
        ),
    )
    edit(
        roles / "carver.yml", ("history:", "retired: {on: 2026-04-01, instead: joiner, why: Machines carve.}\nhistory:")
    )


def problems(project: Path) -> list[str]:
    try:
        site, promises = promises_of(project / "content", project / "templates")
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    history = undeclared_changes(site.catalogue, site.ledger)
    return [str(problem) for problem in (*promises.problems(), *history)]


def test_every_place_of_a_built_page_is_an_address(site: Path) -> None:
    _, promises = promises_of(PROJECT / "content", PROJECT / "templates")
    for address in promises.addresses():
        path, _, anchor = address.partition("#")
        file = site / (f"{path}index.html" if path.endswith("/") or not path else path)
        assert file.is_file(), address
        assert not anchor or f'id="{anchor}"' in file.read_text(), address


def test_every_section_group_and_figure_can_be_grabbed(site: Path, catalogue: Catalogue) -> None:
    former = {old for role in catalogue.ever.values() for old in role.anchors}
    for file in (site / "roles").glob("*/index.html"):
        html = file.read_text()
        places = set(
            re.findall(
                r'<(?:h2|div|li|tr)\b[^>]*\sid="([^"]+)"', html.partition("<article")[2].partition("</article")[0]
            )
        )
        links = set(re.findall(r'class="headerlink" href="#([^"]+)"', html))
        chips = {place for place in places if place.startswith(("requirements-skill-", "kit", "rb-"))}
        # A table, a chip and what to read next are reached by their group; an old name leads to a place.
        assert places - links - former <= {"salary-table", "compare-with", *chips}, file


def test_publishing_only_adds(project: Path) -> None:
    before = ledger.read(project / "content").addresses.keys()
    change_all(project)
    assert problems(project) == []
    record(project)
    after = ledger.read(project / "content").addresses.keys()
    assert before < after
    assert {"roles/lead-joiner/", "roles/lead-joiner/#overview", "", "changes/feed.xml"} <= after
    assert problems(project) == []


def test_the_commands(project: Path) -> None:
    shutil.rmtree(project / "content" / "published")
    assert "Some addresses are new." in rolebook(project, "check").stdout
    first = rolebook(project, "publish")
    assert first.returncode == 0, first.stderr
    again = rolebook(project, "publish")
    assert ", 0 of them new" in again.stdout
    assert rolebook(project, "check").stdout == "4 roles, no problem.\n"
    (project / "content/roles/carver.yml").unlink()
    broken = rolebook(project, "check")
    assert broken.returncode == 1
    assert "Add `formerly: [carver]` to the role that took its place" in broken.stderr


def test_a_ledger_without_one_of_its_addresses_is_refused(project: Path) -> None:
    path = project / "content/published/addresses.txt"
    edit(path, ("/roles/carver/#overview\n", ""))
    (told,) = problems(project)
    assert told.startswith("content/published/addresses.txt:3: found ")
    assert "1 fewer than were published" in told and "git restore" in told


def test_an_address_put_in_by_hand_is_refused(project: Path) -> None:
    path = project / "content/published/addresses.txt"
    path.write_text(path.read_text() + "/mine/\n")
    (told,) = problems(project)
    assert "that differ from the" in told


def test_an_unfinished_merge_is_told(project: Path) -> None:
    path = project / "content/published/addresses.txt"
    path.write_text("<<<<<<< ours\n" + path.read_text())
    assert "content/published/addresses.txt:1: found the marks of an unfinished merge" in problems(project)[0]


def test_a_lost_anchor_is_told_with_the_line_that_mends_it(project: Path) -> None:
    role = project / "content/roles/turner.yml"
    edit(
        role,
        ("Turn bowls", "Turn plates"),
        ("history: [", "history: [{date: 2026-02-01, level: wording, change: Plates.}, "),
    )
    (told,) = problems(project)
    assert told.startswith('content/roles/turner.yml:7: found no place "responsibilities-turn-bowls" on the page ')
    assert "`anchors: {responsibilities-turn-bowls: responsibilities}`" in told
    edit(role, ("history:", "anchors: {responsibilities-turn-bowls: responsibilities-turn-plate}\nhistory:"))
    (told,) = problems(project)
    assert told.startswith("content/roles/turner.yml:11: anchors: found ")
    assert 'Did you mean "responsibilities-turn-plates"?' in told
    edit(role, ("turn-plate}", "turn-plates}"))
    assert problems(project) == []


def test_changed_data_wants_an_entry_in_the_history(project: Path) -> None:
    role = project / "content/roles/turner.yml"
    edit(role, ("At a machine.", "At a lathe."))
    (told,) = problems(project)
    assert told.startswith("content/roles/turner.yml:11: history: found data that changed")
    edit(role, ("history: [", "history: [{date: 2026-02-01, level: wording, change: Says which.}, "))
    assert problems(project) == []
    record(project)
    edit(role, ("{date: 2026-02-01, level: wording, change: Says which.}, ", ""))
    (told,) = problems(project)
    assert "found 1 entries, and 2 were published" in told


@pytest.mark.parametrize(
    ("file", "line", "expected"),
    [
        ("turner", "formerly: [old]", 'formerly: found "old", which content/roles/carver.yml:11 claims too'),
        ("joiner", "formerly: [turner]", 'formerly: found "turner", the slug of content/roles/turner.yml'),
        ("joiner", "formerly: [joiner]", "this role's own slug"),
        ("turner", "retired: {on: 2026-01-03, instead: nobody, why: Gone.}", 'unknown role "nobody"'),
        ("turner", "retired: {on: 2026-01-03, instead: turner, why: Gone.}", "this role itself"),
        ("master-joiner", "retired: {on: 2026-01-03, why: Gone.}", 'found the role "master-joiner", which is retired'),
        ("turner", "anchors: {a: b, b: a}", 'anchors: found "a" leading to "b", an old place too'),
    ],
)
def test_wrong_successions_are_told(project: Path, file: str, line: str, expected: str) -> None:
    edit(project / "content/roles/carver.yml", ("history:", "formerly: [old]\nhistory:"))
    edit(project / f"content/roles/{file}.yml", ("history:", f"{line}\nhistory:"))
    told = problems(project)
    assert any(expected in one for one in told), told
    assert all(re.match(r"content/\S+\.yml:\d+: ", one) for one in told)


def test_roles_that_retire_in_a_circle_are_told(project: Path) -> None:
    for one, other in (("turner", "carver"), ("carver", "turner")):
        edit(
            project / f"content/roles/{one}.yml",
            ("history:", f"retired: {{on: 2026-01-03, instead: {other}, why: Gone.}}\nhistory:"),
        )
    told = problems(project)
    assert len(told) == 2
    assert 'content/roles/carver.yml:11: retired.instead: found "turner", which is itself retired' in told[0]
    assert "in a circle (carver → turner → carver)" in told[0]


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        ("{roles/turner/: roles/joiner/}", "which is there; expected an old address"),
        ("{old/: older/, older/: old/}", "which has moved too"),
        ("{old/: role/}", 'Did you mean "roles/"?'),
    ],
)
def test_wrong_moves_are_told(project: Path, moved: str, expected: str) -> None:
    path = project / "content/catalogue.yml"
    path.write_text(f"{path.read_text()}moved: {moved}\n")
    told = problems(project)
    assert any(expected in one and one.startswith("content/catalogue.yml:4: moved: ") for one in told), told


def test_a_retired_role_keeps_its_page_and_is_listed_nowhere(project: Path) -> None:
    change_all(project)
    catalogue = load(project / "content")
    assert [role.slug for role in catalogue.roles] == ["joiner", "lead-joiner"]
    assert [role.slug for role in catalogue.retired] == ["carver"]
    _, promises = promises_of(project / "content", project / "templates")
    leads = {move.old: move.new for move in promises.moves()}
    assert leads["compare/carver-vs-turner/"] == "roles/joiner/"
    assert leads["compare/carver-vs-master-joiner/"] == "compare/joiner-vs-lead-joiner/"
    assert leads["compare/lead-joiner-vs-joiner/"] == "compare/joiner-vs-lead-joiner/"
    assert leads["compare/joiner-vs-turner/"] == "roles/joiner/"
    assert "roles/carver/" in promises


SLUGS = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,6}){0,2}", fullmatch=True)


@given(st.sets(SLUGS, min_size=2, max_size=6), st.randoms())
def test_an_old_anchor_kept_is_a_place(names: set[str], random: object) -> None:
    """Whatever carries the id: the old name becomes a place, and no place is lost."""
    old, *ids = sorted(names)
    forms = (
        '<div class="x" id="{}">',
        '<tr id="{}"><th scope="row">',
        '<ul id="{}">\n<li>',
        '<div id="{}"><dt>',
        "## Title {{: #{} }}",
        '<details id="{}">',
    )
    page = "\n\n".join(random.choice(forms).format(id) for id in ids)
    kept = anchors.keep(page, {old: ids[0]})
    assert anchors.places(kept) == anchors.places(page) | {old}


def test_an_old_anchor_of_a_pair_stands_in_its_term() -> None:
    """A list of pairs may hold nothing else beside its terms and what is said of them."""
    kept = anchors.keep('<div id="new"><dt>Term</dt><dd>Said</dd></div>', {"old": "new"})
    assert kept == '<div id="new"><dt><span id="old"></span>Term</dt><dd>Said</dd></div>'


@given(st.sets(st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1), max_size=8))
def test_a_ledger_reads_back_what_it_wrote(tmp_path_factory: pytest.TempPathFactory, addresses: set[str]) -> None:
    content = tmp_path_factory.mktemp("ledger") / "content"
    (content / "published").mkdir(parents=True)
    for name, data in ledger.ledger_files(addresses, ()).items():
        (content / "published" / name).write_bytes(data)
    assert ledger.read(content).addresses.keys() == addresses
