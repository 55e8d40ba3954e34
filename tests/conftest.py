"""What tests share: the project, a tiny catalogue, the built site, a server, a browser."""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page

from rolebook.content.load import load
from rolebook.editions.browser import NoBrowser, opened
from rolebook.model.catalogue import Catalogue
from tests.node import Node

# A busy machine is slow now and then; that is no mistake.
settings.register_profile("rolebook", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rolebook")

PROJECT = Path(__file__).parents[1]
TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What builds the whole site or opens a browser is slow: `-m "not slow"` runs the rest."""
    for item in items:
        if {"site", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real catalogue."""
    return load(PROJECT / "content")


@pytest.fixture(scope="session")
def tiny() -> Catalogue:
    """Two small roles, whose whole output a person can read."""
    return load(TESTS / "tiny")


@pytest.fixture(scope="session")
def workshop() -> Catalogue:
    """A workshop of crafts that has one of everything: two currencies, open ends, roles renamed, merged and retired."""
    return load(TESTS / "workshop")


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    """The shipped scripts in Node."""
    with Node() as running:
        yield running


def copy_project(target: Path, content: Path = PROJECT / "content") -> Path:
    """A project of its own, with this content, that a test may build and break."""
    target.mkdir(parents=True)
    shutil.copytree(content, target / "content")
    shutil.copytree(PROJECT / "templates", target / "templates")
    shutil.copy(PROJECT / "mkdocs.yml", target)
    (target / "node_modules").symlink_to(PROJECT / "node_modules")
    return target


def rolebook(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a project, as a person would."""
    command = [Path(sys.executable).with_name("rolebook"), "--project", project, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}, cwd=project
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the real catalogue, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        project = shared / "project"
        if not (project / "site").is_dir():
            shutil.rmtree(project, ignore_errors=True)
            result = rolebook(copy_project(project), "build", SITE_URL="https://example.org/rolebook/")
            assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the folder below /rolebook/, as a project's pages are served on a shared host."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix("/rolebook/"))

    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(folder: Path) -> Iterator[str]:
    """The address of a server for a folder, while the caller is at work."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/rolebook/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site over HTTP."""
    yield from serve(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `make handbook` prints with."""
    try:
        with opened(PROJECT) as chromium:
            yield chromium
    except NoBrowser as error:
        pytest.exit(str(error), 1)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page 1280 px wide that fails the test on a script error or a request to another host."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(f"script: {error}"))
    opened.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    opened.on("request", lambda request: faults.append(f"request: {request.url}") if _foreign(request.url) else None)
    yield opened
    context.close()
    assert not faults, faults


def _foreign(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:"))
