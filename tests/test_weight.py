"""A first view is light: what a browser loads for the page of a role, before anybody does anything."""

import gzip
from pathlib import Path

from playwright.sync_api import Browser, Response

from rolebook.model.catalogue import Catalogue

MOST_BYTES = 45_000
"""After gzip, the typeface and the icon included."""
MOST_REQUESTS = 8


def test_the_first_view_of_any_role_is_light(browser: Browser, address: str, catalogue: Catalogue) -> None:
    heavy = {}
    for role in catalogue.roles:
        context = browser.new_context()  # With nothing in its cache.
        page = context.new_page()
        responses: list[Response] = []
        page.on("response", lambda response: responses.append(response))  # noqa: B023, PLW0108
        page.goto(f"{address}roles/{role.slug}/", wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => null)")
        weights = {response.url: _weight(response) for response in responses}
        context.close()
        assert {Path(url).suffix for url in weights} >= {"", ".css", ".js", ".woff2"}, "something did not load"
        if sum(weights.values()) > MOST_BYTES or len(responses) > MOST_REQUESTS:
            heavy[role.slug] = weights
    assert not heavy, {slug: (sum(weights.values()), weights) for slug, weights in heavy.items()}


def _weight(response: Response) -> int:
    return len(gzip.compress(response.body(), 9))
