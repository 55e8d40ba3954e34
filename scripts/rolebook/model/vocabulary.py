"""What roles refer to: the vocabulary, and the sources of figures."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from rolebook.model.base import Number, Record, Slug, Text


class Term(Record):
    """One entry of a list in the vocabulary. Where a list has an order, it goes from low to high."""

    id: Slug
    label: Text
    description: Text | None = None
    aliases: tuple[Text, ...] = ()
    """Other names by which people look for it."""


class SkillKind(StrEnum):
    TECHNICAL = "technical"
    TOOL = "tool"
    SOFT = "soft"


class Skill(Term):
    kind: SkillKind


class Defined(Term):
    """A term that nothing can be claimed by without its definition."""

    description: Text


class Unit(Term):
    """How a number is written: `prefix` before it, `suffix` after it."""

    prefix: str = ""
    suffix: str = ""
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    """The ISO 4217 code, where the unit is an amount of money."""
    period: Literal["year", "month", "week", "day", "hour"] | None = None
    """The time that one amount of pay is for."""
    scale: Number = Decimal(1)
    """How many of the plain unit one stands for: 1000000 for millions."""


class Vocabulary(Record):
    """content/vocabulary.yml."""

    families: tuple[Term, ...]
    seniorities: tuple[Term, ...]
    """From the most junior to the most senior."""
    degrees: tuple[Term, ...]
    """From the lowest to the highest."""
    proficiencies: tuple[Defined, ...] = ()
    """From the least to the most: only where the catalogue has a scale of its own, with a definition of each step."""
    units: tuple[Unit, ...]
    regions: tuple[Term, ...]
    themes: tuple[Term, ...]
    """Kinds of responsibility, in the order in which a comparison shows them."""
    work: tuple[Term, ...] = ()
    """Kinds of work that years of experience are counted in."""
    components: tuple[Term, ...] = ()
    """Parts of pay: base salary, bonus, total."""
    skills: tuple[Skill, ...]
    abbreviations: dict[Text, Text] = Field(default_factory=dict)
    """What search reads a short form as: `ML: machine learning`."""

    def rank(self, kind: str, id: str | None) -> int:
        """The position of an id in an ordered list, from 0; -1 for None."""
        return next((i for i, term in enumerate(getattr(self, kind)) if term.id == id), -1)


class SourceKind(StrEnum):
    """How near a source is to what it counts."""

    OFFICIAL = "official"
    """Statistics of a public office, which counts by a published method."""
    SECONDARY = "secondary"
    """It repeats what others have counted, or does not say how it counted."""
    OWN = "own"
    """The organisation's own records."""


class Reference(Record):
    """One entry of content/sources.yml: where figures come from."""

    id: Slug
    title: Text
    publisher: Text
    kind: SourceKind | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    year: int | None = None
    """The year that its figures speak of, where it names one."""
    read_on: date | None = None
    note: Text | None = None


class References(Record):
    """content/sources.yml."""

    sources: tuple[Reference, ...]
