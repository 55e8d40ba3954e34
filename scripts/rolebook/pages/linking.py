"""How to link to roles, and how to use the data."""

from collections.abc import Iterator

from rolebook.pages.render import Page
from rolebook.site.addresses import API, COMPARE, DATA, LINKING, ROLES, pair_data, role_data
from rolebook.site.api_shape import COLUMNS, MODELS
from rolebook.site.context import Site

EXAMPLE_ADDRESS = "https://example.org/rolebook/"
"""Stands in examples where the site's own address is not known."""


def pages(site: Site) -> Iterator[Page]:
    yield from (_linking(site), _api(site))


def _linking(site: Site) -> Page:
    role = site.by_title[0]
    return Page(
        LINKING,
        "linking.md.j2",
        "Link to a role",
        "How to link a job posting to a role, a section or a comparison: addresses that last, text to paste, cards.",
        {
            "role": role,
            "facts": site.view.facts(role),
            "pair": site.pairs[0] if site.pairs else None,
        },
        changed=site.catalogue.changed,
        scripts=("posting.js",),
    )


def _api(site: Site) -> Page:
    address = site.address or EXAMPLE_ADDRESS
    role = site.by_title[0].slug
    return Page(
        API,
        "api.md.j2",
        "Data",
        "Every role, comparison and figure as JSON and CSV, with schemas and examples that work as they stand.",
        {
            "files": _files(site, role),
            "columns": COLUMNS,
            "examples": _examples(address),
        },
        changed=site.catalogue.changed,
    )


def _files(site: Site, role: str) -> tuple[tuple[str, str, str], ...]:
    """Each kind of file as (what its path is like, one that exists, what it holds)."""
    kinds = [
        (
            "catalogue.json",
            "catalogue.json",
            "Every role in short, the vocabulary, the sources, the list of comparisons",
        ),
        (
            f"{ROLES}<slug>.json",
            role_data(role).removeprefix(DATA),
            "One role whole: facts, skills, figures, and the text of every section",
        ),
    ]
    if site.pairs:
        kinds.append(
            (
                f"{COMPARE}<a>-vs-<b>.json",
                pair_data(*site.pairs[0]).removeprefix(DATA),
                "Two roles side by side, slugs in alphabetical order",
            )
        )
    kinds.append(("roles.csv", "roles.csv", "One row a role, for a spreadsheet (UTF-8)"))
    kinds += [(f"schema/{name}.json", f"schema/{name}.json", f"JSON Schema of the {name} file") for name in MODELS]
    return tuple((f"{DATA}{like}", f"{DATA}{path}", what) for like, path, what in kinds)


def _examples(address: str) -> tuple[tuple[str, str, str], ...]:
    """Programs to copy, as (language, heading, source). Each prints something, and a test runs each."""
    base = f"{address}{DATA}"
    return (
        (
            "python",
            "Python: every role and its typical pay",
            f"""\
import json
from urllib.request import urlopen

base = "{base}"
catalogue = json.load(urlopen(base + "catalogue.json"))
for role in catalogue["roles"]:
    facts = {{fact["key"]: fact["value"] for fact in role["facts"]}}
    print(role["title"], facts["pay"] or "not stated", sep=": ")
""",
        ),
        (
            "javascript",
            "JavaScript: the skills that one role asks for",
            f"""\
const base = "{base}"
const catalogue = await (await fetch(base + "catalogue.json")).json()
const role = await (await fetch(base + `roles/${{catalogue.roles[0].slug}}.json`)).json()
const asked = role.skills.filter((skill) => skill.need === "asked")
console.log(role.title, asked.map((skill) => skill.label))
""",
        ),
        (
            "sh",
            "Shell: the table, as a file",
            f"curl --fail --output roles.csv {base}roles.csv\n",
        ),
    )
