"""Writing: nothing that is right is touched, nothing is half-written, nothing foreign is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rolebook.model.problems import ContentError
from rolebook.output import replace_folder, sync


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_just_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / "gone.md").write_text("x")
    (folder / ".gitignore").write_text("*")
    assert sync([("a/b.md", b"1"), ("c.md", b"2")], folder) == (2, 1)
    assert tree(folder) == {"a/b.md": b"1", "c.md": b"2", ".gitignore": b"*"}
    assert not (folder / "old").exists()


def test_a_file_is_written_only_when_its_bytes_change(tmp_path: Path) -> None:
    sync([("a.md", b"1"), ("b.md", b"2")], tmp_path / "out")
    before = (tmp_path / "out" / "a.md").stat().st_mtime_ns
    assert sync([("a.md", b"1"), ("b.md", b"3")], tmp_path / "out") == (1, 0)
    assert (tmp_path / "out" / "a.md").stat().st_mtime_ns == before


def test_a_failure_on_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    sync([("a.md", b"1"), ("b.md", b"2")], folder)

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "a.md", b"changed"
        raise KeyError

    with pytest.raises(KeyError):
        sync(failing(), folder)
    assert tree(folder) == {"a.md": b"1", "b.md": b"2"}
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("name", ["a.md", "../outside.md", "x/../../outside.md"])
def test_two_pages_for_a_path_and_paths_outside_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError, match="found two pages for this path, or one outside the folder"):
        sync([("a.md", b"1"), (name, b"2")], tmp_path / "out")
    assert tree(tmp_path) == {}


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    for name in ("made", "target"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    replace_folder(tmp_path / "made", tmp_path / "target")
    assert tree(tmp_path) == {"target/file": b"made"}
