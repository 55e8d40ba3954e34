"""The evidence report: for each role, how many statements who says, the editors' reasons, and the rules."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from rolebook.analysis.derived import Derived
from rolebook.analysis.evidence import Claim, claims
from rolebook.model.catalogue import Catalogue
from rolebook.model.role import SECTIONS, Role
from rolebook.model.statement import Evidence
from rolebook.wording.evidence_words import label, place

ORDER = (Evidence.SOURCE, Evidence.CATALOGUE, Evidence.EDITOR, Evidence.COMPUTED)
RULES = {
    "standing": "Figures set beside official wages",
    "nearness": "Roles named as near",
    "verdict": "Comparisons with another role",
    "steps": "Plans of a move to another role",
}
"""What is worked out by each rule, in words."""


@dataclass(frozen=True)
class Inference:
    """One statement that the editors infer: what it is, its place on the role's page, its line in its file."""

    text: str
    anchor: str
    line: int
    reason: str


@dataclass(frozen=True)
class RoleEvidence:
    role: Role
    counts: dict[Evidence, int]
    placed: int
    """How many of the source's statements name the section of the source."""
    sections: tuple[tuple[str, str, int], ...]
    """What is not inferred, by section: (anchor, heading, number of statements)."""
    inferences: tuple[Inference, ...]
    """In the order of the page."""
    derived: tuple[Derived, ...]

    @property
    def reasons(self) -> dict[str, tuple[Inference, ...]]:
        """The inferences by their reasons, in the order in which each first stands on the page."""
        found: dict[str, tuple[Inference, ...]] = {}
        for one in self.inferences:
            found[one.reason] = (*found.get(one.reason, ()), one)
        return found

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def role_evidence(role: Role, catalogue: Catalogue, derived: Sequence[Derived]) -> RoleEvidence:
    """The report on one role. `derived` is what is computed for it."""
    found = claims(role, catalogue)
    counts = Counter(claim.evidence for claim in found)
    counts[Evidence.COMPUTED] = sum(one.count for one in derived)
    said = [claim for claim in found if claim.evidence is not Evidence.EDITOR]
    return RoleEvidence(
        role,
        {kind: counts[kind] for kind in ORDER},
        sum(bool(claim.places) for claim in said),
        _sections(role, said),
        tuple(_inference(role, catalogue, claim) for claim in found if claim.evidence is Evidence.EDITOR),
        tuple(derived),
    )


def table(rows: Sequence[RoleEvidence]) -> str:
    """The report as plain text: a line a role, the sum, the editors' reasons and the rules with their counts."""
    heads = ("Role", "From a source", "with its place", "The catalogue", "Inferred", "Worked out", "All")
    lines = [(row.role.title, *(str(number) for number in _numbers(row.counts, row.placed))) for row in rows]
    counts = {kind: sum(row.counts[kind] for row in rows) for kind in ORDER}
    lines.append(("All roles", *map(str, _numbers(counts, sum(row.placed for row in rows)))))
    widths = [max(map(len, column)) for column in zip(heads, *lines, strict=True)]
    text = "\n".join(_line(line, widths) for line in (heads, *lines))
    reasons = Counter(one.reason for row in rows for one in row.inferences)
    rules: Counter[str] = Counter()
    for one in chain.from_iterable(row.derived for row in rows):
        rules[one.rule] += one.count
    return "\n".join(
        (
            text,
            "",
            "Inferred by the editors, for these reasons:",
            *(f"{count:6}  {reason}" for reason, count in reasons.most_common()),
            "",
            "Worked out by these rules:",
            *(f"{count:6}  {rule}: {RULES[rule].lower()}" for rule, count in rules.most_common()),
        )
    )


def _numbers(counts: dict[Evidence, int], placed: int) -> tuple[int, ...]:
    source, *others = (counts[kind] for kind in ORDER)
    return source, placed, *others, source + sum(others)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "  ".join((first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)))


def _sections(role: Role, said: Iterable[Claim]) -> tuple[tuple[str, str, int], ...]:
    order = list(SECTIONS)
    anchors = sorted((_section(place(role, claim.at)) for claim in said), key=order.index)
    return tuple((anchor, SECTIONS[anchor], len(list(each))) for anchor, each in groupby(anchors))


def _section(anchor: str) -> str:
    return next(name for name in SECTIONS if anchor == name or anchor.startswith(f"{name}-"))


def _inference(role: Role, catalogue: Catalogue, claim: Claim) -> Inference:
    file = catalogue.where.get(f"roles/{role.slug}.yml")
    duty = role.responsibilities[int(claim.at[1])].title if claim.at[-1] == "themes" else ""
    text = label(catalogue, claim.at, claim.value)
    return Inference(
        f"{text}: {duty}" if duty else text,
        place(role, claim.at),
        file.line(claim.at) if file else 1,
        claim.reason or "No reason is given.",
    )
