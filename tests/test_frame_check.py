"""mkdocs.yml: a setting of Material that is not honoured fails the check, and the message says what to do."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from rolebook.frame import check, extension_check, settings
from rolebook.frame.configuration import read
from rolebook.frame.document import document
from rolebook.frame.icons import templates
from rolebook.model.problems import ContentError
from rolebook.model.written_page import FrontMatter
from tests.conftest import PROJECT, TESTS, copy_project, rolebook


def faults(tmp_path: Path, text: str) -> list[str]:
    """What the check says of an mkdocs.yml with Rolebook's theme."""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    (tmp_path / "templates").mkdir(exist_ok=True)
    theme = tmp_path / "templates" / "theme"
    if not theme.exists():
        theme.symlink_to(PROJECT / "templates" / "theme")
    return [str(problem) for problem in check.problems(read(tmp_path), tmp_path)]


def nested(name: str, key: str, value: Any = True) -> str:
    """YAML with one key of a group of settings, named as the group is titled."""
    found: Any = {key: value}
    for part in reversed(name.split(".")):
        found = {part: found}
    return yaml.safe_dump(found)


def test_our_own_configuration_is_honoured() -> None:
    configuration = read(PROJECT)
    assert not list(check.problems(configuration, PROJECT))
    assert not list(extension_check.advice(configuration))


@pytest.mark.parametrize("feature", settings.FEATURES.settings)
def test_each_feature_is_honoured_or_refused(tmp_path: Path, feature: str) -> None:
    text = (
        "repo_url: https://example.com/x\nedit_uri: edit/main/content/\n"
        f"theme:\n  name: material\n  features:\n    - navigation.top\n    - {feature}\n"
    )
    found = faults(tmp_path, text)
    if settings.FEATURES.settings[feature].honoured:
        assert not found
    else:
        (message,) = found
        assert message.startswith(f"mkdocs.yml:7: theme.features[2]: found {feature}; expected none, because ")
        assert message.endswith(settings.FEATURES.settings[feature].instead)


@pytest.mark.parametrize(
    ("group", "key"),
    [
        (group, key)
        for group in settings.GROUPS
        if group.title.split(".")[0] in {"theme", "extra"} and group is not settings.FEATURES
        for key, setting in group.settings.items()
        if not setting.honoured
    ],
    ids=lambda value: value if isinstance(value, str) else value.title,
)
def test_each_refused_key_fails(tmp_path: Path, group: settings.Group, key: str) -> None:
    (message,) = (text for text in faults(tmp_path, nested(group.title, key)) if f"found {key};" in text)
    assert f"{group.title}.{key}: found {key}; expected none, because " in message


@pytest.mark.parametrize("group", [settings.PLUGINS, settings.EXTENSIONS], ids=lambda group: group.title)
def test_each_plugin_and_extension_is_honoured_or_refused(tmp_path: Path, group: settings.Group) -> None:
    for name, setting in group.settings.items():
        needs = {"pymdownx.tabbed": {"alternate_style": True}, "pymdownx.emoji": {"emoji_generator": "x.to_svg"}}
        found = faults(tmp_path, yaml.safe_dump({group.title: [{name: needs.get(name)}]}))
        assert len(found) == (not setting.honoured), found


CASES = {
    "a feature with a slip": (
        "theme:\n  features: [navigation.tap]\n",
        'mkdocs.yml:2: theme.features[1]: found the unknown feature "navigation.tap"; expected one that does '
        'something. Did you mean "navigation.top"?',
    ),
    "an unknown key of extra": (
        "extra:\n  socail: []\n",
        'mkdocs.yml:2: extra.socail: found the unknown key of extra "socail"; expected one that does something. '
        'Did you mean "social"?',
    ),
    "an unknown setting": (
        "site_nam: x\n",
        'mkdocs.yml:1: site_nam: found the unknown setting "site_nam"; expected one that does something. '
        'Did you mean "site_name"?',
    ),
    "another theme": (
        "theme:\n  name: readthedocs\n",
        'mkdocs.yml:2: theme.name: found "readthedocs"; expected material, the parent of Rolebook\'s theme. '
        "Write `name: material`.",
    ),
    "fonts of another host": (
        "theme:\n  font: {text: Lato}\n",
        "mkdocs.yml:2: theme.font: found text: Lato; expected false, because fonts by name come from another host, "
        "and pages have to work from disk. Write `font: false`, and name yours in a style sheet of extra_css.",
    ),
    "a colour without a name": (
        "theme:\n  palette: {primary: custom}\n",
        'mkdocs.yml:2: theme.palette.primary: found "custom"; expected one of red, ',
    ),
    "a scheme of one's own": (
        "theme:\n  palette:\n    - scheme: youtube\n",
        'mkdocs.yml:3: theme.palette[1].scheme: found "youtube"; expected one of default, slate, ',
    ),
    "a toggle without an icon": (
        "theme:\n  palette:\n    - toggle: {name: Dark}\n",
        "mkdocs.yml:3: theme.palette[1].toggle.icon: found the icon nothing; expected the path of one",
    ),
    "an icon that is not there": (
        "theme:\n  icon:\n    logo: material/nothing-such\n",
        'mkdocs.yml:3: theme.icon.logo: found the icon "material/nothing-such"; expected the path of one',
    ),
    "a language with a slip": (
        "theme:\n  language: dee\n",
        'mkdocs.yml:2: theme.language: found "dee"; expected a language that Material knows',
    ),
    "a language from right to left": (
        "theme:\n  language: he\n",
        "mkdocs.yml:2: theme.language: found he; expected a language that is written from left to right",
    ),
    "a logo that is not there": (
        "theme:\n  logo: assets/logo.svg\n",
        'mkdocs.yml:2: theme.logo: found "assets/logo.svg"; expected a file in the theme\'s folder',
    ),
    "addresses without a slash": (
        "use_directory_urls: false\n",
        "mkdocs.yml:1: use_directory_urls: found false; expected true, because published addresses end in a slash. "
        "Write `use_directory_urls: true`.",
    ),
    "an edit link to nowhere": (
        "theme:\n  features: [content.action.edit]\n",
        "mkdocs.yml:2: theme.features[1]: found content.action.edit without an address; expected repo_url and edit_uri",
    ),
    "tabs in the old style": (
        "markdown_extensions:\n  - pymdownx.tabbed\n",
        "mkdocs.yml:2: markdown_extensions[1]: found no alternate_style;",
    ),
    "pictures for emoji": (
        "markdown_extensions:\n  pymdownx.emoji: {}\n",
        "mkdocs.yml:2: markdown_extensions.pymdownx.emoji: found no emoji_generator",
    ),
    "diagrams": (
        "markdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n"
        "        - name: mermaid\n          format: !!python/name:pymdownx.superfences.fence_code_format\n",
        "mkdocs.yml:3: markdown_extensions[1].pymdownx.superfences.custom_fences: found mermaid;",
    ),
    "a provider that nobody wrote": (
        "extra:\n  analytics: {provider: custom}\n",
        'mkdocs.yml:2: extra.analytics.provider: found "custom"; expected google, or a file',
    ),
    "another maker of versions": (
        "extra:\n  version: {provider: bike}\n",
        'mkdocs.yml:2: extra.version.provider: found "bike"; expected mike.',
    ),
    "another theme's folder": (
        "theme:\n  name: material\n  custom_dir: overrides\n",
        'mkdocs.yml:3: theme.custom_dir: found "overrides"; expected the folder with Rolebook\'s theme',
    ),
    "one feature that is no list": (
        "theme:\n  features: navigation.top\n",
        'mkdocs.yml:2: theme.features: found "navigation.top"; expected a list. Correct it.',
    ),
    "a palette of words": (
        "theme:\n  palette:\n    - teal\n",
        'mkdocs.yml:3: theme.palette[1]: found "teal"; expected keys with values. Correct it.',
    ),
    "a theme by its name alone": ("theme: material\n", "mkdocs.yml:1: theme: found a name alone;"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_honoured_is_told_with_its_line(tmp_path: Path, case: str) -> None:
    text, message = CASES[case]
    (found,) = faults(tmp_path, text)
    assert found.startswith(message)


def test_a_key_that_a_template_of_the_theme_reads_is_known(tmp_path: Path) -> None:
    theme = tmp_path / "templates" / "theme"
    (theme / "partials").mkdir(parents=True)
    (theme / "partials" / "words.html").touch()
    (theme / "main.html").write_text("{{ config.extra.motto }} {{ config.theme.shape }}")
    assert not faults(tmp_path, "theme: {shape: round}\nextra: {motto: Make.}\n")
    assert len(faults(tmp_path, "theme: {size: large}\nextra: {hymn: Sing.}\n")) == 2


def test_every_mistake_is_told_at_once_with_those_of_the_content(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    (project / "mkdocs.yml").write_text(
        "theme: {name: material, custom_dir: templates/theme, font: {text: A}, direction: rtl}\n"
    )
    role = project / "content" / "roles" / "joiner.yml"
    role.write_text(role.read_text().replace("title: ", "titel: ", 1))
    for command in ("check", "build"):
        result = rolebook(project, command)
        assert result.returncode == 1
        assert "theme.font" in result.stderr
        assert "theme.direction" in result.stderr
        assert "titel" in result.stderr
    assert not list((project / "site_src").glob("*.md")) if (project / "site_src").exists() else True


def test_what_is_inherited_is_checked_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "\ntheme:\n  features: [toc.integrate]\n  font: {text: Lato}\nextra: {status: {}}\n"
    )
    found = faults(tmp_path, "INHERIT: base.yml\ntheme:\n  features: [navigation.top]\n")
    assert sorted(message.split(": ")[0] for message in found) == ["base.yml:4", "base.yml:5"]


def test_values_of_the_environment_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_url: !ENV [ADDRESS, other]\ntheme:\n  language: !ENV [LANGUAGE_OF_SITE, de]\n"
    )
    monkeypatch.setenv("ADDRESS", "https://example.org/")
    configuration = read(tmp_path)
    assert configuration.get("site_url") == "https://example.org/"
    assert configuration.get("theme", "language") == "de"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "mkdocs.yml:1: found no such file;"),
        ("a: [\n", "mkdocs.yml:2: found text that is not YAML"),
        ("- a\n", "mkdocs.yml:1: found no keys;"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, text: str | None, message: str) -> None:
    if text:
        (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(ContentError) as told:
        read(tmp_path)
    assert str(told.value).startswith(message)


def test_the_front_matter_that_the_table_honours_is_what_a_page_may_have() -> None:
    honoured = {name for name, setting in settings.FRONT_MATTER.settings.items() if setting.honoured}
    assert honoured == set(FrontMatter.model_fields)


def test_a_plugin_of_somebody_else_is_told_and_allowed(tmp_path: Path) -> None:
    assert not faults(tmp_path, "plugins:\n  - minify\n")
    (note,) = extension_check.advice(read(tmp_path))
    assert str(note).startswith("mkdocs.yml:2: advice: plugins[1]: found the plugin minify. ")


def test_the_document_is_what_the_table_says() -> None:
    written = (PROJECT / "docs" / "material-settings.md").read_text(encoding="utf-8")
    assert written == document(), "run: python -m rolebook.frame.document > docs/material-settings.md"


def test_the_table_knows_everything_that_material_reads() -> None:
    """Each setting that a template of Material names is in the table, so that a newer Material is looked at."""
    read_by = "".join(
        path.read_text(encoding="utf-8")
        for path in templates().rglob("*.html")
        if "languages" not in path.parts and not path.name.startswith("blog")
    )
    features = set(re.findall(r'"([a-z.]+)" (?:not )?in features', read_by))
    assert features
    assert features <= settings.FEATURES.settings.keys()
    assert set(re.findall(r"config\.extra\.(\w+)", read_by)) <= settings.EXTRA.settings.keys()
    assert set(re.findall(r"config\.theme\.icon\.(\w+)", read_by)) <= settings.ICON.settings.keys()
    assert set(re.findall(r"config\.theme\.(\w+)", read_by)) <= settings.THEME.settings.keys()
    assert set(re.findall(r"block (\w+)", (templates() / "base.html").read_text())) == set(settings.BLOCKS)
    by_scripts = "".join(path.read_text() for path in templates().glob("assets/javascripts/bundle*.js"))
    named = set(re.findall(r'"((?:content|navigation|search|toc|header|announce)\.[a-z.]+)"', by_scripts))
    known = settings.FEATURES.settings.keys()
    words = {name for name in named if name.startswith("search.result") or name.startswith("content.clipboard")}
    assert named - words <= known
