"""Where a page's own words are edited: the file in the repository that says what the page says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote, urljoin

from rolebook.frame.configuration import Configuration
from rolebook.pages.render import Page
from rolebook.site.addresses import SOURCES

FILES = {"": "catalogue.yml", SOURCES: "sources.yml"}
"""Pages that say what one file says, from the content folder."""


def source(page: Page) -> str | None:
    """The one file of the content folder that a page is made from; None where several take part."""
    kind, _, slug = page.url.rstrip("/").partition("/")
    if not page.template:
        return f"pages/{page.url.rstrip('/')}.md"
    if kind == "roles" and slug:
        return f"roles/{slug}.yml"
    return "vocabulary.yml" if kind == "skills" else FILES.get(page.url)


def address(configuration: Configuration, file: str) -> str | None:
    """The page of the repository where a file of the content folder is edited; None where mkdocs.yml names none.

    As MkDocs reads them, but from the content folder: `edit_uri: edit/main/content/` goes before the file, in
    `edit_uri_template` the file takes the place of `{path}`, and both start at `repo_url`.
    """
    repository = str(configuration.get("repo_url") or "").rstrip("/") + "/"
    if template := configuration.get("edit_uri_template"):
        stem = file.rpartition(".")[0]
        filled = template.replace("{path!q}", quote(file, safe="")).replace("{path_noext!q}", quote(stem, safe=""))
        return urljoin(repository, filled.replace("{path}", file).replace("{path_noext}", stem))
    start = configuration.get("edit_uri")
    if not start:
        return None
    if start.startswith(("?", "#")):
        return f"{repository.rstrip('/')}{start}{file}"
    return urljoin(repository, f"{start.rstrip('/')}/{file}")


def with_edit_links(pages: Iterable[Page], configuration: Configuration) -> Iterator[Page]:
    """The same pages; one that is made from one file has the addresses in its front matter that features ask for.

    `edit` is where the file is edited, `view` where it stands as it is: Material's features content.action.edit
    and content.action.view.
    """
    features = configuration.get("theme", "features") or ()
    for page in pages:
        file = source(page)
        edited = address(configuration, file) if file else None
        links = {}
        if edited and "content.action.edit" in features:
            links["edit"] = edited
        if edited and "content.action.view" in features:
            links["view"] = edited.replace("/blob/" if "/blob/" in edited else "/edit/", "/raw/", 1)
        yield replace(page, meta={**page.meta, **links}) if links else page
