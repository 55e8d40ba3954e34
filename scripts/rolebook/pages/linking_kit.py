"""What a recruiter can link to on a role's page, and the forms in which a link is pasted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import escape

from rolebook.model.role import SECTIONS, Role
from rolebook.site.addresses import pair_page, role_page
from rolebook.site.context import Site


@dataclass(frozen=True)
class Target:
    """One thing to link to. `label` is what the choice says, `title` what the link says, `path` is from the root."""

    label: str
    title: str
    about: str
    """One or two sentences for a posting."""
    path: str


@dataclass(frozen=True)
class Form:
    """One way to paste a link: `{title}`, `{about}` and `{url}` of the pattern are filled in.

    `escape` says what the text is read as: plain, markdown or html.
    """

    key: str
    label: str
    pattern: str
    escape: str = "plain"


PLACEHOLDER = re.compile(r"\{(title|about|url)\}")
ESCAPES: Mapping[str, Callable[[str], str]] = {
    "plain": str,
    "markdown": lambda text: re.sub(r"([\\`*_\[\]<>&])", r"\\\1", text),
    "html": lambda text: str(escape(text)),
}
FORMS = (
    Form("address", "Address", "{url}"),
    Form("paragraph", "Paragraph for a posting", "{title}: {about} {url}"),
    Form("markdown", "Markdown", "[{title}]({url})", "markdown"),
    Form("html", "HTML", '<a href="{url}">{title}</a>', "html"),
)


@dataclass(frozen=True)
class Kit:
    """All that one role's page offers to link to."""

    role: Target
    sections: tuple[Target, ...]
    comparisons: tuple[Target, ...]
    forms: tuple[tuple[Form, str], ...]
    """Each form, with what it makes of the role itself; empty where the site's address is not known."""


def kit(site: Site, role: Role) -> Kit:
    """The targets of one role: itself, its sections, and comparisons that have a page."""
    path = role_page(role.slug)
    limits, roles = site.catalogue.settings.pairs, site.by_title
    # In a large catalogue only the nearest: the page of a role does not grow with the number of roles.
    others = site.nearest(role, limits.nearest) if len(roles) > limits.all_up_to else roles
    itself = Target("The role", role.title, role.summary, path)
    return Kit(
        itself,
        tuple(
            Target(
                SECTIONS[anchor],
                f"{role.title}: {SECTIONS[anchor].lower()}",
                role.summary,
                role_page(role.slug, anchor),
            )
            for anchor in site.catalogue.sections(role)
        ),
        tuple(
            Target(
                f"with {other.title}",
                f"{role.title} vs {other.title}",
                "How the two roles differ in pay, requirements and work.",
                pair_page(role.slug, other.slug),
            )
            for other in others
            if other is not role
        ),
        tuple((form, snippet(form, itself, site.address) if site.address else "") for form in FORMS),
    )


def snippet(form: Form, target: Target, address: str) -> str:
    """What is pasted. `address` is the site's own, with a slash at its end.

    templates/scripts/linking/texts.js does the same.
    """
    values = {"title": target.title, "about": target.about, "url": f"{address}{target.path}"}
    return fill(form.pattern, form.escape, values)


def fill(pattern: str, kind: str, values: Mapping[str, str]) -> str:
    """Put values into a pattern in one pass, so that a value which looks like a placeholder stays text."""
    pieces = PLACEHOLDER.split(pattern)
    return "".join(ESCAPES[kind](values[piece]) if at % 2 else piece for at, piece in enumerate(pieces))
