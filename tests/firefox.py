"""Firefox, driven by WebDriver BiDi, which it speaks itself: no driver program is needed beside it."""

import itertools
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

from websockets.sync.client import connect

EVENTS = ["network.beforeRequestSent", "network.fetchError", "log.entryAdded"]
SECONDS = 60
NO_NETWORK = """
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.no_proxies_on", "");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"""
"""Everything goes through a proxy at a port where nobody listens."""


class Firefox:
    """One tab. `faults` holds every request of a page to a network, and every error in the console."""

    def __init__(self, socket: Any):
        self._socket, self._ids = socket, itertools.count(1)
        self.faults: list[str] = []
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=EVENTS)
        self._tab = self._send("browsingContext.create", type="tab")["context"]

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """The value of an expression, or of the promise that it is; it has to be plain data."""
        told = self._send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({script})) ?? null))()",
            target={"context": self._tab},
            awaitPromise=True,
        )
        assert told["type"] == "success", told
        return json.loads(told["result"]["value"])

    def _send(self, method: str, **parameters: Any) -> Any:
        id = next(self._ids)
        self._socket.send(json.dumps({"id": id, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(timeout=SECONDS))
            if told.get("id") == id:
                assert told["type"] == "success", told
                return told["result"]
            self._note(told["method"], told["params"])

    def _note(self, event: str, told: Any) -> None:
        if event == "log.entryAdded" and told["level"] == "error":
            self.faults.append(f"console: {told['text']}")
        elif event.startswith("network.") and told["context"]:
            url = told["request"]["url"]
            if not url.startswith(("file:", "data:", "blob:", "about:")):
                self.faults.append(f"request: {url}")


def installed() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox of its own, with an empty profile, that reaches no network."""
    (profile / "user.js").write_text(NO_NETWORK)
    options = ["--headless", "--no-remote", "--remote-debugging-port", "0"]
    command = [installed(), *options, "--profile", profile, "about:blank"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with connect(f"ws://127.0.0.1:{_port(profile)}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.kill()


def _port(profile: Path) -> int:
    """Where it listens: it says so in a file of its profile when it is ready."""
    said = profile / "WebDriverBiDiServer.json"
    for _ in range(SECONDS * 10):
        if said.exists() and (text := said.read_text()):
            return json.loads(text)["ws_port"]
        sleep(0.1)
    raise TimeoutError("Firefox did not start")
