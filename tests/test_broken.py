"""Every mistake is told with its place, what was found, what was expected and what to do.

A new case is a new file in tests/broken: a role with a mistake, whose first comments are what must
be said (`# expect <line>: <part of the message>`; the line may be left out).
"""

import re
import shutil
from pathlib import Path

import pytest

from rolebook.content.load import load
from rolebook.model.problems import ContentError, Problem
from tests.conftest import TESTS

BROKEN = sorted((TESTS / "broken").glob("*.yml"))


def problems(content: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        load(content)
    return caught.value.problems


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny catalogue to break."""
    return Path(shutil.copytree(TESTS / "tiny", tmp_path / "content"))


@pytest.mark.parametrize("case", BROKEN, ids=lambda path: path.stem)
def test_a_broken_role_is_told_as_its_comment_says(case: Path, content: Path) -> None:
    name = content / "roles" / f"{case.stem.replace('_', '-')}.yml"
    shutil.copy(case, name)
    expected = re.findall(r"^# expect (?:(\d+): )?(.*)$", case.read_text(), re.M)
    assert expected, "a broken file says in its first comment what must be said"
    found = [problem for problem in problems(content) if problem.path.name == name.name]
    for line, message in expected:
        assert any(message in problem.message and line in {"", str(problem.line)} for problem in found), (
            f"expected line {line}: {message}\nfound:\n" + "\n".join(map(str, found))
        )
    assert len(found) == len(expected), "\n".join(map(str, found))


def test_every_mistake_of_every_file_is_told_at_once(content: Path) -> None:
    (content / "roles" / "joiner.yml").write_text("title: 5\n")
    (content / "roles" / "empty.yml").write_text("")
    (content / "roles" / "latin.yml").write_bytes("title: Café\n".encode("latin-1"))
    (content / "vocabulary.yml").write_text((content / "vocabulary.yml").read_text() + "unknown: 1\n")
    (content / "sources.yml").write_text(
        "sources: [{id: a, title: A, publisher: P}, {id: a, title: B, publisher: P}]\n"
    )
    named = {problem.path.name for problem in problems(content)}
    assert named >= {"joiner.yml", "empty.yml", "latin.yml", "vocabulary.yml", "sources.yml"}


@pytest.mark.parametrize(
    ("name", "bytes_", "message"),
    [
        ("empty.yml", b"", "empty.yml:1: found an empty file; expected keys and values. Fill it in, or delete it."),
        (
            "latin.yml",
            b"a: b\nc: caf\xe9\n",
            "latin.yml:2: found the byte 0xe9, which is not UTF-8; expected UTF-8 text",
        ),
        (
            "control.yml",
            b"a: b\nc: \x07\n",
            "control.yml:2: found the control character U+0007; expected text. Delete it.",
        ),
        ("Bad_Slug.yml", b"", 'found the slug "Bad_Slug" (the file\'s name); expected small letters a to z, digits'),
        ("a-vs-b.yml", b"", 'expected a name without "-vs-", which joins the two roles of a comparison'),
        (
            "Joiner.yml",
            b"",
            'found "Joiner.yml" beside "joiner.yml", one name to many computers; expected one file a role',
        ),
        ("role.yaml", b"", 'found the file "role.yaml"; expected only <slug>.yml in this folder'),
    ],
)
def test_files_that_are_not_yaml_roles(content: Path, name: str, bytes_: bytes, message: str) -> None:
    (content / "roles" / name).write_bytes(bytes_)
    assert any(message in str(problem) for problem in problems(content))


def test_an_inherited_mistake_is_told_once_where_it_is_written(content: Path) -> None:
    role = content / "roles" / "joiner.yml"
    role.write_text(role.read_text().replace("source: survey", "source: surve"))
    assert [str(problem) for problem in problems(content)] == [
        'content/roles/joiner.yml:6: source: found the unknown source "surve"; '
        'expected an id from content/sources.yml. Did you mean "survey"?'
    ]


@pytest.mark.parametrize("name", ["vocabulary.yml", "sources.yml", "catalogue.yml"])
def test_a_missing_file_is_told(content: Path, name: str) -> None:
    (content / name).unlink()
    assert any(f"{name}:1: found no such file" in str(problem) for problem in problems(content))


def test_one_name_means_one_skill(content: Path) -> None:
    file = content / "vocabulary.yml"
    file.write_text(file.read_text().replace("{id: saw, label: Saw,", "{id: saw, label: Timber,"))
    assert [problem.message for problem in problems(content)] == [
        'skills: found the name "timber" for "saw" and for "wood"; expected a name to mean one skill. '
        "Remove it from one of them."
    ]


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("catalogue", "lede:", "address: rolebook.example\nlede:",
         'address: found the text "rolebook.example"; expected an address such as https://example.org/roles/.'),
        ("catalogue", "lede:", "pairs: {all_up_to: 500}\nlede:", "pairs.all_up_to: found 500; expected 200 at most."),
        ("catalogue", "lede:", "pairs: {nearest: 0}\nlede:", "pairs.nearest: found 0; expected 1 or more. Change it."),
        ("catalogue", "lede:", "pairs: {nearest: 1.5}\nlede:", "pairs.nearest: found 1.5; expected a whole number."),
        ("catalogue", "lede:", f"file_name: {'a' * 41}\nlede:", "expected 40 characters at most. Shorten it."),
        ("catalogue", "lede:", "file_name: A_b\nlede:", "expected small letters a to z, digits and single hyphens."),
        ("vocabulary", "currency: USD", "currency: usd", "expected three capital letters such as USD."),
        ("vocabulary", "period: year", "period: years",
         'period: found the text "years"; expected year, month, week, day or hour. Did you mean "year"?'),
        ("vocabulary", "kind: tool", "kind: tols", 'expected technical, tool or soft. Did you mean "tool"?'),
        ("sources", "2024-05-01", "2024-05-01 10:00:01",
         'read_on: found the text "2024-05-01 10:00:01"; expected a date.'),
    ],
)  # fmt: skip
def test_no_message_is_in_the_words_of_a_library(
    content: Path, file: str, before: str, after: str, message: str
) -> None:
    path = content / f"{file}.yml"
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))
    (told,) = problems(content)
    assert message in told.message
    assert "Input should" not in told.message and "should" not in told.message
