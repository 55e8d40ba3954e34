"""docs/material-settings.md, from the table that mkdocs.yml is checked against.

Run `python -m rolebook.frame.document > docs/material-settings.md` after a change of the table.
"""

from rolebook.frame.settings import BLOCKS, EXTENSIONS, GROUPS, OTHER_EXTENSION, OTHER_PLUGIN, PLUGINS, Group

OPENING = """\
# Material's settings, one by one

Rolebook's theme is a child of [Material for MkDocs](https://squidfunk.github.io/mkdocs-material/): you configure it in
`mkdocs.yml` as you know it. Its markup, styles and scripts are its own, so that every page is valid, accessible, light
and works from disk. What it cannot honour it refuses: `rolebook check` and every build then fail, and say where, what
was expected and what to do. A key that nobody knows is told too, unless a template of your theme's folder reads it.

This page is made from `scripts/rolebook/frame/settings.py`; do not edit it by hand.
"""


def document() -> str:
    """The whole page."""
    parts = [OPENING, *map(_section, GROUPS), _blocks()]
    return "\n".join(parts)


def _section(group: Group) -> str:
    lines = [f"## {group.title}", "", "| Setting | | What it does, or why not |", "| --- | --- | --- |"]
    for name, setting in group.settings.items():
        if setting.honoured:
            lines.append(f"| `{name}` | honoured | {setting.does} |")
        else:
            why = f"{setting.does[0].upper()}{setting.does[1:]}"
            lines.append(f"| `{name}` | refused | {why}. {setting.instead} |")
    if group is PLUGINS:
        lines.append(f"| any other | told | {OTHER_PLUGIN} |")
    if group is EXTENSIONS:
        lines.append(f"| any other | told | {OTHER_EXTENSION} |")
    return "\n".join(lines) + "\n"


def _blocks() -> str:
    names = ", ".join(f"`{block}`" for block in BLOCKS)
    return f"""\
## Blocks

`main.html` in the theme's folder begins with `{{% extends "base.html" %}}` and may override any block of Material:
{names}. `{{{{ super() }}}}` keeps what stands there. The announcement bar, for one:

```html
{{% block announce %}}Two new roles this month: <a href="{{{{ 'changes/' | url }}}}">what changed</a>.{{% endblock %}}
```
"""


if __name__ == "__main__":
    print(document(), end="")
