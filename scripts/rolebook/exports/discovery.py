"""How search engines and language models find the pages: sitemap.xml, robots.txt and llms.txt."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from rolebook.exports.markdown_copies import NAME
from rolebook.pages.render import Page
from rolebook.site.context import Site

OVERVIEWS = "Overviews"
GROUPS = {"": OVERVIEWS, "roles": "Roles", "compare": "Comparisons", "skills": "Skills"}


def discovery_files(site: Site, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    if site.address:
        # A sitemap may only hold absolute addresses.
        yield "sitemap.xml", _sitemap(site.address, pages).encode()
    sitemap = f"Sitemap: {site.address}sitemap.xml\n" if site.address else ""
    yield "robots.txt", f"User-agent: *\nAllow: /\n{sitemap}".encode()
    yield "llms.txt", _llms(site, pages).encode()


def _sitemap(address: str, pages: Iterable[Page]) -> str:
    """Every page and the day of its last change, which comes from the content and not from the build."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in pages:
        changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed else ""
        lines.append(f"<url><loc>{escape(address + page.url)}</loc>{changed}</url>")
    return "\n".join([*lines, "</urlset>"]) + "\n"


def _llms(site: Site, pages: Iterable[Page]) -> str:
    """The pages by kind, each as Markdown (llmstxt.org). Addresses are relative where the site's own is not known."""
    settings = site.catalogue.settings
    lines = [f"# {_line(settings.title)}", "", f"> {_line(settings.lede)}", ""]
    lines += [f"Every page is also Markdown, at its address followed by `{NAME}`. The data is JSON: api/v1/.", ""]
    by_group: dict[str, list[Page]] = {title: [] for title in GROUPS.values()}
    for page in pages:
        by_group[GROUPS.get(_kind(page), OVERVIEWS)].append(page)
    for title, group in by_group.items():
        lines += [f"## {title}", ""]
        lines += [
            f"- [{_line(page.title)}]({site.address or ''}{page.url}{NAME}): {_line(page.description)}"
            for page in group
        ]
        lines.append("")
    return "\n".join(lines)


def _kind(page: Page) -> str:
    """The folder of a page that stands in one; nothing for a page just below the root."""
    folder, _, rest = page.url.partition("/")
    return folder if rest else ""


def _line(text: str) -> str:
    """Text in Markdown that is only text."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace("<", "\\<")
