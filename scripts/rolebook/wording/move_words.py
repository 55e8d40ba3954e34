"""The plan of a move in words. Each sentence that Rolebook derives names the rule that it follows (rules.py)."""

from dataclasses import dataclass

from rolebook.analysis.asks import Ask
from rolebook.analysis.careers import Link
from rolebook.analysis.degrees import education
from rolebook.analysis.move_plan import Gap, Move, Shared, YearsGap
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.vocabulary import SkillKind
from rolebook.wording.education_words import may_need, statement_in_full
from rolebook.wording.pay_words import range_words, typical_words
from rolebook.wording.phrases import counted, inside, joined
from rolebook.wording.requirement_words import years
from rolebook.wording.skill_words import SkillWords, skill_words
from rolebook.wording.years_words import kind_words


@dataclass(frozen=True)
class Derived:
    """A sentence that Rolebook derives, and the id of its rule. `text` is None where a role states nothing."""

    text: str | None
    rule: str


@dataclass(frozen=True)
class Stated:
    """What one role states. `anchor` is where its page says so."""

    role: Role
    text: str
    anchor: str
    detail: str = ""


@dataclass(frozen=True)
class Threshold:
    """A degree, or years: what is to be made up, and what both roles state."""

    label: str
    derived: tuple[Derived, ...]
    stated: tuple[Stated, ...]


@dataclass(frozen=True)
class PayLine:
    label: str
    derived: Derived
    figures: tuple[tuple[Role, Figure | None], ...]


@dataclass(frozen=True)
class SharedWords:
    label: str
    anchor: str
    here: str
    there: str
    more: bool


@dataclass(frozen=True)
class PlanWords:
    """A move as its page tells it."""

    move: Move
    caution: Derived | None
    """That a role is told in brief, and what follows from it."""
    add: tuple[tuple[str, str, tuple[SkillWords, ...]], ...]
    """(rule, heading, skills) for what is asked for, and apart from it what is preferred."""
    shared: tuple[SharedWords, ...]
    thresholds: tuple[Threshold, ...]
    pay: tuple[PayLine, ...]
    steps: tuple[tuple[Link, str, str], ...]
    """(link, title of the stage, why an editor takes the step for granted; empty where it is stated)."""

    @property
    def add_summary(self) -> str:
        """`5 skills asked for, 2 preferred`."""
        asked, preferred = len(self.move.to_add(Need.ASKED)), len(self.move.to_add(Need.PREFERRED))
        words = f"{counted(asked, 'skill')} asked for"
        return f"{words}, {preferred} preferred" if preferred else words


KINDS = {SkillKind.TECHNICAL: "Skills", SkillKind.TOOL: "Tools", SkillKind.SOFT: "Soft skills"}


def plan_words(move: Move, catalogue: Catalogue) -> PlanWords:
    return PlanWords(
        move,
        _caution(move),
        tuple(
            ("to-add", heading, words)
            for need, heading in ((Need.ASKED, "Asked for"), (Need.PREFERRED, "Preferred, not asked for"))
            if (words := tuple(skill_words(ask, catalogue) for ask in move.to_add(need)))
        ),
        tuple(_shared(one, catalogue) for one in move.shared),
        (
            _education(move, catalogue),
            _years("experience", "Experience", move, move.experience, catalogue),
            _years("leading", "Leading people", move, move.leading, catalogue),
        ),
        (
            PayLine(
                "Typical pay",
                Derived(typical_words(move.pay.typical, catalogue), "pay-difference"),
                ((move.b, move.pay.typical.b), (move.a, move.pay.typical.a)),
            ),
            PayLine(
                "Pay range",
                Derived(range_words(move.pay.range, catalogue), "pay-range"),
                ((move.b, move.pay.range.b), (move.a, move.pay.range.a)),
            ),
        ),
        tuple((link, _stage(link), " ".join(link.because)) for link in move.steps),
    )


def _caution(move: Move) -> Derived | None:
    if not move.brief:
        return None
    titles = joined([role.title for role in move.brief])
    verb, page = ("are", "their pages leave") if len(move.brief) > 1 else ("is", "its page leaves")
    return Derived(f"{titles} {verb} told in brief: what {page} out may be asked for all the same.", "brief")


def _stage(link: Link) -> str:
    """`Tech Lead or Team Lead`: a stage of several jobs is one step. The role that the step leads to stands first."""
    others = [stop.title for stop in link.stage if stop != link.end]
    return joined([link.end.title, *others], "or")


def _shared(one: Shared, catalogue: Catalogue) -> SharedWords:
    there = skill_words(one.there, catalogue)
    here = [_named(ask, one.there, catalogue) for ask in one.here]
    return SharedWords(there.label, one.there.anchor(), "; ".join(here), there.text, one.more)


def _named(ask: Ask, other: Ask, catalogue: Catalogue) -> str:
    words = skill_words(ask, catalogue)
    return words.text if ask.key == other.key else f"{words.label}: {inside(words.text)}"


def _education(move: Move, catalogue: Catalogue) -> Threshold:
    asked = [one for one in education(move.b) if one.degree]
    needed = tuple(Derived(may_need(one, catalogue), "may-need-degree") for one in move.degrees)
    nothing = Derived("No higher degree stated", "may-need-degree") if asked else Derived(None, "not-stated")
    stated = tuple(
        Stated(role, statement_in_full(one, catalogue), "requirements-education")
        for role in (move.b, move.a)
        for one in education(role)
    )
    return Threshold("Education", needed or (nothing,), stated)


def _years(section: str, label: str, move: Move, gaps: tuple[YearsGap, ...], catalogue: Catalogue) -> Threshold:
    derived = tuple(dict.fromkeys(_gap(gap, move, several=len(gaps) > 1, catalogue=catalogue) for gap in gaps))
    stated = tuple(
        Stated(role, one.text, one.id, one.detail)
        for role in (move.b, move.a)
        for one in years(role, section, catalogue)
    )
    return Threshold(label, derived or (Derived(None, "not-stated"),), stated)


def _gap(gap: YearsGap, move: Move, *, several: bool, catalogue: Catalogue) -> Derived:
    text, rule = _gap_words(gap, move, catalogue)
    kind = kind_words(gap.there[0], catalogue)
    return Derived(f"{text} ({inside(kind)})" if several and kind else text, rule)


def _gap_words(gap: YearsGap, move: Move, catalogue: Catalogue) -> tuple[str, str]:
    match gap.gap:
        case Gap.MORE | Gap.NONE:
            text = f"{counted(gap.years, 'more year')}" if gap.years else "No more years"
            if not gap.degree:
                return text, "years-subtracted"
            degree = inside(catalogue.label("degrees", gap.degree) or "")
            return f"{text}, with the {degree} that {move.a.title} asks for", "degree-route"
        case Gap.MAY_FIT:
            return "May fit: it depends on which statement holds", "years-span"
        case Gap.UNLIKE:
            known = all(one.work for one in (*gap.there, *gap.here))
            why = "Years of unlike work" if known else "Years of a kind that is not stated"
            return f"{why}, not subtracted", "years-unlike"
        case Gap.PREFERRED:
            return "Preferred, not asked for", "needs"
    if not all(one.counted for one in gap.there):
        return "Asked for, years not stated", "years-uncounted"
    lacking = "no number" if gap.here else "no years"
    return f"Cannot be counted: {move.a.title} states {lacking}", "years-uncounted"
