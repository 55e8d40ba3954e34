"""Pages that people write by hand, in Markdown."""

from collections.abc import Iterator

from rolebook.pages.render import Page
from rolebook.site.context import Site

SCRIPT = "written.js"
STYLES = ("written.css", "assets/admonitions.css")
"""What Markdown beyond plain text needs: these pages alone hold any."""


def pages(site: Site) -> Iterator[Page]:
    """`about.md` stands at `about/`. Its Markdown is not touched."""
    for page in site.catalogue.written:
        front = page.front
        yield Page(
            page.url,
            "",
            page.title,
            front.description or site.catalogue.settings.lede,
            {"body": page.body},
            changed=front.changed,
            hide=front.hide,
            scripts=(SCRIPT, *front.scripts),
            styles=(*STYLES, *front.styles),
            meta={"author": front.author, "template": front.template},
        )
