"""Pages that people write by hand, in Markdown."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from rolebook.model.catalogue import Catalogue
from rolebook.pages.render import Page

FRONT_MATTER = re.compile(r"---\s*\n(.*?\n)---\s*\n+", re.DOTALL)


def written(folder: Path, catalogue: Catalogue) -> Iterator[Page]:
    """The pages of a folder: `about.md` stands at `about/`. Their Markdown is not touched."""
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = FRONT_MATTER.match(text)
        given = (found and yaml.safe_load(found[1])) or {}
        title = str(given.pop("title", path.stem.replace("-", " ").capitalize()))
        description = str(given.pop("description", catalogue.settings.lede))
        given["styles"] = ["assets/css/written.css", "assets/admonitions.css", *given.get("styles", ())]
        yield Page(f"{path.stem}/", "", title, description, {"body": text[found.end() if found else 0 :]}, meta=given)
