"""Official statistics of wages: what the employees of whole occupations earn, to stand beside the pay of roles."""

from typing import Annotated

from pydantic import Field

from rolebook.model.base import Number, Record, RegionId, SourceId, Span, Text, UnitId
from rolebook.model.figures import Percentiles


class OccupationWages(Record):
    """The wages of one occupation. An error is the relative standard error of the estimate, in per cent."""

    soc: Annotated[str, Field(pattern=r"^\d{2}-\d{4}$")]
    """Its code in the Standard Occupational Classification, such as 15-1252."""
    title: Text
    employment: Annotated[int, Field(gt=0)] | None = None
    employment_error: Number | None = None
    mean: Number | None = None
    mean_error: Number | None = None
    percentiles: Percentiles


class OfficialStatistics(Record):
    """content/statistics.yml. It may be left out."""

    source: SourceId
    year: Span
    region: RegionId
    unit: UnitId
    counts: Text
    """What the wages hold and leave out, in words for readers."""
    occupations: tuple[OccupationWages, ...]

    def of(self, onet_soc: str | None) -> OccupationWages | None:
        """The wages of an occupation by its O*NET-SOC code, whose first seven characters are the SOC code."""
        return next((one for one in self.occupations if onet_soc and one.soc == onet_soc[:7]), None)
