"""Move plans and the career map on the built site, and the map of a hundred roles, in a real browser."""

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from rolebook.model.catalogue import Catalogue
from rolebook.pages import careers
from rolebook.pages.render import Renderer
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.conftest import PROJECT
from tests.many import many

PAIR = "compare/head-of-ai-engineering-vs-lead-engineer/"
BARE = "compare/ai-software-developer-vs-ai-strategy-analyst/"

pytestmark = pytest.mark.xdist_group("moves")


def read(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text())


def test_every_pair_has_a_plan_in_both_directions(site, catalogue):
    pairs = ("-vs-".join(pair) for pair in combinations(sorted(catalogue.by_slug), 2))
    folders = [site / "compare" / pair for pair in pairs]
    for folder in folders:
        page = read(site, f"compare/{folder.name}")
        for slug in folder.name.split("-vs-"):
            assert page.css_first(f"h2#from-{slug}"), folder.name
            for part in ("add", "thresholds", "steps", "pay"):
                assert page.css_first(f"#from-{slug}-{part}"), (folder.name, part)
            # A plan from or to a role in brief says so first, and leaves out what the length of its page would decide.
            brief = any(catalogue.by_slug[one].brief for one in folder.name.split("-vs-"))
            assert (page.css_first(f".rb-group#from-{slug}-keep") is None) == brief, folder.name
            said = page.css_first(f'h2#from-{slug} + .rb-message[data-rule="brief"]')
            assert (said is not None) == brief, folder.name


def test_each_figure_and_skill_of_a_plan_leads_to_its_place_on_the_page_of_its_role(site):
    for address in (PAIR, BARE, "compare/ai-data-architecture-technical-lead-vs-ai-technical-lead/"):
        page = read(site, address)
        links = [
            link.attributes["href"]
            for link in page.css('[id^="from-"] a')
            if not link.attributes["href"].startswith("#")
        ]
        assert links
        for link in links:
            path, _, anchor = link.partition("#")
            target = (site / address / path / "index.html").resolve()
            assert anchor, f"{link} leads to no place"
            assert LexborHTMLParser(target.read_text()).css_first(f'[id="{anchor}"]'), link


def test_the_change_in_pay_is_what_its_two_figures_give(site):
    """An average less an average; each leads to its place."""
    pay = read(site, "compare/head-of-ai-engineering-vs-machine-learning-team-lead/")
    pay = pay.css_first("#from-machine-learning-team-lead-pay")
    text = " ".join(pay.text().split())
    assert "Typical pay +$34,060 Head of AI Engineering: $223,000 Average" in text
    assert "Machine Learning Team Lead: $188,940 Average" in text
    hrefs = {link.text(): link.attributes["href"] for link in pay.css("a")}
    assert hrefs["$223,000"].endswith("roles/head-of-ai-engineering/#salary-head-average")
    assert hrefs["$188,940"].endswith("roles/machine-learning-team-lead/#salary-average")


def test_unlike_pay_is_shown_and_not_subtracted(site):
    """A median and an average, base pay and pay of no stated part, pay of a job and of a level."""
    pair = read(site, "compare/ai-technical-lead-vs-head-of-ai-engineering/")
    typical = " ".join(pair.css_first("#from-ai-technical-lead-pay dd").text().split())
    assert typical.startswith("Not computed: what is measured differs (average against median)")
    assert "$223,000" in typical and "$207,500" in typical
    unlike = " ".join(read(site, PAIR).css_first("#from-lead-engineer-pay").text().split())
    assert "Typical pay Not stated Head of AI Engineering: $223,000" in unlike
    assert "Pay range Not compared: the part of pay differs (base salary against not stated)" in unlike
    assert "$180,000 to $250,000+" in unlike


def test_where_no_step_is_stated_the_page_says_so(site):
    page = read(site, PAIR)
    assert "The steps that are stated lead the other way" in page.css_first("#from-head-of-ai-engineering-steps").text()
    assert "step stated under Head of AI Engineering" in page.css_first("#from-lead-engineer-steps").text()
    assert (
        "No source states a step between them" in read(site, BARE).css_first("#from-ai-strategy-analyst-steps").text()
    )


def test_a_way_stands_out_while_its_role_has_the_focus(page, address):
    page.goto(address + "paths/")
    role = page.locator('.rb-map-role[href$="lead-engineer/#career"]')
    curve = role.locator("xpath=../*[local-name()='path']").first
    before = curve.evaluate("e => getComputedStyle(e).strokeWidth")
    role.focus()
    assert curve.evaluate("e => getComputedStyle(e).strokeWidth") != before
    role.press("Enter")
    page.wait_for_url("**/roles/lead-engineer/#career")


FITS = """() => [...document.querySelectorAll('.rb-map rect + text')].filter(text => {
  const inner = text.getBoundingClientRect(), box = text.previousElementSibling.getBoundingClientRect();
  return inner.left < box.left || inner.right > box.right || inner.top < box.top || inner.bottom > box.bottom;
}).map(text => text.textContent)"""


def test_titles_fit_their_boxes(page, address):
    page.goto(address + "paths/")
    page.wait_for_function("document.fonts.ready.then(() => true)")
    assert page.locator(".rb-map rect + text").count() > 40
    assert page.evaluate(FITS) == []


@pytest.fixture(scope="module")
def hundred() -> Catalogue:
    return many(100)


def test_the_map_of_a_hundred_roles_is_legible(browser: Browser, hundred):
    site = Site(View(hundred, hundred.changed))
    [made] = careers.pages(site)
    body = Renderer(PROJECT / "templates").markdown(made, **site.shared(made.url)).split("---\n", 2)[2]
    css = "".join(
        (PROJECT / f"templates/styles/screen/{sheet}.css").read_text()
        for sheet in ("tokens", "base", "components", "tables", "charts", "careers")
    )
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_content(f"<style>{css}</style><main class='rb-content'>{body}</main>")
    assert page.locator(".rb-map").first.locator("a").count() == 100
    assert page.locator("details[open]").count() == 0
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate(FITS) == []
    size = page.locator(".rb-map-role text").first.evaluate("e => getComputedStyle(e).fontSize")
    assert float(size.removesuffix("px")) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
