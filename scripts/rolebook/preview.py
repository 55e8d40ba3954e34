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
    """Follows edits, or only those of the file called `name`."""

    def __init__(self, follow: Callable[[], object], name: str | None = None):
        self._follow = follow
        self._name = name
        self._timer: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"opened", "closed_no_write"}:
            return
        if self._name and self._name not in {Path(str(path)).name for path in (event.src_path, event.dest_path)}:
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


def watch(paths: Iterable[Path], follow: Callable[[], object]) -> None:
    """Call `follow` in the background after each burst of changes in folders or of files; print what it raises."""
    observer = Observer()
    handler = _Follower(follow)
    for path in paths:
        if path.is_dir():
            observer.schedule(handler, str(path), recursive=True)
        else:
            # An editor may put a new file in the place of the old one, which only the folder sees.
            observer.schedule(_Follower(follow, path.name), str(path.parent))
    observer.daemon = True
    observer.start()
