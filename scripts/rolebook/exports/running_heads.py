"""Running heads of the handbook: a style sheet that gives the pages of each role its title.

A browser cannot yet take a running head from the text of a page, so each is written out.
"""

from collections.abc import Iterator

from rolebook.model.role import Role
from rolebook.site.context import Site


def running_head_files(site: Site) -> Iterator[tuple[str, bytes]]:
    if len(site.catalogue.roles) <= site.catalogue.settings.handbook_up_to:
        yield "assets/handbook-heads.css", "".join(map(_head, site.catalogue.roles)).encode()


def _head(role: Role) -> str:
    name = f"role-{role.slug}"
    return f'[id="{role.slug}"]{{page:{name}}}@page {name}{{@top-left{{content:{_string(role.title)}}}}}\n'


def _string(text: str) -> str:
    """Text as a string of CSS."""
    return '"' + "".join(f"\\{ord(c):x} " if c in '"\\' or ord(c) < 32 else c for c in text) + '"'
