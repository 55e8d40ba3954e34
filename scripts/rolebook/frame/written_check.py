"""Compare the front matter of written pages with what the theme honours."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from rolebook.frame.settings import FRONT_MATTER, HIDDEN
from rolebook.model.problems import Problem, suggestion
from rolebook.pages.written import FRONT_MATTER as BLOCK


def problems(project: Path) -> Iterator[Problem]:
    """Every key of `content/pages/*.md` that is refused or unknown, and every part that cannot be hidden.

    Front matter that is not YAML is told where the pages are read.
    """
    for path in sorted((project / "content" / "pages").glob("*.md")):
        block = BLOCK.match(path.read_text(encoding="utf-8"))
        try:
            node = yaml.compose(block[1], yaml.SafeLoader) if block else None
        except yaml.YAMLError:
            continue
        if isinstance(node, yaml.MappingNode):
            yield from _of_page(path.relative_to(project), node)


def _of_page(path: Path, node: yaml.MappingNode) -> Iterator[Problem]:
    for key, value in node.value:
        line = key.start_mark.line + 2  # The block begins below its dashes.
        setting = FRONT_MATTER.settings.get(key.value)
        if setting is None:
            near = suggestion(key.value, FRONT_MATTER.settings, "Remove it.")
            found = f'found the unknown key "{key.value}"; expected one that does something.{near}'
            yield Problem(path, line, f"{key.value}: {found}")
        elif not setting.honoured:
            found = f"found {key.value}; expected none, because {setting.does}. {setting.instead}"
            yield Problem(path, line, f"{key.value}: {found}")
        elif key.value == "hide" and isinstance(value, yaml.SequenceNode):
            for at, part in enumerate(value.value, start=1):
                if part.value not in HIDDEN:
                    found = f"found {part.value}; expected {', '.join(HIDDEN)}, the parts that a page has. Remove it."
                    yield Problem(path, part.start_mark.line + 2, f"hide[{at}]: {found}")
