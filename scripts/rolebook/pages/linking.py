"""How to link to a role."""

from collections.abc import Iterator

from rolebook.render import Page
from rolebook.site import Site


def pages(site: Site) -> Iterator[Page]:
    yield Page("linking/", "linking.md.j2", "Link to a role", "Find the role that a posting describes.")
