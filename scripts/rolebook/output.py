"""The only writer: makes a folder hold exactly the given files, touching none that is right already."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rolebook.model.problems import ContentError, Problem

KEPT = ".gitignore"
TAKEN = "found two pages for this path, or one outside the folder; expected one page a path. Rename one of them."


def sync(files: Iterable[tuple[str, bytes]], folder: Path) -> tuple[int, int]:
    """Make `folder` hold these files, as (path from the folder, content), and nothing else.

    All files are made before the first is put in place, so a failure while making them leaves the
    folder as it was. Returns how many files were written and how many removed.
    Raises ContentError where two files have one path, or a path leads out of the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted: set[Path] = set()
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        changed: list[tuple[Path, Path]] = []
        for name, content in files:
            target = folder / name
            if target in wanted or not target.resolve().is_relative_to(folder.resolve()):
                raise ContentError([Problem(target, 1, TAKEN)])
            wanted.add(target)
            if not _same(target, content):
                made = Path(scratch) / str(len(changed))
                made.write_bytes(content)
                changed.append((made, target))
        for made, target in changed:
            if target.is_dir():
                shutil.rmtree(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(made, target)
        return len(changed), _remove_all_but(wanted, folder)


def add(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write more files, as (path from the folder, content), into folders that are there."""
    for name, content in files:
        (folder / name).write_bytes(content)


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Path, ...]:
    """Put files, as (name, content), into a folder beside what is there, each whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in files:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".") as scratch:
            made = Path(scratch) / name
            made.write_bytes(content)
            os.replace(made, folder / name)
        written.append(folder / name)
    return tuple(written)


def replace_folder(made: Path, target: Path) -> None:
    """Put a finished folder in the place of another; the old one stands until the new one is whole."""
    old = target.with_name(f".{target.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.replace(target, old)
    os.replace(made, target)
    shutil.rmtree(old, ignore_errors=True)


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _remove_all_but(wanted: set[Path], folder: Path) -> int:
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted and path != folder / KEPT:
            path.unlink()
            removed += 1
    return removed
