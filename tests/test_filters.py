"""“Which role is this?”: the filters of the page of all roles, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDTHS = pytest.mark.parametrize("width", [360, 1280])


def opened(page: Page, address: str, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    return page


def fitting(page: Page) -> list[str]:
    return page.locator("[data-filtered] > .rb-card:visible h3").all_inner_texts()


def may_fit(page: Page) -> list[str]:
    return page.locator("[data-may-fit] .rb-card:visible h3").all_inner_texts()


def status(page: Page) -> str:
    return page.locator("[data-filter-status]").inner_text()


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@WIDTHS
def test_filters_combine_count_and_live_in_the_address(page, address, width):
    opened(page, f"{address}roles/", width)
    assert status(page) == "9 roles."
    page.get_by_label("Family").select_option("engineering-leadership")
    assert len(fitting(page)) == 3
    page.get_by_label("Pay at least").fill("190000")
    assert set(fitting(page)) == {"AI Technical Lead", "Lead Engineer"}
    expect(page.get_by_role("heading", name="Data and architecture")).to_be_hidden()
    expect(page.get_by_role("heading", name="Engineering leadership")).to_be_visible()
    page.locator("#pay").fill("210000")
    assert fitting(page) == ["Lead Engineer"]
    assert status(page) == "1 of 9 roles fit."
    assert page.url.endswith("?family=engineering-leadership&pay=210000")
    assert fits(page)
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    assert fitting(page) == ["Lead Engineer"]
    assert page.locator("#pay").input_value() == "210000"


@WIDTHS
def test_years_that_a_source_leaves_open_may_fit(page, address, width):
    """A role that asks for work in years and without a number is never sure to fit, and never hidden by it."""
    opened(page, f"{address}roles/?family=engineering-leadership", width)
    page.locator("#years").fill("7")
    assert fitting(page) == []
    assert set(may_fit(page)) == {"Lead Engineer", "Machine Learning Team Lead"}, "AI Technical Lead asks for 10"
    assert status(page) == "0 of 9 roles fit. 2 more may fit."
    assert set(page.locator("[data-may-fit] .rb-unstated").all_inner_texts()) == {"Depends: years of experience"}
    expect(page.get_by_text("No role is sure to fit. Below are those that may.")).to_be_visible()
    page.locator("#years").fill("4")
    assert (fitting(page), may_fit(page)) == ([], [])
    assert page.url.endswith("?family=engineering-leadership&years=4")
    assert fits(page)


def test_choices_say_how_many_fit_with_them(page, address):
    opened(page, f"{address}roles/")
    texts = page.get_by_label("Family").locator("option").all_inner_texts()
    assert "Engineering leadership (3)" in texts
    assert sum(int(re.search(r"\((\d+)\)", text)[1]) for text in texts[1:]) == 9
    page.get_by_label("Pay at least").fill("190000")
    assert "Engineering leadership (2)" in page.get_by_label("Family").locator("option").all_inner_texts()


def test_skills_are_found_by_typing_and_removed_by_their_chip(page, address):
    opened(page, f"{address}roles/")
    field = page.get_by_role("combobox", name="Skills, all of them")
    field.fill("pyth")
    expect(page.get_by_role("option", name="Python")).to_be_visible()
    field.press("Enter")
    expect(page).to_have_url(f"{address}roles/?skills=python")
    with_python = fitting(page)
    assert 0 < len(with_python) < 9
    field.fill("spark")
    field.press("Enter")
    assert set(fitting(page)) < set(with_python)
    page.get_by_role("button", name="Remove filter Python").click()
    assert "python" not in page.url
    page.go_back()
    page.go_back()
    assert fitting(page) == with_python
    page.go_back()
    assert len(fitting(page)) == 9


@WIDTHS
def test_no_match_offers_a_way_back(page, address, width):
    opened(page, f"{address}roles/?family=executive-leadership&seniority=lead&pay=100000", width)
    assert (fitting(page), may_fit(page)) == ([], [])
    expect(page.get_by_text("No role fits. Remove:")).to_be_visible()
    assert fits(page)
    page.get_by_role("button", name="Lead: then 1 fits").click()
    assert fitting(page) == ["Head of AI Engineering"]
    page.goto(f"{address}roles/?family=executive-leadership&seniority=lead&skills=python&pay=900000")
    page.locator("[data-filter-message]").get_by_role("button", name="Clear all").click()
    assert len(fitting(page)) == 9
    assert page.url == f"{address}roles/"


def test_what_is_not_stated_stands_apart(page, address):
    """Roles whose sources do not give what is asked are neither hidden nor taken for a match."""
    opened(page, f"{address}roles/?pay=1")
    assert may_fit(page)
    assert len(fitting(page)) + len(may_fit(page)) == 9
    assert set(page.locator("[data-may-fit] .rb-unstated").all_inner_texts()) == {"Not stated: pay"}
    assert re.fullmatch(r"\d of 9 roles fit\. \d more may fit\.", status(page))
    page.get_by_role("button", name="Remove filter Pay at least 1").click()
    assert may_fit(page) == []
    assert len(fitting(page)) == 9


def test_cards_return_to_their_places(page, address):
    opened(page, f"{address}roles/")
    before = fitting(page)
    page.get_by_label("Pay at least").fill("190000")
    page.get_by_label("Degree at most").select_option("bachelors")
    page.get_by_role("button", name="Clear all").first.click()
    assert fitting(page) == before
    assert page.locator(".rb-unstated").count() == 0


def test_a_choice_that_is_not_there_is_named(page, address):
    opened(page, f"{address}roles/?family=<b>wizards</b>&skills=python,nope&years=x")
    expect(page.get_by_text("Left out, because there is no such choice: <b>wizards</b>, x, nope.")).to_be_visible()
    assert 0 < len(fitting(page)) < 9


def test_filters_work_from_disk(page, site):
    opened(page, (site / "roles" / "index.html").as_uri())
    page.get_by_label("Family").select_option("engineering-leadership")
    assert len(fitting(page)) == 3
    assert page.url.endswith("?family=engineering-leadership")
    page.go_back()
    assert len(fitting(page)) == 9


def test_without_javascript_all_roles_are_there(browser, address):
    context = browser.new_context(java_script_enabled=False)
    roles = context.new_page()
    roles.goto(f"{address}roles/")
    expect(roles.locator("[data-role-filters]")).to_be_hidden()
    assert roles.locator(".rb-card:visible").count() == 9
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@WIDTHS
def test_filters_in_use_have_no_accessibility_violation(page, address, width, scheme):
    page.emulate_media(color_scheme=scheme)
    for query in ("?pay=150000&skills=python", "?family=executive-leadership&seniority=entry&years=1"):
        opened(page, f"{address}roles/{query}", width)
        page.get_by_role("combobox", name="Skills, all of them").fill("a")
        expect(page.locator("#skill-list [role=option]").first).to_be_visible()
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found] == []
