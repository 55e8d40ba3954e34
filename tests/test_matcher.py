"""Which role a posting describes, on its page: in a real browser, over http and from disk."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.conftest import TESTS

POSTING = (TESTS / "postings" / "machine-learning-team-lead.txt").read_text().split("\n--\n", 1)[1]
WEAK = "Deep Learning, MLOps, Python, SQL, PyTorch, pandas, Docker, Kubernetes"
NOTHING = "Could not recognise any English terms of this catalogue in the text."
HTML = (TESTS / "postings" / "html-paste.txt").read_text().split("\n--\n", 1)[1]


@pytest.fixture(params=["http", "file"])
def linking(request: pytest.FixtureRequest, page: Page, address: str, site: Path) -> Page:
    page.goto(f"{address}linking/" if request.param == "http" else (site / "linking" / "index.html").as_uri())
    return page


def find(page: Page, text: str) -> None:
    page.get_by_label("Text of the posting").fill(text)
    page.get_by_role("button", name="Find the role").click()


def status(page: Page):
    return page.locator("#posting-status")


def test_a_posting_leads_to_its_role(linking):
    find(linking, POSTING)
    expect(status(linking)).to_contain_text("The best fit: Machine Learning Team Lead (strong match).")
    first = linking.locator("#posting-results li.rb-panel").first
    expect(first.get_by_role("heading", level=3)).to_have_text("Machine Learning Team Lead Strong match")
    expect(first.get_by_role("heading", level=4)).to_have_text(
        ["Why it fits", "Your posting does not mention", "Beyond this role"]
    )
    expect(first).to_contain_text("The title: “ML Team Lead”.")
    expect(first).to_contain_text("The years of experience: 5 years or more.")
    first.get_by_role("link", name="Machine Learning Team Lead").click()
    expect(linking.get_by_role("heading", level=1)).to_contain_text("Machine Learning Team Lead")


def test_the_link_to_copy_is_the_hosted_one(page, address):
    page.goto(f"{address}linking/")
    find(page, POSTING)
    page.get_by_role("button", name="Copy link to Machine Learning Team Lead").click()
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "https://example.org/rolebook/roles/machine-learning-team-lead/"
    )


def test_by_keyboard(linking):
    linking.get_by_label("Text of the posting").focus()
    linking.keyboard.insert_text(POSTING)
    linking.keyboard.press("Tab")
    linking.keyboard.press("Enter")
    expect(status(linking)).to_contain_text("The best fit: Machine Learning Team Lead")
    linking.keyboard.press("Tab")
    linking.keyboard.press("Enter")
    expect(linking.get_by_label("Text of the posting")).to_have_value("")
    expect(linking.locator("#posting-results")).to_be_empty()


def test_a_megabyte_does_not_freeze_the_page(linking):
    find(linking, POSTING)  # Loads the data, so that only the matching is measured.
    expect(status(linking)).to_contain_text("The best")
    linking.evaluate(
        """text => {
            document.getElementById("posting-text").value = text.repeat(Math.ceil(1_000_000 / text.length))
            window.longest = 0
            new PerformanceObserver((list) => {
                for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration)
            }).observe({ type: "longtask" })
        }""",
        POSTING,
    )
    linking.get_by_role("button", name="Find the role").click()
    expect(status(linking)).to_contain_text("only its first 50,000 characters were read")
    expect(linking.locator("#posting-results h3").first).to_contain_text("Machine Learning Team Lead")
    assert linking.evaluate("window.longest") < 1000


def test_html_is_text(linking):
    find(linking, HTML)
    expect(status(linking)).to_contain_text("The best fit: Lead Engineer (strong match).")
    find(
        linking, "Head of AI Engineering <img src=x onerror='window.pwned=1'>&lt;img src=x onerror='window.pwned=1'&gt;"
    )
    expect(status(linking)).to_contain_text("The best fit: Head of AI Engineering")
    assert linking.locator("#posting-results :is(img, script, b, em)").count() == 0
    assert linking.evaluate("window.pwned") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  \n", "Paste the text of a posting first."),
        (
            "Nous recherchons une personne souriante.",
            NOTHING,
        ),
        ("Ищем повара", NOTHING),
        (
            "Deep Learning, MLOps, Python, SQL, PyTorch, pandas, Docker, Kubernetes",
            "No role fits well. The nearest: Machine Learning Team Lead (weak match).",
        ),
        ("A cook with a sense of teamwork", "No role fits well. Only few terms were recognised; English terms are."),
    ],
)
def test_what_is_said_when_nothing_fits(linking, text, said):
    find(linking, text)
    expect(status(linking)).to_have_text(said)
    assert linking.locator("#posting-results h3").count() == ("nearest" in said)


def test_nothing_leaves_the_page(page, address):
    page.goto(f"{address}linking/")
    page.wait_for_load_state("networkidle")
    asked: list[tuple[str, str | None]] = []
    page.on("request", lambda request: asked.append((request.url, request.post_data)))
    find(page, POSTING)
    expect(status(page)).to_contain_text("The best")
    find(page, HTML)
    expect(status(page)).to_contain_text("The best fit: Lead Engineer")
    # Only the data, once; and nothing is kept.
    assert asked == [(f"{address}assets/posting-data.js", None)]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.search]") == [
        0,
        0,
        "",
        "",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_and_narrow(page, address, scheme):
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}linking/")
    find(page, POSTING)
    expect(status(page)).to_contain_text("The best")
    page.locator("#posting-results details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_javascript(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}linking/")
    expect(page.get_by_text("This needs JavaScript.")).to_be_visible()
    expect(page.get_by_label("Text of the posting")).to_be_hidden()
    page.locator("#posting-needs-script").get_by_role("link", name="all roles").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("All roles")
    context.close()
