"""The typeface: what each part holds, that no sign has two parts, and what none of them holds."""

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from rolebook.exports.assets import TYPEFACE
from rolebook.exports.typeface import typeface
from tests.conftest import PROJECT

FILES = PROJECT / "node_modules" / TYPEFACE / "files"


@pytest.fixture(scope="module")
def ranges() -> dict[str, set[int]]:
    """The signs for which a browser loads each part, by its name."""
    faces = typeface(FILES)["faces.css"].decode()
    found = {}
    for name, said in re.findall(r'url\("\./([^"]+)"\).*?unicode-range: ([^;]+);', faces, re.DOTALL):
        ends = (re.fullmatch(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", part) for part in said.split(", "))
        found[name] = {sign for end in ends for sign in range(int(end[1], 16), int(end[2] or end[1], 16) + 1)}
    return found


def test_a_browser_loads_a_part_for_just_the_signs_that_it_holds(ranges):
    for name, signs in ranges.items():
        assert set(TTFont(BytesIO(typeface(FILES)[name])).getBestCmap()) == signs, name


def test_no_sign_is_in_two_parts(ranges):
    assert sum(map(len, ranges.values())) == len(set().union(*ranges.values()))


def test_english_needs_one_part_and_other_languages_have_theirs(ranges):
    def needs(text: str) -> set[str]:
        return {name for name, signs in ranges.items() if signs & set(map(ord, text))}

    assert needs("AI – “£150,000”, 5–8 years… · ×") == {"plain.woff2"}
    assert needs("Müller café") == {"plain.woff2", "latin.woff2"}
    assert needs("Łódź") == {"plain.woff2", "latin.woff2", "latin-ext.woff2"}
    assert needs("₹日") == set()  # Falls back to the system's: a page with one rupee loads no file for it.


def test_every_weight_that_a_style_sheet_asks_for_is_there():
    asked = {
        int(weight)
        for path in (PROJECT / "templates" / "styles").rglob("*.css")
        for weight in re.findall(r"font-weight: (\d+)", path.read_text())
    }
    for name in ("plain.woff2", "latin.woff2", "latin-ext.woff2"):
        axis = TTFont(BytesIO(typeface(FILES)[name]))["fvar"].axes[0]
        assert axis.minValue <= min(asked) <= max(asked) <= axis.maxValue


def test_the_same_sources_are_the_same_bytes():
    first = dict(typeface(FILES))
    typeface.cache_clear()
    assert typeface(FILES) == first
