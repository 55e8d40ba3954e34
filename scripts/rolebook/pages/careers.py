"""The career map."""

from collections.abc import Iterator

from rolebook.pages.render import Page
from rolebook.site.addresses import PATHS
from rolebook.site.context import Site
from rolebook.wording.career_map import Map, draw

WHOLE_UP_TO = 30
"""Up to so many roles, one picture shows every stop. Above, it shows the roles alone, and each family has its own."""


def pages(site: Site) -> Iterator[Page]:
    whole = len(site.catalogue.roles) <= WHOLE_UP_TO
    yield Page(
        PATHS,
        "paths.md.j2",
        "Career map",
        "How people come to each role and where it leads, all roles in one map.",
        {
            "families": site.families,
            "whole": whole,
            "map": draw(site.careers.stops, site.careers.links, site.catalogue) if whole else _roles_alone(site),
            "maps": {} if whole else {family.id: _family(family.id, site) for family, _ in site.families},
        },
        changed=site.catalogue.changed,
        hide=("toc",),
    )


def _roles_alone(site: Site) -> Map | None:
    """The moves from role to role, without job titles that have no page and roles that no move reaches."""
    links = tuple(link for link in site.careers.links if link.start.role and link.end.role)
    linked = {stop for link in links for stop in (link.start, link.end)}
    return draw((stop for stop in site.careers.stops if stop in linked), links, site.catalogue)


def _family(family: str, site: Site) -> Map | None:
    """The careers that the roles of one family state."""
    own = {role.slug for role in site.catalogue.roles if role.family == family}
    links = tuple(link for link in site.careers.links if link.by in own)
    linked = {stop for link in links for stop in (link.start, link.end)}
    stops = (stop for stop in site.careers.stops if stop.role in own or stop in linked)
    return draw(stops, links, site.catalogue)
