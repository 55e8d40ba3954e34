"""The hub of comparisons, and a page for each pair."""

from collections.abc import Iterator

from rolebook.model.role import Role
from rolebook.pages.render import Page
from rolebook.site.addresses import COMPARE, pair_page
from rolebook.site.context import Site
from rolebook.wording.history import all_events
from rolebook.wording.pay_chart import shared_chart
from rolebook.wording.side_by_side import counted_skills

HUB = ("Compare", COMPARE)


def pages(site: Site) -> Iterator[Page]:
    yield _hub(site)
    for a, b in site.pairs:
        yield _pair(site, a, b)


def _hub(site: Site) -> Page:
    rows = tuple((role, site.view.facts(role)) for role in site.by_title)
    return Page(
        COMPARE,
        "compare_hub.md.j2",
        "Compare roles",
        "Any roles side by side, all of them in one table, and a page for each pair.",
        {"rows": rows, "pairs": _pairs_by_role(site)},
        changed=site.catalogue.changed,
        hide=("toc",),
        scripts=("assets/catalogue.js", "picker.js"),
        styles=("compare.css",),
    )


def _pairs_by_role(site: Site) -> tuple[tuple[Role, tuple[Role, ...]], ...]:
    """For each role by title: the roles with which it has a page; in a large catalogue each pair once only."""
    partners: dict[str, list[Role]] = {}
    few = len(site.catalogue.roles) <= site.catalogue.settings.pairs.all_up_to
    for a, b in site.pairs:
        partners.setdefault(a, []).append(site.catalogue.by_slug[b])
        if few:
            partners.setdefault(b, []).append(site.catalogue.by_slug[a])
    return tuple(
        (role, tuple(sorted(partners.get(role.slug, ()), key=lambda other: other.title))) for role in site.by_title
    )


def _pair(site: Site, a: str, b: str) -> Page:
    left, right = site.catalogue.by_slug[a], site.catalogue.by_slug[b]
    url = pair_page(a, b)
    to = site.addresses(url)
    groups = site.compared(a, b)
    return Page(
        url,
        "compare.md.j2",
        f"{left.title} vs {right.title}",
        f"{left.title} and {right.title} side by side: pay, degree, years, skills and responsibilities.",
        {
            "events": all_events((left, right)),
            "roles": (left, right),
            "groups": groups,
            "shared_skills": counted_skills(groups, (left, right)),
            "plans": (site.plan(left, right), site.plan(right, left)),
            "chart": shared_chart(
                ((left, "a", to.role(a, "salary")), (right, "b", to.role(b, "salary"))), site.catalogue
            ),
        },
        (HUB,),
        max(left.changed, right.changed),
        scripts=("pair.js",),
        styles=("compare.css",),
    )
