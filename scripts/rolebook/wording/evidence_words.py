"""Who says what, in words: the kinds of evidence, and where on a role's page each statement stands."""

from typing import Any

from rolebook.model.catalogue import Catalogue
from rolebook.model.location import KeyPath
from rolebook.model.role import SECTIONS, Role
from rolebook.model.statement import Evidence

KINDS = {
    Evidence.SOURCE: "From a source",
    Evidence.CATALOGUE: "Stated by the catalogue itself",
    Evidence.EDITOR: "The editors' inference",
    Evidence.COMPUTED: "Worked out by a rule",
}
MEANINGS = {
    Evidence.SOURCE: "The source says so. The facts are the source's, the sentences are ours.",
    Evidence.CATALOGUE: "The organisation whose catalogue this is says so, and names no other source.",
    Evidence.EDITOR: "No source says this in so many words. The editors decided it, for the reason given.",
    Evidence.COMPUTED: "Rolebook works it out from the rest, by a rule that it states.",
}
JUDGED_LABELS = {
    "themes": "Themes",
    "level": "Seniority of stage",
    "family": "Family",
    "seniority": "Seniority",
    "typical": "The figure that stands for typical pay",
    "range": "The figure that stands for the range of pay",
}
LABEL = 60
"""The most characters of a sentence in a list of statements."""


def place(role: Role, at: KeyPath) -> str:
    """The anchor on the role's page at which the statement at `at` stands."""
    section = str(at[0]).replace("_", "-")
    if section == "focus":
        section = "overview"
    if section not in SECTIONS:
        return "overview"
    anchor, value = section, getattr(role, str(at[0]))
    for step in at[1:]:
        if isinstance(step, int):
            value = value[step]
            anchor = _named(anchor, section, value)
        elif isinstance(value, tuple) or step in {"themes", "level"}:
            break
        else:
            value = getattr(value, step)
            anchor = _list(anchor, section, step)
    return anchor


def label(catalogue: Catalogue, at: KeyPath, value: Any) -> str:
    """What a statement is called in a list of them."""
    if at[-1] in JUDGED_LABELS:
        return JUDGED_LABELS[at[-1]] + (f" {int(at[-2]) + 1}" if at[-1] == "level" else "")
    if isinstance(value, str):
        return catalogue.skills[value].label if value in catalogue.skills else _short(value)
    if ids := getattr(value, "ids", None):
        return " or ".join(catalogue.skills[id].label for id in ids)
    if skill := getattr(value, "skill", None):
        return catalogue.skills[skill].label
    for field in ("title", "what", "name", "challenge", "label"):
        if text := getattr(value, field, None):
            return str(text)
    if degree := getattr(value, "degree", None):
        return catalogue.label("degrees", degree) or ""
    if fields := getattr(value, "fields", None):
        return f"Fields of study: {', '.join(fields)}"
    if role := getattr(value, "role", None):
        return catalogue.ever[role].title
    return _short(str(value))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LABEL else f"{line[:LABEL].rsplit(' ', 1)[0]}…"


def _list(anchor: str, section: str, name: str) -> str:
    """The place of a list in its section, where it has one; until then, that of what holds it."""
    if section == "requirements":
        return {"skills": "requirements-skill", "other": section}.get(name, f"{section}-{name}")
    lists = {"factors", "components", "drivers", "industries", "skills", "next", "alternatives", "specialisms"}
    return f"{section}-{name}" if name in lists or (section, name) == ("challenges", "remedies") else anchor


def _named(anchor: str, section: str, value: Any) -> str:
    """The place of an entry of a list, where it has one of its own."""
    if section == "requirements" and hasattr(value, "ids"):
        return f"{anchor}-{value.ids[0]}"
    if section in {"soft-skills", "related"}:
        return f"{section}-{getattr(value, 'skill', None) or value.role}"
    key = getattr(value, "key", None)
    return f"{anchor}-{key}" if key else anchor
