"""How a link to a page is shown elsewhere: titles, descriptions, pictures."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from rolebook.exports import previews as pictures
from rolebook.exports.preview_image import HEIGHT, WIDTH, Card, Typeface, draw
from rolebook.model.catalogue import Catalogue
from rolebook.pages.head import Unique, fit
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.conftest import PROJECT

FONTS = PROJECT / "node_modules" / "@fontsource-variable/ibm-plex-sans" / "files"
HOSTED = "https://example.org/rolebook/"


def heads(site: Path) -> dict[Path, LexborHTMLParser]:
    """Every page of the theme that a search engine may list."""
    found = {path: LexborHTMLParser(path.read_text()) for path in site.rglob("index.html")}
    return {
        path: tree
        for path, tree in found.items()
        if not tree.css_first("meta[name=robots][content*=noindex], meta[http-equiv=refresh]")
    }


def meta(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    assert node, name
    return node.attributes["content"]


def test_titles_and_descriptions_are_unique_and_fit_a_search_result(site: Path) -> None:
    pages = heads(site)
    assert len(pages) > 140
    for name, limit, texts in (
        ("title", 60, [tree.css_first("title").text() for tree in pages.values()]),
        ("description", 155, [meta(tree, "description") for tree in pages.values()]),
        ("og:title", 60, [meta(tree, "og:title") for tree in pages.values()]),
        ("og:description", 155, [meta(tree, "og:description") for tree in pages.values()]),
    ):
        assert not [text for text in texts if not text or len(text) >= limit], name
        assert len(set(texts)) == len(texts), (name, {text for text in texts if texts.count(text) > 1})


def test_every_page_says_how_it_is_shown(site: Path) -> None:
    urls = set()
    for path, tree in heads(site).items():
        url = HOSTED + path.parent.relative_to(site).as_posix().removeprefix(".") + "/" * (path.parent != site)
        assert tree.css_first("link[rel=canonical]").attributes["href"] == meta(tree, "og:url") == url
        assert meta(tree, "twitter:card") == "summary_large_image"
        assert meta(tree, "og:image") == meta(tree, "twitter:image")
        picture = site / meta(tree, "og:image").removeprefix(HOSTED)
        with Image.open(picture) as image:
            assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
            assert (meta(tree, "og:image:width"), meta(tree, "og:image:height")) == ("1200", "630")
        urls.add(url)
    assert len(urls) == len(heads(site))


def test_each_role_and_pair_has_a_picture_of_its_own(site: Path, catalogue: Catalogue) -> None:
    count = len(catalogue.roles)
    made = list((site / "assets" / "previews").glob("*.png"))
    assert len(made) == count + count * (count - 1) // 2 + 1
    assert len({path.read_bytes() for path in made}) == len(made)
    assert max(path.stat().st_size for path in made) < 60_000


def test_the_same_card_is_the_same_bytes(tiny: Catalogue) -> None:
    site = Site(View(tiny, date(2026, 2, 3)))
    first = dict(pictures.preview_files(site, FONTS))
    draw.cache_clear()
    assert dict(pictures.preview_files(site, FONTS)) == first


def test_pairs_have_pictures_only_while_the_catalogue_is_small(tiny: Catalogue) -> None:
    pairs = tiny.settings.pairs.model_copy(update={"all_up_to": 1})
    large = replace(tiny, settings=tiny.settings.model_copy(update={"pairs": pairs}))
    names = [name for name, _ in pictures.preview_files(Site(View(large, date(2026, 2, 3))), FONTS)]
    assert names == [f"assets/previews/{name}.png" for name in ("joiner", "master-joiner", "site")]


@pytest.mark.parametrize(
    "text",
    ["", "W" * 400, "word " * 200, "🎉🎉", "مدير", "Łódź Straße Ωμέγα Жук Việt", "a\u200bb\u202e", "<b>&amp;{{ x }}"],
)
def test_any_text_can_be_drawn(text: str) -> None:
    made = draw(Card(text, (text, text), text, ((text, text),) * 3, text), Typeface(FONTS))
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == (WIDTH, HEIGHT)
        # Nothing runs over the right edge.
        strip = image.convert("RGB").crop((WIDTH - 8, 0, WIDTH, HEIGHT))
        assert len(strip.getcolors()) == 1


def test_a_title_without_any_letter_of_the_typeface_is_told_by_its_slug(tiny: Catalogue) -> None:
    role = tiny.roles[0].model_copy(update={"title": "木工職人"})
    site = Site(View(tiny, date(2026, 2, 3)))
    assert pictures.role_card(role, site, Typeface(FONTS)).titles == ("joiner",)


@given(st.lists(st.text(st.characters(categories=["L", "Zs"]), max_size=90), max_size=30), st.integers(20, 60))
def test_unique_texts_fit_and_never_repeat(texts: list[str], limit: int) -> None:
    unique = Unique(limit)
    made = [unique.of(text) for text in texts]
    assert all(len(text) <= limit for text in made)
    assert len({text.casefold() for text in made}) == len(made)


def test_a_cut_ends_after_a_word() -> None:
    assert fit("one two three", 13) == "one two three"
    assert fit("one two, three", 12) == "one two…"
    assert fit("abcdefghij", 5) == "abcd…"
