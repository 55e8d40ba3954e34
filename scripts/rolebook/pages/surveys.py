"""Pages that survey the whole catalogue: pay, sources."""

from collections.abc import Iterator

from rolebook.analysis.pay import middle, pay_figures
from rolebook.pages.render import Page
from rolebook.site.context import Site
from rolebook.wording.pay_chart import shared_chart


def pages(site: Site) -> Iterator[Page]:
    yield from (_salaries(site), _sources(site))


def _salaries(site: Site) -> Page:
    to = site.addresses("salaries/")
    stated = [role for role in site.by_title if any(pay_figures(role))]
    stated.sort(key=lambda role: -(middle(role) or 0))
    return Page(
        "salaries/",
        "salaries.md.j2",
        "Pay of all roles",
        "Typical pay and range of every role on one scale, with the year and the source of each figure.",
        {
            "chart": shared_chart([(role, "", to.role(role.slug, "salary")) for role in stated], site.catalogue),
            "rows": tuple((role, site.view.facts(role)[:2]) for role in stated),
            "silent": tuple(role for role in site.by_title if not any(pay_figures(role))),
        },
        changed=site.catalogue.changed,
        hide=("toc",),
    )


def _sources(site: Site) -> Page:
    rows = tuple((source, site.view.from_source(source.id)) for source in site.catalogue.references)
    return Page(
        "sources/",
        "sources.md.j2",
        "Where figures come from",
        "Every source, and every figure taken from it.",
        {"rows": rows},
        changed=site.catalogue.changed,
    )
