"""The home page, all roles, and one page for each."""

from collections.abc import Iterator

from rolebook.analysis import role_filters
from rolebook.model.role import Role
from rolebook.pages.linking_kit import kit
from rolebook.pages.render import Page
from rolebook.site.addresses import ROLES, role_feed, role_page
from rolebook.site.context import Site
from rolebook.wording.history import events
from rolebook.wording.pay_chart import role_chart

ALL_ROLES = ("All roles", ROLES)
SUMMARIES_UP_TO = 150
"""Catalogues of up to so many roles have summaries on the cards of all roles; larger ones only the facts."""
FEW = 12
"""Up to so many roles, the home page shows each; beyond that, the families."""


def pages(site: Site) -> Iterator[Page]:
    yield _home(site)
    yield _all_roles(site)
    for role in site.catalogue.ever.values():
        yield _role(site, role)


def _home(site: Site) -> Page:
    settings = site.catalogue.settings
    by_family = tuple(role for _, roles in site.families for role in roles)
    few = len(by_family) <= FEW
    return Page(
        "",
        "home.md.j2",
        settings.title,
        settings.lede,
        {"featured": by_family if few else (), "families": () if few else site.families},
        changed=site.catalogue.changed,
        hide=("toc",),
    )


def _all_roles(site: Site) -> Page:
    choices = role_filters.choices(site.catalogue)
    return Page(
        ROLES,
        "roles.md.j2",
        "All roles",
        f"All {len(site.catalogue.roles)} roles by family, each at a glance: pay, degree, years of experience.",
        {
            "families": site.families,
            "choices": choices,
            "traits": {
                role.slug: role_filters.traits(role, site.catalogue, choices.unit) for role in site.catalogue.roles
            },
            "compact": len(site.catalogue.roles) > SUMMARIES_UP_TO,
        },
        changed=site.catalogue.changed,
        hide=("toc",),
        scripts=("filters.js",),
    )


def _role(site: Site, role: Role) -> Page:
    return Page(
        role_page(role.slug),
        "role.md.j2",
        role.title,
        role.summary,
        {
            "role": role,
            "facts": site.view.facts(role),
            "chart": role_chart(role, site.view),
            "nearest": () if role.retired else site.nearest(role, 4),
            "kit": None if role.retired else kit(site, role),
            "alike": () if role.related or role.retired else site.nearness.related(role.slug, 4),
            "events": events(role),
        },
        (ALL_ROLES,),
        role.changed,
        scripts=("linking.js",),
        meta={"feed": role_feed(role.slug)},
    )
