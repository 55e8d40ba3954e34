"""The shape of the data that the site gives to other programs, which is also its JSON Schema.

The shape is a promise: within a version keys are added and never removed or renamed.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

from rolebook.analysis.comparison import Verdict
from rolebook.model.base import plain_number
from rolebook.model.levels import Measure, Need
from rolebook.model.role import Role
from rolebook.model.vocabulary import Reference, SkillKind, Vocabulary
from rolebook.site.addresses import DATA

VERSION = 1
FOLDER = DATA.rstrip("/")


Amount = Annotated[Decimal, PlainSerializer(plain_number, return_type=int | float, when_used="json")]


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Named(Data):
    id: str
    label: str


class Place(Data):
    """Where something is on the site: `page` and `data` are paths from the site's root."""

    slug: str
    title: str
    page: str
    data: str


class FactData(Data):
    """One fact at a glance; `value` is null where the sources do not state it, which is not "none"."""

    key: str
    label: str
    value: str | None
    detail: str | None


class FigureData(Data):
    """One figure. A single number is in `value`; a range in `low` and `high`, where null is an open end."""

    page: str
    """The figure's own place on the site, from its root."""
    what: str
    whose: str | None
    words: str
    """The figure as the site writes it."""
    value: Amount | None
    low: Amount | None
    high: Amount | None
    percentiles: dict[str, Amount] | None
    about: bool
    """The source says "about"."""
    open: bool
    """The source adds a plus to the upper end."""
    measure: Measure | None
    """What kind of number it is, where that is stated."""
    component: str | None
    """What part of pay: an id from the vocabulary's components."""
    unit: str
    """An id from the vocabulary's units."""
    currency: str | None
    """ISO 4217."""
    year: str | None
    """2024, 2023–2030, or 2014+."""
    region: Named | None
    source: str
    """An id from the catalogue's sources."""
    note: str | None


class WordData(Data):
    word: str
    places: tuple[str, ...]
    """The sections of the source that use it, where they are stated."""


class AskData(Data):
    need: Need
    """asked: the source asks for it; preferred: it calls it an advantage; example: it names it as an example of
    something wider; work: it follows from a duty or a trend."""
    said: tuple[WordData, ...]
    """The source's own words for how well. They have no order."""
    any_of: tuple[str, ...]
    """Where one of several skills is enough: the ids of all of them."""
    proficiency: str | None
    """The label of the proficiency, in a catalogue that defines any; null where none is stated."""
    detail: str | None
    because: str | None
    """The editor's reason, where the source does not say it."""


class SkillData(Named, AskData):
    kind: SkillKind


class RoleSummary(Place):
    aliases: tuple[str, ...]
    summary: str
    family: Named
    seniority: Named
    changed: date
    facts: tuple[FactData, ...]


class RoleData(RoleSummary):
    """roles/<slug>.json: one role."""

    version: int = VERSION
    skills: tuple[SkillData, ...]
    figures: tuple[FigureData, ...]
    content: Role
    """The whole role as its editors wrote it; ids are explained in the vocabulary of catalogue.json."""


class Pair(Data):
    page: str
    data: str
    a: str
    b: str


class CatalogueData(Data):
    """catalogue.json: every role in short, and what roles refer to by id."""

    version: int = VERSION
    title: str
    lede: str
    changed: date
    roles: tuple[RoleSummary, ...]
    comparisons: tuple[Pair, ...]
    vocabulary: Vocabulary
    sources: tuple[Reference, ...]


class LineData(Data):
    text: str
    detail: str | None
    page: str | None
    """Where the role says so, from the root of the site."""
    note: str | None


class RowData(Data):
    """One row of a comparison, as its page shows it. A side without lines does not state it."""

    key: str
    label: str
    verdict: Verdict
    """same, different, or unknown: a side does not state it, or what the sides state cannot be compared."""
    mark: str
    """What the page says of the verdict; may be empty."""
    a: tuple[LineData, ...]
    b: tuple[LineData, ...]


class SkillRowData(RowData):
    """A skill that either role names, or several of which one is enough for either."""

    kind: SkillKind
    ids: tuple[str, ...]
    asks_a: tuple[AskData, ...]
    asks_b: tuple[AskData, ...]


class ComparisonData(Data):
    """compare/<a>-vs-<b>.json: two roles beside each other."""

    version: int = VERSION
    page: str
    a: Place
    b: Place
    facts: tuple[RowData, ...]
    skills: tuple[SkillRowData, ...]
    requirements: tuple[RowData, ...]
    responsibilities: tuple[RowData, ...]
    career: tuple[RowData, ...]


MODELS: dict[str, type[Data]] = {"catalogue": CatalogueData, "role": RoleData, "comparison": ComparisonData}
COLUMNS = (
    "slug",
    "title",
    "aliases",
    "family",
    "seniority",
    "typical_pay",
    "typical_pay_is",
    "pay_low",
    "pay_high",
    "currency",
    "pay_year",
    "pay_region",
    "education",
    "experience",
    "leading",
    "skills_asked",
    "skills_preferred",
    "skills_examples",
    "skills_work",
    "changed",
    "page",
)
"""The columns of roles.csv. An empty cell is "not stated"; several values are joined by `; `."""
