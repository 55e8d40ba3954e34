"""The only user of Jinja: a page's template and data in, its Markdown out."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from rolebook.model.problems import ContentError, Problem
from rolebook.model.role import SECTIONS
from rolebook.pages.binding import bound
from rolebook.pages.markup import listing, plain_html, prose, source, text
from rolebook.wording import notation
from rolebook.wording.rules import RULES
from rolebook.wording.skill_words import NEEDS
from rolebook.wording.view import KINDS

# The C library writes the same text eight times as fast, where PyYAML has it.
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Page:
    """One page: its address from the root (`roles/x/`; the home page has none), its template, and its data.

    A page without a template is Markdown already: `data["body"]`.

    `title` and `description` are what a search engine shows. `crumbs` are (title, address) of the
    pages above it. `changed` is the day of its last change. `hide` holds "toc" for a wide page.
    `scripts` and `styles` are what it needs beside those of every page: bundles by their names
    (`pair.js`), data from the root of the site (`assets/catalogue.js`). `meta` is what else the theme
    is told about it in its front matter.
    """

    url: str
    template: str
    title: str
    description: str
    data: Mapping[str, Any] = field(default_factory=dict)
    crumbs: tuple[tuple[str, str], ...] = ()
    changed: date | None = None
    hide: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"{self.url}index.md"


class Renderer:
    """Templates from a folder. Whatever a template prints is text, unless it is markup already.

    `bundles` says where each bundle is, from the root of the site, by its name.
    """

    def __init__(self, templates: Path, bundles: Mapping[str, str] = MappingProxyType({})):
        self._bundles = bundles
        self._jinja = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            finalize=text,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._jinja.filters |= {
            "html": plain_html,
            "listing": listing,
            "source": source,
            "prose": prose,
            "day": notation.day,
            "working_years": notation.working_years,
        }
        self._jinja.filters |= {"bound": bound}
        self._jinja.globals |= {"SECTIONS": SECTIONS, "KINDS": KINDS, "NEEDS": NEEDS, "RULES": RULES}
        self._jinja.globals |= {"SOURCE_KINDS": notation.SOURCE_KINDS}

    def markdown(self, page: Page, **shared: Any) -> str:
        """The Markdown of a page, front matter first. `shared` is given to every template."""
        if not page.template:
            return f"---\n{self._front_matter(page)}---\n\n{page.data['body']}"
        body = self._render(f"pages/{page.template}", page=page, **page.data, **shared)
        return f"---\n{self._front_matter(page)}---\n\n{_tidy(body)}"

    def html(self, template: str, **data: Any) -> str:
        """A page that stands outside the theme, from a whole template of HTML."""
        return _tidy(self._render(template, **data))

    def _front_matter(self, page: Page) -> str:
        """What the theme needs to know of a page, as YAML."""
        known = {
            "title": page.title,
            "description": page.description,
            "hide": list(page.hide),
            "crumbs": [{"title": title, "url": url} for title, url in page.crumbs],
            "changed": page.changed and notation.day(page.changed),
            "styles": [self._bundles.get(name, name) for name in ("screen.css", *page.styles)],
            "scripts": [self._bundles.get(name, name) for name in ("page.js", *page.scripts)],
            **page.meta,
        }
        stated = {key: value for key, value in known.items() if value}
        return yaml.dump(stated, Dumper=Dumper, allow_unicode=True, sort_keys=False)

    def _render(self, template: str, **data: Any) -> str:
        try:
            return self._jinja.get_template(template).render(**data)
        except TemplateError as error:
            raise ContentError([_fault(error, Path("templates") / template)]) from error


def _fault(error: TemplateError, page: Path) -> Problem:
    """Where in which template the error is: the innermost template on the way to it."""
    line: int | None
    if isinstance(error, TemplateSyntaxError):
        where, line = Path("templates") / (error.name or page), error.lineno
    else:
        steps = [step for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith(".j2")]
        where, line = (Path(steps[-1].filename), steps[-1].lineno) if steps else (page, 1)
    return Problem(where, line or 1, f"found a mistake in a template: {error}. Correct it, or restore the file.")


def _tidy(markdown: str) -> str:
    """No space at the end of a line, no more than one empty line, one line break at the end."""
    lines: list[str] = []
    for line in map(str.rstrip, markdown.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
