"""Comparing any roles in a real browser: choose, share, go back, mistype, sort, copy; on a phone and a desk."""

import csv
import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDTHS = pytest.mark.parametrize("width", [360, 1280])
TWO = "ai-technical-lead,lead-engineer"
FOUR = f"{TWO},head-of-ai-engineering,machine-learning-team-lead"


def opened(page: Page, address: str, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    return page


def choose(page: Page, text: str) -> None:
    field = page.get_by_role("combobox", name="Add a role")
    field.fill(text)
    field.press("Enter")


def names(page: Page) -> list[str]:
    return [name[1:] for name in page.locator("[data-result] .rb-compare thead th").all_inner_texts()]


def fits(page: Page) -> bool:
    """Whether the page itself does not scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found]


@WIDTHS
def test_roles_are_chosen_by_name_or_other_name(page, address, width):
    """One, two, three and four roles, by keyboard alone; the fifth waits until one is removed."""
    opened(page, f"{address}compare/", width)
    page.get_by_role("combobox", name="Add a role").focus()
    choose(page, "AI tech")
    expect(page.get_by_text("Choose one more. Near to AI Technical Lead:")).to_be_visible()
    for count, (typed, title) in enumerate(
        [
            ("lead eng", "Lead Engineer"),
            ("chief ai", "Head of AI Engineering"),
            ("ML team", "Machine Learning Team Lead"),
        ],
        2,
    ):
        choose(page, typed)
        expect(page.locator("[data-result] .rb-compare thead th")).to_have_count(count)
        assert names(page)[-1] == title
        assert fits(page)
    assert page.url == f"{address}compare/?roles={FOUR}"
    expect(page.get_by_role("combobox", name="Add a role")).to_be_disabled()
    page.keyboard.press("Enter")
    expect(page.locator("[data-result] .rb-compare thead th")).to_have_count(3)
    expect(page.get_by_role("combobox", name="Add a role")).to_be_enabled()


def test_arrows_escape_and_the_mouse_choose_too(page, address):
    opened(page, f"{address}compare/")
    field = page.get_by_role("combobox", name="Add a role")
    field.press("ArrowDown")
    assert page.get_by_role("option").count() == 9
    field.press("ArrowUp")
    assert page.get_by_role("option").last.get_attribute("aria-selected") == "true"
    assert field.get_attribute("aria-activedescendant") == page.get_by_role("option").last.get_attribute("id")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("zzz")
    expect(page.get_by_text("Nothing called “zzz” is left to choose.")).to_be_attached()
    field.fill("lead")
    page.get_by_role("option", name="Lead Engineer").click()
    page.get_by_role("button", name="Add AI Technical Lead").click()
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    assert names(page) == ["Lead Engineer", "AI Technical Lead"]


def test_a_shared_address_and_back(page, address):
    opened(page, f"{address}compare/?roles={TWO}")
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    choose(page, "head of")
    expect(page.locator("[data-result] thead th")).to_have_count(3)
    page.get_by_role("button", name="Remove AI Technical Lead").click()
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    page.go_back()
    expect(page.locator("[data-result] thead th")).to_have_count(3)
    page.go_back()
    assert page.url.endswith(TWO)
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    page.go_forward()
    expect(page.locator("[data-result] thead th")).to_have_count(3)


def test_a_pair_leads_to_its_page(page, address):
    opened(page, f"{address}compare/?roles={TWO}")
    page.get_by_role("link", name="AI Technical Lead and Lead Engineer").click()
    assert page.url == f"{address}compare/ai-technical-lead-vs-lead-engineer/"
    expect(page.get_by_role("heading", level=1)).to_contain_text("AI Technical Lead vs Lead Engineer")


@WIDTHS
def test_an_unknown_role_is_named_with_the_nearest_and_the_rest_shows(page, address, width):
    opened(page, f"{address}compare/?roles={TWO},head-of-ai-enginering", width)
    expect(page.get_by_text("No role is called “head-of-ai-enginering”.")).to_be_visible()
    assert names(page) == ["AI Technical Lead", "Lead Engineer"]
    assert fits(page)
    page.get_by_role("button", name="Compare Head of AI Engineering").click()
    expect(page.locator("[data-result] thead th")).to_have_count(3)
    expect(page.get_by_text("No role is called")).to_have_count(0)
    assert page.url.endswith(f"?roles={TWO},head-of-ai-engineering")


def test_markup_in_the_address_is_only_text(page, address):
    opened(page, f"{address}compare/?roles=<img src=x onerror=alert(1)>,%00,{'x' * 3000}")
    expect(page.get_by_text("No role is called “<img src=x onerror=alert(1)>”.")).to_be_visible()
    assert page.locator("[data-messages] img").count() == 0


def test_renamed_merged_and_retired_roles_are_explained(page, address):
    moved = """{"tech-lead": {to: "ai-technical-lead", title: "Tech Lead", kind: "renamed"},
      "scribe": {title: "Scribe", kind: "retired"}}"""
    page.route(
        "**/assets/catalogue.js",
        lambda route: route.fulfill(
            body=f"{route.fetch().text()}\nwindow.rolebookCatalogue.moved = {moved}", content_type="text/javascript"
        ),
    )
    opened(page, f"{address}compare/?roles=tech-lead,scribe,lead-engineer")
    expect(page.get_by_text("“Tech Lead” is now called AI Technical Lead.")).to_be_visible()
    expect(page.get_by_text("“Scribe” is no longer in this catalogue.")).to_be_visible()
    assert names(page) == ["AI Technical Lead", "Lead Engineer"]


def test_it_all_works_from_disk(page, site):
    """No server: links, choice, Back and an address with a choice."""
    opened(page, (site / "compare" / "index.html").as_uri())
    choose(page, "AI tech")
    choose(page, "lead eng")
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    assert page.url.endswith(f"?roles={TWO}")
    choose(page, "head of")
    expect(page.locator("[data-result] thead th")).to_have_count(3)
    page.go_back()
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    page.reload()
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    page.get_by_role("link", name="AI Technical Lead and Lead Engineer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("AI Technical Lead vs Lead Engineer")


@WIDTHS
def test_only_differences(page, address, width):
    """Rows that say the same go, those that differ stay, and the number is said; on the hub and on a pair's page."""
    for path in (f"compare/?roles={TWO}", "compare/ai-technical-lead-vs-lead-engineer/"):
        opened(page, f"{address}{path}", width)
        same = page.locator(".rb-compare tbody tr[data-verdict=same]:not(.rb-group-head)").first
        other = page.locator(".rb-compare tbody tr", has_text="Typical pay")
        expect(same).to_be_visible()
        page.get_by_label("Only differences").check()
        expect(same).to_be_hidden()
        expect(other).to_be_visible()
        expect(page.locator("[data-compare-tools] [role=status]")).to_have_text(
            re.compile(r"^(1 row is|\d+ rows are) the same, and hidden\.$")
        )
        assert fits(page)
        page.get_by_label("Only differences").uncheck()
        expect(same).to_be_visible()


@WIDTHS
def test_copies(page, address, width):
    """The same comparison is copied from the hub and from the page of the pair, whole or only what differs."""
    copies = []
    for path in (f"compare/?roles={TWO}", "compare/ai-technical-lead-vs-lead-engineer/"):
        opened(page, f"{address}{path}", width)
        for name in ("CSV", "Markdown"):
            page.get_by_role("button", name=f"Copy as {name}").click()
            expect(page.get_by_text(f"Copied as {name}.")).to_be_visible()
            copies.append(page.evaluate("navigator.clipboard.readText()"))
    assert copies[:2] == copies[2:]
    rows = list(csv.reader(io.StringIO(copies[0], newline="")))
    assert rows[0] == ["Part", "Row", "AI Technical Lead", "Lead Engineer", "Difference"]
    pay = next(row for row in rows if row[1] == "Typical pay")
    assert pay[2].startswith("$207,500: Spread of pay (2024 · United States · AiPathly)")
    assert "| Typical pay | \\$207,500: Spread of pay" in copies[1]
    page.get_by_label("Only differences").check()
    page.get_by_role("button", name="Copy as CSV").click()
    expect(page.get_by_text("Copied as CSV.")).to_be_visible()
    assert len(page.evaluate("navigator.clipboard.readText()")) < len(copies[0])


@WIDTHS
def test_names_stay_in_sight(page, address, width):
    """The names of the roles and the first column stay while the table scrolls."""
    opened(page, f"{address}compare/?roles={FOUR}", width)
    row = page.locator("[data-result] tbody tr", has_text="Ways aside")
    expect(row).to_be_attached()
    page.evaluate(
        "document.querySelector('[data-result] tbody:last-of-type tr:last-child').scrollIntoView({block: 'end'})"
    )
    head = page.locator("[data-result] thead th").first
    expect(head).to_be_in_viewport()
    assert head.bounding_box()["width"] > 140, "a column that is narrower breaks words"
    box = page.locator("[data-result] .rb-scroll", has=page.locator(".rb-compare"))
    box.evaluate("box => box.scrollTo({left: 200})")
    expect(row.locator("th")).to_be_in_viewport()
    assert fits(page)


@WIDTHS
def test_the_matrix_sorts(page, address, width):
    """Numbers as numbers, text as text, and what is not stated last, whichever way."""
    opened(page, f"{address}compare/", width)
    matrix = page.locator(".rb-matrix")

    def column(place: int) -> list[str]:
        return [
            text.split("\n")[0].strip() for text in matrix.locator(f"tbody tr > :nth-child({place})").all_inner_texts()
        ]

    first = column(1)
    for way in (1, -1):
        matrix.get_by_role("button", name="Typical pay").click()
        stated = [text for text in column(2) if text != "Not stated"]
        amounts = [int(re.sub(r"\D", "", text.split(" ")[0])) for text in stated]
        assert amounts == sorted(amounts, reverse=way < 0)
        assert column(2) == stated + ["Not stated"] * (len(first) - len(stated))
        assert 0 < len(stated) < len(first)
    expect(matrix.get_by_role("columnheader", name="Typical pay")).to_have_attribute("aria-sort", "descending")
    matrix.get_by_role("button", name="Experience").press("Enter")
    years = matrix.locator("tbody tr > :nth-child(5)[data-order]").evaluate_all("all => all.map(e => +e.dataset.order)")
    assert years == sorted(years) and (years[0], years[-1]) == (5, 8)
    assert matrix.locator("th[aria-sort]").count() == 1
    matrix.get_by_role("button", name="Role").click()
    assert column(1) == sorted(first, key=str.casefold)
    assert fits(page)


def test_without_javascript_the_hub_leads_on(browser, address):
    context = browser.new_context(java_script_enabled=False)
    hub = context.new_page()
    hub.goto(f"{address}compare/")
    expect(hub.locator("[data-compare-picker]")).to_be_hidden()
    expect(hub.locator(".rb-matrix tbody tr")).to_have_count(9)
    assert hub.locator("#pairs + .rb-groups a").count() == 9 * 8
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@WIDTHS
def test_the_picker_in_use_has_no_accessibility_violation(page, address, width, scheme):
    page.emulate_media(color_scheme=scheme)
    opened(page, f"{address}compare/?roles={TWO},ai-strategy-analyst,unknown-role", width)
    expect(page.locator("[data-result] thead th")).to_have_count(3)
    page.get_by_role("combobox", name="Add a role").fill("lead")
    expect(page.get_by_role("option").first).to_be_visible()
    page.locator(".rb-matrix").get_by_role("button", name="Typical pay").evaluate("button => button.click()")
    assert violations(page) == []


def test_paper_has_the_comparison_and_not_the_controls(page, address):
    opened(page, f"{address}compare/?roles={TWO}")
    expect(page.locator("[data-result] thead th")).to_have_count(2)
    page.emulate_media(media="print")
    expect(page.locator("[data-result] .rb-compare")).to_be_visible()
    for control in (".rb-picker", "[data-compare-tools]"):
        expect(page.locator(control).first).to_be_hidden()
