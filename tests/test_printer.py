"""The browser that prints and tests: which one is taken, and the one that comes with the project."""

import platform
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from rolebook.editions import browser
from tests.conftest import PROJECT

needs_linux = pytest.mark.skipif(
    (platform.system(), platform.machine()) != browser.MADE_FOR, reason="The browser of the lock file is for Linux."
)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without a browser, as the path of its folder for programs."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "INSTALLED", ("chromium", "google-chrome"))
    return programs


def program(path: Path) -> str:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_the_named_browser_comes_first_then_the_machines_own(
    bare: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chrome = program(bare / "google-chrome")
    assert browser.find(tmp_path) == browser.Program(chrome)
    chromium = program(bare / "chromium")
    assert browser.find(tmp_path) == browser.Program(chromium)
    monkeypatch.setenv("CHROMIUM", "/somewhere/else")
    assert browser.find(tmp_path) == browser.Program("/somewhere/else")


@needs_linux
def test_without_any_the_message_says_how_to_get_one(bare: Path, tmp_path: Path) -> None:
    with pytest.raises(browser.NoBrowser, match=r"found no node_modules/@sparticuz/chromium; .* make handbook"):
        browser.find(tmp_path)


def test_on_another_system_it_is_not_offered(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    with pytest.raises(browser.NoBrowser, match=r"for Linux on x86-64\. Install Chromium or Chrome"):
        browser.find(PROJECT)


@needs_linux
def test_the_one_of_the_lock_file_runs_and_prints(bare: Path) -> None:
    found = browser.find(PROJECT)
    assert Path(found.path).is_relative_to(PROJECT / ".cache")
    # What this machine may have, and a bare one lacks.
    assert Path(found.variables["LD_LIBRARY_PATH"].split(":")[0], "libnss3.so").is_file()
    assert list(Path(found.variables["FONTCONFIG_FILE"]).parent.glob("fonts/*/*.ttf"))
    assert "<dir" in Path(found.variables["FONTCONFIG_FILE"]).read_text()
    # In a process of its own, because Playwright runs once in each.
    code = """if True:
        import sys
        from pathlib import Path
        from rolebook.editions.browser import opened
        with opened(Path(sys.argv[1])) as browser:
            page = browser.new_page()
            page.set_content("<p id=p></p><script>p.textContent = 6 * 7</script>")
            print(page.inner_text("p"), page.pdf()[:5])
    """
    told = subprocess.run([sys.executable, "-c", code, PROJECT], capture_output=True, text=True, check=False)
    assert told.stdout == "42 b'%PDF-'\n", told.stderr


def test_a_program_that_is_no_browser_is_told(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", program(bare / "silent"))
    code = "from pathlib import Path; from rolebook.editions.browser import opened; opened(Path()).__enter__()"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"NoBrowser: found that {bare / 'silent'} does not start; expected a Chromium." in told.stderr


@needs_linux
def test_it_is_unpacked_once_for_each_version_and_whole_or_not_at_all(bare: Path, tmp_path: Path) -> None:
    package = tmp_path / browser.PACKAGE
    (package / "bin").mkdir(parents=True)
    (package / "package.json").write_text('{"version": "1.0.0"}')
    (package / "bin" / "chromium.br").write_bytes(b"not brotli")
    with pytest.raises(brotli.error):
        browser.find(tmp_path)
    assert not list((tmp_path / ".cache").iterdir())

    (package / "bin" / "chromium.br").write_bytes(brotli.compress(b"one"))
    first = Path(browser.find(tmp_path).path)
    assert first.read_bytes() == b"one"
    assert first.stat().st_mode & 0o111

    (package / "bin" / "chromium.br").write_bytes(brotli.compress(b"two"))
    assert Path(browser.find(tmp_path).path).read_bytes() == b"one"
    (package / "package.json").write_text('{"version": "2.0.0"}')
    assert Path(browser.find(tmp_path).path).read_bytes() == b"two"
