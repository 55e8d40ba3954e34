"""Pages that survey the whole catalogue: pay, sources."""

from collections.abc import Iterable, Iterator

from rolebook.analysis.pay import middle, pay_figures
from rolebook.model.base import slugify
from rolebook.model.role import Role
from rolebook.pages.render import Page
from rolebook.site.addresses import SALARIES, SOURCES
from rolebook.site.context import Site
from rolebook.wording.pay_chart import kind_label, shared_chart
from rolebook.wording.scale import Chart


def pages(site: Site) -> Iterator[Page]:
    yield from (_salaries(site), _sources(site))


def _salaries(site: Site) -> Page:
    stated = [role for role in site.by_title if any(pay_figures(role))]
    return Page(
        SALARIES,
        "salaries.md.j2",
        "Pay of all roles",
        "Typical pay and range of every role, by kind of figure, with source, and year where stated.",
        {
            "kinds": tuple(_kinds_of_pay(site, stated)),
            "rows": tuple((role, site.view.facts(role)[:2]) for role in stated),
            "silent": tuple(role for role in site.by_title if not any(pay_figures(role))),
        },
        changed=site.catalogue.changed,
        hide=("toc",),
    )


def _kinds_of_pay(site: Site, roles: Iterable[Role]) -> Iterator[tuple[str, str, Chart | None]]:
    """Roles whose headline figures are of one kind, as (anchor, heading, chart), the highest typical pay first.

    Roles of different kinds are never put in one order.
    """
    to = site.addresses(SALARIES)
    kinds: dict[str, list[Role]] = {}
    for role in roles:
        typical, span = pay_figures(role)
        if figure := typical or span:
            heading = kind_label(figure, site.catalogue)
            kinds.setdefault(heading if typical else "A range alone", []).append(role)
    for heading, alike in kinds.items():
        alike.sort(key=lambda role: -(middle(role) or 0))
        chart = shared_chart([(role, "", to.role(role.slug, "salary")) for role in alike], site.catalogue)
        yield slugify(heading), heading, chart


def _sources(site: Site) -> Page:
    rows = tuple((source, site.view.from_source(source.id)) for source in site.catalogue.references)
    return Page(
        SOURCES,
        "sources.md.j2",
        "Where figures come from",
        "Every source, and every figure taken from it.",
        {"rows": rows},
        changed=site.catalogue.changed,
    )
