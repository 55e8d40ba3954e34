"""YAML keeps what was written, and where."""

from decimal import Decimal
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from rolebook.content.yaml_file import read
from rolebook.model.problems import ContentError

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz", min_size=1), inner, max_size=4),
    max_leaves=12,
)


def write(folder: Path, text: str) -> Path:
    path = folder / "file.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_numbers_keep_every_digit(tmp_path: Path) -> None:
    data = read(write(tmp_path, "a: 9.460\nb: 187550\nc: 1_000.50\n")).data
    assert data == {"a": Decimal("9.460"), "b": 187550, "c": Decimal("1000.50")}
    assert str(data["a"]) == "9.460"


def test_every_value_has_its_line(tmp_path: Path) -> None:
    source = read(write(tmp_path, "a: 1\nb:\n  - x\n  - {c: 2}\n"))
    assert [source.line(at) for at in (("a",), ("b",), ("b", 1), ("b", 1, "c"))] == [1, 2, 4, 4]


def test_a_missing_value_has_the_line_of_what_encloses_it(tmp_path: Path) -> None:
    source = read(write(tmp_path, "a: 1\nb:\n  - {c: 2}\n"))
    assert source.line(("b", 0, "nothing", "here")) == 3


def test_a_byte_order_mark_is_not_content(tmp_path: Path) -> None:
    path = tmp_path / "file.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(path).data == {"a": 1}


@given(PLAIN)
def test_what_yaml_writes_is_read_back(tmp_path_factory, data) -> None:
    path = write(tmp_path_factory.getbasetemp(), yaml.safe_dump({"data": data}, allow_unicode=True))
    assert read(path).data == {"data": data}


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_line_of_the_file(tmp_path_factory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read(path)
    except ContentError as error:
        lines = max(1, len(path.read_bytes().splitlines()) + 1)
        assert all(1 <= problem.line <= lines + 1 and problem.message for problem in error.problems)
