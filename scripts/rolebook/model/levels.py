"""The fixed scales of the format. Scales that a catalogue may change are in its vocabulary."""

from enum import StrEnum


class Need(StrEnum):
    """How something is asked for. Four different things, of which only the first can be lacking."""

    ASKED = "asked"
    """The source asks for it."""
    PREFERRED = "preferred"
    """The source calls it an advantage."""
    EXAMPLE = "example"
    """The source names it as an example of something wider: "such as …"."""
    WORK = "work"
    """It follows from a duty or a trend; the source does not ask for it."""


class Measure(StrEnum):
    """What kind of number an amount of pay is."""

    MEDIAN = "median"
    AVERAGE = "average"
    TYPICAL = "typical"
    """The source calls it typical or usual, and says no more."""
    RANGE = "range"
    """From a low to a high amount; the source does not say whose."""
    PERCENTILE = "percentile"
    """One or more percentiles, or what a lowest or highest part earns."""
    EXTREME = "extreme"
    """A lowest or highest amount."""


class Detail(StrEnum):
    FULL = "full"
    """Every section is there."""
    BRIEF = "brief"
    """Only the sections that it has are shown."""


class Change(StrEnum):
    """What a change of a role means for who meets it."""

    NEW = "new"
    WORDING = "wording"
    FIGURES = "figures"
    RAISED = "raised"
    LOWERED = "lowered"
