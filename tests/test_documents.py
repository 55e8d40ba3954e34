"""What the documents say is true."""

import re
import subprocess
from pathlib import Path

import yaml
from click.testing import CliRunner

from rolebook import __version__
from rolebook.cli import main
from rolebook.content.load import load
from rolebook.model.role import Role
from tests.conftest import PROJECT, copy_project, rolebook

README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def block(document: str, language: str, number: int = 0) -> str:
    return re.findall(rf"```{language}\n(.*?)```", document, re.S)[number]


def test_the_mistakes_in_the_readme_are_told_as_it_says(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "content" / "roles" / "data-steward.yml").write_text(block(README, "yaml"))
    result = rolebook(project, "check")
    assert result.returncode == 1
    assert block(README, "console") == f"$ make check\n{result.stderr}"


def test_the_annotated_role_is_valid_and_shows_every_key(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    example = block(CONTRIBUTING, "yaml").replace("example-guide", "aipathly-lead-engineer")
    (project / "content" / "roles" / "cloud-gardener.yml").write_text(example)
    role = load(project / "content").by_slug["cloud-gardener"]
    assert role.model_fields_set >= set(Role.model_fields) - {"slug"} - set(UNCOMMON)
    assert set(yaml.safe_load(example)) | {"slug"} >= set(Role.model_fields) - set(UNCOMMON)


UNCOMMON = ("retired",)
"""Keys that most roles never need, explained elsewhere in CONTRIBUTING.md."""


def test_every_command_of_make_is_in_its_help() -> None:
    makefile = (PROJECT / "Makefile").read_text()
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.M)[1].split())
    shown = subprocess.run(["make", "-s", "help"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[0] for line in shown.splitlines()} == phony
    for command in re.findall(r"`make (\w+)`", README + CONTRIBUTING):
        assert command in phony


def test_every_command_says_what_it_does() -> None:
    for name, command in main.commands.items():
        assert command.help, name
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_the_layout_in_the_readme_is_the_layout() -> None:
    layout = re.search(r"^content/ .*?(?=^```)", README, re.S | re.M)[0]
    named = re.findall(r"^(\w+)/ ", layout, re.M)
    assert named == ["content", "templates", "scripts", "site_src", "tests"]
    assert all((PROJECT / name).is_dir() for name in named)


def test_nothing_is_named_that_is_not_the_projects() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    for name in listed.splitlines():
        path = PROJECT / name
        if path.is_file() and path.suffix not in {".png", ".lock", ".woff2"}:
            words = path.read_text(encoding="utf-8", errors="replace")
            assert "../sha" + "red" not in words, name
            assert "/wo" + "rk/" not in words, name


def test_the_change_log_begins_with_this_version() -> None:
    log = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## ([\d.]+),", log, re.M)[1] == __version__


def test_every_action_is_pinned_to_a_commit_and_names_its_version() -> None:
    used = [
        line.split("uses:")[1].strip()
        for path in (PROJECT / ".github" / "workflows").glob("*.yml")
        for line in path.read_text().splitlines()
        if "uses:" in line
    ]
    assert used
    assert not [action for action in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)]


def test_no_message_sends_a_user_to_a_package_manager() -> None:
    """The two commands need nothing that they don't bring."""
    spoken = [PROJECT / "Makefile", *(PROJECT / "scripts").rglob("*.py"), *(PROJECT / "tests").rglob("*.py")]
    named = [path.name for path in spoken if re.search("apt-" + r"get|\bapt install|\bbrew install", path.read_text())]
    assert not named
