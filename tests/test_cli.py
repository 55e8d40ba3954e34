"""The command, as an editor meets it."""

from pathlib import Path

from rolebook.model.role import Role
from tests.conftest import TESTS, copy_project, rolebook


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_check_tells_every_mistake_the_count_last_and_exits_1(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    assert rolebook(project, "check").stdout.startswith("2 roles, no problem.\n")
    role = project / "content" / "roles" / "joiner.yml"
    role.write_text(role.read_text().replace("title: Joiner", "titel: Joiner").replace("skill: saw", "skill: sow"))
    result = rolebook(project, "check")
    assert result.returncode == 1
    keys = ", ".join(name for name in Role.model_fields if name != "slug")
    assert result.stderr.splitlines() == [
        f'content/roles/joiner.yml:1: titel: found the unknown key "titel"; expected one of {keys}. '
        'Did you mean "title"?',
        'content/roles/joiner.yml:17: requirements.skills[2].skill: found the unknown skill "sow"; expected an id from '
        'content/vocabulary.yml (skills). Did you mean "saw"?',
        "2 problems. Nothing was written.",
    ]


def test_a_mistake_leaves_the_last_good_site_as_it_was(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    assert rolebook(project, "build").returncode == 0
    before = tree(project / "site"), tree(project / "site_src")
    (project / "content" / "roles" / "joiner.yml").write_text("title: [")
    assert rolebook(project, "build").returncode == 1
    assert (tree(project / "site"), tree(project / "site_src")) == before


def test_a_mistake_in_a_template_is_told_with_its_line_and_leaves_the_site(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    assert rolebook(project, "build").returncode == 0
    before = tree(project / "site"), tree(project / "site_src")
    template = project / "templates" / "pages" / "skill.md.j2"
    template.write_text(template.read_text().replace("{{ skill.label }}", "{{ skill.lable }}", 1))
    result = rolebook(project, "build")
    line = template.read_text()[: template.read_text().index("skill.lable")].count("\n") + 1
    assert f"templates/pages/skill.md.j2:{line}: found a mistake in a template" in result.stderr
    assert (tree(project / "site"), tree(project / "site_src")) == before


def test_two_builds_of_the_same_content_are_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        project = copy_project(tmp_path / name, TESTS / "tiny")
        assert rolebook(project, "build", SOURCE_DATE_EPOCH="1770000000").returncode == 0
        made.append({path: content for path, (content, _) in tree(project / "site").items()})
    assert made[0] == made[1]


def test_a_rebuild_touches_only_what_an_edit_touched(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    rolebook(project, "generate")
    before = tree(project / "site_src")
    role = project / "content" / "roles" / "joiner.yml"
    role.write_text(role.read_text().replace("Waits for glue.", "Waits for paint."))
    rolebook(project, "generate")
    after = tree(project / "site_src")
    changed = {path for path in after if after[path] != before.get(path)}
    assert "roles/joiner/index.md" in changed
    assert not {path for path in changed if "master-joiner/" in path and path.startswith("roles")}
    assert not any(path.startswith("skills/saw") for path in changed)
