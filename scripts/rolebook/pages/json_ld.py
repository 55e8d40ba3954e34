"""Structured data: a page in the vocabulary of schema.org, as JSON-LD."""

import json
from collections.abc import Iterator
from typing import Any

from rolebook.analysis.asks import asks
from rolebook.analysis.degrees import education
from rolebook.model.base import plain_number
from rolebook.model.figures import Figure
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.sections import Experience
from rolebook.model.vocabulary import Unit
from rolebook.pages.render import Page
from rolebook.site.addresses import role_page, skill_page
from rolebook.site.context import Site
from rolebook.wording.education_words import statement_in_full
from rolebook.wording.phrases import inside
from rolebook.wording.view import View
from rolebook.wording.years_words import statement_words

DURATIONS = {"year": "P1Y", "month": "P1M", "week": "P1W", "day": "P1D", "hour": "PT1H"}
CODE_SETS = {
    "onet_soc": ("O*NET-SOC", "https://www.onetcenter.org/taxonomy.html"),
    "isco_08": ("ISCO-08", "https://isco.ilo.org/en/isco-08/"),
}
PERCENTILES = {
    "p10": "percentile10",
    "p25": "percentile25",
    "median": "median",
    "p75": "percentile75",
    "p90": "percentile90",
}


def script(page: Page, site: Site) -> str | None:
    """The data of a page as JSON that can stand in a script element; None where there is none to give."""
    things = list(_things(page, site))
    if not things:
        return None
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False)
    # Nothing in the data may end the script element, or start a comment in it.
    return text.replace("<", "\\u003c")


def _things(page: Page, site: Site) -> Iterator[dict[str, Any]]:
    if page.url == "":
        yield _given({"@type": "WebSite", "name": page.title, "description": page.description, "url": site.address})
    if page.crumbs:
        yield _breadcrumbs(page, site)
    if "role" in page.data:
        yield occupation(page.data["role"], site.view, site.address)


def _breadcrumbs(page: Page, site: Site) -> dict[str, Any]:
    steps = [*page.crumbs, (page.title, page.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            _given(
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": title,
                    "item": site.address and {"@type": "WebPage", "@id": f"{site.address}{url}"},
                }
            )
            for position, (title, url) in enumerate(steps, 1)
        ],
    }


def occupation(role: Role, view: View, address: str | None) -> dict[str, Any]:
    """A role as an Occupation. What the sources do not state is left out."""
    catalogue, needs = view.catalogue, role.requirements
    page = address and f"{address}{role_page(role.slug)}"
    money = [shown.figure for shown in view.money(role)]
    regions = dict.fromkeys(catalogue.label("regions", figure.region) for figure in money if figure.region)
    return _given(
        {
            "@type": "Occupation",
            "@id": page and f"{page}#occupation",
            "name": role.title,
            "alternateName": list(role.aliases),
            "description": role.summary,
            "url": page,
            "mainEntityOfPage": page
            and {"@type": "WebPage", "@id": page, "url": page, "dateModified": role.changed.isoformat()},
            "occupationalCategory": _categories(role),
            "estimatedSalary": [pay for figure in money if (pay := salary(figure, catalogue.units[figure.unit]))],
            "occupationLocation": [{"@type": "AdministrativeArea", "name": region} for region in regions],
            "educationRequirements": _education(role, view),
            "experienceRequirements": [_experience(one, view) for one in (*needs.experience, *needs.leading)]
            if needs
            else [],
            "qualifications": [one.name for one in needs.certifications] if needs else [],
            "responsibilities": [item for group in role.responsibilities for item in group.items],
            "skills": _skills(role, view, address),
        }
    )


def salary(figure: Figure, unit: Unit) -> dict[str, Any] | None:
    """An amount of pay: a distribution where percentiles are known, else a value or a range.

    None for money that is not pay for a time, such as the size of a market.
    """
    if not unit.currency or not unit.period:
        return None
    name = ", ".join(filter(None, (figure.what, figure.job, figure.level, figure.place, figure.component)))
    known = dict(figure.percentiles.known) if figure.percentiles else {}
    if figure.value is not None and "median" in figure.what.lower():
        known = {"median": figure.value}
    if known:
        percentiles = {PERCENTILES[key]: plain_number(value * unit.scale) for key, value in known.items()}
        head = {"@type": "MonetaryAmountDistribution", "name": name, "currency": unit.currency}
        return {**head, "duration": DURATIONS[unit.period], **percentiles}
    low, high = figure.bounds
    if figure.open:
        high = None  # The source adds a plus: more is paid than the number says.
    amounts = {"value": figure.value} if figure.value is not None else {"minValue": low, "maxValue": high}
    amount = {key: plain_number(value * unit.scale) for key, value in amounts.items() if value is not None}
    return {
        "@type": "MonetaryAmount",
        "name": name,
        "currency": unit.currency,
        "value": {"@type": "QuantitativeValue", **amount, "unitText": unit.period.upper()},
    }


def _categories(role: Role) -> list[dict[str, Any]]:
    occupation = role.occupation
    if not occupation:
        return []
    codes = ((name, getattr(occupation, name)) for name in CODE_SETS)
    return [
        {
            "@type": "CategoryCode",
            "codeValue": code,
            "name": occupation.label,
            "inCodeSet": {"@type": "CategoryCodeSet", "name": CODE_SETS[name][0], "url": CODE_SETS[name][1]},
        }
        for name, code in codes
        if code
    ]


def _education(role: Role, view: View) -> list[dict[str, Any]]:
    return [
        _given(
            {
                "@type": "EducationalOccupationalCredential",
                "credentialCategory": view.catalogue.label("degrees", one.degree),
                "description": statement_in_full(one, view.catalogue),
            }
        )
        for one in education(role)
    ]


def _skills(role: Role, view: View, address: str | None) -> list[dict[str, Any]]:
    """What is asked for or preferred. An example or a part of the work is no requirement."""
    ids = (id for ask in asks(role) if ask.need in (Need.ASKED, Need.PREFERRED) for id in ask.ids)
    return [
        _given(
            {
                "@type": "DefinedTerm",
                "name": view.catalogue.skills[id].label,
                "description": view.catalogue.skills[id].description,
                "url": address and f"{address}{skill_page(id)}",
            }
        )
        for id in dict.fromkeys(ids)
    ]


def _experience(one: Experience, view: View) -> dict[str, Any]:
    return _given(
        {
            "@type": "OccupationalExperienceRequirements",
            "description": f"{one.what}: {inside(statement_words(one, view.catalogue))}",
            "monthsOfExperience": one.years and one.years.low * 12,
        }
    )


def _given(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {key: value for key, value in data.items() if value is not None and value != []}
