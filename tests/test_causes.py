"""One cause is told once, at a file that an editor writes; and the one mend that it names is enough."""

import shutil
from pathlib import Path

import pytest

from tests.test_promises import edit, problems, published

PAGE = "---\ntitle: Our wood\n---\n\n## Where it grows\n\nNear.\n\n## Who cuts it\n\nWe do.\n"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("causes")
    (folder / "pages").mkdir()
    (folder / "pages" / "wood.md").write_text(PAGE)
    return published(folder, folder / "pages")


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """A catalogue of four roles and a page, published, to be changed."""
    return Path(shutil.copytree(original, tmp_path / "project", symlinks=True))


def everywhere(project: Path, before: str, after: str) -> None:
    for path in (project / "content").glob("**/*.yml"):
        path.write_text(path.read_text().replace(before, after))


def only(project: Path) -> str:
    told = problems(project)
    assert len(told) == 1, "\n".join(told)
    return told[0]


def mend(project: Path, file: str, line: str) -> None:
    path = project / "content" / file
    path.write_text(f"{line}\n{path.read_text()}")


def test_a_role_deleted_without_a_word(project: Path) -> None:
    (project / "content/roles/carver.yml").unlink()
    told = only(project)
    addresses = (project / "content/published/addresses.txt").read_text().splitlines()
    hanging = [line for line in addresses if "carver" in line.partition("#")[0]]
    assert told.startswith(
        f"content/roles/carver.yml:1: found no such file any more, and {len(hanging)} published addresses hang "
    )
    assert "Add `formerly: [carver]` to the role that took its place; if none did, bring the file back" in told
    mend(project, "roles/joiner.yml", "formerly: [{slug: carver, on: 2026-03-01, note: Joiners carve.}]")
    assert problems(project) == []


def test_two_roles_deleted_are_two_causes(project: Path) -> None:
    for slug in ("carver", "turner"):
        (project / f"content/roles/{slug}.yml").unlink()
    assert [told.partition(":")[0] for told in problems(project)] == [
        "content/roles/carver.yml",
        "content/roles/turner.yml",
    ]


def test_a_role_deleted_that_others_name(project: Path) -> None:
    (project / "content/roles/master-joiner.yml").unlink()
    told = only(project)
    assert told.startswith("content/roles/master-joiner.yml:1: found no such file any more, and ")
    assert "and 2 lines name it (content/roles/joiner.yml:21, content/roles/joiner.yml:32); expected" in told
    assert "and name that role in these lines" in told


def test_a_role_renamed_without_a_word(project: Path) -> None:
    (project / "content/roles/turner.yml").rename(project / "content/roles/lathe-operator.yml")
    told = only(project)
    assert told.startswith('content/roles/lathe-operator.yml:1: found the role that was published as "turner", and ')
    assert "Add `formerly: [turner]` to this file." in told
    mend(project, "roles/lathe-operator.yml", "formerly: [turner]")
    assert problems(project) == []


def test_a_role_renamed_that_others_still_name(project: Path) -> None:
    (project / "content/roles/master-joiner.yml").rename(project / "content/roles/lead-joiner.yml")
    mend(project, "roles/lead-joiner.yml", "formerly: [master-joiner]")
    told = only(project)
    assert told == (
        'content/roles/joiner.yml:21: found "master-joiner", which is "lead-joiner" now; expected the slug that the '
        "role has. Write lead-joiner. It stands in content/roles/joiner.yml:32 too."
    )
    everywhere(project, "role: master-joiner", "role: lead-joiner")
    assert problems(project) == []  # A role that names another by its new slug tells readers nothing new.


def test_a_section_that_is_gone_is_one_cause_with_one_mend(project: Path) -> None:
    role = project / "content/roles/joiner.yml"
    text = role.read_text()
    start, end = text.index("salary:"), text.index("soft_skills:")
    entry = "history: [{date: 2026-02-01, level: wording, change: Less.}, "
    role.write_text((text[:start] + text[end:]).replace("history: [", entry))
    told = only(project)
    assert told.startswith('content/roles/joiner.yml:1: found no place "salary" on the page /roles/joiner/ any more')
    mend(project, "roles/joiner.yml", "anchors: {salary: requirements}")
    assert problems(project) == []


def test_a_skill_that_has_another_id_in_the_vocabulary_alone(project: Path) -> None:
    edit(project / "content/vocabulary.yml", ("id: wood,", "id: timber-work,"))
    told = only(project)
    assert told.startswith('content/vocabulary.yml:9: skills: found no "wood" any more, which was published and which ')
    assert 'Give its entry the id "wood" back' in told


@pytest.mark.parametrize(
    ("old", "new", "start", "line"),
    [
        (
            "wood",
            "lumber",
            'content/vocabulary.yml:9: skills: found no "wood" any more, and ',
            'moved: {"skills/wood/": "skills/lumber/"}',
        ),
        (
            "survey",
            "pay-study",
            'content/sources.yml:1: sources: found no "survey" any more, and ',
            'moved: {"sources/#survey": "sources/#pay-study"}',
        ),
        (
            "craft",
            "woodcraft",
            'content/vocabulary.yml:1: families: found no "craft" any more, and ',
            'moved: {"paths/#family-craft": "paths/#family-woodcraft"}',
        ),
    ],
)
def test_an_id_that_was_changed_everywhere(project: Path, old: str, new: str, start: str, line: str) -> None:
    for key in ("id", "skill", "source", "family"):
        for end in (",", "}", "\n"):
            everywhere(project, f"{key}: {old}{end}", f"{key}: {new}{end}")
    told = only(project)
    assert told.startswith(start)
    assert f"Add `{line}` to content/catalogue.yml" in told
    mend(project, "catalogue.yml", line)
    assert problems(project) == []


def test_a_page_that_is_gone(project: Path) -> None:
    (project / "content/pages/wood.md").unlink()
    told = only(project)
    assert told.startswith("content/pages/wood.md:1: found no such file any more, and 3 published addresses hang on it")
    mend(project, "catalogue.yml", 'moved: {"wood/": sources/}')
    assert problems(project) == []


def test_a_heading_of_a_page_that_is_gone(project: Path) -> None:
    edit(project / "content/pages/wood.md", ("Who cuts it", "Cutters"))
    told = only(project)
    assert told.startswith('content/pages/wood.md:1: found no place "who-cuts-it" on the page /wood/ any more')
    assert 'Add `moved: {"wood/#who-cuts-it": "wood/#cutters"}` to content/catalogue.yml' in told


def test_an_unknown_id_that_was_never_published_is_told_with_every_place(project: Path) -> None:
    for slug in ("turner", "carver"):
        edit(project / f"content/roles/{slug}.yml", ("family: craft", "family: art"))
    assert only(project) == (
        'content/roles/carver.yml:2: family: found the unknown family "art"; expected an id from '
        "content/vocabulary.yml (families). Use one of: craft. It stands in content/roles/turner.yml:2 too."
    )


def test_a_ledger_that_cannot_be_read_is_told_with_the_rest(project: Path) -> None:
    ledger = project / "content/published/addresses.txt"
    ledger.write_text("<<<<<<< ours\n" + ledger.read_text())
    edit(project / "content/roles/turner.yml", ("family: craft", "family: art"))
    assert [told.partition(":")[0] for told in problems(project)] == [
        "content/published/addresses.txt",
        "content/roles/turner.yml",
    ]
