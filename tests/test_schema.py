"""Editors get help from JSON Schemas that are made from the model and are never stale."""

import json

import jsonschema
import pytest
import yaml

from rolebook.content import schema
from tests.conftest import PROJECT, TESTS

CONTENT = PROJECT / "content"


def test_the_committed_schemas_are_those_of_the_model() -> None:
    made = dict(schema.schema_files())
    stale = [name for name, expected in made.items() if (CONTENT / "schema" / name).read_bytes() != expected]
    assert not stale, "run: rolebook schema"
    assert {path.name for path in (CONTENT / "schema").iterdir()} == set(made)


@pytest.mark.parametrize("path", sorted((CONTENT / "roles").glob("*.yml")), ids=lambda path: path.stem)
def test_every_role_file_names_its_schema_and_is_valid_by_it(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/role.json\n")
    _validate(text, "role")


@pytest.mark.parametrize("name", ["vocabulary", "sources", "catalogue", "statistics"])
def test_the_other_files_are_valid_by_their_schemas(name: str) -> None:
    _validate((CONTENT / f"{name}.yml").read_text(encoding="utf-8"), name)


@pytest.mark.parametrize("case", ["unknown_key", "wrong_type", "bad_need", "missing_key", "number_in_quotes"])
def test_the_schema_refuses_what_the_model_refuses(case: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        _validate((TESTS / "broken" / f"{case}.yml").read_text(), "role")


def test_vs_code_is_told_of_every_schema() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text())
    assert settings["yaml.schemas"] == {
        "content/schema/role.json": "content/roles/*.yml",
        "content/schema/vocabulary.json": "content/vocabulary.yml",
        "content/schema/sources.json": "content/sources.yml",
        "content/schema/catalogue.json": "content/catalogue.yml",
        "content/schema/statistics.json": "content/statistics.yml",
    }


def _validate(text: str, name: str) -> None:
    # JSON has no dates: an editor sees the text that stands in the file.
    data = json.loads(json.dumps(yaml.safe_load(text), default=str))
    jsonschema.validate(data, json.loads((CONTENT / "schema" / f"{name}.json").read_text()))
