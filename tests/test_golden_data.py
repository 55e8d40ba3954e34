"""What the workshop gives to other programs and to the browser, whole, for a person to review.

After a wanted change: `make golden`, then read the difference. The files in tests/golden/workshop hold every key and
every word, so that a key that is renamed, an order that turns or a number that moves is seen.
"""

import difflib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import pytest

from rolebook.analysis import role_filters
from rolebook.exports.api import api_files
from rolebook.exports.browser_catalogue import column, names
from rolebook.exports.feeds import feed_files
from rolebook.exports.matcher_data import matcher_data
from rolebook.exports.search_index import index
from rolebook.model.base import plain_number
from rolebook.model.catalogue import Catalogue
from rolebook.pages.head import with_heads
from rolebook.pages.inventory import pages
from rolebook.pages.render import Page
from rolebook.site.context import Site
from rolebook.wording.pay_chart import role_chart, shared_chart
from rolebook.wording.view import View
from tests.conftest import TESTS

GOLDEN = TESTS / "golden" / "workshop"
TODAY = date(2026, 3, 1)
"""Figures of 2023 are more than two years old on it, those of 2024 are not; those of 2026 are not yet known."""
ADDRESS = "https://workshop.example/roles/"
ROLES = ("furnace-keeper", "glassblower", "glazier", "kiln-tender", "mosaicist", "studio-head", "sweeper")
PAIRS = ("furnace-keeper-vs-glassblower", "glassblower-vs-mosaicist", "glassblower-vs-studio-head")


@dataclass(frozen=True)
class Made:
    """All that is made of the workshop."""

    catalogue: Catalogue

    @cached_property
    def site(self) -> Site:
        return Site(View(self.catalogue, TODAY), ADDRESS)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(with_heads(pages(self.site), self.site))

    @cached_property
    def files(self) -> dict[str, str]:
        return {name: data.decode() for name, data in (*api_files(self.site), *feed_files(self.site))}

    def json(self, name: str) -> Any:
        return json.loads(self.files[f"api/v1/{name}"])

    def linked_data(self, slug: str) -> Any:
        page = next(page for page in self.pages if page.url == f"roles/{slug}/")
        return json.loads(page.meta["head"]["data"].replace("\\u003c", "<"))

    def column(self, slug: str) -> Any:
        partners = [other for pair in self.site.pairs if slug in pair for other in pair if other != slug]
        return column(self.catalogue.by_slug[slug], self.site, partners)

    def charts(self) -> Any:
        living = [(role, "", f"#{role.slug}") for role in self.catalogue.roles]
        return {"shared": shared_chart(living, self.catalogue)} | {
            role.slug: role_chart(role, self.site.view) for role in self.catalogue.roles
        }

    def filters(self) -> Any:
        choices = role_filters.choices(self.catalogue)
        traits = {
            role.slug: asdict(role_filters.traits(role, self.catalogue, choices.unit)) for role in self.catalogue.roles
        }
        return {"choices": choices, "traits": traits}


FILES: dict[str, Callable[[Made], Any]] = {
    "api-catalogue.json": lambda made: made.json("catalogue.json"),
    "api-roles.csv": lambda made: made.files["api/v1/roles.csv"].replace("\r\n", "\n"),
    **{f"api-role-{slug}.json": lambda made, slug=slug: made.json(f"roles/{slug}.json") for slug in ROLES},
    **{f"api-pair-{pair}.json": lambda made, pair=pair: made.json(f"compare/{pair}.json") for pair in PAIRS},
    "search-index.json": lambda made: index(made.site, made.pages),
    "feed.xml": lambda made: made.files["changes/feed.xml"],
    "feed-glassblower.xml": lambda made: made.files["roles/glassblower/feed.xml"],
    **{f"json-ld-{slug}.json": lambda made, slug=slug: made.linked_data(slug) for slug in ROLES},
    "browser-catalogue.json": lambda made: names(made.site),
    "browser-column-glassblower.json": lambda made: made.column("glassblower"),
    "browser-column-mosaicist.json": lambda made: made.column("mosaicist"),
    "matcher-data.json": lambda made: {
        key: value for key, value in matcher_data(made.catalogue).items() if key != "rules"
    },
    "charts.json": Made.charts,
    "filters.json": Made.filters,
}


@pytest.fixture(scope="module")
def made(workshop: Catalogue) -> Made:
    return Made(workshop)


@pytest.mark.parametrize("name", FILES)
def test_the_data_is_the_golden_one(made: Made, name: str) -> None:
    found = FILES[name](made)
    text = found if isinstance(found, str) else json.dumps(found, indent=1, ensure_ascii=False, default=plain) + "\n"
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    kept = golden.read_text(encoding="utf-8")
    if text != kept:
        diff = difflib.unified_diff(
            kept.splitlines(), text.splitlines(), f"golden/{name}", "made now", lineterm="", n=2
        )
        pytest.fail("\n".join([*diff, "If this is wanted: make golden, and read the difference."]), pytrace=False)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES)


def plain(value: Any) -> Any:
    """What JSON has no form for: numbers as written, dates, records."""
    if isinstance(value, Decimal):
        return plain_number(value)
    if hasattr(value, "__dataclass_fields__"):
        return asdict(value)
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)
