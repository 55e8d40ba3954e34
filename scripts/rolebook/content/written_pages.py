"""Read content/pages/*.md: front matter, checked, and Markdown, which is not touched."""

import re
from collections.abc import Iterator
from pathlib import Path

from rolebook.content.parse import parsed
from rolebook.content.yaml_file import YamlFile, decoded, parse
from rolebook.model.base import Names, slug_fault
from rolebook.model.problems import ContentError, Problem
from rolebook.model.written_page import FrontMatter, WrittenPage

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL | re.MULTILINE)


def written_pages(content: Path, problems: list[Problem]) -> Iterator[WrittenPage]:
    """The pages of a content folder in the order of their names. Adds to `problems` what is wrong with others."""
    for path in sorted((content / "pages").glob("*")):
        if path.name.startswith("."):
            continue
        name = path.relative_to(content.parent)
        if path.suffix != ".md" or path.is_dir():
            problems.append(
                Problem(
                    name,
                    1,
                    f'found "{path.name}"; expected only <name>.md in this folder, because nothing else of it reaches '
                    "the site. Rename it to end in .md, or move it away.",
                )
            )
        elif fault := _name_fault(path.stem):
            problems.append(
                Problem(name, 1, f'found the name "{path.stem}", the page\'s address; {fault}. Rename the file.')
            )
        else:
            try:
                page = _page(path, name, problems)
            except ContentError as error:
                problems += error.problems
            else:
                if page:
                    yield page


def _name_fault(name: str) -> str | None:
    if name == "index":
        return "expected another, because the home page is made of content/catalogue.yml"
    return slug_fault(name)


def _page(path: Path, name: Path, problems: list[Problem]) -> WrittenPage | None:
    text = decoded(path, name).replace("\r\n", "\n")
    found = FRONT_MATTER.match(text)
    if not found and re.match(r"---[ \t]*\n", text):
        message = 'found no second line "---"; expected one where the front matter ends. Add it above the text.'
        raise ContentError([Problem(name, 1, message)])
    given = YamlFile(name, {}, {})
    if found and re.sub(r"(?m)^\s*(#.*)?$", "", found["yaml"]):
        given = parse(f"\n{found['yaml']}", name)  # The empty line stands for the first "---", so that lines agree.
    front = parsed(given, FrontMatter, Names({}), problems)
    end = found.end() if found else 0
    return WrittenPage(path.stem, front, text[end:], text.count("\n", 0, end) + 1, given) if front else None
