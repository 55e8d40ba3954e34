"""Pages that people write by hand, in Markdown."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from rolebook.model.catalogue import Catalogue
from rolebook.pages.render import Page

SCRIPT = "written.js"
STYLES = ("written.css", "assets/admonitions.css")
"""What Markdown beyond plain text needs: these pages alone hold any."""
FRONT_MATTER = re.compile(r"---\s*\n(.*?\n)---\s*\n+", re.DOTALL)


def written(folder: Path, catalogue: Catalogue) -> Iterator[Page]:
    """The pages of a folder: `about.md` stands at `about/`. Their Markdown is not touched."""
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = FRONT_MATTER.match(text)
        given = (found and yaml.safe_load(found[1])) or {}
        title = str(given.pop("title", path.stem.replace("-", " ").capitalize()))
        description = str(given.pop("description", catalogue.settings.lede))
        own = {key: tuple(given.pop(key, ())) for key in ("scripts", "styles")}
        body = text[found.end() if found else 0 :]
        yield Page(
            f"{path.stem}/",
            "",
            title,
            description,
            {"body": body},
            scripts=(SCRIPT, *own["scripts"]),
            styles=(*STYLES, *own["styles"]),
            meta=given,
        )
