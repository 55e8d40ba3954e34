"""The whole catalogue as one page made to be printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolebook.model.role import Role
from rolebook.pages.render import Page
from rolebook.site.addresses import HANDBOOK
from rolebook.site.context import Site
from rolebook.wording.fact_words import FactWords
from rolebook.wording.pay_chart import role_chart
from rolebook.wording.scale import Chart


@dataclass(frozen=True)
class Chapter:
    """One role, with what its page is given."""

    role: Role
    facts: tuple[FactWords, ...]
    chart: Chart | None


def pages(site: Site) -> Iterator[Page]:
    """The handbook; where the catalogue is too large for one, what to print instead."""
    catalogue = site.catalogue
    if len(catalogue.roles) > catalogue.settings.handbook_up_to:
        yield _page(site, "handbook_too_large.md.j2", {})
        return
    view = site.view
    families = tuple(
        (family, tuple(Chapter(role, view.facts(role), role_chart(role, view)) for role in roles))
        for family, roles in site.families
    )
    yield _page(site, "handbook.md.j2", {"families": families, "book": frozenset(catalogue.by_slug)})


def _page(site: Site, template: str, data: dict[str, object]) -> Page:
    return Page(
        HANDBOOK,
        template,
        "Handbook",
        "Every role of this catalogue on one page, made to be printed or read from end to end.",
        data,
        changed=site.catalogue.changed,
        hide=("toc",),
        styles=("handbook.css", "assets/handbook-heads.css"),
    )
