"""What is odd in the content, and may be right all the same: told by `rolebook check`, and never refused.

One small function a rule; its docstring is the rule. A new rule is one function more, named in one of the two lists.
Rules about what figures say of each other are in figure_advice.py.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

from rolebook.content.figure_advice import figure_advice
from rolebook.content.yaml_file import YamlFile
from rolebook.model.figures import Block, Figure
from rolebook.model.location import KeyPath, spoken
from rolebook.model.problems import Advice
from rolebook.model.role import Role
from rolebook.model.vocabulary import Vocabulary

Roles = Mapping[str, tuple[Role, YamlFile]]


def advice(files: Iterable[YamlFile], roles: Roles, vocabulary: Vocabulary | None) -> Iterator[Advice]:
    """Every piece of advice. `files` were read, and may hold mistakes; `roles` hold none."""
    for file in files:
        yield from chain.from_iterable(rule(file) for rule in FILE_RULES)
    if vocabulary:
        for role, file in roles.values():
            yield from chain.from_iterable(rule(role, file, vocabulary) for rule in ROLE_RULES)
        yield from figure_advice(roles, vocabulary)


def cut_by_comment(file: YamlFile) -> Iterator[Advice]:
    """What stands behind ` #` on a line is read by nobody; a text such as `C # expert` or `Item #3` wants quotes.

    A comment is told from a text by its form: `# ` and words, after a text that does not end in a single letter.
    """
    for text in file.unquoted:
        glued = re.match(r"#+\w", text.comment)
        alone = re.match(r"#+([^\w\s#]|\s*$)", text.comment)
        letter = re.search(r"(^|\s)[A-Z]$", text.value)
        if glued or alone or (letter and text.comment):
            yield file.advice(
                text.at,
                f'{spoken(text.at)}: found "{text.comment}" behind "{_short(text.value)}", which YAML takes for a '
                "comment and drops. If it is text, put the whole text in quotes; "
                "if it is a comment, begin it with `# ` on a line of its own.",
            )


def swallowed_item(file: YamlFile) -> Iterator[Advice]:
    """A line that starts with a hyphen below a text without quotes is no item of its own: YAML joins it to the text."""
    for text in file.unquoted:
        if any(re.match(r"\s*-", line) for line in text.more):
            yield file.advice(
                text.at,
                f'{spoken(text.at)}: found a line that starts with "-" below a text, and YAML joins the two: '
                f'"{_short(text.value)}". If it is an item, put its hyphen below the one above; '
                "if it is text, put the whole text in quotes.",
            )


def typographic_quotes(file: YamlFile) -> Iterator[Advice]:
    """Quotes such as “ and ” are text to YAML; around a whole value they were probably meant as YAML's own."""
    for at, value in _texts(file.data):
        signs = re.findall("[“”„«»]", value)
        whole = len(signs) == 2 and value[0] in "“„«" and value[-1] in "”“»"
        if whole or (len(signs) == 1 and (value[0] in signs or value[-1] in signs)):
            yield file.advice(
                at,
                f"{spoken(at)}: found {_short(value)} with typographic quotes, which are shown as part of the text. "
                'If they are meant to hold the text together, write " in their place.',
            )


def point_for_thousands(role: Role, file: YamlFile, vocabulary: Vocabulary) -> Iterator[Advice]:
    """An amount of money with exactly three digits behind the point was probably written with a point for thousands."""
    money = {unit.id for unit in vocabulary.units if unit.currency and unit.scale == 1}
    for figure, at in _figures(role):
        amounts: dict[KeyPath, Decimal | None] = {(name,): getattr(figure, name) for name in ("value", "low", "high")}
        amounts |= {
            ("percentiles", name): value for name, value in (figure.percentiles.known if figure.percentiles else ())
        }
        for name, amount in amounts.items():
            if figure.unit in money and amount is not None and amount.as_tuple().exponent == -3:
                yield file.advice(
                    (*at, *name),
                    f"{spoken((*at, *name))}: found {amount}, whose point begins the decimals. "
                    f"If it parts thousands, write {str(amount).replace('.', '')}; "
                    f"if not, write {amount.normalize():f}.",
                )


FILE_RULES = (cut_by_comment, swallowed_item, typographic_quotes)
"""Each is given a file as it was read."""

ROLE_RULES = (point_for_thousands,)
"""Each is given a role without mistakes, its file, and the vocabulary."""


def _figures(role: Role) -> Iterator[tuple[Figure, KeyPath]]:
    blocks: list[tuple[Block | None, KeyPath]] = [(role.salary, ("salary",)), (role.market, ("market",))]
    blocks += [(trend, ("trends", index)) for index, trend in enumerate(role.trends)]
    for block, at in blocks:
        for index, figure in enumerate(block.figures if block else ()):
            yield figure, (*at, "figures", index)


def _texts(data: object, at: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, str) and data.strip():
        yield at, data.strip()
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*at, key))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
