"""The fixed scales of the format. Scales that a catalogue may change are in its vocabulary."""

from enum import StrEnum


class Need(StrEnum):
    REQUIRED = "required"
    PREFERRED = "preferred"


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
