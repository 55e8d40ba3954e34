"""Material's colours on Rolebook's pages: every name, in both schemes, can be read."""

import re
from itertools import product

import pytest

from rolebook.frame import palette
from rolebook.frame.configuration import Configuration
from rolebook.frame.contrast import ratio
from rolebook.frame.icons import templates
from tests.conftest import PROJECT

TOKENS = next((PROJECT / "templates").rglob("tokens.css")).read_text(encoding="utf-8")
INK = {"light": ("#1c1917", "#57514c"), "dark": ("#ece8e4", "#b5aea7")}
NAMES = [*product(palette.PRIMARY, [None]), *product([None], palette.ACCENT), ("yellow", "lime"), ("black", "cyan")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("primary", "accent"), NAMES)
def test_every_name_gives_colours_that_can_be_read(primary: str | None, accent: str | None, scheme: str) -> None:
    made = palette.shades(primary, accent, scheme)
    grounds = (*palette.GROUNDS[scheme], made["accent-wash"])
    for ground in grounds:
        assert ratio(made["accent"], ground) >= 4.5
        assert ratio(made["accent-strong"], ground) >= 4.5
    for ink in INK[scheme]:
        assert ratio(ink, made["accent-wash"]) >= 4.5
    assert ratio("#ffffff", made["button"]) >= 4.5
    assert ratio("#ffffff", made["button-strong"]) >= 4.5
    if primary and accent is None:
        assert made["accent"] != made["accent-strong"]


def test_the_names_are_those_of_material() -> None:
    (sheet,) = templates().glob("assets/stylesheets/palette.*.css")
    css = sheet.read_text(encoding="utf-8")
    for kind, known in (("primary", palette.PRIMARY), ("accent", palette.ACCENT)):
        assert set(re.findall(rf"data-md-color-{kind}=([a-z-]+)\]", css)) == set(known)
        for name, code in known.items():
            found = re.search(rf"\[data-md-color-{kind}={name}\]{{--md-{kind}-fg-color:(#[0-9a-f]+);", css)
            links = re.search(rf"data-md-color-primary={name}\][^}}]*--md-typeset-a-color:#4051b5", css)
            if found and not (kind == "primary" and links):
                long = found[1] if len(found[1]) == 7 else "#" + "".join(2 * digit for digit in found[1][1:])
                assert code == long, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_not_named_stays_as_the_tokens_have_it(scheme: str) -> None:
    long = {"#fff": "#ffffff"}
    for name, code in palette.OWN[scheme].items():
        found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", TOKENS)
        assert found
        assert code == found[1 if scheme == "light" else 2]
    for name, at in (("paper", 0), ("panel", 1)):
        found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", TOKENS)
        assert found
        code = found[1 if scheme == "light" else 2]
        assert palette.GROUNDS[scheme][at] == long.get(code, code)


def test_no_palette_is_no_style_sheet() -> None:
    assert not list(palette.palette_files(Configuration({"theme": {"name": "material"}})))


def test_the_style_sheet_follows_media_queries_until_a_choice_is_made() -> None:
    options = [
        {"media": "(prefers-color-scheme)", "toggle": {}},
        {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "deep purple"},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "amber"},
    ]
    made = palette.style(Configuration({"theme": {"palette": options}}))
    assert made
    rules = made.splitlines()
    assert rules[0].startswith(":root{color-scheme:light dark;")
    # The first palette whose query matches wins, so it comes last.
    assert [rule.split("{")[0] for rule in rules[1:4]] == [f"@media {option['media']}" for option in reversed(options)]
    assert [rule.split("{")[0] for rule in rules[4:7]] == [f':root[data-palette="{at}"]' for at in range(3)]
    light, dark = palette.shades("deep-purple", None, "light"), palette.shades("amber", None, "dark")
    assert f"--accent:light-dark({light['accent']},{dark['accent']})" in rules[4]
    assert "color-scheme:dark" in rules[6]
