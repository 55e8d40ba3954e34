"""Roles made up by hypothesis, of the vocabulary in tests/many.py: whatever a file may say that is compared."""

from typing import Any

from hypothesis import strategies as st

from rolebook.model.catalogue import Catalogue
from tests.many import DEGREES, FAMILIES, LEVELS, PROFICIENCIES, SKILLS, WORK, catalogue_of

NEED = st.sampled_from(["asked", "preferred", "example", "work"])
SPANS = st.sampled_from(["1", "2-4", "5+", "8", "10+"])
AMOUNTS = st.integers(0, 200_000)


def optional(draw: st.DrawFn, **keys: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Those of the keys that are drawn."""
    return {key: draw(values) for key, values in keys.items() if draw(st.booleans())}


@st.composite
def skills(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Needs of few skills, so that two roles often name the same; each skill once."""
    ids = draw(st.lists(st.sampled_from(SKILLS[:7]), unique=True, max_size=6))
    found: list[dict[str, Any]] = []
    while ids:
        count = min(len(ids), draw(st.sampled_from([1, 1, 2, 3])))
        taken, ids = ids[:count], ids[count:]
        one: dict[str, Any] = {"any_of": taken} if count > 1 else {"skill": taken[0]}
        one |= optional(
            draw,
            said=st.sampled_from(["expertise", "knowledge"]),
            proficiency=st.sampled_from(PROFICIENCIES),
            detail=st.just("in part"),
        )
        found.append(one | {"need": draw(NEED)})
    return found


@st.composite
def years(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for number in range(draw(st.integers(0, 3))):
        one = {"id": f"entry-{number}", "what": "Work", "need": draw(st.sampled_from(["asked", "asked", "preferred"]))}
        one |= optional(draw, work=st.sampled_from(WORK), degree=st.sampled_from(DEGREES))
        amount = draw(st.sampled_from(["years", "years", "several", "none"]))
        one |= {"years": draw(SPANS)} if amount == "years" else {"several": True} if amount == "several" else {}
        found.append(one)
    return found


@st.composite
def education(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for _ in range(draw(st.integers(0, 2))):
        one = {"need": draw(st.sampled_from(["asked", "preferred"]))}
        one |= optional(draw, degree=st.sampled_from(DEGREES), **{"for": st.just("senior posts")})
        if "degree" not in one or draw(st.booleans()):
            one["fields"] = draw(st.lists(st.sampled_from(["wood", "iron"]), min_size=1, max_size=2, unique=True))
        found.append(one)
    return found


@st.composite
def salary(draw: st.DrawFn) -> dict[str, Any]:
    low, high = sorted((draw(AMOUNTS), draw(AMOUNTS)))
    kinds = {
        "measure": st.sampled_from(["median", "average"]),
        "component": st.sampled_from(["base", "total"]),
        "region": st.sampled_from(["here", "there"]),
        "year": st.sampled_from([2023, 2024]),
        "job": st.just("Cook"),
    }
    typical = {"id": "typical", "what": "Pay", "value": draw(AMOUNTS), **optional(draw, **kinds)}
    span = {"id": "span", "what": "Range", "low": low, "high": high, **optional(draw, **kinds)}
    unit = draw(st.sampled_from(["usd", "usd", "eur"]))
    return {"unit": unit, "source": "survey", "typical": "typical", "range": "span", "figures": [typical, span]}


@st.composite
def role(draw: st.DrawFn) -> dict[str, Any]:
    """All but the slug and the title of a role's file."""
    needs = {
        "skills": draw(skills()),
        "experience": draw(years()),
        "leading": draw(years()),
        "education": draw(education()),
    }
    made = {"family": draw(st.sampled_from(FAMILIES[:2])), "seniority": draw(st.sampled_from(LEVELS[:2]))}
    made["requirements"] = needs
    if draw(st.booleans()):
        made["salary"] = draw(salary())
    if draw(st.booleans()):
        made["soft_skills"] = [{"skill": SKILLS[20], "need": draw(NEED), "text": "Is kind."}]
    if draw(st.booleans()):
        made["responsibilities"] = [{"title": "Make", "themes": ["making", "people"], "items": ["Makes."]}]
    return made


def catalogue_with(*roles: dict[str, Any]) -> Catalogue:
    """A catalogue of role-0, role-1 and so on."""
    return catalogue_of(
        [{**made, "slug": f"role-{number}", "title": f"Role {number}"} for number, made in enumerate(roles)]
    )
