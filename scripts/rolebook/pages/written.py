"""Pages that people write by hand, in Markdown."""

from collections.abc import Iterator

from rolebook.pages.render import Page
from rolebook.site.context import Site


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
            scripts=front.scripts,
            styles=front.styles,
        )
