"""The handbook as a PDF, printed by Chromium: the same style sheets as in a reader's own browser.

(WeasyPrint 70 knows page numbers in contents, which Chromium does not, but none of light-dark(), clamp() with vw,
media queries by width, or styles of inline SVG, and so needs a second design. Here the numbers are looked up in a
first print, and written into the second.)
"""

import re
import tempfile
from collections.abc import Mapping
from datetime import datetime
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser
from pypdf import PdfReader

from rolebook.pages.binding import HERE
from rolebook.pages.html_attributes import inside, rewrite

SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
NODE = re.compile(rb"\bnode\d{8}\b")
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
DATE = re.compile(rb"\(D:\d{14}\+00'00'\)")
PATIENCE = 300_000
"""Milliseconds. A book of a hundred roles takes its time."""


def pdf(site: Path, time: datetime, browser: Browser) -> bytes:
    """The handbook of a built site as a PDF dated `time`."""
    html = (site / "handbook" / "index.html").read_text("utf-8")
    online = CANONICAL.search(html)
    # A script would print the address of the folder that the page lies in while it is printed.
    html = _outward(SCRIPT.sub("", html), online[1] if online else None)
    first = _print(html, site, browser)
    made = _print(_numbered(html, _places(first)), site, browser)
    return _renumbered(DATE.sub(time.strftime("(D:%Y%m%d%H%M%S+00'00')").encode(), made))


def _renumbered(made: bytes) -> bytes:
    """The ids of tagged elements numbered from 0, in their order: Chromium starts them where it happens to be."""
    ranks = {id: rank for rank, id in enumerate(sorted(set(NODE.findall(made))))}
    # As long as before, because the table at the end of a PDF counts bytes.
    return NODE.sub(lambda found: b"node%08d" % ranks[found[0]], made)


def _outward(html: str, online: str | None) -> str:
    """The page with links to other pages of the site made absolute; without them where its address is not known."""

    def change(tag: str, attribute: str, value: str) -> str | None:
        if tag == "a" and attribute == "href" and inside(unescape(value), HERE):
            return urljoin(online, value) if online else None
        return value

    return rewrite(html, change)


def _places(printed: bytes) -> Mapping[str, int]:
    """The page, from 1, of every anchor that a link leads to."""
    reader = PdfReader(BytesIO(printed))
    found = {name.lstrip("/"): reader.get_destination_page_number(at) for name, at in reader.named_destinations.items()}
    return {name: page + 1 for name, page in found.items() if page is not None}


def _numbered(html: str, places: Mapping[str, int]) -> str:
    """The page with the number of the page in each link of the contents."""
    start = html.index('id="contents"')
    end = html.index("</section>", start)
    contents = re.sub(
        r'href="#([^"]+)"', lambda link: f'{link[0]} data-page="{places.get(link[1], "")}"', html[start:end]
    )
    return html[:start] + contents + html[end:]


def _print(html: str, site: Path, browser: Browser) -> bytes:
    """One page of a site, with changes, as Chromium prints it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "assets").symlink_to((site / "assets").absolute())
        (folder / "handbook").mkdir()
        page = folder / "handbook" / "index.html"
        page.write_text(html, "utf-8")
        tab = browser.new_page()
        tab.goto(page.as_uri(), timeout=PATIENCE)
        printed = tab.pdf(prefer_css_page_size=True, outline=True, tagged=True)
        tab.close()
        return printed
