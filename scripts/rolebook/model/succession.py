"""What became of a role: the names it had, and how it ended. Its old addresses lead on because of this."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from rolebook.model.base import OtherRoleId, Record, Slug, Text

Anchor = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A place on a page: what stands after # in a link to it."""


class Former(Record):
    """A slug that leads to this role now. With a `note`, another role that was merged into this one."""

    slug: Slug
    on: date | None = None
    note: Text | None = None
    """What changed for who followed a link to the merged role."""


def _record(value: Any) -> Any:
    return {"slug": value} if isinstance(value, str) else value


FormerSlug = Annotated[Former, BeforeValidator(_record, json_schema_input_type=Former | Slug)]
"""A slug alone for a role that was renamed, or a record that says more."""


class Retired(Record):
    """The role is no longer kept up. Its page stays, says so, and is listed nowhere."""

    on: date
    instead: OtherRoleId | None = None
    """The role to read in its place."""
    why: Text
