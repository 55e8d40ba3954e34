"""What the browser is given to compare roles with: names for all, and a column for each."""

import json

from rolebook.analysis.asks import asks
from rolebook.exports import browser_catalogue as roles
from rolebook.model.catalogue import Catalogue
from rolebook.site.addresses import ROOT
from rolebook.site.context import Site
from rolebook.wording.role_column import groups
from rolebook.wording.view import View


def _site(catalogue: Catalogue) -> Site:
    return Site(View(catalogue, catalogue.changed))


def _data(file: bytes) -> dict:
    return json.loads(file.decode().split("=", 1)[1].rstrip(";\n"))


def test_a_small_role_as_a_column(tiny):
    """Two roles that a person can read: every group, its rows, and what is not stated."""
    joiner = tiny.by_slug["joiner"]
    shown = {
        group.title: [
            (row.label, [f"{line.text}|{line.detail}|{line.meta}|{line.note}" for line in row.lines])
            for row in group.rows
        ]
        for group in groups(joiner, View(tiny, tiny.changed), ROOT)
    }
    assert shown == {
        "At a glance": [
            ("Typical pay", ["$40,000|Median pay|2022 · United States|"]),
            ("Pay range", ["$30,000 to $52,500|Usual range|2022 · United States|Printed as 52.5k."]),
            ("Percentiles of pay", []),
            ("Education", ["Bachelor's degree|||"]),
            ("Experience", ["2 to 3 years|Joinery||"]),
            ("Leading people", []),
            ("Family", ["Craft|||"]),
            ("Seniority", ["Junior|||"]),
            ("Also known as", ["Woodworker|||"]),
        ],
        "Skills": [("Wood", ["Asked for: “knowledge”|||"])],
        "Tools": [("Saw", ["Named as an example|||"])],
        "Soft skills": [("Patience", ["Asked for|||"])],
        "Education and experience": [
            ("Degree", ["Bachelor's degree|||"]),
            ("Field of study", []),
            ("Experience", ["2 to 3 years|joinery||"]),
            ("Leading people", []),
            ("Certificates", []),
        ],
        "Responsibilities": [("Making", ["Make joints|||"])],
        "Where it leads": [("Next step", ["Master Joiner|||"]), ("Ways aside", [])],
    }


def test_a_column_says_all_that_a_role_says(catalogue):
    """No fact, skill, group of responsibilities or year is dropped on the way to the browser."""
    view = View(catalogue, catalogue.changed)
    for role in catalogue.roles:
        found = {group.key: group.rows for group in groups(role, view, ROOT)}
        texts = {row.key: row.lines[0].text for row in found["glance"] if row.lines}
        stated = {fact.key: fact.value for fact in view.facts(role) if fact.value and fact.key != "next"}
        assert {key: texts[key] for key in stated} == stated
        skills = [row.key for kind in ("technical", "tool", "soft") for row in found[kind]]
        assert sorted(skills) == sorted(ask.key for ask in asks(role))
        duties = [group.title for group in role.responsibilities]
        assert {line.text for row in found["responsibilities"] for line in row.lines} == set(duties)
        years = {row.key: row.lines for row in found["requirements"]}
        stated = [one.what for one in role.requirements.experience]
        assert [line.detail.startswith(what) for line, what in zip(years["experience"], stated, strict=True)] == [
            True for _ in stated
        ]


def test_every_figure_names_its_source_and_year(catalogue):
    view = View(catalogue, catalogue.changed)
    for role in catalogue.roles:
        for row in groups(role, view, ROOT)[0].rows:
            if row.key in {"pay", "range", "percentiles"}:
                assert all(line.meta and line.publisher and line.source for line in row.lines), (role.slug, row.key)


def test_the_files_for_the_browser(catalogue):
    """One small file of names for all, and one file a role, which a page loads as scripts."""
    site = _site(catalogue)
    files = dict(roles.browser_catalogue_files(site))
    assert set(files) == {"assets/catalogue.js", *(f"assets/roles/{role.slug}.js" for role in catalogue.roles)}
    names = _data(files["assets/catalogue.js"])
    assert [slug for slug, *_ in names["roles"]] == [role.slug for role in site.by_title]
    assert names["moved"] == {}
    lead = _data(files["assets/roles/lead-engineer.js"])
    assert lead["pages"] == sorted(role.slug for role in catalogue.roles if role.slug != "lead-engineer")
    assert lead["near"] == [role.slug for role in site.nearest(catalogue.by_slug["lead-engineer"], roles.SUGGESTED)]


def test_names_stay_small(catalogue):
    """In a catalogue of 3,000 roles like these, the names are less than a megabyte before compression."""
    size = len(dict(roles.browser_catalogue_files(_site(catalogue)))["assets/catalogue.js"])
    assert size / len(catalogue.roles) * 3000 < 1_000_000


def test_pay_in_two_units_is_not_on_one_scale(catalogue):
    """The unit is said, so that the browser draws like beside like only."""
    for role in catalogue.roles:
        pay = roles.column(role, _site(catalogue), ())["pay"]
        assert pay is None or (pay["unit"] == "usd" and (pay["centre"] or pay["low"]))


def test_known_percentiles_reach_the_chart(catalogue):
    pay = roles.column(catalogue.by_slug["ai-technical-lead"], _site(catalogue), ())["pay"]
    assert (pay["low"], pay["quartiles"], pay["centre"], pay["high"]) == (190000, [200000, 235000], 207500, 300000)
