"""The data for other programs: its schemas, its content, and the examples of its page."""

import csv
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from jsonschema import Draft202012Validator, ValidationError
from selectolax.lexbor import LexborHTMLParser

from rolebook.model.catalogue import Catalogue
from tests.conftest import PROJECT

HOSTED = "https://example.org/rolebook/"


def load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "files"), [("catalogue", "catalogue.json"), ("role", "roles/*.json"), ("comparison", "compare/*.json")]
)
def test_every_file_is_of_its_schema(site: Path, name: str, files: str) -> None:
    api = site / "api" / "v1"
    schema = load(api / "schema" / f"{name}.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    found = list(api.glob(files))
    assert found
    for path in found:
        data = load(path)
        validator.validate(data)
        assert data["version"] == 1
        with pytest.raises(ValidationError):
            validator.validate({key: value for key, value in data.items() if key not in {"facts", "roles"}})
        with pytest.raises(ValidationError):
            validator.validate({**data, "surplus": 1})


def test_every_role_and_pair_is_there_and_its_places_exist(site: Path, catalogue: Catalogue) -> None:
    data = load(site / "api/v1/catalogue.json")
    assert [role["slug"] for role in data["roles"]] == [role.slug for role in catalogue.roles]
    count = len(catalogue.roles)
    assert len(data["comparisons"]) == count * (count - 1) // 2
    for place in (*data["roles"], *data["comparisons"]):
        assert (site / place["page"] / "index.html").is_file()
        assert (site / place["data"]).is_file()


def test_no_figure_is_lost_or_changed(site: Path, catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        figures = load(site / f"api/v1/roles/{role.slug}.json")["figures"]
        assert len(figures) == len(role.figures)
        for made, (prefix, figure) in zip(figures, role.figures, strict=True):
            assert made["page"].endswith(f"#{prefix}-{figure.key}")
            for key in ("value", "low", "high"):
                stated = getattr(figure, key)
                assert made[key] == (None if stated is None else float(stated))
            assert made["note"] == figure.note
            assert made["source"] == figure.source


def test_a_comparison_is_the_one_of_its_page(site: Path, catalogue: Catalogue) -> None:
    data = load(site / "api/v1/compare/head-of-ai-engineering-vs-lead-engineer.json")
    page = LexborHTMLParser((site / data["page"] / "index.html").read_text())
    shown = {node.attributes["data-row"]: node.attributes["data-verdict"] for node in page.css("[data-row]")}
    parts = {
        "facts": "glance",
        "requirements": "requirements",
        "responsibilities": "responsibilities",
        "career": "career",
    }
    rows = {f"{kind}/{row['key']}": row["verdict"] for part, kind in parts.items() for row in data[part]}
    rows |= {f"{row['kind']}/{row['key']}": row["verdict"] for row in data["skills"]}
    assert rows == shown
    assert set(rows.values()) == {"same", "different", "unknown"}


def test_the_table_has_a_row_a_role(site: Path, catalogue: Catalogue) -> None:
    rows = list(csv.DictReader(io.StringIO((site / "api/v1/roles.csv").read_bytes().decode())))
    assert [row["title"] for row in rows] == [role.title for role in catalogue.roles]
    head = next(row for row in rows if row["slug"] == "head-of-ai-engineering")
    assert (head["typical_pay"], head["currency"], head["pay_year"]) == ("223000", "USD", "2024")
    assert head["page"] == f"{HOSTED}roles/head-of-ai-engineering/"
    silent = next(row for row in rows if not catalogue.by_slug[row["slug"]].salary)
    assert silent["typical_pay"] == silent["currency"] == ""


def test_pages_name_their_data(site: Path) -> None:
    for url in ("roles/lead-engineer", "compare/ai-technical-lead-vs-lead-engineer"):
        tree = LexborHTMLParser((site / url / "index.html").read_text())
        href = tree.css_first('link[type="application/json"]').attributes["href"]
        assert load((site / url / href).resolve())["page"] == f"{url}/"


@pytest.mark.parametrize("language", ["python", "javascript"])
def test_the_examples_of_the_page_work(site: Path, address: str, tmp_path: Path, language: str) -> None:
    page = LexborHTMLParser((site / "api" / "index.html").read_text())
    code = page.css_first(f"code.language-{language}").text().replace(HOSTED, address)
    assert address in code
    programs = {
        "python": [sys.executable, "-c", code],
        "javascript": [shutil.which("node") or PROJECT / ".venv/bin/node", "--input-type=module", "-e", code],
    }
    ran = subprocess.run(programs[language], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    if language == "python":
        assert "Head of AI Engineering: $223,000" in ran.stdout.splitlines()
    else:
        assert re.search(r"AI & Data Architecture Technical Lead \[\s+'", ran.stdout)


def test_the_line_for_a_shell_fetches_the_table(site: Path, address: str) -> None:
    page = LexborHTMLParser((site / "api" / "index.html").read_text())
    line = page.css_first("code.language-sh").text().replace(HOSTED, address)
    *command, fetched = shlex.split(line)
    # A bare machine has no curl, so it is not run.
    assert command == ["curl", "--fail", "--output", "roles.csv"]
    with urlopen(fetched) as answer:
        assert answer.read().startswith(b"slug,title,")


def test_the_page_lists_every_kind_of_file(site: Path) -> None:
    page = LexborHTMLParser((site / "api" / "index.html").read_text())
    for link in page.css("table a"):
        assert (site / "api" / link.attributes["href"]).resolve().is_file()
    kinds = {path.relative_to(site).parts[2] for path in (site / "api" / "v1").rglob("*.*")}
    assert kinds == {"catalogue.json", "roles", "compare", "roles.csv", "schema"}
    columns = (site / "api/v1/roles.csv").read_text().splitlines()[0].split(",")
    assert [node.text() for node in page.css("h2#columns + p code")] == columns
