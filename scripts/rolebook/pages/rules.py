"""How Rolebook compares: every rule by which a sentence of this site is derived."""

from collections.abc import Iterator

from rolebook.pages.render import Page
from rolebook.site.addresses import RULES
from rolebook.site.context import Site
from rolebook.wording.rules import GROUPS


def pages(site: Site) -> Iterator[Page]:
    yield Page(
        RULES,
        "rules.md.j2",
        "How Rolebook compares",
        "Every rule by which this site works out what differs, what a move takes and what is near.",
        {"groups": GROUPS, "proficiencies": site.catalogue.vocabulary.proficiencies},
        changed=site.catalogue.changed,
    )
