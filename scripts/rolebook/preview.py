"""Follow edits: call back, once, after files of some folders have changed."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET_SECONDS = 0.2
"""An editor writes several times when it saves; only the silence after counts."""


class _Follower(FileSystemEventHandler):
    def __init__(self, follow: Callable[[], object]):
        self._follow = follow
        self._timer: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"opened", "closed_no_write"}:
            return
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(QUIET_SECONDS, self._run)
        self._timer.daemon = True
        self._timer.start()

    def _run(self) -> None:
        try:
            self._follow()
        except click.ClickException as error:
            error.show()
        except Exception as error:  # A slip in a template must not end the preview.
            click.echo(f"{type(error).__name__}: {error}", err=True)


def watch(folders: Iterable[Path], follow: Callable[[], object]) -> None:
    """Call `follow` in the background after each burst of changes; print what it raises."""
    observer = Observer()
    handler = _Follower(follow)
    for folder in folders:
        observer.schedule(handler, str(folder), recursive=True)
    observer.daemon = True
    observer.start()
