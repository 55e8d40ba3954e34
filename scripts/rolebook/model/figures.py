"""A figure is data, not prose: what it measures, its value, and all that says how far to trust it."""

from decimal import Decimal
from itertools import pairwise
from typing import Any, Self

from pydantic import GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema

from rolebook.model.base import (
    ComponentId,
    Number,
    Record,
    RegionId,
    Slug,
    SourceId,
    Span,
    Text,
    UnitId,
    slugify,
    wrong,
)
from rolebook.model.levels import Measure
from rolebook.model.statement import Statement


class Percentiles(Record):
    """What the lowest-paid tenth earn at most (p10), and so on; `median` is p50."""

    p10: Number | None = None
    p25: Number | None = None
    median: Number | None = None
    p75: Number | None = None
    p90: Number | None = None

    @property
    def known(self) -> tuple[tuple[str, Decimal], ...]:
        """The stated percentiles as (name, value), lowest first."""
        pairs = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, value) for name, value in pairs if value is not None)

    @property
    def middle_half(self) -> tuple[Decimal, Decimal] | None:
        """What half of all earn: from the 25th percentile to the 75th, where both are stated."""
        return (self.p25, self.p75) if self.p25 is not None and self.p75 is not None else None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.known:
            raise wrong("no percentile", "at least one of p10, p25, median, p75, p90", "Add one.")
        for (name, value), (next_name, next_value) in pairwise(self.known):
            if next_value < value:
                raise wrong(
                    f"{name} {value} above {next_name} {next_value}",
                    "percentiles that rise from p10 to p90",
                    "Check both against the source.",
                )
        return self


class Measured(Record):
    """What a figure may inherit from the block that it stands in."""

    unit: UnitId | None = None
    year: Span | None = None
    """The year that it speaks of (2024), a period (2023-2030), or a start (2014+)."""
    region: RegionId | None = None
    source: SourceId | None = None


class Figure(Measured, Statement):
    """One figure: a value, a range (`low`, `high` or both) or `percentiles`.

    `low` alone reads "or more"; `high` alone reads "up to". Amounts are in `unit`.
    """

    unit: UnitId
    source: SourceId
    id: Slug | None = None
    """Needed only where two figures of a section would have the same address."""
    what: Text
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    percentiles: Percentiles | None = None
    about: bool = False
    """The source says "about" or "approximately"."""
    open: bool = False
    """The source adds a plus to the upper end: $180,000 to $250,000+."""
    job: Text | None = None
    """Whose figure it is, where the source gives it for another job title."""
    level: Text | None = None
    place: Text | None = None
    """A city or area within the region."""
    company: Text | None = None
    measure: Measure | None = None
    """What kind of number it is: asked of every amount of pay."""
    component: ComponentId | None = None
    """What part of pay: base, bonus, total."""
    note: Text | None = None
    """Shown beside the figure: what is odd about it in the source."""

    @property
    def key(self) -> str:
        """The part of its address that names it: stable, because it comes from the data."""
        return self.id or slugify(" ".join(filter(None, (self.job, self.what, self.level, self.place, self.company))))

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """Lowest and highest number known; None on a side that is open."""
        if self.value is not None:
            return self.value, self.value
        if self.percentiles:
            return self.percentiles.known[0][1], self.percentiles.known[-1][1]
        return self.low, self.high

    @property
    def centre(self) -> Decimal | None:
        """The single number that stands for it: its value, or the median of its percentiles."""
        if self.value is not None:
            return self.value
        return self.percentiles.median if self.percentiles else None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [
            name
            for name, given in (
                ("value", self.value is not None),
                ("low/high", self.low is not None or self.high is not None),
                ("percentiles", self.percentiles is not None),
            )
            if given
        ]
        if len(forms) != 1:
            raise wrong(
                " and ".join(forms) or "no number",
                "exactly one of value, low/high, percentiles",
                "Keep the form that the source uses.",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise wrong(
                f"low {self.low} above high {self.high}", "low to be the smaller", "Swap them, or check the source."
            )
        return self

    @model_validator(mode="after")
    def _open_end(self) -> Self:
        if self.open and self.bounds[1] is None:
            raise wrong("open without an upper end", "a number that the plus stands at", "Delete `open: true`.")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        made = handler(schema)
        if handler.mode == "validation":
            # The block above may say them, which is known only once the file is read as a whole.
            record = handler.resolve_ref_schema(made)
            record["required"] = [name for name in record["required"] if name not in Measured.model_fields]
        return made


class Block(Measured):
    """A section with figures. What is written once on the block holds for each figure in it."""

    figures: tuple[Figure, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any, info: ValidationInfo) -> Any:
        return hand_down(data, ("figures",))


def hand_down(data: Any, lists: tuple[str, ...]) -> Any:
    """Give each record of the named lists the block's own unit, year, region and source."""
    if not isinstance(data, dict):
        return data
    shared = {name: data[name] for name in Measured.model_fields if data.get(name) is not None}
    filled = {
        name: [{**shared, **item} if isinstance(item, dict) else item for item in data[name]]
        for name in lists
        if isinstance(data.get(name), list)
    }
    return {**data, **filled}
