"""The command `rolebook`."""

import os
import subprocess
import sys
from pathlib import Path

import click

from rolebook import __version__, ledger, output, schema
from rolebook.generate import files, promises_of, site_of
from rolebook.history import untold
from rolebook.preview import watch
from rolebook.problems import ContentError
from rolebook.promises import Promises
from rolebook.site import Site

FOLDER = click.Path(file_okay=False, path_type=Path)


class Told(click.ClickException):
    """A mistake in the content: every problem on a line of its own, the count last, exit code 1."""

    def __init__(self, error: ContentError):
        count = len(error.problems)
        super().__init__(f"{error}\n{count} problem{'s'[: count != 1]}. Nothing was written.")

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


@click.group()
@click.version_option(__version__)
@click.option("--project", type=FOLDER, default=Path(), help="The folder with content/, templates/ and mkdocs.yml.")
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Turn role data in YAML into a searchable static site."""
    context.obj = project


@main.command()
@click.pass_obj
def check(project: Path) -> None:
    """Report every mistake in the content."""
    site, promises = _promises(project)
    click.echo(f"{len(site.catalogue.roles)} roles, no problem.")
    unpublished = len(promises.addresses() - site.ledger.addresses.keys())
    if unpublished:
        click.echo(f"{unpublished} addresses are new. When you publish the site, run rolebook publish.")


@main.command()
@click.pass_obj
def publish(project: Path) -> None:
    """Record every address and the state of the data, to be kept from now on."""
    site, promises = _promises(project)
    addresses = promises.addresses() | site.ledger.addresses.keys()
    recorded = ledger.files(addresses, site.catalogue.ever.values())
    output.sync(recorded.items(), project / "content" / ledger.FOLDER)
    new = len(addresses) - len(site.ledger.addresses)
    click.echo(f"{len(addresses)} addresses, {new} of them new. Commit content/{ledger.FOLDER}.")


@main.command()
@click.pass_obj
def generate(project: Path) -> None:
    """Write the Markdown of the site into site_src/."""
    written, removed = _generate(project)
    click.echo(f"site_src: {written} files written, {removed} removed.")


@main.command()
@click.pass_obj
def build(project: Path) -> None:
    """Check the content and build the whole site into site/."""
    _generate(project)
    made = project / ".cache" / "site"
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--config-file",
            project / "mkdocs.yml",
            "--site-dir",
            made.absolute(),
        ],
        env=_environment(project),
        check=False,
    )
    if result.returncode:
        raise click.ClickException("MkDocs did not finish; site/ is as it was. Its messages stand above.")
    output.replace_folder(made, project / "site")
    click.echo("The site is in site/. Open site/index.html, or run make serve.")


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the preview listens.")
@click.pass_obj
def serve(project: Path, address: str) -> None:
    """Show a live preview that follows every edit."""
    _generate(project)
    watch([project / "content", project / "templates"], lambda: _generate(project))
    subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "serve",
            "--watch-theme",
            "--dev-addr",
            address,
            "--config-file",
            project / "mkdocs.yml",
        ],
        env=_environment(project),
        check=False,
    )


@main.command("schema")
@click.pass_obj
def write_schema(project: Path) -> None:
    """Write the JSON Schemas for editors into content/schema/."""
    output.sync(schema.files(), project / "content" / "schema")
    click.echo("content/schema is up to date.")


def _promises(project: Path) -> tuple[Site, Promises]:
    """The site and what it promises; every mistake told, with changes of data that no history tells of."""
    try:
        site, promises = promises_of(project / "content", project / "templates")
        history = untold(site.catalogue.ever.values(), site.ledger, project / "content")
        if problems := [*promises.problems(), *history]:
            raise ContentError(problems)
    except ContentError as error:
        raise Told(error) from None
    return site, promises


def _environment(project: Path) -> dict[str, str]:
    """What MkDocs is told: the address of the site comes from the content, unless SITE_URL names another."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": site_of(project / "content").address}


def _generate(project: Path) -> tuple[int, int]:
    try:
        return output.sync(
            files(project / "content", project / "templates", project / "node_modules"), project / "site_src"
        )
    except ContentError as error:
        raise Told(error) from None
