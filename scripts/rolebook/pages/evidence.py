"""The page that says who says what: sources, the catalogue itself, its editors, or Rolebook by a rule."""

from collections.abc import Iterator

from rolebook.analysis.derived import derived
from rolebook.model.role import Role
from rolebook.pages.render import Page
from rolebook.site.addresses import EVIDENCE
from rolebook.site.context import Site
from rolebook.wording.evidence_report import ORDER, RULES, RoleEvidence, role_evidence
from rolebook.wording.evidence_words import KINDS, MEANINGS

DETAILS_UP_TO = 100
"""Catalogues of up to so many roles have each inference on the page; larger ones only the table."""
NEAR = 4
"""How many roles a role's page names as near."""


def pages(site: Site) -> Iterator[Page]:
    rows = report(site)
    sums = {kind: sum(row.counts[kind] for row in rows) for kind in ORDER}
    yield Page(
        EVIDENCE,
        "evidence.md.j2",
        "Who says so",
        "For every role: how many statements a source makes, the editors infer, and Rolebook works out.",
        {
            "rows": rows,
            "kinds": tuple((KINDS[kind], MEANINGS[kind]) for kind in ORDER if sums[kind]),
            "rules": RULES,
            "sums": sums,
            "placed": sum(row.placed for row in rows),
            "total": sum(row.total for row in rows),
            "detailed": len(rows) <= DETAILS_UP_TO,
        },
        changed=site.catalogue.changed,
        hide=("toc",),
    )


def report(site: Site) -> tuple[RoleEvidence, ...]:
    """The evidence of every living role, in the order of titles."""
    return tuple(_row(site, role) for role in site.by_title)


def _row(site: Site, role: Role) -> RoleEvidence:
    near = 0 if role.related else len(site.nearness.related(role.slug, NEAR))
    return role_evidence(role, site.catalogue, derived(role, site.catalogue, site.pairs, near))
