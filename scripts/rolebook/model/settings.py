"""content/catalogue.yml: what the catalogue calls itself, and its limits."""

from typing import Annotated

from pydantic import Field

from rolebook.model.base import Prose, Record, Text


class Pairs(Record):
    """Which pairs of roles get a page of their own."""

    all_up_to: Annotated[int, Field(ge=0, le=200)] = 30
    """Every pair, in a catalogue of up to so many roles."""
    nearest: Annotated[int, Field(ge=1, le=20)] = 4
    """Beyond that, each role with so many of its nearest."""


class Judgements(Record):
    """How editors decide what no source states: the reason that stands behind each of their inferences.

    Wanted where roles name a source; a catalogue without one speaks for itself.
    """

    family: Text | None = None
    """How a role's family is chosen."""
    seniority: Text | None = None
    """How a role's seniority is chosen, and that of each stage of its career."""
    themes: Text | None = None
    """How duties are sorted by theme."""
    pay: Text | None = None
    """How the figures are chosen that stand for a role's pay."""


class Settings(Record):
    title: Text
    address: Annotated[str, Field(pattern=r"^https?://[^\s?#\"'<>{}]+$")] | None = None
    """Where the site is published, such as https://example.org/roles/. SITE_URL in the environment overrides it."""
    lede: Text
    """What the catalogue is for, in one or two sentences, on the home page."""
    attribution: Prose | None = None
    """What the licence of the content asks to be shown on the page of sources."""
    judgements: Judgements = Judgements()
    pairs: Pairs = Pairs()
    moved: dict[Text, Text] = Field(default_factory=dict)
    """Addresses that are no role's, from the root, and where each leads now: `skills/saw/: skills/plane/`."""
    handbook_up_to: Annotated[int, Field(ge=0, le=500)] = 100
    """The most roles that are printed as one handbook: one page of about 40 kB for each."""
    file_name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)] = "rolebook"
    """What a file to take away is called, before its date: `rolebook` makes `rolebook-2026-11-21.zip`."""
