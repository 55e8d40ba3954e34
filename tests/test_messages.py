"""What a message tells people to do can be done: the command, option, file or key that it names is there."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module

from click import Group

from rolebook.cli import main
from rolebook.content.schema import MODELS
from rolebook.frame import settings as frame_settings
from tests.conftest import PROJECT

SAYING = sorted(
    path
    for path in (PROJECT / "scripts/rolebook").rglob("*.py")
    if re.search(r"Problem|ContentError|ClickException|wrong\(|expected|click.echo", path.read_text())
)


def said(source: str) -> Iterator[str]:
    """Every text of a module that is no docstring; what is put into it left out."""
    tree = ast.parse(source)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


TEXTS = [text for path in SAYING for text in said(path.read_text())]


def options() -> set[str]:
    assert isinstance(main, Group)
    commands = (main, *main.commands.values())
    return {option for command in commands for parameter in command.params for option in parameter.opts}


def test_every_command_that_is_named_exists() -> None:
    assert isinstance(main, Group)
    named = {found for text in TEXTS for found in re.findall(r"[Rr]un `?rolebook ([a-z]+)|`rolebook ([a-z]+)", text)}
    assert {word for pair in named for word in pair if word} <= main.commands.keys()
    assert ("publish", "") in named or ("", "publish") in named, "the test finds commands in messages"


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(), re.M))
    named = {found for text in TEXTS for found in re.findall(r"(?:`|[Rr]un )make ([a-z]+)", text)}
    assert named and named <= targets


def test_every_option_that_is_named_exists() -> None:
    named = {found for text in TEXTS for found in re.findall(r"(?:with|pass|add|use|Name .*) `?(--[a-z][a-z-]+)", text)}
    assert named == {"--project"} and named <= options()


def test_every_file_that_is_named_exists() -> None:
    named = {found for text in TEXTS for found in re.findall(r"content/[a-z]+\.yml", text)}
    assert named and all((PROJECT / name).is_file() for name in named)


def keys(schema: object) -> Iterator[str]:
    """The names of every record's keys in a JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for part in schema.values():
            yield from keys(part)


def configured() -> set[str]:
    """The keys that mkdocs.yml may hold: the settings that are honoured, and the options of extensions."""
    honoured = {name for group in frame_settings.GROUPS for name, one in group.settings.items() if one.honoured}
    extensions = (name for name in frame_settings.EXTENSIONS.settings if name in honoured and "." in name)
    return honoured | {key for name in extensions for key in import_module(name).makeExtension().config}


def added(text: str) -> list[str]:
    """The keys in backticks in a sentence that says what to do."""
    return re.findall(r"(?:Add|Write|say|with) `-? ?\{?([a-z_]+): ", text)


def test_every_key_that_is_to_be_added_exists() -> None:
    content = {"key"} | {name for model in MODELS.values() for name in keys(model.model_json_schema())}
    # A colour scheme's toggle has a name and an icon.
    frame = configured() | {"name"}
    for path in SAYING:
        known = frame if path.parent.name == "frame" else content
        for text in said(path.read_text()):
            assert not set(added(text)) - known, (path, text)
    named = {key for text in TEXTS for key in added(text)}
    assert {"formerly", "custom_dir"} <= named, "the test finds keys in messages"


def test_no_message_names_a_file_that_was_generated() -> None:
    for path in SAYING:
        if path.name in {"cli.py", "build.py", "output.py"}:
            continue
        for text in said(path.read_text()):
            assert not re.search(r"site_src/|\bsite/", text), (path, text)
