"""Who says each statement of a role: a source, the editors for a reason, or the catalogue itself.

The records are walked by their types, so that nothing is left out: a kind of record or a field of which this module
does not know who says it is an error, and never passes in silence. What Rolebook computes is in derived.py.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure, Measured
from rolebook.model.levels import Need
from rolebook.model.location import KeyPath
from rolebook.model.role import NearestOccupation, Role
from rolebook.model.sections import (
    Career,
    Certification,
    Challenge,
    ChallengeGroup,
    Challenges,
    Duties,
    EducationNeed,
    Experience,
    Group,
    Industry,
    Market,
    Related,
    Requirements,
    Salary,
    SkillNeed,
    SoftSkill,
    Stage,
    Step,
    Trend,
)
from rolebook.model.statement import Evidence

FOLLOWS = "It follows from a duty or a trend; the source does not ask for it."
"""The editors' reason where something is part of the work."""

WHOLE: frozenset[type[BaseModel]] = frozenset(
    (
        Certification,
        Challenge,
        Duties,
        EducationNeed,
        Experience,
        Figure,
        Group,
        NearestOccupation,
        Related,
        SkillNeed,
        SoftSkill,
        Step,
    )
)
"""Records that are one statement each."""
PARTS: frozenset[type[BaseModel]] = frozenset(
    {Career, ChallengeGroup, Challenges, Industry, Market, Requirements, Salary, Stage, Trend}
)
"""Records whose fields are statements."""
JUDGED: Mapping[tuple[type[BaseModel], str], str] = {
    (Role, "family"): "family",
    (Role, "seniority"): "seniority",
    (Stage, "level"): "seniority",
    (Duties, "themes"): "themes",
    (Salary, "typical"): "pay",
    (Salary, "range"): "pay",
}
"""What no source states, and the judgement in the settings by which editors decide it."""
UPKEEP: Mapping[type[BaseModel], frozenset[str]] = {
    Role: frozenset({"slug", "search", "detail", "source", "formerly", "retired", "anchors", "history"}),
    Stage: frozenset({"here"}),
    Requirements: frozenset({"source"}),
    **{block: frozenset(Measured.model_fields) for block in (Market, Salary)},
    Trend: frozenset({"id", *Measured.model_fields}),
    Industry: frozenset({"id"}),
    ChallengeGroup: frozenset({"id"}),
}
"""Fields that say nothing of the job: how the page is kept, and what each figure repeats."""


@dataclass(frozen=True)
class Claim:
    """One statement of a role. `at` is where its file has it; `value` is the record or the text itself."""

    at: KeyPath
    value: Any
    evidence: Evidence
    reason: str | None = None
    """The editors' reason; None where the evidence is not theirs, or they give none."""
    source: str | None = None
    """The id of the source, where it is one that says so."""
    places: tuple[str, ...] = ()
    """The sections of the source that say so, where they are named."""


def claims(role: Role, catalogue: Catalogue) -> tuple[Claim, ...]:
    """Every statement of a role, in the order of its sections. Raises TypeError for a record of an unknown kind."""
    return tuple(_parts(role, (), _Speaker(role, catalogue)))


def judgements(role: Role) -> Iterator[tuple[str, KeyPath]]:
    """The judgements that a role with a source rests on, by their keys in the settings, each with its place."""
    if role.source:
        yield from _judgements(role, ())


@dataclass(frozen=True)
class _Speaker:
    """Who speaks in a role where no record says otherwise."""

    role: Role
    catalogue: Catalogue

    def text(self, at: KeyPath, value: object, source: str | None = None) -> Claim:
        source = source or self.role.source
        return Claim(at, value, Evidence.SOURCE if source else Evidence.CATALOGUE, source=source)

    def judged(self, at: KeyPath, value: object, key: str) -> Claim:
        if not self.role.source:
            return Claim(at, value, Evidence.CATALOGUE)
        return Claim(at, value, Evidence.EDITOR, getattr(self.catalogue.settings.judgements, key))

    def whole(self, at: KeyPath, record: Any) -> Claim:
        """One record. Its own reason comes first, then its own source, then the role's."""
        reason = getattr(record, "because", None) or (FOLLOWS if getattr(record, "need", None) is Need.WORK else None)
        places = getattr(record, "found_in", ()) or _places_of_words(record)
        if reason and (self.role.source or getattr(record, "because", None)):
            return Claim(at, record, Evidence.EDITOR, reason, places=places)
        said = self.text(at, record, getattr(record, "source", None))
        return Claim(at, record, said.evidence, source=said.source, places=places)


def _parts(record: BaseModel, at: KeyPath, speaker: _Speaker) -> Iterator[Claim]:
    kind = type(record)
    for name in kind.model_fields:
        if name not in UPKEEP.get(kind, ()):
            key = JUDGED.get((kind, name))
            value = getattr(record, name)
            if key and value not in (None, ()):
                yield speaker.judged((*at, name), value, key)
            elif not key:
                yield from _claims(value, (*at, name), speaker)


def _claims(value: Any, at: KeyPath, speaker: _Speaker) -> Iterator[Claim]:
    kind = type(value)
    if value in (None, (), False):
        return
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _claims(item, (*at, index), speaker)
    elif kind in WHOLE:
        yield speaker.whole(at, value)
        yield from (
            speaker.judged((*at, name), getattr(value, name), key)
            for (owner, name), key in JUDGED.items()
            if owner is kind and getattr(value, name)
        )
    elif kind in PARTS:
        yield from _parts(value, at, speaker)
    elif isinstance(value, BaseModel):
        raise TypeError(f"Who says a {kind.__name__}? Name it in WHOLE or in PARTS of {__name__}.")
    else:
        yield speaker.text(at, value)


def _judgements(record: Any, at: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    if isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from _judgements(item, (*at, index))
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            value = getattr(record, name)
            key = JUDGED.get((type(record), name))
            if key and value:
                yield key, (*at, name)
            elif not key:
                yield from _judgements(value, (*at, name))


def _places_of_words(record: object) -> tuple[str, ...]:
    """The places of the source's own words, where only they name any."""
    return tuple(dict.fromkeys(place for said in getattr(record, "said", ()) for place in said.found_in))
