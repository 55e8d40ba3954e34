"""The kinds of values that every record is made of.

Each kind checks itself while a file is read. Kinds that name something elsewhere (a skill, a
source, a role) look it up in the validation context, so that an unknown id is reported in the
same run, with the same line numbers, as every other mistake.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    Strict,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from rolebook.model.problems import suggestion
from rolebook.model.prose import refused_links

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_SLUG = 80


class Record(BaseModel):
    """A frozen record that accepts no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def wrong(found: str, expected: str, do: str) -> PydanticCustomError:
    """The one shape of every message: what was found, what was expected, what to do."""
    # Not a format string: braces in the content are only text.
    return PydanticCustomError("content", "{message}", {"message": f"found {found}; expected {expected}. {do}"})


def slug_fault(slug: str) -> str | None:
    """What keeps this text from being a slug, or None."""
    if not SLUG.fullmatch(slug):
        return "expected small letters a to z, digits and single hyphens"
    if "-vs-" in f"-{slug}-":
        return 'expected a name without "-vs-", which joins the two roles of a comparison'
    if len(slug) > MAX_SLUG:
        return f"expected {MAX_SLUG} characters at most"
    return None


def slugify(text: str) -> str:
    """The anchor made of a text: `Top 10 %` becomes `top-10`."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())) or "item"


def _one_line(text: str) -> str:
    folded = " ".join(text.split())
    if not folded:
        raise wrong("an empty text", "words", "Write them, or delete the key.")
    return folded


def _slug(text: str) -> str:
    fault = slug_fault(text)
    if fault:
        raise wrong(f'"{text}"', fault.removeprefix("expected "), f'For example "{slugify(text)}".')
    return text


Text = Annotated[str, Strict(), AfterValidator(_one_line)]
"""Plain text on one line. Whatever is in it is shown as itself."""


def _linked(markdown: str) -> str:
    for address in refused_links(markdown)[:1]:
        raise wrong(f'a link to "{address}"', "http, https, mailto or an address of this site", "Change the link.")
    return markdown


Prose = Annotated[str, Strict(), AfterValidator(str.strip), Field(min_length=1), AfterValidator(_linked)]
"""Text in Markdown, of one paragraph or more. Raw HTML in it is shown, not run."""

Slug = Annotated[str, Strict(), AfterValidator(_slug)]


def _number(value: Any) -> Any:
    # bool is a kind of int to Python, and a string that looks like a number is a slip.
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        do = "Write digits only: no currency sign, no thousands separator, no quotes."
        if re.fullmatch(r"\d{1,3}(?:([,. '\u00a0\u202f])\d{3})(?:\1\d{3})*", str(value)):
            do = f"Write {re.sub(r'[^0-9]', '', str(value))}: digits only."
        elif re.fullmatch(r"0\d+", str(value)):
            do = f"Write {int(value)}: no 0 before it."
        raise wrong(_shown(value), "a number, as in 187550 or 23.5", do)
    return Decimal(value)


def _shown(value: Any) -> str:
    return {True: "yes/true", False: "no/false"}[value] if isinstance(value, bool) else f'"{value}"'


def plain_number(value: Decimal) -> int | float:
    """For JSON, whose numbers keep no trailing zeros."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    BeforeValidator(_number, json_schema_input_type=int | float),
    PlainSerializer(plain_number, return_type=int | float, when_used="json"),
]
"""A number exactly as the file writes it: trailing zeros are kept."""


@dataclass(frozen=True)
class Span:
    """Numbers from `low` to `high`, both included; `high` None is "or more".

    Written `5`, `5-8` or `5+`.
    """

    low: int
    high: int | None

    PATTERN = r"^\d{1,4}(-\d{1,4}|\+)?$"

    @classmethod
    def parse(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        text = str(value).strip()
        if isinstance(value, bool) or not re.fullmatch(cls.PATTERN[1:-1], text):
            raise wrong(_shown(value), "a whole number, a range or a minimum", "Write 5, 5-8 or 5+.")
        low, _, high = text.rstrip("+").partition("-")
        span = cls(int(low), None if text.endswith("+") else int(high or low))
        if span.high is not None and span.high < span.low:
            whole = low[: len(low) - len(high)] + high
            if len(high) < len(low) and int(whole) >= span.low:
                raise wrong(f'"{text}"', "both numbers written out", f"Write {low}-{whole}.")
            raise wrong(f'"{text}"', "the lower number first", f"Write {span.high}-{span.low}.")
        return span

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low}+"
        return f"{self.low}" if self.high == self.low else f"{self.low}–{self.high}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        if handler.mode == "serialization":
            return {"type": "string", "description": "5, 5–8 or 5+"}
        return {
            "anyOf": [{"type": "integer"}, {"type": "string", "pattern": cls.PATTERN}],
            "description": "5, 5-8 or 5+",
        }


@dataclass(frozen=True)
class Names:
    """The ids that a file may refer to, by kind: the context of a validation."""

    known: Mapping[str, Collection[str]]
    slug: str | None = None
    """The slug of the role being read, which may not refer to itself."""


def refers(kind: str, where: str) -> AfterValidator:
    """The check of ids of `kind`, each of which must exist in `where`."""

    def check(value: str, info: ValidationInfo) -> str:
        names: Names | None = info.context
        if names is None or kind not in names.known or value in names.known[kind]:
            return value
        known = names.known[kind]
        listed = ", ".join(sorted(known)) if len(known) <= 12 else ""
        do = suggestion(value, known, f"Use one of: {listed}." if listed else "Add it there first.").strip()
        message = f'found the unknown {kind} "{value}"; expected an id from {where}. {do}'
        raise PydanticCustomError("unknown", "{message}", {"message": message, "kind": kind, "id": value})

    return AfterValidator(check)


SkillId = Annotated[str, Strict(), refers("skill", "content/vocabulary.yml (skills)")]
FamilyId = Annotated[str, Strict(), refers("family", "content/vocabulary.yml (families)")]
SeniorityId = Annotated[str, Strict(), refers("seniority", "content/vocabulary.yml (seniorities)")]
DegreeId = Annotated[str, Strict(), refers("degree", "content/vocabulary.yml (degrees)")]
ProficiencyId = Annotated[str, Strict(), refers("proficiency", "content/vocabulary.yml (proficiencies)")]
UnitId = Annotated[str, Strict(), refers("unit", "content/vocabulary.yml (units)")]
RegionId = Annotated[str, Strict(), refers("region", "content/vocabulary.yml (regions)")]
ThemeId = Annotated[str, Strict(), refers("theme", "content/vocabulary.yml (themes)")]
WorkId = Annotated[str, Strict(), refers("work", "content/vocabulary.yml (work)")]
ComponentId = Annotated[str, Strict(), refers("component", "content/vocabulary.yml (components)")]
SourceId = Annotated[str, Strict(), refers("source", "content/sources.yml")]


def _not_itself(value: str, info: ValidationInfo) -> str:
    if info.context is not None and value == info.context.slug:
        raise wrong(f'"{value}", this role itself', "another role", "Remove it from the list.")
    return value


RoleId = Annotated[str, Strict(), refers("role", "content/roles (the names of the files)")]
OtherRoleId = Annotated[RoleId, AfterValidator(_not_itself)]
