"""Material's icons: which there are, and those of admonitions for a style sheet."""

from collections.abc import Iterator
from importlib.resources import files as package
from pathlib import Path
from urllib.parse import quote

from rolebook.frame.configuration import Configuration

FILE = "assets/admonitions.css"
FOLDER = ".icons"
ADMONITIONS = {
    "note": "material/pencil-circle",
    "abstract": "material/clipboard-text",
    "info": "material/information",
    "tip": "material/fire",
    "success": "material/check",
    "question": "material/help-circle",
    "warning": "material/alert",
    "failure": "material/close",
    "danger": "material/lightning-bolt-circle",
    "bug": "material/shield-bug",
    "example": "material/test-tube",
    "quote": "material/format-quote-close",
}
"""Material's kinds of admonition, each with its own icon."""


def templates() -> Path:
    """The folder of Material's templates, its icons and languages."""
    return Path(str(package("material") / "templates"))


def path(icon: str, theme: Path) -> Path | None:
    """The file of an icon such as `material/magnify`: one in the theme's own folder, or Material's."""
    found = (folder / FOLDER / f"{icon}.svg" for folder in (theme, templates()))
    return next((file for file in found if file.is_file()), None)


def icon_files(configuration: Configuration, theme: Path) -> Iterator[tuple[str, bytes]]:
    """The style sheet of written pages that gives each kind of admonition its icon, under Material's names."""
    icons = {**ADMONITIONS, **(configuration.get("theme", "icon", "admonition") or {})}
    rules = []
    for kind, icon in icons.items():
        if file := path(icon, theme):
            drawn = quote(file.read_text(encoding="utf-8").strip().replace("\n", ""), safe="/:=' <>@()")
            drawn = drawn.replace("'", "%27")
            rules.append(f"--md-admonition-icon--{kind}:url('data:image/svg+xml;charset=utf-8,{drawn}')")
    yield FILE, f":root{{{';'.join(rules)}}}\n".encode()
