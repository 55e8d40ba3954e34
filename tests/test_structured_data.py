"""What machines read: schema.org, the sitemap, robots.txt, llms.txt, Markdown beside each page."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import schema_org
from selectolax.lexbor import LexborHTMLParser

from rolebook.exports.markdown_copies import markdown_copy
from rolebook.model.catalogue import Catalogue
from rolebook.pages.json_ld import script
from rolebook.pages.render import Page
from rolebook.site.context import Site
from rolebook.wording.view import View

HOSTED = "https://example.org/rolebook/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(value: Any) -> Any:
    """JSON-LD as the strict types of the vocabulary. Raises where a type, a property or a value is not in it."""
    if isinstance(value, list):
        return [read(one) for one in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return date.fromisoformat(value)
    if not isinstance(value, dict):
        return value
    kind = getattr(schema_org, value["@type"])
    names = {field.alias: name for name, field in kind.model_fields.items()}
    given = {names[key]: read(one) for key, one in value.items() if key not in ("@type", "@context")}
    return kind(**given)


def graph(path: Path) -> list[dict[str, Any]]:
    node = LexborHTMLParser(path.read_text()).css_first('script[type="application/ld+json"]')
    if not node:
        return []
    data = json.loads(node.text())
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def one(path: Path, kind: str) -> dict[str, Any]:
    (found,) = (thing for thing in graph(path) if thing["@type"] == kind)
    return found


def test_all_of_it_is_in_the_vocabulary(site: Path) -> None:
    kinds = []
    for path in site.rglob("index.html"):
        for thing in graph(path):
            assert read(thing).to_jsonld()
            kinds.append(thing["@type"])
    assert set(kinds) == {"WebSite", "BreadcrumbList", "Occupation"}


@pytest.mark.parametrize(
    "thing", [{"@type": "Occupation", "pay": 1}, {"@type": "Occupation", "skills": {"@type": "Person"}}]
)
def test_the_check_sees_what_is_not_in_the_vocabulary(thing: dict[str, Any]) -> None:
    with pytest.raises((KeyError, ValueError)):
        read(thing)


def test_an_occupation_says_what_the_role_says(site: Path, catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        data = one(site / "roles" / role.slug / "index.html", "Occupation")
        assert data["name"] == role.title
        assert data["description"] == role.summary
        assert data["url"] == f"{HOSTED}roles/{role.slug}/"
        assert data["mainEntityOfPage"]["dateModified"] == role.changed.isoformat()
        assert data["occupationalCategory"][0]["codeValue"] == role.occupation.onet_soc
        assert len(data["responsibilities"]) == sum(len(group.items) for group in role.responsibilities)
    head = one(site / "roles/head-of-ai-engineering/index.html", "Occupation")
    assert {
        "@type": "MonetaryAmountDistribution",
        "currency": "USD",
        "duration": "P1Y",
        "median": 187550,
    }.items() <= next(pay for pay in head["estimatedSalary"] if pay.get("median") == 187550).items()
    assert head["educationRequirements"][0]["credentialCategory"] == "Master's degree"
    assert 60 in [years.get("monthsOfExperience") for years in head["experienceRequirements"]]
    assert all("$" not in json.dumps(pay) for pay in head["estimatedSalary"])


def test_percentiles_become_percentiles(catalogue: Catalogue, site: Path) -> None:
    stated = [
        (role, figure)
        for role in catalogue.roles
        for _, figure in role.figures
        if figure.percentiles and role.salary and figure in role.salary.figures
    ]
    for role, figure in stated:
        pays = one(site / "roles" / role.slug / "index.html", "Occupation")["estimatedSalary"]
        wanted = {float(value) for _, value in figure.percentiles.known}
        assert any(
            {value for key, value in pay.items() if "ercentile" in key or key == "median"} == wanted for pay in pays
        )


def test_breadcrumbs_lead_down_to_the_page(site: Path) -> None:
    items = one(site / "skills/python/index.html", "BreadcrumbList")["itemListElement"]
    assert [(item["position"], item["item"]["@id"]) for item in items] == [
        (1, f"{HOSTED}skills/"),
        (2, f"{HOSTED}skills/python/"),
    ]


def test_nothing_ends_the_script_early(tiny: Catalogue) -> None:
    page = Page("x/", "x.md.j2", "</script><!--", "", crumbs=(("<script>", ""),))
    made = script(page, Site(View(tiny, tiny.changed)))
    assert "<" not in made
    assert json.loads(made)["@graph"][0]["itemListElement"][1]["name"] == "</script><!--"
    assert "item" not in json.loads(made)["@graph"][0]["itemListElement"][1]


def listed(site: Path) -> dict[str, str | None]:
    tree = ElementTree.parse(site / "sitemap.xml")
    return {
        url.findtext(f"{SITEMAP}loc").removeprefix(HOSTED): url.findtext(f"{SITEMAP}lastmod")
        for url in tree.iter(f"{SITEMAP}url")
    }


def test_the_sitemap_lists_the_pages_with_the_days_of_their_changes(site: Path, catalogue: Catalogue) -> None:
    urls = listed(site)
    for path in site.rglob("index.html"):
        tree = LexborHTMLParser(path.read_text())
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        indexed = not tree.css_first("meta[name=robots], meta[http-equiv=refresh]")
        assert (url in urls) is indexed, url
    for role in catalogue.roles:
        assert urls[f"roles/{role.slug}/"] == role.changed.isoformat()
    assert f"Sitemap: {HOSTED}sitemap.xml" in (site / "robots.txt").read_text().splitlines()
    assert "Disallow" not in (site / "robots.txt").read_text()


def test_llms_txt_lists_the_markdown_of_every_page(site: Path) -> None:
    text = (site / "llms.txt").read_text()
    assert text.startswith("# ")
    found = {url.removeprefix(HOSTED).removesuffix("index.md.txt") for url in re.findall(r"\]\((\S+)\)", text)}
    assert found == set(listed(site))


def test_the_markdown_beside_a_page_says_what_the_page_says(site: Path, catalogue: Catalogue) -> None:
    for url in listed(site):
        assert (site / url / "index.md.txt").read_text().startswith("# "), url
        link = LexborHTMLParser((site / url / "index.html").read_text()).css_first('link[type="text/markdown"]')
        assert link.attributes["href"] == "index.md.txt"
    for role in catalogue.roles:
        text = (site / "roles" / role.slug / "index.md.txt").read_text().replace("\\", "")
        assert role.summary in text
        for _, figure in role.figures:
            for value in filter(None, (figure.value, figure.low, figure.high)):
                assert f"{value:,f}" in text, (role.slug, figure.key)
        assert "<div" not in text and "rb-" not in text


def test_text_in_markdown_stays_text() -> None:
    page = Page("a/", "some.md.j2", "A", "About it.")
    name, made = markdown_copy(
        page, "---\ntitle: A\n---\n\n<h1>A &lt;b&gt; *c* [d](e)</h1><p>2024. x 1.5 O*NET-SOC | `y`</p>"
    )
    assert name == "a/index.md.txt"
    made = made.decode()
    assert made == "# A \\<b\\> \\*c\\* \\[d\\](e)\n\n2024\\. x 1.5 O\\*NET-SOC \\| \\`y\\`\n"
