"""Every setting of Material and MkDocs: what it does here, or why it is refused and what to do instead.

The one table behind the check of mkdocs.yml (check.py) and the page docs/material-settings.md (document.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """`does` says what an honoured setting does; of a refused one, why. `instead` is what to do: only refused ones
    have it."""

    does: str
    instead: str = ""

    @property
    def honoured(self) -> bool:
        return not self.instead


@dataclass(frozen=True)
class Group:
    """The settings of one place in mkdocs.yml; `thing` is what one of them is called in a message."""

    title: str
    thing: str
    settings: Mapping[str, Setting]


def _yes(does: str) -> Setting:
    return Setting(does)


def _no(why: str, instead: str = "Remove it.") -> Setting:
    return Setting(why, instead)


OWN_SEARCH = "the site has a search of its own, which also works from disk"
NO_JOURNAL = "a catalogue has no posts"

SITE = Group(
    "The site",
    "setting",
    {
        "site_name": _yes("The name in the header, in titles and in link previews."),
        "site_url": _yes("Canonical addresses and link previews; `address:` in content/catalogue.yml sets it."),
        "site_description": _yes("The description of a page that has none."),
        "site_author": _yes("Told to search engines."),
        "copyright": _yes("A line in the footer; HTML is allowed."),
        "repo_url": _yes("A link to the repository in the header. Nothing is asked of its host."),
        "repo_name": _yes("The words of that link."),
        "edit_uri": _yes(
            "Where `content/` lies in the repository, such as `edit/main/content/`: see content.action.edit."
        ),
        "edit_uri_template": _yes("The same, with `{path}` for the file in `content/`."),
        "docs_dir": _yes("`site_src`, which the generator owns. Another folder is refused."),
        "site_dir": _yes("`site`. Another folder is refused: the command line puts the finished site there."),
        "use_directory_urls": _yes("`true`. `false` is refused: published addresses end in a slash."),
        "theme": _yes("See below."),
        "nav": _yes(
            "The tabs. A section opens a list below its tab, with sections of its own as headed groups. Also links to "
            "other sites."
        ),
        "not_in_nav": _yes("MkDocs reads it."),
        "exclude_docs": _yes("MkDocs reads it."),
        "draft_docs": _yes("MkDocs reads it."),
        "validation": _yes("MkDocs reads it."),
        "strict": _yes("Always on: every warning of MkDocs fails the build."),
        "markdown_extensions": _yes("See below."),
        "plugins": _yes("See below."),
        "hooks": _yes("MkDocs runs them; Zensical does not. Rolebook needs none."),
        "extra": _yes("See below."),
        "INHERIT": _yes("MkDocs reads it: a list takes the place of the inherited one. Zensical joins lists."),
        "extra_css": _yes("Style sheets of the theme's folder, after Rolebook's own."),
        "extra_javascript": _yes(
            "Scripts of the theme's folder, after Rolebook's own; also with `type: module`, `async` and `defer`."
        ),
        "extra_templates": _yes("MkDocs reads it."),
        "watch": _yes("MkDocs reads it."),
        "dev_addr": _yes("Only for `mkdocs serve`; `rolebook serve` has `--address`."),
        "remote_branch": _yes("Only for `mkdocs gh-deploy`."),
        "remote_name": _yes("Only for `mkdocs gh-deploy`."),
        "google_analytics": _no("MkDocs no longer reads it", "Use extra.analytics."),
    },
)

THEME = Group(
    "theme",
    "setting of the theme",
    {
        "name": _yes("`material`: the parent of Rolebook's theme. Another one is refused."),
        "custom_dir": _yes("The folder with Rolebook's theme. Its `main.html` may override every block of Material."),
        "language": _yes(
            "The interface in any language of Material that is written from left to right, wherever Material has the "
            "word; Rolebook's own words are in `partials/words.html`."
        ),
        "direction": _yes("`ltr`. `rtl` is refused: the layout has been made for left to right only."),
        "features": _yes("See below."),
        "font": _yes("`false`, or left out: the site brings its own typeface. Names of fonts are refused."),
        "icon": _yes("See below."),
        "favicon": _yes("The icon of the browser's tab: a file of the theme's folder."),
        "logo": _yes("A picture in place of the mark in the header: a file of the theme's folder."),
        "palette": _yes("See below."),
        "static_templates": _yes("MkDocs reads it."),
        "locale": _no("Material reads language in its place", "Use theme.language."),
        "include_search_page": _no(OWN_SEARCH),
        "search_index_only": _no(OWN_SEARCH),
    },
)

PALETTE = Group(
    "theme.palette",
    "setting of a palette",
    {
        "scheme": _yes("`default` (light) or `slate` (dark). Without any palette, the page follows the system."),
        "primary": _yes(
            "Links, marks and buttons, in a shade of the named colour that has a contrast of at least 4.5:1. With "
            "black, white, grey and blue grey they are indigo, as Material's links are. `custom` is refused."
        ),
        "accent": _yes("The same things under the pointer, in a readable shade. `custom` is refused."),
        "media": _yes("The palette of a reader's system, in a list of palettes."),
        "toggle": _yes("The button that leads from one palette of a list to the next: its icon and its name."),
    },
)

ICON = Group(
    "theme.icon",
    "icon",
    {
        "logo": _yes("The mark in the header, where there is no logo."),
        "search": _yes("On the button of the search."),
        "alternate": _yes("On the choice of languages."),
        "repo": _yes("Before the link to the repository."),
        "edit": _yes("Before the link to improve a page."),
        "view": _yes("Before the link to the source of a page."),
        "previous": _yes("Before the link to the previous page."),
        "next": _yes("After the link to the next page."),
        "top": _yes("Before the link back to the top."),
        "close": _yes("On the button that puts the announcement away."),
        "admonition": _yes("By kind of admonition."),
        "menu": _no("no button hides the navigation: it is all on the page"),
        "share": _no("the search has no button to share"),
        "annotation": _no("there are no annotations"),
        "tag": _no("there are no tags; skills have pages of their own"),
    },
)

FEATURES = Group(
    "theme.features",
    "feature",
    {
        "announce.dismiss": _yes("A button puts the announcement away until it says something else."),
        "content.action.edit": _yes(
            "“Edit this page” on pages that come from one file of `content/`. Needs `repo_url` and `edit_uri`."
        ),
        "content.action.view": _yes("A link to that file as it is. Needs the same."),
        "content.code.annotate": _no("an annotation hides text that a reader without scripts would miss"),
        "content.code.copy": _yes("A button copies a block of code."),
        "content.code.select": _no("a link to lines needs scripts that the site does not load"),
        "content.footnote.tooltips": _no("a footnote stands at the end of its page, one link away"),
        "content.lazy": _no("it is a switch of Material's scripts, which the site does not load"),
        "content.tabs.link": _yes("Tabs of the same name change together."),
        "content.tooltips": _no(
            "a tooltip cannot be read on a phone", "Remove it, and write the words beside the link."
        ),
        "header.autohide": _no("nothing moves unless asked; the header scrolls away with the page"),
        "navigation.expand": _no("a section that stands open would cover the page; each opens at one click"),
        "navigation.footer": _yes("Links to the previous and the next page of the navigation."),
        "navigation.indexes": _yes("A section's index page is the first link of its list, by the section's name."),
        "navigation.instant": _no("it breaks pages that are opened from disk, and pages are small"),
        "navigation.instant.prefetch": _no("it belongs to navigation.instant"),
        "navigation.instant.preview": _no("it belongs to navigation.instant"),
        "navigation.instant.progress": _no("it belongs to navigation.instant"),
        "navigation.path": _yes("Always on: the way up stands above each page that has one."),
        "navigation.prune": _no(
            "the navigation never lists what grows with the catalogue, so there is nothing to prune"
        ),
        "navigation.sections": _yes("Always on: sections inside a section are headed groups."),
        "navigation.tabs": _yes("Always on: the navigation is in the header."),
        "navigation.tabs.sticky": _no("the header scrolls away, so that the text has the whole screen"),
        "navigation.top": _yes("A link back to the top at the end of each page."),
        "navigation.tracking": _no(
            "the address would change under a reader who copies it",
            "Remove it; every section and figure has a link of its own.",
        ),
        "search.highlight": _no(f"it belongs to Material's search; {OWN_SEARCH}"),
        "search.share": _no(f"it belongs to Material's search; {OWN_SEARCH}"),
        "search.suggest": _no(f"it belongs to Material's search; {OWN_SEARCH}"),
        "toc.follow": _yes("Always on: the contents mark the section that is being read, and keep it in sight."),
        "toc.integrate": _no("the navigation is in the header; the contents stand beside the page"),
    },
)

EXTRA = Group(
    "extra",
    "key of extra",
    {
        "footer": _yes("Rolebook's own: links at the foot of every page, each with `title` and `url`."),
        "homepage": _yes("Where the mark in the header leads."),
        "generator": _yes("`false` leaves out the line that names Material."),
        "social": _yes("Links with icons in the footer."),
        "alternate": _yes(
            "The choice of languages in the header, and the same for search engines. An offline edition needs "
            "addresses that begin with https://."
        ),
        "version": _yes(
            "With `provider: mike`: the choice of versions in the header, and the block `outdated` on old ones. Not "
            "from disk."
        ),
        "analytics": _yes("See below. Nothing is loaded without it, nor from disk."),
        "consent": _yes("See below."),
        "polyfills": _yes("Scripts before all others."),
        "scope": _yes("The path that a reader's consent holds for."),
        "annotate": _no("there are no annotations"),
        "status": _no("pages have no status; a role says in its history what is new"),
        "tags": _no("there are no tags; skills have pages of their own"),
        "manifest": _no("Material no longer reads it", "Put the link into the block extrahead of main.html."),
        "disqus": _no("Material no longer reads it", "Put comments into the block content of main.html."),
    },
)

ANALYTICS = Group(
    "extra.analytics",
    "key of extra.analytics",
    {
        "provider": _yes(
            "`google`, or the name of a file of yours in `partials/integrations/analytics/` that defines "
            "`__md_analytics`."
        ),
        "property": _yes("The number that the provider gave you."),
        "feedback": _no(
            "an answer that only a counter sees helps no reader", "Remove it; content.action.edit lets readers mend."
        ),
    },
)

CONSENT = Group(
    "extra.consent",
    "key of extra.consent",
    {
        "title": _yes("The heading of the question, which stands above the page and covers none of it."),
        "description": _yes("What is asked; HTML is allowed."),
        "cookies": _yes("What a reader may choose: `analytics`, and others of yours."),
        "actions": _yes("`accept`, `reject` and `manage`: the buttons."),
    },
)

PLUGINS = Group(
    "plugins",
    "plugin",
    {
        "search": _no(OWN_SEARCH),
        "offline": _no("`rolebook offline` makes the edition for reading from disk"),
        "social": _no("each page has a picture for link previews already"),
        "tags": _no("there are no tags; skills have pages of their own"),
        "blog": _no(NO_JOURNAL, "Remove it; /changes/ says what is new, also as a feed."),
        "meta": _no("front matter is the generator's, or stands in the page itself"),
        "group": _no("its plugins have to be checked", "List them by themselves."),
        "optimize": _no("the site has no picture that it would make smaller"),
        "projects": _no("a catalogue is one site", "Build each site by itself."),
        "typeset": _no("headings in the contents are plain text"),
    },
)
OTHER_PLUGIN = "MkDocs runs it; Rolebook neither needs nor tests it, and other engines may not know it."

SAFE = "On written pages."
READS_TEXT = "it would change what stands in the text of roles"
EXTENSIONS = Group(
    "markdown_extensions",
    "extension of Markdown",
    {
        "attr_list": _yes("Needed: headings get their fixed places by it."),
        "tables": _yes("Needed."),
        "toc": _yes("Needed; `title` names the contents."),
        "abbr": _yes(SAFE),
        "admonition": _yes(SAFE),
        "def_list": _yes(SAFE),
        "footnotes": _yes(SAFE),
        "fenced_code": _yes(SAFE),
        "md_in_html": _no(
            "it reads Markdown inside the HTML of generated pages", "Remove it, and write Markdown outside of HTML."
        ),
        "meta": _no("front matter is read without it"),
        "codehilite": _no("pymdownx.highlight colours code here", "Use pymdownx.highlight."),
        "smarty": _no(READS_TEXT, "Remove it, and type “quotation marks” as you want them."),
        "nl2br": _no(READS_TEXT),
        "sane_lists": _no(READS_TEXT),
        "wikilinks": _no(READS_TEXT),
        "pymdownx.arithmatex": _no("formulas need a script of 1 MB or another host"),
        "pymdownx.b64": _yes(SAFE),
        "pymdownx.betterem": _yes(SAFE),
        "pymdownx.caret": _yes(SAFE),
        "pymdownx.critic": _yes(SAFE),
        "pymdownx.details": _yes(SAFE),
        "pymdownx.emoji": _yes(
            "On written pages, with `emoji_generator: !!python/name:material.extensions.emoji.to_svg`."
        ),
        "pymdownx.highlight": _yes(SAFE),
        "pymdownx.inlinehilite": _yes(SAFE),
        "pymdownx.keys": _no(READS_TEXT, "Remove it, and write <kbd>Ctrl</kbd>."),
        "pymdownx.magiclink": _no(READS_TEXT, "Remove it, and write links as [words](address)."),
        "pymdownx.mark": _yes(SAFE),
        "pymdownx.progressbar": _no(READS_TEXT),
        "pymdownx.saneheaders": _yes(SAFE),
        "pymdownx.smartsymbols": _no(READS_TEXT, "Remove it, and type the sign itself: ©, →, ½."),
        "pymdownx.snippets": _yes(SAFE),
        "pymdownx.striphtml": _no("it would take away what the theme needs"),
        "pymdownx.superfences": _yes("On written pages. Diagrams (mermaid) are refused: they need a script of 3 MB."),
        "pymdownx.tabbed": _yes("On written pages, with `alternate_style: true`."),
        "pymdownx.tasklist": _yes(SAFE),
        "pymdownx.tilde": _yes(SAFE),
    },
)
OTHER_EXTENSION = "MkDocs uses it; Rolebook does not know whether it changes the text of roles."

FRONT_MATTER = Group(
    "Front matter of written pages",
    "key of front matter",
    {
        "title": _yes("The page's title."),
        "description": _yes("What search engines and link previews show."),
        "author": _yes("Told to search engines."),
        "changed": _yes("Rolebook's own: the day of its last change, shown at its foot."),
        "hide": _yes("`toc`, `path` and `footer`. Others are refused: there is nothing to hide."),
        "template": _yes("A template of yours in the theme's folder."),
        "scripts": _yes("Rolebook's own: scripts of this page alone."),
        "styles": _yes("Rolebook's own: style sheets of this page alone."),
        "icon": _no("the navigation has no icons"),
        "search": _no(OWN_SEARCH),
        "social": _no("each page has a picture for link previews already"),
        "status": _no("pages have no status"),
        "subtitle": _no("the navigation shows titles only"),
        "tags": _no("there are no tags; skills have pages of their own"),
    },
)

GROUPS = (SITE, THEME, PALETTE, ICON, FEATURES, EXTRA, ANALYTICS, CONSENT, PLUGINS, EXTENSIONS, FRONT_MATTER)
BLOCKS = (
    "site_meta htmltitle styles libs fonts analytics extrahead announce outdated header hero tabs site_nav container "
    "content footer config scripts"
).split()
"""The blocks of Material's base.html. Each is there, and a main.html of yours may override it."""
