"""The live preview follows an edit to content, to a template, to CSS and to a script, and outlives a mistake."""

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.conftest import TESTS, copy_project


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project and the address of its preview."""
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [Path(sys.executable).with_name("rolebook"), "--project", project, "serve", "--address", host]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    yield project, f"http://{host}/"
    process.terminate()
    process.wait()
    assert not shows(f"http://{host}/", "", 1), "the server goes when the command goes"


def read(address: str) -> str:
    return urllib.request.urlopen(address, timeout=5).read().decode()


def shows(address: str, words: str, seconds: float = 30, *, bundle: str = "") -> bool:
    """Whether the page, or a bundle that it names, holds the words soon."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            text = read(address)
            if bundle:
                text = read(urljoin(address, re.search(rf'"([^"]*/hashed/{bundle}-[^"]+)"', text)[1]))
            if words in text:
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.3)
    return False


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_an_edit_shows_without_a_restart(preview: tuple[Path, str]) -> None:
    project, address = preview
    page = f"{address}roles/joiner/"
    assert shows(page, "Joins wood.")
    edit(project / "content" / "roles" / "joiner.yml", "Joins wood.", "Joins oak.")
    assert shows(page, "Joins oak.")
    edit(project / "content" / "roles" / "joiner.yml", "Joins oak.", "[")
    time.sleep(1)
    assert shows(page, "Joins oak.", 1)
    edit(project / "content" / "roles" / "joiner.yml", "summary: [", "summary: Joins elm.")
    assert shows(page, "Joins elm.")
    edit(project / "templates" / "pages" / "role.md.j2", "Compare with…", "Hold it against…")
    assert shows(page, "Hold it against…")
    edit(project / "templates" / "styles" / "screen" / "print.css", "18mm", "17mm")
    assert shows(page, "17mm", bundle="screen")
    script = project / "templates" / "scripts" / "page" / "age.js"
    edit(script, "years old", "years old`")
    time.sleep(1)
    assert shows(page, "17mm", 1, bundle="screen")
    edit(script, "years old`", "years of age")
    assert shows(page, "years of age", bundle="page")
    edit(project / "mkdocs.yml", "  favicon: ", "  palette: {scheme: slate}\n  favicon: ")
    assert shows(f"{address}assets/palette.css", "color-scheme:dark")
    assert shows(page, "assets/palette.css")
