"""Say a validation error in the words of the person who edits the file."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from rolebook.model.location import spoken
from rolebook.model.problems import nearest, suggestion

KINDS = {
    "string_type": ("text", "Put the value in quotes."),
    "int_type": ("a whole number", "Write digits only."),
    "int_parsing": ("a whole number", "Write digits only."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "bool_parsing": ("true or false", "Write true or false, without quotes."),
    "tuple_type": ("a list", "Start each item with `- `, or write [a, b]."),
    "dict_type": ("keys with values", "Write `key: value` in lines of their own."),
    "model_type": ("keys with values", "Write `key: value` in lines of their own."),
    "model_attributes_type": ("keys with values", "Write `key: value` in lines of their own."),
    "int_from_float": ("a whole number", "Write digits only."),
    "is_instance_of": ("a whole number", "Write digits only."),
    "date_from_datetime_inexact": ("a date", "Write it as 2026-11-21."),
    "date_type": ("a date", "Write it as 2026-11-21."),
    "date_from_datetime_parsing": ("a date", "Write it as 2026-11-21."),
    "date_parsing": ("a date", "Write it as 2026-11-21."),
    "too_short": ("at least one item", "Add one, or delete the key."),
    "string_too_short": ("text", "Write it, or delete the key."),
}
"""By pydantic's error type: what was expected, and what to do."""


FORMS = {
    "address": "an address such as https://example.org/roles/",
    "url": "an address such as https://example.org/survey",
    "currency": "three capital letters such as USD",
    "onet_soc": "a code such as 15-1252.00",
    "isco_08": 'a code such as "2512", in quotes',
    "file_name": "small letters a to z, digits and single hyphens",
}
"""By the name of a key that has a pattern: the pattern in words."""

INHERITED = {"unit": "usd", "source": "an id from content/sources.yml"}
"""What every figure must have, by itself or from the block above it; with an example."""


def explain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """One sentence or two for one error of `model`: what was found, what was expected, what to do."""
    place = spoken(error["loc"])
    name = str(error["loc"][-1]) if error["loc"] else ""
    match error["type"]:
        case "content" | "unknown":
            return f"{place}: {error['ctx']['message']}" if place else error["ctx"]["message"]
        case "missing" if name in INHERITED and "figures" in error["loc"]:
            figure, whose = error["input"], spoken(error["loc"][:-1])
            what = f' for "{figure["what"]}"' if "what" in figure else ""
            return (
                f"{whose}: found no {name}{what}; expected a {name} here or above its block. "
                f"Add `{name}: …` ({INHERITED[name]})."
            )
        case "missing":
            return f'{place}: found no "{name}"; expected one in {_thing(error["loc"][:-1])}. Add `{name}: …`.'
        case "extra_forbidden":
            known = _keys(model, error["loc"][:-1])
            if glued := _glued(name, known):
                return (
                    f'{place}: found "{name}" without a blank behind the colon; expected `key: value`. '
                    f"Write `{glued}: {name[len(glued) + 1 :] or '…'}`."
                )
            if " " in name:
                return (
                    f'{place}: found the words "{name}" where a key should be; expected one of '
                    f"{', '.join(known)}. If they belong to the text before them, put that text in quotes."
                )
            return f'{place}: found the unknown key "{name}"; expected one of {", ".join(known)}.' + suggestion(
                name, known, "Delete it, or move it to where it belongs."
            )
        case "enum" | "literal_error":
            expected = error["ctx"]["expected"].replace("'", "")
            return f"{place}: found {_shown(error['input'])}; expected {expected}." + suggestion(
                str(error["input"]), expected.replace(" or ", ", ").split(", ")
            )
        case "string_type" if error["input"] is None:
            return f"{place}: found nothing; expected text. Write it, or delete the key."
        case "string_type" if isinstance(error["input"], Mapping):
            return (
                f"{place}: found keys with values; expected text. "
                "If a colon belongs to the text, put the whole text in quotes."
            )
        case "string_pattern_mismatch":
            form = FORMS.get(name, f"a text of the form {error['ctx']['pattern']}")
            return f"{place}: found {_shown(error['input'])}; expected {form}. Correct it."
        case "greater_than_equal" | "less_than_equal":
            side, limit = next(iter(error["ctx"].items()))
            return (
                f"{place}: found {_shown(error['input'])}; "
                f"expected {limit} {'or more' if side == 'ge' else 'at most'}. Change it."
            )
        case "string_too_long":
            limit = error["ctx"]["max_length"]
            return f"{place}: found {_shown(error['input'])}; expected {limit} characters at most. Shorten it."
    expected, do = KINDS.get(error["type"], (error["msg"], "Correct it."))
    return f"{place}: found {_shown(error['input'])}; expected {expected}. {do}"


def meant(error: ErrorDetails, model: type[BaseModel]) -> tuple[str | int, ...] | None:
    """The path of the key that an unknown key was meant to be, where that can be told."""
    if error["type"] != "extra_forbidden":
        return None
    *at, name = error["loc"]
    known = _keys(model, tuple(at))
    key = _glued(str(name), known) or nearest(str(name), known)
    return (*at, key) if key else None


def _glued(name: str, known: list[str]) -> str | None:
    """The key in `key:value`, which lacks a blank."""
    key, colon, _ = name.partition(":")
    return key if colon and key in known else None


def _thing(at: tuple[str | int, ...]) -> str:
    return spoken(at) or "the file"


def _shown(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"the truth value {str(value).lower()} (from yes, no, on, off, true or false)"
        case Mapping():
            return "keys with values"
        case list() | tuple():
            return "a list" if value else "an empty list"
        case str():
            return f'the text "{value if len(value) <= 60 else value[:57] + "…"}"'
    return f"{value}"


def _keys(model: type[BaseModel], at: tuple[str | int, ...]) -> list[str]:
    """The keys that the record at this path may have."""
    here: Any = model
    for step in at:
        if isinstance(step, str) and step in here.model_fields:
            here = _record(here.model_fields[step].annotation) or here
    written = {field.alias or name: field for name, field in here.model_fields.items()}
    return [name for name, field in written.items() if not (field.json_schema_extra or {}).get("readOnly")]


def _record(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, in whatever it is wrapped."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for found in map(_record, get_args(annotation)) if found), None)
