"""markdown_extensions and plugins: which are refused, and options that decide whether the text stays as it is."""

from collections.abc import Iterator

from rolebook.frame import settings
from rolebook.frame.configuration import Configuration
from rolebook.frame.findings import Findings, short_name, with_options
from rolebook.model.problems import Advice, Problem


class ExtensionCheck(Findings):
    def all(self) -> Iterator[Problem]:
        yield from self.listed("plugins", settings.PLUGINS)
        yield from self.listed("markdown_extensions", settings.EXTENSIONS)
        yield from self._options()

    def _options(self) -> Iterator[Problem]:
        """Options of extensions that decide whether the text stays as it is and nothing is loaded."""
        options = {
            short_name(name, settings.EXTENSIONS): (at, given or {})
            for at, name, given in with_options(self.configuration, "markdown_extensions")
        }
        at, given = options.get("pymdownx.tabbed", ((), {"alternate_style": True}))
        if not given.get("alternate_style"):
            yield self.configuration.problem(
                at, "found no alternate_style; expected it, as Material does. Add `alternate_style: true`."
            )
        at, given = options.get("pymdownx.emoji", ((), {"emoji_generator": "to_svg"}))
        if not str(given.get("emoji_generator")).endswith("to_svg"):
            yield self.configuration.problem(
                at,
                "found no emoji_generator that draws icons into the page; expected Material's, because pictures would "
                "come from another host. Add `emoji_generator: !!python/name:material.extensions.emoji.to_svg`.",
            )
        at, given = options.get("pymdownx.superfences", ((), {}))
        for fence in given.get("custom_fences") or ():
            if fence.get("name") == "mermaid":
                yield self.configuration.problem(
                    (*at, "custom_fences"),
                    "found mermaid; expected no diagrams, because they need a script of 3 MB. Remove it, and "
                    "put a picture into the page.",
                )


def advice(configuration: Configuration) -> Iterator[Advice]:
    """What is allowed, though nobody can say that it does no harm: plugins and extensions of other people."""
    for name, group, says in (
        ("plugins", settings.PLUGINS, settings.OTHER_PLUGIN),
        ("markdown_extensions", settings.EXTENSIONS, settings.OTHER_EXTENSION),
    ):
        for at, found, _ in with_options(configuration, name):
            if short_name(found, group) not in group.settings:
                problem = configuration.problem(at, f"found the {group.thing} {found}. {says}")
                yield Advice(problem.path, problem.line, problem.message)
