"""Make a typed record of a YAML file, or tell everything that keeps it from being one."""

from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rolebook.content.messages import explain, meant
from rolebook.content.yaml_file import YamlFile
from rolebook.model.base import Names
from rolebook.model.figures import Measured
from rolebook.model.problems import Problem

Model = TypeVar("Model", bound=BaseModel)


def parsed(
    file: YamlFile | None, model: type[Model], names: Names, problems: list[Problem], **given: Any
) -> Model | None:
    """The record that a file holds, with what it refers to looked up in `names`; None after adding to `problems`."""
    if file is None:
        return None
    if not isinstance(file.data, dict):
        problems.append(
            file.problem(
                (),
                (
                    f"found a {'list' if isinstance(file.data, list) else 'single value'}; "
                    "expected keys and values. Start with `key: value`."
                ),
            )
        )
        return None
    try:
        return model.model_validate({**file.data, **given}, context=names)
    except ValidationError as error:
        details = error.errors(include_url=False)
        misspelt = {meant(detail, model) for detail in details}
        for detail in details:
            at, follows = detail["loc"], _follows(detail) or (detail["type"] == "missing" and detail["loc"] in misspelt)
            if follows or (detail["type"] != "missing" and _inherited(at, file)):
                continue
            unknown = (detail["ctx"]["kind"], detail["ctx"]["id"]) if detail["type"] == "unknown" else None
            problems.append(replace(file.problem(at, explain(detail, model)), unknown=unknown))
        return None


def _inherited(at: tuple[str | int, ...], file: YamlFile) -> bool:
    """Whether a value came from the block above, where the same mistake is reported already."""
    return bool(at) and at[-1] in Measured.model_fields and at not in file.lines


def _follows(error: ErrorDetails) -> bool:
    """Whether a list counts as too short only because its items have mistakes, which are reported themselves."""
    return error["type"] == "too_short" and bool(error["input"])
