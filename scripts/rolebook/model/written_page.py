"""A page that people write by hand, in Markdown: content/pages/<name>.md."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from rolebook.model.base import Record, Text
from rolebook.model.location import Located


class FrontMatter(Record):
    """What a page may say between the two lines `---` at its start."""

    title: Text | None = None
    """Left out, it is made of the file's name."""
    description: Text | None = None
    """What a search engine shows."""
    changed: date | None = None
    """The day of its last change, shown at its foot."""
    author: Text | None = None
    """Told to search engines."""
    template: Text | None = None
    """A template of the theme's folder in place of main.html."""
    hide: tuple[Literal["toc", "path", "footer"], ...] = ()
    """`toc` for a wide page without its contents beside it; `footer`: no links to the pages before and after it."""
    styles: tuple[Text, ...] = ()
    scripts: tuple[Text, ...] = ()
    """Style sheets and scripts of its own, from the root of the site."""


@dataclass(frozen=True)
class WrittenPage:
    """`body` is its Markdown, which starts at line `start` of its file; it stands at the address `<name>/`."""

    name: str
    front: FrontMatter
    body: str = field(repr=False)
    start: int
    where: Located = field(repr=False)

    @property
    def url(self) -> str:
        return f"{self.name}/"

    @property
    def title(self) -> str:
        return self.front.title or self.name.replace("-", " ").capitalize()
