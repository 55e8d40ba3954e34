"""The catalogue as data for other programs: JSON, its JSON Schemas, and a table as CSV."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from rolebook.analysis.asks import asks
from rolebook.analysis.pay import pay_figures
from rolebook.exports.api_data import catalogue_data, comparison_data, role_data
from rolebook.model.base import plain_number
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.site.addresses import pair_data, role_page
from rolebook.site.addresses import role_data as role_data_file
from rolebook.site.api_shape import COLUMNS, FOLDER, MODELS, Data
from rolebook.site.context import Site
from rolebook.wording.skill_words import skill_words


def api_files(site: Site) -> Iterator[tuple[str, bytes]]:
    for name, model in MODELS.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(
            mode="serialization"
        )
        yield f"{FOLDER}/schema/{name}.json", _json(schema)
    yield f"{FOLDER}/catalogue.json", _data(catalogue_data(site))
    for role in site.catalogue.ever.values():
        yield role_data_file(role.slug), _data(role_data(role, site))
    for a, b in site.pairs:
        yield pair_data(a, b), _data(comparison_data(a, b, site))
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
    facts = {fact.key: fact for fact in site.view.facts(role)}
    typical, span = pay_figures(role)
    figure = typical or span
    low, high = span.bounds if span else (None, None)
    skills: dict[Need, list[str]] = {need: [] for need in Need}
    for ask in asks(role):
        skills[ask.need].append(skill_words(ask, catalogue).label)
    stated = {
        "slug": role.slug,
        "title": role.title,
        "aliases": "; ".join(role.aliases),
        "family": facts["family"].value,
        "seniority": facts["seniority"].value,
        "typical_pay_is": typical and typical.what,
        "currency": figure and catalogue.units[figure.unit].currency,
        "pay_year": figure and figure.year,
        "pay_region": figure and catalogue.label("regions", figure.region),
        "education": facts["education"].value,
        "experience": facts["experience"].value,
        "leading": facts["leading"].value,
        "skills_asked": "; ".join(skills[Need.ASKED]),
        "skills_preferred": "; ".join(skills[Need.PREFERRED]),
        "skills_examples": "; ".join(skills[Need.EXAMPLE]),
        "skills_work": "; ".join(skills[Need.WORK]),
        "changed": role.changed,
        "page": f"{site.address or ''}{role_page(role.slug)}",
    }
    scale = catalogue.units[figure.unit].scale if figure else Decimal(1)
    amounts = {"typical_pay": typical.centre if typical else None, "pay_low": low, "pay_high": high}
    return stated | {key: None if value is None else plain_number(value * scale) for key, value in amounts.items()}
