"""The rules of imports in pyproject.toml hold what they promise: one planted import, and the check fails."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its rules, free to be broken."""
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    shutil.copytree(PROJECT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def checked(project: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    return subprocess.run(
        command, cwd=project, env={"PYTHONPATH": "scripts"}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model/levels.py", "from rolebook.wording import phrases"),
        ("wording/phrases.py", "from rolebook.content import schema"),
        ("content/schema.py", "from rolebook.wording import phrases"),
        ("pages/written.py", "from rolebook.links import anchors"),
        ("pages/written.py", "from rolebook import build"),
        ("preview.py", "from rolebook import build"),
        ("wording/phrases.py", "import jinja2"),
    ],
)
def test_an_import_against_the_direction_fails(copy: Path, module: str, line: str) -> None:
    with (copy / "scripts" / "rolebook" / module).open("a") as file:
        file.write(f"\n{line}\n")
    found = checked(copy)
    assert found.returncode != 0
    assert f"rolebook.{module.removesuffix('.py').replace('/', '.')} -> " in found.stdout


def test_a_new_room_has_to_be_given_its_place(copy: Path) -> None:
    (copy / "scripts" / "rolebook" / "attic").mkdir()
    (copy / "scripts" / "rolebook" / "attic" / "__init__.py").touch()
    found = checked(copy)
    assert found.returncode != 0
    assert "attic" in found.stdout


def test_without_a_planted_import_the_copy_passes(copy: Path) -> None:
    assert checked(copy).returncode == 0
