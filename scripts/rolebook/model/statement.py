"""What is said of a role, and how it is known.

A statement is the source's own, unless it gives the editor's reason: then it is the editor's inference. What Rolebook
computes is in no file.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from rolebook.model.base import Record, Text


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Places = Annotated[tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=Text | list[Text])]
"""One section of the source, or several."""


class Evidence(StrEnum):
    """Who says something."""

    SOURCE = "source"
    """A source that the catalogue names."""
    EDITOR = "editor"
    """The editors, who infer it for a reason."""
    COMPUTED = "computed"
    """Rolebook, by a rule."""
    CATALOGUE = "catalogue"
    """The organisation whose catalogue it is: no source is named."""


class Statement(Record):
    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=False, validate_by_alias=True)

    found_in: Annotated[Places, Field(alias="in")] = ()
    """Where the source says so, by the names of its sections: `in: requirements`."""
    because: Text | None = None
    """The editor's reason, where the source does not say this itself."""

    @property
    def evidence(self) -> Evidence:
        return Evidence.EDITOR if self.because else Evidence.SOURCE


def _worded(value: Any) -> Any:
    if isinstance(value, str):
        return [{"word": value}]
    if isinstance(value, list):
        return [{"word": item} if isinstance(item, str) else item for item in value]
    return value


class Said(Record):
    """The source's own word for how well something must be known: expertise, proficiency, strong, knowledge."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=False, validate_by_alias=True)

    word: Text
    found_in: Annotated[Places, Field(alias="in")] = ()


Words = Annotated[tuple[Said, ...], BeforeValidator(_worded, json_schema_input_type=Text | list[Text | Said])]
"""`said: expertise`, or one entry for each place that uses another word."""
