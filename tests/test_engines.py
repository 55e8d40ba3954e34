"""The same source in other engines: ProperDocs, the fork of MkDocs, and Zensical, Material's successor.

`make engines` installs them beside the project, into an environment of their own, and runs this.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PROJECT

ENGINES = PROJECT / ".cache" / "engines" / "bin"
TEXTS = ("title", "header", "main", ".rb-toc--beside", "footer")


def build(engine: str, site: Path, target: Path, *arguments: str) -> Path:
    """The site of the same source, made by another engine in a folder of its own."""
    command = ENGINES / engine
    if not command.exists():
        pytest.skip(f"{engine} is not installed: make engines")
    source = site.parent
    target.mkdir()
    shutil.copy(source / "mkdocs.yml", target)
    for folder in ("templates", "site_src"):
        shutil.copytree(source / folder, target / folder)
    environment = {**os.environ, "SITE_URL": "https://example.org/rolebook/", "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(
        [command, "build", *arguments], cwd=target, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return target / "site"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def texts(html: bytes) -> dict[str, str]:
    """What a reader reads of a page, by its parts."""
    tree = LexborHTMLParser(html)
    for node in tree.css("script, style"):
        node.decompose()
    found = {part: tree.css_first(part) for part in TEXTS}
    return {part: re.sub(r"\s+", " ", node.text(separator=" ")).strip() for part, node in found.items() if node}


def test_properdocs_makes_the_same_bytes(site: Path, tmp_path: Path) -> None:
    ours, theirs = files(site), files(build("properdocs", site, tmp_path / "project", "--strict"))
    differ = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
    assert not differ
    print(f"\nProperDocs: {len(ours)} files, the same bytes.")


def test_zensical_makes_the_same_pages_with_the_same_text(site: Path, tmp_path: Path) -> None:
    ours, theirs = files(site), files(build("zensical", site, tmp_path / "project"))
    pages = {name for name in ours if name.endswith(".html")}
    assert {name for name in theirs if name.endswith(".html")} == pages
    assert len(pages) > 150
    for name in sorted(pages):
        assert texts(theirs[name]) == texts(ours[name]), name
    beside = sorted(theirs.keys() - ours.keys())
    lacking = sorted(ours.keys() - theirs.keys())
    same = sum(ours[name] == theirs.get(name) for name in ours)
    print(f"\nZensical: {len(pages)} pages, the same text; {same} of {len(ours)} files the same bytes.")
    print(f"Beside them: {', '.join(beside) or 'nothing'}. Lacking: {', '.join(lacking) or 'nothing'}.")
