"""The command `rolebook`."""

import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from rolebook import __version__, engine, output
from rolebook.build import build_time, promises_of, site_files, site_of
from rolebook.content import ledger
from rolebook.content.history_rules import undeclared_changes
from rolebook.content.load import load
from rolebook.content.schema import schema_files
from rolebook.editions import downloads
from rolebook.frame import check as frame_check
from rolebook.frame import configuration as frame_configuration
from rolebook.frame import extension_check
from rolebook.frame.configuration import Configuration
from rolebook.links.promises import Promises
from rolebook.model.problems import ContentError, Problem
from rolebook.pages.evidence import report
from rolebook.preview import watch
from rolebook.site.context import Site
from rolebook.wording.evidence_report import table

FOLDER = click.Path(file_okay=False, path_type=Path)


class ContentFailure(click.ClickException):
    """A mistake in the content: every problem on a line of its own, then the advice, the count last, exit code 1."""

    def __init__(self, error: ContentError):
        count = len(error.problems)
        lines = (*error.problems, *error.advice, f"{count} problem{'s'[: count != 1]}. Nothing was written.")
        super().__init__("\n".join(map(str, lines)))

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
    """Report every mistake in the content and in mkdocs.yml, and what is odd in them."""
    configuration, faults = _configuration(project)
    site, promises = _promises(project, quick=True, faults=faults)
    for piece in (*extension_check.advice(configuration), *site.catalogue.advice):
        click.echo(piece, err=True)
    click.echo(f"{len(site.catalogue.roles)} roles, no problem.")
    if promises.addresses() - site.ledger.addresses.keys():
        click.echo("Some addresses are new. When you publish the site, run rolebook publish.")


@main.command()
@click.pass_obj
def evidence(project: Path) -> None:
    """Say for each role how many statements a source makes, the editors infer, and Rolebook works out."""
    try:
        click.echo(table(report(site_of(project / "content"))))
    except ContentError as error:
        raise ContentFailure(error) from None


@main.command()
@click.pass_obj
def publish(project: Path) -> None:
    """Record every address and the state of the data, to be kept from now on."""
    site, promises = _promises(project)
    addresses = promises.addresses() | site.ledger.addresses.keys()
    recorded = ledger.ledger_files(addresses, site.catalogue.ever.values())
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
    if not engine.build(project, project / ".cache" / "site", _environment(project)):
        raise click.ClickException("MkDocs did not finish; site/ is as it was. Its messages stand above.")
    output.replace_folder(project / ".cache" / "site", project / "site")
    click.echo("The site is in site/. Open site/index.html, or run make serve.")


@main.command()
@click.pass_context
def offline(context: click.Context) -> None:
    """Build the site and pack it for reading from disk, into dist/."""
    context.invoke(build)
    project = context.obj
    try:
        catalogue = load(project / "content")
        made = downloads.offline_edition(project / "site", catalogue, build_time(catalogue))
        _say(output.write(made, project / "dist"))
    except ContentError as error:
        raise ContentFailure(error) from None


@main.command()
@click.pass_context
def handbook(context: click.Context) -> None:
    """Build the site and make a PDF and an EPUB of its handbook, in dist/."""
    try:
        # Their libraries are large, and installed for this command alone.
        from rolebook.editions import browser, epub, pdf  # noqa: PLC0415
    except ImportError as error:
        message = f"found no {error.name}; expected what `make handbook` installs. Run that."
        raise click.ClickException(message) from None
    context.invoke(build)
    project = context.obj
    catalogue = load(project / "content")
    if len(catalogue.roles) > catalogue.settings.handbook_up_to:
        raise click.ClickException(
            f"found {len(catalogue.roles)} roles; expected at most {catalogue.settings.handbook_up_to} for a handbook. "
            "Raise handbook_up_to in content/catalogue.yml."
        )
    site, time, name = project / "site", build_time(catalogue), downloads.name(catalogue)
    style = (project / "templates" / "epub.css").read_bytes()
    try:
        with browser.opened(project) as chromium:
            printed = pdf.pdf(site, time, chromium)
    except browser.NoBrowser as error:
        raise click.ClickException(str(error)) from None
    made = ((f"{name}.pdf", printed), (f"{name}.epub", epub.book(site, style, time)))
    _say(output.write(made, project / "dist"))


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the preview listens.")
@click.pass_obj
def serve(project: Path, address: str) -> None:
    """Show a live preview that follows every edit."""
    _generate(project)
    # So that ending this command ends the server that it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    watch([project / "content", project / "templates", project / frame_configuration.NAME], lambda: _generate(project))
    engine.serve(project, address, _environment(project))


@main.command("schema")
@click.pass_obj
def write_schema(project: Path) -> None:
    """Write the JSON Schemas for editors into content/schema/."""
    output.sync(schema_files(), project / "content" / "schema")
    click.echo("content/schema is up to date.")


def _promises(project: Path, *, quick: bool = False, faults: Iterable[Problem] = ()) -> tuple[Site, Promises]:
    """The site and what it promises; every mistake told, with changes of data that no history tells of.

    `faults` are mistakes found elsewhere, to be told with these.
    """
    try:
        site, promises = promises_of(project / "content", project / "templates", quick=quick)
        history = undeclared_changes(site.catalogue, site.ledger)
        if problems := [*faults, *promises.problems(), *history]:
            raise ContentError(problems, site.catalogue.advice)
    except ContentError as error:
        raise ContentFailure(ContentError([*faults, *error.problems], error.advice)) from None
    return site, promises


def _configuration(project: Path) -> tuple[Configuration, tuple[Problem, ...]]:
    """What mkdocs.yml says, and everything in it that cannot be honoured."""
    try:
        configuration = frame_configuration.read(project)
    except ContentError as error:
        return Configuration(), error.problems
    return configuration, tuple(frame_check.problems(configuration, project))


def _environment(project: Path) -> dict[str, str]:
    """What MkDocs is told. The site's address comes from the content, unless SITE_URL names another."""
    site = site_of(project / "content")
    return {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": site.address or "",
        "SOURCE_DATE_EPOCH": f"{build_time(site.catalogue).timestamp():.0f}",
    }


def _say(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(f"dist/{path.name} ({path.stat().st_size:,} bytes)")


def _generate(project: Path) -> tuple[int, int]:
    configuration, faults = _configuration(project)
    try:
        made = site_files(project / "content", project / "templates", project / "node_modules", configuration)
        if faults:
            site_of(project / "content")  # So that mistakes in the content are told in the same run.
            raise ContentError(faults)
        return output.sync(made, project / "site_src")
    except ContentError as error:
        raise ContentFailure(ContentError([*faults, *error.problems], error.advice)) from None
