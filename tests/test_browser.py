"""What a person does, in a real browser."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.conftest import TESTS

QUERIES = yaml.safe_load((TESTS / "search_queries.yml").read_text(encoding="utf-8"))


def first_result(page: Page, query: str) -> tuple[str, str]:
    """The title and the kind of the first result."""
    page.locator("#search-input").fill("")
    expect(page.locator("#search-results")).to_be_hidden()
    page.locator("#search-input").fill(query)
    first = page.locator("#search-results [role=option]").first
    expect(first).to_be_visible()
    return first.locator(".rb-result-title").inner_text(), first.get_attribute("href") or ""


def open_search(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_visible()
    page.wait_for_function("window.rolebookSearch !== undefined")


def test_each_query_finds_the_right_thing_first(page: Page, address: str) -> None:
    page.goto(address)
    open_search(page)
    places = {"role": "roles/", "comparison": "compare/", "skill": "skills/", "section": "#", "page": ""}
    wrong = []
    for case in QUERIES:
        title, href = first_result(page, case["query"])
        wanted = case["first"] if isinstance(case["first"], list) else [case["first"]]
        if title not in wanted or places[case["kind"]] not in href:
            wrong.append((case["query"], title, href))
    assert not wrong
    assert len(QUERIES) >= 25


@pytest.mark.parametrize("from_disk", [False, True], ids=["http", "file"])
def test_search_for_pytorch_and_follow_the_result(page: Page, address: str, site: Path, from_disk: bool) -> None:
    page.goto(site.joinpath("index.html").as_uri() if from_disk else address)
    open_search(page)
    title, _ = first_result(page, "pytorch")
    page.locator("#search-results [role=option]").first.click()
    expect(page.locator("h1")).to_contain_text(title)
    assert "PyTorch" in page.locator("#requirements-tool").inner_text()


def test_nothing_of_search_is_loaded_before_it_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert not [url for url in asked if "search-index" in url or "minisearch" in url]
    open_search(page)
    assert [url for url in asked if "search-index" in url]


def test_a_query_that_finds_nothing_says_so_and_leads_on(page: Page, address: str) -> None:
    page.goto(address)
    open_search(page)
    page.locator("#search-input").fill("xyzzyplugh")
    expect(page.locator("#search-status")).to_contain_text("No")
    expect(page.locator("#search a", has_text="All roles")).to_be_visible()


def test_the_dark_scheme_is_chosen_and_kept(page: Page, address: str) -> None:
    page.goto(address)
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(colour)
    page.locator("[data-scheme-switch]").first.click()
    dark = page.evaluate(colour)
    assert dark != light
    page.goto(address + "roles/")
    assert page.evaluate(colour) == dark


def test_a_comparison_on_a_phone_scrolls_in_its_box_only(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(address + "compare/ai-technical-lead-vs-head-of-ai-engineering/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.get_by_role("columnheader", name="Head of AI Engineering").first).to_be_visible()
    box = page.locator(".rb-scroll:has(.rb-compare)").first
    box.evaluate("node => node.scrollLeft = 200")
    assert page.locator(".rb-compare tbody th").first.bounding_box()["x"] >= 0


def test_a_reader_finds_what_a_head_earns_and_how_sure_that_is(page: Page, address: str) -> None:
    page.goto(address + "roles/head-of-ai-engineering/")
    panel = page.locator(".rb-facts")
    expect(panel).to_contain_text("$223,000")
    expect(panel).to_contain_text("2024")
    # The median of executive engineers is another job's: it stands below, not at a glance.
    expect(panel).not_to_contain_text("$187,550")
    expect(page.locator("#salary-median")).to_contain_text("$187,550")
    panel.get_by_role("link", name="see the note").first.click()
    expect(page.locator("#salary-head-average .rb-note")).to_be_in_viewport()
    page.locator("#salary-head-average").get_by_role("link", name="AiPathly").click()
    expect(page.locator("#aipathly-head-of-ai-engineering")).to_be_in_viewport()


def test_the_page_is_useful_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("[data-search-open]").first).to_be_hidden()
    page.get_by_role("link", name="Lead Engineer", exact=True).click()
    expect(page.locator("#salary-average-base")).to_contain_text("$180,000")
    page.get_by_role("link", name="Compare", exact=True).first.click()
    page.get_by_role("link", name="with Machine Learning Team Lead").first.click()
    expect(page.locator("h1")).to_contain_text("vs")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_told_apart_by_more_than_colour(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(address + "compare/ai-technical-lead-vs-lead-engineer/")
    labels = page.locator("svg .rb-row-label").all_text_contents()
    page.close()
    assert [label[:1] for label in labels] == ["A", "B"]
