"""The catalogue for the browser: names to choose roles by, and each role as a column of a comparison.

The names are one small script for the whole catalogue; a role's column is a script of its own, loaded
when it is chosen, so that a comparison of four roles weighs the same in a catalogue of five thousand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from rolebook.analysis.pay import pay_figures
from rolebook.exports.data_script import script
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import Role
from rolebook.site.addresses import role_script
from rolebook.site.context import Site
from rolebook.wording.pay_chart import role_entry

SUGGESTED = 4
"""How many near roles a role's column names, to compare it with."""


def browser_catalogue_files(site: Site) -> Iterator[tuple[str, bytes]]:
    yield "assets/catalogue.js", script("rolebookCatalogue", names(site))
    partners: dict[str, list[str]] = {}
    for a, b in site.pairs:
        partners.setdefault(a, []).append(b)
        partners.setdefault(b, []).append(a)
    for role in site.catalogue.roles:
        data = column(role, site, partners.get(role.slug, []))
        yield role_script(role.slug), script(f'rolebookRoles["{role.slug}"]', data)


def names(site: Site) -> dict[str, Any]:
    """`roles`: [slug, title, other titles, more words to find it by] by title; `moved`; `abbreviations`."""
    return {
        "roles": [[role.slug, role.title, list(role.aliases), list(role.search)] for role in site.by_title],
        "moved": moved(site.catalogue),
        "abbreviations": dict(site.catalogue.vocabulary.abbreviations),
    }


def moved(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """Where slugs of old links lead: {slug: {to, title, kind}}, kind being renamed, merged or retired.

    `to` is the slug of a role of today, left out where a retired role has no successor; `title` is
    what the old role was called.
    """
    former = {
        old.slug: {
            "to": role.slug,
            "title": old.slug.replace("-", " ").capitalize(),
            "kind": "merged" if old.note else "renamed",
        }
        for role in catalogue.roles
        for old in role.formerly
    }
    retired: dict[str, dict[str, str]] = {}
    for role in catalogue.retired:
        entry = {"title": role.title, "kind": "retired", "to": role.retired.instead if role.retired else None}
        retired |= {slug: _compact_entry(entry) for slug in (role.slug, *(old.slug for old in role.formerly))}
    return former | retired


def _compact_entry(entry: Mapping[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in entry.items() if value}


def column(role: Role, site: Site, partners: Iterable[str]) -> dict[str, Any]:
    """One role as templates/scripts/compare/roles.js reads it; empty values are left out."""
    return {
        "slug": role.slug,
        "title": role.title,
        "summary": role.summary,
        "groups": [_compact(asdict(group)) for group in site.column(role.slug)],
        "pay": _pay(role, site.catalogue),
        "pages": sorted(partners),
        "near": [other.slug for other in site.nearest(role, SUGGESTED)],
    }


def _pay(role: Role, catalogue: Catalogue) -> dict[str, Any] | None:
    """What the pay chart draws of a role: numbers in one unit, whose sign is `prefix`.

    One of the unit is `scale` of the currency. `more` says that the upper end has a plus.
    """
    units = sorted({figure.unit for figure in pay_figures(role) if figure})
    if not units:
        return None
    unit, entry = catalogue.units[units[0]], role_entry(role, "", "", catalogue)
    return {
        "unit": units[0] if len(units) == 1 else "; ".join(units),
        "prefix": unit.prefix,
        "scale": _plain(unit.scale),
        "text": entry.text,
        "about": entry.about,
        "low": _plain(entry.low),
        "high": _plain(entry.high),
        "centre": _plain(entry.centre),
        "quartiles": entry.quartiles and [_plain(value) for value in entry.quartiles],
        "more": entry.more,
    }


def _plain(value: Decimal | None) -> float | int | None:
    return None if value is None else int(value) if value == value.to_integral_value() else float(value)


def _compact(value: Any) -> Any:
    """Records without what says nothing: empty texts, None, -1 for no rank, ids that are the key, no points."""
    if isinstance(value, dict):
        said_elsewhere = {"ids": (value.get("key"),), "points": ()}
        return {
            key: _compact(part)
            for key, part in value.items()
            if part not in ("", -1, None) and part != said_elsewhere.get(key)
        }
    return [_compact(part) for part in value] if isinstance(value, list | tuple) else value
