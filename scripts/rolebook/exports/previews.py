"""A picture for every role, for every pair while the catalogue is small, and one for all other pages."""

from collections.abc import Iterator
from pathlib import Path

from rolebook.exports.preview_image import Card, Typeface, draw
from rolebook.model.role import Role
from rolebook.pages.head import ANY_PICTURE, pairs_drawn
from rolebook.site.addresses import pair_slug
from rolebook.site.context import Site
from rolebook.wording.fact_words import FactWords

FOLDER = "assets/previews"


def preview_files(site: Site, fonts: Path) -> Iterator[tuple[str, bytes]]:
    typeface = Typeface(fonts)
    for role in site.catalogue.ever.values():
        yield f"{FOLDER}/{role.slug}.png", draw(role_card(role, site, typeface), typeface)
    if pairs_drawn(site):
        for a, b in site.pairs:
            card = pair_card(site.catalogue.by_slug[a], site.catalogue.by_slug[b], site, typeface)
            yield f"{FOLDER}/{pair_slug(a, b)}.png", draw(card, typeface)
    settings = site.catalogue.settings
    yield (
        ANY_PICTURE,
        draw(Card(f"{len(site.catalogue.roles)} roles", (settings.title,), settings.lede, (), ""), typeface),
    )


def role_card(role: Role, site: Site, typeface: Typeface) -> Card:
    facts = {fact.key: fact for fact in site.view.facts(role)}
    pay = facts["range"] if facts["range"].value else facts["pay"]
    stated = ((pay, _pay_label(pay)), *((facts[key], facts[key].label) for key in ("education", "experience")))
    return Card(
        site.catalogue.label("families", role.family) or "",
        (_title(role, typeface),),
        role.summary,
        tuple((label, fact.value or "Not stated") for fact, label in stated),
        site.catalogue.settings.title,
    )


def pair_card(a: Role, b: Role, site: Site, typeface: Typeface) -> Card:
    def pay(role: Role) -> tuple[str, str]:
        facts = {fact.key: fact for fact in site.view.facts(role)}
        return role.title, facts["range"].value or facts["pay"].value or "Pay not stated"

    return Card(
        "Two roles compared",
        (_title(a, typeface), _title(b, typeface)),
        "Pay, degree, years, skills and responsibilities side by side.",
        (pay(a), pay(b)),
        site.catalogue.settings.title,
    )


def _pay_label(fact: FactWords) -> str:
    where = f"{fact.figure.region}, {fact.figure.year}" if fact.figure else ""
    return ", ".join(filter(None, (fact.label, where)))


def _title(role: Role, typeface: Typeface) -> str:
    """The role's title; its slug in words where the typeface has none of the letters."""
    return role.title if typeface.can_write(role.title) else role.slug.replace("-", " ")
