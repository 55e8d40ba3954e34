"""Every sentence that Rolebook derives names a rule that the page /rules/ states, and every rule has a law."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from rolebook.wording.rules import RULES
from tests.conftest import TESTS


def test_every_rule_named_on_the_site_is_stated(site: Path) -> None:
    stated = {
        node.attributes["id"] for node in LexborHTMLParser((site / "rules/index.html").read_text()).css("dl > [id]")
    }
    assert stated >= RULES.keys()
    named: set[str] = set()
    for page in site.rglob("index.html"):
        named.update(re.findall(r'data-rule="([^"]*)"', page.read_text()))
    assert named <= stated
    assert {"to-add", "verdict", "years-unlike", "may-need-degree", "pay-difference", "brief"} <= named


def test_every_derived_part_of_a_plan_names_its_rule(site: Path) -> None:
    for page in (site / "compare").rglob("index.html"):
        tree = LexborHTMLParser(page.read_text())
        for strong in tree.css('[id$="-thresholds"] strong, [id$="-pay"] strong'):
            assert strong.css_first("[data-rule]"), (page, strong.text())
        for fact in tree.css("h2[id^=from-] ~ dl.rb-facts dd"):
            assert fact.css_first("[data-rule]"), (page, fact.text())


def test_every_rule_has_a_law() -> None:
    marks = "".join(re.findall(r"@law\([^)]*\)", "".join(path.read_text() for path in TESTS.glob("test_*.py"))))
    assert set(re.findall(r'"([^"]+)"', marks)) == RULES.keys()
