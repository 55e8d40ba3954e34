"""Degrees and fields of study in words: the one place that words them."""

from rolebook.analysis.degrees import education
from rolebook.model.catalogue import Catalogue
from rolebook.model.levels import Need
from rolebook.model.role import Role
from rolebook.model.sections import EducationNeed
from rolebook.wording.phrases import inside, with_article


def degree_words(one: EducationNeed, catalogue: Catalogue) -> str:
    """`Master's degree`, `Doctorate preferred for senior posts`, `Field of study: joinery`."""
    label = catalogue.label("degrees", one.degree) or "Field of study"
    words = " ".join(
        filter(None, (label, "preferred" if one.need is Need.PREFERRED else "", one.scope and f"for {one.scope}"))
    )
    return words if one.degree else f"{words}: {', '.join(one.fields)}"


def statement_in_full(one: EducationNeed, catalogue: Catalogue) -> str:
    """The degree and its fields: `Master's degree in computer science, data science`."""
    words = degree_words(one, catalogue)
    return f"{words} in {', '.join(one.fields)}" if one.degree and one.fields else words


def may_need(one: EducationNeed, catalogue: Catalogue) -> str:
    """`May need a master's degree for research roles`; `Doctorate preferred for senior posts`."""
    if one.need is Need.PREFERRED:
        return degree_words(one, catalogue)
    degree = with_article(catalogue.label("degrees", one.degree) or "")
    return f"May need {degree} for {one.scope}" if one.scope else f"May need {degree}"


def education_at_a_glance(role: Role, catalogue: Catalogue) -> tuple[str | None, str]:
    """Every degree that is stated, each with how and for whom; and the fields. None where nothing is stated."""
    stated = education(role)
    degrees = list(dict.fromkeys(degree_words(one, catalogue) for one in stated if one.degree))
    fields = list(dict.fromkeys(field for one in stated for field in one.fields))
    if not degrees:
        return (f"Field of study: {', '.join(fields)}" if fields else None), ""
    return "; ".join([degrees[0], *map(inside, degrees[1:])]), f"in {', '.join(fields)}" if fields else ""
