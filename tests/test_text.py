"""Text is text: whatever is in a field comes out as itself, on every page."""

import re
import shutil
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from material.extensions.emoji import to_svg, twemoji
from selectolax.lexbor import LexborHTMLParser

from rolebook.content.load import load
from rolebook.frame import settings as frame_settings
from rolebook.pages.inventory import pages
from rolebook.pages.markup import prose, text
from rolebook.pages.render import Renderer
from rolebook.site.context import Site
from rolebook.wording.view import View
from tests.conftest import PROJECT, TESTS

EXTENSIONS = [name for name, setting in frame_settings.EXTENSIONS.settings.items() if setting.honoured]
"""Those that mkdocs.yml may name: none of them may read a sign in the text of a role."""
CONFIGURED = {
    "pymdownx.emoji": {"emoji_generator": to_svg, "emoji_index": twemoji},
    "pymdownx.tabbed": {"alternate_style": True},
}
HOSTILE = [
    "<script>alert(1)</script>",
    "a | b",
    "{{ secrets }} {% raw %} {# x #}",
    "`code` *em* __strong__ [link](x) ![i](x)",
    "\u202eright to left\u202c",
    "emoji 🙂‍↔️ and é",
    "# heading",
    "1. item",
    "- item",
    "&amp; &lt; &#60;",
    "\\* \\` \\\\",
    '" onmouseover="alert(1)',
    "'; alert(1) //",
    "{: .class #id }",
    "<!-- comment -->",
    "]]> <?php ?>",
    "http://example.org <a@example.org>",
    "!!! note",
    "??? note",
    '=== "tab"',
    "a :smile: :material-account: b",
    "H~2~O and 10^th^ {++ins++} {>>note<<} [ ] [x] [^1]",
    ": a definition",
    "*[HTML]: words",
    "``` py",
    '--8<-- "README.md"',
    "--8<-- x",
    "$x$ ==mark== ~~del~~ ^^ins^^ ++key++",
    "</main></body></html>",
]
LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40).filter(str.strip)
SIGNS = st.text("<>&|{}[]()`*_#+-.!\\:~^=$\"' \t1a/", min_size=1, max_size=25).filter(str.strip)


def converted(markdown: str) -> str:
    return Markdown(extensions=EXTENSIONS, extension_configs=CONFIGURED).convert(markdown)


def shown(markup: str) -> str:
    """What a reader sees of a piece of HTML."""
    body = LexborHTMLParser(f"<body>{markup}").body
    return " ".join(body.text().split()) if body else ""


def folded(words: str) -> str:
    return " ".join(words.split())


@given(st.one_of(LINE, SIGNS, st.sampled_from(HOSTILE)))
@settings(max_examples=300)
def test_text_survives_markdown_and_html(words: str) -> None:
    for place in ("{}", "- {}", "## {}", "<div><p>{}</p></div>", "para {} more", "| {} | b |\n|---|---|\n| c | {} |"):
        made = converted(place.replace("{}", str(text(words))))
        assert folded(words) in shown(made), (place, made)
        assert not re.search(r"<(script|a|img|code|em|strong)\b", made), made


@given(st.one_of(LINE, SIGNS, st.sampled_from(HOSTILE)))
@settings(max_examples=150)
def test_text_survives_in_an_attribute(words: str) -> None:
    made = LexborHTMLParser(f'<p title="{text(words)}">x</p>').css_first("p")
    assert made.attributes == {"title": folded(words)}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_prose_holds_nothing_that_runs(words: str) -> None:
    tree = LexborHTMLParser(f"<body>{prose(words)}")
    for node in tree.body.traverse() if tree.body else ():
        assert node.tag in {
            "body",
            "p",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "code",
            "pre",
            "blockquote",
            "a",
            "br",
            "hr",
            "h3",
            "h4",
            "h5",
            "h6",
            "-text",
            "-comment",
        }, node.html
        assert set(node.attributes) <= {"href", "title"}


def test_prose_shows_html_as_text_and_keeps_markdown() -> None:
    made = str(prose("**Bold** <b>not</b>\n\n<script>alert(1)</script>\n\n- [a](https://example.org/a_b)"))
    assert "<strong>Bold</strong>" in made
    assert "&lt;b&gt;not&lt;/b&gt;" in made
    assert "<script" not in made
    assert '<a href="https://example.org/a_b">a</a>' in made


def test_hostile_text_in_every_field_comes_out_as_itself_on_every_page(tmp_path: Path) -> None:
    content = Path(shutil.copytree(TESTS / "tiny", tmp_path / "content"))
    role = content / "roles" / "joiner.yml"
    hostile = " ".join(HOSTILE)
    saw = "skill: saw, need: example"
    assert saw in role.read_text()
    role.write_text(role.read_text().replace(saw, f"{saw}, detail: of steel, in: tools, because: Wood is cut."))
    quoted = '"' + hostile.replace("\\", "\\\\").replace('"', '\\"') + '"'
    for name in (
        "Joiner",
        "Woodworker",
        "Joins wood.",
        "Cut",
        "joinery",
        "Learns",
        "Printed as 52.5k.",
        "Waits for glue.",
        "Leads joiners.",
        "First published.",
        "Make joints",
        "Median pay",
        "Master Joiner",
        "knowledge",
        "of steel",
        "tools",
        "Wood is cut.",
        "Carpenters",
        "Joins wood for a living.",
    ):
        assert name in role.read_text()
        # `work: joinery` is an id.
        role.write_text(
            re.sub(rf"(?<=[:\[] )(?<!work: ){re.escape(name)}(?=[,\]}}\n])", lambda _: quoted, role.read_text())
        )
        role.write_text(re.sub(rf"(?<=\[){re.escape(name)}(?=[,\]])", lambda _: quoted, role.read_text()))
    site = Site(View(load(content), date(2026, 2, 3)))
    renderer = Renderer(PROJECT / "templates")
    places = 0
    for page in pages(site):
        markdown = renderer.markdown(page, **site.shared(page.url)).split("---\n", 2)[2]
        made = converted(markdown)
        assert not re.search(r"<script(?! src=\"[./]+assets/)", made), page.url
        assert "onmouseover" not in [name for node in LexborHTMLParser(made).css("*") for name in node.attributes]
        places += shown(made).count(folded(hostile))
    assert places >= 20
