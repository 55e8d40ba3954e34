"""One role: the whole of a file in content/roles."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import Field, ValidationInfo, model_validator

from rolebook.model.base import FamilyId, Prose, Record, SeniorityId, Slug, SourceId, Text, wrong
from rolebook.model.figures import Block, Figure
from rolebook.model.levels import Change, Detail
from rolebook.model.sections import (
    Career,
    Challenges,
    Duties,
    Group,
    Market,
    Related,
    Requirements,
    Salary,
    SoftSkill,
    Trend,
)
from rolebook.model.succession import Anchor, FormerSlug, Retired

SECTIONS: dict[str, str] = {
    "overview": "Overview",
    "responsibilities": "Responsibilities",
    "requirements": "Requirements",
    "career": "Career",
    "market": "Market",
    "salary": "Salary",
    "trends": "Trends",
    "soft-skills": "Soft skills",
    "best-practices": "Best practices",
    "challenges": "Challenges",
    "related": "Related roles",
}
"""Anchor and heading of each section, in the order of the page. The anchors are for ever."""


class HistoryEntry(Record):
    date: date
    level: Change
    change: Text
    """What changed, in words."""


class Occupation(Record):
    """An occupation of a public classification."""

    onet_soc: Annotated[str, Field(pattern=r"^\d{2}-\d{4}\.\d{2}$")] | None = None
    """Its code in O*NET-SOC, such as 15-1252.00."""
    isco_08: Annotated[str, Field(pattern=r"^\d{1,4}$")] | None = None
    """Its code in ISCO-08, such as "2512", in quotes."""
    label: Text
    """What the classification calls it."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Each code after the name of its classification: `O*NET-SOC 15-1252.00`."""
        named = (("O*NET-SOC", self.onet_soc), ("ISCO-08", self.isco_08))
        return tuple(f"{name} {code}" for name, code in named if code)

    @model_validator(mode="after")
    def _has_code(self) -> Self:
        if not (self.onet_soc or self.isco_08):
            raise wrong("no code", "onet_soc, isco_08 or both", "Add `onet_soc: …` (15-1252.00), or delete the key.")
        return self


class NearestOccupation(Occupation):
    """The nearest occupation, as an editor judges it, and why."""

    because: Text
    also: tuple[Occupation, ...] = ()
    """Further occupations that hold a part of the role; `label` says which."""


class Role(Record):
    """content/roles/<slug>.yml. The name of the file is the slug, the id and the address."""

    slug: Annotated[Slug, Field(json_schema_extra={"readOnly": True})]
    title: Text
    aliases: tuple[Text, ...] = ()
    """Other titles of the same job."""
    search: tuple[Text, ...] = ()
    """More words by which people look for it; not shown."""
    family: FamilyId
    seniority: SeniorityId
    occupation: NearestOccupation | None = None
    detail: Detail = Detail.FULL
    source: SourceId | None = None
    """Where all its figures come from, but for those that name another source."""
    summary: Text
    """What the role is, in one sentence."""
    overview: Prose | None = None
    focus: tuple[Group, ...] = ()
    """Variants or aspects of the role that the overview tells apart."""
    responsibilities: tuple[Duties, ...] = ()
    requirements: Requirements | None = None
    career: Career | None = None
    market: Market | None = None
    salary: Salary | None = None
    trends: tuple[Trend, ...] = ()
    soft_skills: tuple[SoftSkill, ...] = ()
    best_practices: tuple[Group, ...] = ()
    challenges: Challenges | None = None
    related: tuple[Related, ...] = ()
    formerly: tuple[FormerSlug, ...] = ()
    """Slugs that it had before, and roles merged into it; the oldest first."""
    retired: Retired | None = None
    anchors: dict[Anchor, Anchor] = Field(default_factory=dict)
    """Places on this page that were renamed or removed, and the place that each leads to now."""
    history: Annotated[tuple[HistoryEntry, ...], Field(min_length=1)]
    """What changed on this page, newest first."""

    @property
    def sections(self) -> tuple[str, ...]:
        """The anchors of the sections that it has, in the order of the page."""
        return tuple(anchor for anchor in SECTIONS if anchor == "overview" or getattr(self, anchor.replace("-", "_")))

    @property
    def first_slug(self) -> str:
        """The slug that it was first published under: what it is known by to who follows its feed."""
        return next((former.slug for former in self.formerly if not former.note), self.slug)

    @property
    def brief(self) -> bool:
        return self.detail is Detail.BRIEF

    @property
    def changed(self) -> date:
        return max(entry.date for entry in self.history)

    @property
    def figures(self) -> tuple[tuple[str, Figure], ...]:
        """Every figure, with the anchor of the section or trend that it stands in."""
        blocks: list[tuple[str, Block | None]] = [("market", self.market), ("salary", self.salary)]
        blocks += [(f"trends-{trend.key}", trend) for trend in self.trends]
        return tuple((prefix, figure) for prefix, block in blocks if block for figure in block.figures)

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        if not isinstance(data, dict) or data.get("source") is None:
            return data

        def give(block: Any) -> Any:
            return {"source": data["source"], **block} if isinstance(block, dict) else block

        filled = {name: give(data[name]) for name in ("requirements", "market", "salary") if name in data}
        if isinstance(data.get("trends"), list):
            filled["trends"] = [give(trend) for trend in data["trends"]]
        return {**data, **filled}

    @model_validator(mode="after")
    def _complete(self, info: ValidationInfo) -> Self:
        lacking = [
            anchor.replace("-", "_") for anchor in SECTIONS if anchor not in self.sections and anchor != "related"
        ]
        if not self.overview:
            lacking.insert(0, "overview")
        if lacking and not self.brief:
            raise wrong(
                f"no {', '.join(lacking)}",
                "every section in a full role",
                "Add what is missing, or say `detail: brief`.",
            )
        return self
