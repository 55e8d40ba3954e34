"""The catalogue as data for other programs: JSON, its JSON Schemas, and a table as CSV."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from rolebook.analysis.comparison import asks
from rolebook.analysis.pay import pay_figures
from rolebook.exports.api_data import catalogue_data, comparison_data, role_data
from rolebook.model.base import plain_number
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.site.addresses import pair_slug
from rolebook.site.api_shape import COLUMNS, FOLDER, MODELS, Data
from rolebook.site.context import Site


def api_files(site: Site) -> Iterator[tuple[str, bytes]]:
    for name, model in MODELS.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(
            mode="serialization"
        )
        yield f"{FOLDER}/schema/{name}.json", _json(schema)
    yield f"{FOLDER}/catalogue.json", _data(catalogue_data(site))
    for role in site.catalogue.ever.values():
        yield f"{FOLDER}/roles/{role.slug}.json", _data(role_data(role, site))
    for a, b in site.pairs:
        yield f"{FOLDER}/compare/{pair_slug(a, b)}.json", _data(comparison_data(a, b, site))
    yield f"{FOLDER}/roles.csv", _table(site)


def _data(data: Data) -> bytes:
    return _json(data.model_dump(mode="json"))


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _table(site: Site) -> bytes:
    """One row a role, as RFC 4180 has it."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS)
    table.writeheader()
    table.writerows(_row(role, site) for role in site.catalogue.roles)
    return text.getvalue().encode()


def _row(role: Role, site: Site) -> dict[str, Any]:
    catalogue = site.catalogue
    facts = {shown.fact.key: shown.fact for shown in site.view.facts(role)}
    typical, span = pay_figures(role)
    figure = typical or span
    low, high = span.bounds if span else (None, None)
    skills: dict[Need, list[str]] = {need: [] for need in Need}
    for id, ask in asks(role, catalogue).items():
        skills[ask.need].append(catalogue.skills[id].label)
    stated = {
        "slug": role.slug,
        "title": role.title,
        "aliases": "; ".join(role.aliases),
        "family": facts["family"].value,
        "seniority": facts["seniority"].value,
        "typical_pay": typical and typical.centre,
        "typical_pay_is": typical and typical.what,
        "pay_low": low,
        "pay_high": high,
        "currency": figure and catalogue.units[figure.unit].currency,
        "pay_year": figure and figure.year,
        "pay_region": figure and catalogue.label("regions", figure.region),
        "education": facts["education"].value,
        "experience": facts["experience"].value,
        "leading": facts["leading"].value,
        "skills_required": "; ".join(skills[Need.REQUIRED]),
        "skills_preferred": "; ".join(skills[Need.PREFERRED]),
        "changed": role.changed,
        "page": f"{site.address or ''}roles/{role.slug}/",
    }
    return stated | {
        key: plain_number(stated[key]) for key in ("typical_pay", "pay_low", "pay_high") if stated[key] is not None
    }
