"""Which pages there are. Each module that is named here makes the pages of one kind."""

from collections.abc import Iterator

from rolebook.pages import (
    careers,
    changes,
    comparisons,
    evidence,
    handbook,
    linking,
    roles,
    rules,
    skills,
    surveys,
    written,
)
from rolebook.pages.render import Page
from rolebook.site.context import Site

KINDS = (roles, comparisons, skills, surveys, evidence, careers, changes, handbook, linking, rules, written)


def pages(site: Site) -> Iterator[Page]:
    """Every page of the site, one at a time."""
    for kind in KINDS:
        yield from kind.pages(site)
