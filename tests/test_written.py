"""Pages written by hand: what is wrong in one is told at its own line, by `check` already."""

import shutil
from pathlib import Path

import pytest

from rolebook.build import promises_of
from rolebook.content.load import load
from rolebook.model.problems import ContentError
from tests.conftest import PROJECT, TESTS


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The folder of written pages of the tiny catalogue."""
    folder = Path(shutil.copytree(TESTS / "tiny", tmp_path / "content")) / "pages"
    folder.mkdir()
    return folder


def problems(pages: Path) -> list[str]:
    try:
        _, promises = promises_of(pages.parent, PROJECT / "templates", quick=True)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for problem in promises.problems()]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"---\ntitle: Wood: a guide\n---\nText\n", '2: found ":" inside the text of "title"; expected a text with'),
        (b"---\ntitle: A\ntitle: B\n---\n", '3: found the key "title" a second time (first in line 2)'),
        (b"---\ntitel: A\n---\n", '2: titel: found the unknown key "titel"; expected one of title, description, '),
        (b"---\n\nstatus: new\n---\n", '3: status: found the unknown key "status"; expected one of title, '),
        (b"---\ntitle: 5\n---\n", "2: title: found 5; expected text. Put the value in quotes."),
        (b"---\n- a\n---\n", "2: found a list; expected keys and values. Start with `key: value`."),
        (b"---\nhide: [navigation]\n---\n", '2: hide[1]: found the text "navigation"; expected toc, path or footer.'),
        (b"---\ntitle: A\n\nText\n", '1: found no second line "---"; expected one where the front matter ends.'),
        (b"Caf\xe9\n", "1: found the byte 0xe9, which is not UTF-8"),
        (b"---\ntitle: A\n---\n\n\nSee\n[us](roles/)\n", '7: found a link to "roles/", which is nothing of this site; '
         "expected a file, from this page on. Write ../roles/index.md."),
        (b"[us](/roles/joiner)\n", "1: found a link to \"/roles/joiner\", which is nothing of this site; "
         "expected a file, from this page on. Write ../roles/joiner/index.md."),
        (b"[us](../roles/joyner/index.md)\n", 'Did you mean "roles/joiner/"?'),
        (b"[us](../roles/joiner/index.md#salery)\n", '1: found a link to "../roles/joiner/index.md#salery", which is '
         'no place on that page; expected one. Did you mean "salary"?'),
        (b"## Here\n\n[us](#there)\n", '3: found a link to "#there", which is no place on that page'),
        (b"!!! note\n\n    ![us](us.png)\n", '3: found a link to "us.png", which is nothing of this site'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_written_page_is_told_at_its_line(pages: Path, text: bytes, message: str) -> None:
    (pages / "wood.md").write_bytes(text)
    (told,) = problems(pages)
    assert told.startswith("content/pages/wood.md:") and message in told, told


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("roles.md", 'found a page named "roles", and /roles/ is a page of the catalogue itself; expected an address'),
        ("compare.md", 'found a page named "compare", and /compare/ is a page of the catalogue itself'),
        ("handbook.md", 'found a page named "handbook", and /handbook/ is'),
        ("api.md", 'found a page named "api", and /api/ is'),
        ("index.md", 'found the name "index", the page\'s address; expected another, because the home page is made of'),
        ("Über uns.md", 'found the name "Über uns", the page\'s address; expected small letters a to z, digits and'),
        ("wood.txt", 'found "wood.txt"; expected only <name>.md in this folder'),
    ],
)
def test_a_name_that_a_page_may_not_have_is_told_by_check(pages: Path, name: str, message: str) -> None:
    (pages / name).write_text("Text\n")
    (told,) = problems(pages)
    assert told.startswith(f"content/pages/{name}:1: {message}")


def test_mistakes_in_pages_are_told_with_those_in_roles(pages: Path) -> None:
    (pages / "wood.md").write_text("---\ntitle: [\n---\n")
    role = pages.parent / "roles/joiner.yml"
    role.write_text(role.read_text().replace("family: craft", "family: kraft"))
    assert [told.partition(":")[0] for told in problems(pages)] == ["content/pages/wood.md", "content/roles/joiner.yml"]


def test_a_page_without_a_mistake(pages: Path) -> None:
    (pages / "wood.md").write_bytes(
        b"\xef\xbb\xbf---\r\n# A comment.\r\ntitle: Our wood\r\nhide: [toc]\r\n---\r\n\r\n## Here\r\n\r\n"
        b"[a](#here) [b](../roles/joiner/index.md#salary) [c](https://example.org) [d](../index.md)\r\n"
        b"[e](../api/v1/catalogue.json) [f](mailto:a@example.org) `[g](nowhere)` "
        b"[h](../compare/joiner-vs-master-joiner/index.md#any)\r\n"
    )
    (pages / "plain.md").write_text("# Only text\n\n---\n\nMore\n")
    (pages / "empty-front.md").write_text("---\n---\nText\n")
    assert problems(pages) == []
    written = {page.name: page for page in load(pages.parent).written}
    assert written["wood"].title == "Our wood" and written["wood"].front.hide == ("toc",)
    assert written["wood"].body.startswith("## Here\n") and written["wood"].start == 7
    assert written["plain"].title == "Plain" and written["plain"].body.startswith("# Only text")
    assert written["empty-front"].body == "Text\n"


def test_a_footnote_leads_to_its_note_and_back(pages: Path) -> None:
    (pages / "wood.md").write_text("Oak[^1] and [ash](../roles/index.md).\n\n[^1]: A tree.\n")
    assert not problems(pages)
