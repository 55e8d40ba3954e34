"""Each role as a small page for a frame on another site."""

import posixpath
from collections.abc import Iterator

from rolebook.pages.render import Renderer
from rolebook.site.addresses import Addresses, role_frame, role_page
from rolebook.site.context import Site


def embed_files(site: Site, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    for role in site.catalogue.ever.values():
        path = role_frame(role.slug)
        canonical = site.address and f"{site.address}{role_page(role.slug)}"
        # From disk no server turns a folder into its page, and this page has no script that could.
        href = canonical or f"{Addresses(posixpath.dirname(path)).role(role.slug)}index.html"
        made = renderer.html(
            "embed/role.html.j2",
            catalogue=site.catalogue,
            role=role,
            facts=site.view.facts(role),
            href=href,
            canonical=canonical,
        )
        yield path, made.encode()
