"""How a skill is asked for, in words: the need, the source's own word, and the catalogue's level where it has one."""

from collections.abc import Iterable
from dataclasses import dataclass

from rolebook.analysis.asks import Ask, in_order
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.wording.phrases import inside

NEEDS = {
    Need.ASKED: "Asked for",
    Need.PREFERRED: "Preferred",
    Need.EXAMPLE: "Named as an example",
    Need.WORK: "Part of the work",
}
EXAMPLE_OF = "an example of "
"""How an editor's detail begins that says what a skill is an example of."""


@dataclass(frozen=True)
class SkillName:
    """One skill of a need. `anchor` is its address on its role's page."""

    id: str
    label: str
    anchor: str


@dataclass(frozen=True)
class SkillWords:
    """One need of a role. `names` are several where one of them is enough."""

    ask: Ask
    names: tuple[SkillName, ...]
    label: str
    """`Python`, or `One of Python, R, Java`."""
    text: str
    """How it is asked for: `Asked for: “expertise”`."""
    short: str
    """What has to be said of it beside its name; nothing where it is asked for without a word."""
    own: str
    """The source's own words, and the catalogue's level where it has one; may be empty."""
    detail: str
    reason: str
    """Why an editor says so, where the source does not."""


def skill_words(ask: Ask, catalogue: Catalogue) -> SkillWords:
    names = tuple(SkillName(id, catalogue.skills[id].label, ask.anchor(id)) for id in in_order(ask, catalogue))
    listed = ", ".join(name.label for name in names)
    own = _own_words(ask)
    level = inside(catalogue.label("proficiencies", ask.proficiency) or "")
    need, detail = _need_and_detail(ask)
    extra = ", ".join(filter(None, (own, level)))
    short = (inside(need) if ask.need is not Need.ASKED else "", extra)
    return SkillWords(
        ask,
        names,
        f"One of {listed}" if len(names) > 1 else listed,
        f"{need}: {extra}" if extra else need,
        ", ".join(filter(None, short)),
        extra,
        detail,
        ask.because or "",
    )


def _need_and_detail(ask: Ask) -> tuple[str, str]:
    """`Named as an example of programming languages`, where the detail says of what."""
    need, detail = NEEDS[ask.need], ask.detail or ""
    if ask.need is Need.EXAMPLE and detail.startswith(EXAMPLE_OF):
        what, _, rest = detail.removeprefix(EXAMPLE_OF).partition("; ")
        return f"{need} of {what}", rest
    return need, detail


def _own_words(ask: Ask) -> str:
    """`“expertise”`; with their places where the source uses more than one."""
    several = len({said.word.casefold() for said in ask.said}) > 1
    found = dict.fromkeys(f"“{said.word}”{places(said.found_in) if several else ''}" for said in ask.said)
    return ", ".join(found)


def places(found_in: Iterable[str]) -> str:
    """` (overview, requirements)`: the sections of the source that say so."""
    listed = ", ".join(found_in)
    return f" ({listed})" if listed else ""
