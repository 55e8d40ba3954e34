"""Make text safe wherever a template puts it: in Markdown, in HTML, in an attribute.

Text is text: what Markdown or HTML would take for a sign of theirs becomes a character reference,
which both show as the character itself.
"""

import re
from functools import lru_cache

import nh3
from markupsafe import Markup, escape

from rolebook.model.prose import SCHEMES, converter

SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]|~^$=<>\"'"}
LINE_START = re.compile(r"^(\s*)([#+\-:!?]|\d+(?=[.)]))")
SHORTCODE = re.compile(r":(?=[\w+-]+:)")
"""`:smile:`, which an extension may turn into a picture."""
TAGS = {"p", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "a", "br", "hr", "h3", "h4", "h5", "h6"}


def text(value: object) -> Markup:
    """Plain text on one line, as safe markup. What is markup already stays as it is."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, int | float):
        return Markup(value)
    line = " ".join(str(value).split())
    safe = SHORTCODE.sub("&#58;", line.replace("&", "&amp;").translate(SIGNS))
    # At the start of a line, a few more characters would begin a heading or a list; at its end, "#" closes a heading.
    safe = LINE_START.sub(lambda found: found[1] + "".join(f"&#{ord(c)};" for c in found[2]), safe)
    return Markup(safe[:-1] + "&#35;" if safe.endswith("#") else safe)


@lru_cache(maxsize=4096)
def prose(source: str) -> Markup:
    """Markdown as HTML that holds no tag, attribute or address but the harmless ones.

    Raw HTML is shown as text; links are http(s), mailto or relative; headings start at level 3,
    below the section that they stand in.
    """
    clean = nh3.clean(
        converter().convert(source), tags=TAGS, attributes={"a": {"href", "title"}}, url_schemes=SCHEMES, link_rel=None
    )
    # The HTML passes through Markdown once more, on the page; nothing in it may be taken for a sign there.
    return Markup(re.sub(r"(<[^>]*>)|([^<]+)", lambda part: part[1] or _shielded(part[2]), clean))


def _shielded(html: str) -> str:
    """Text of HTML in which Markdown finds no sign of its own."""
    return SHORTCODE.sub("&#58;", html.translate(_MARKDOWN_SIGNS))


def plain_html(value: object) -> Markup:
    """Plain text as HTML that is not read as Markdown too; braces are kept from looking like placeholders."""
    return Markup(escape(" ".join(str(value).split())).replace("{", "&#123;"))


def listing(code: str, language: str) -> Markup:
    """A program as it stands, in a block that Markdown leaves alone."""
    lines = _shielded(str(escape(code.rstrip())))
    return Markup(f'<pre tabindex="0"><code class="language-{language}">{lines}</code></pre>')


def source(value: str) -> Markup:
    """Text or HTML shown as its own source, on one line: to be copied."""
    return text(str(value))


_MARKDOWN_SIGNS = {sign: reference for sign, reference in SIGNS.items() if chr(sign) not in "<>\"'="}
