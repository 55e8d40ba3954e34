"""Rules that no single record can check: between entries, and between files.

One small function a rule; its docstring is the rule.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from rolebook.analysis.careers import moves_of
from rolebook.analysis.evidence import judgements
from rolebook.model.figures import Block
from rolebook.model.location import KeyPath, Located
from rolebook.model.problems import Problem
from rolebook.model.role import Role
from rolebook.model.settings import Settings
from rolebook.model.vocabulary import References, Vocabulary

Roles = Mapping[str, tuple[Role, Located]]


def vocabulary_problems(vocabulary: Vocabulary, file: Located) -> Iterator[Problem]:
    for name in type(vocabulary).model_fields:
        terms = getattr(vocabulary, name)
        if isinstance(terms, tuple):
            yield from _unique((term.id for term in terms), (name,), "id", file)
    yield from _skill_names(vocabulary, file)


def reference_problems(references: References, file: Located) -> Iterator[Problem]:
    yield from _unique((reference.id for reference in references.sources), ("sources",), "id", file)


def role_problems(roles: Roles) -> Iterator[Problem]:
    for role, file in roles.values():
        yield from _addresses(role, file)
        yield from _repeated(role, file)
        yield from _salary_keys(role, file)
        yield from _stages(role, file)
    yield from _titles(roles)
    yield from _circles(roles)


def settings_problems(settings: Settings, roles: Roles, file: Located) -> Iterator[Problem]:
    """What editors decide for roles with a source, they decide for a reason that the catalogue gives."""
    first: dict[str, str] = {}
    for role, where in roles.values():
        for key, at in judgements(role):
            first.setdefault(key, f"{where.path}:{where.line(at)}")
    for key, place in first.items():
        if not getattr(settings.judgements, key):
            yield file.problem(
                ("judgements",),
                f"judgements: found no reason for what no source says ({key}: {place}); expected how editors decide "
                f"it, in a sentence for readers. Add `{key}: …` below `judgements:`.",
            )


def _unique(values: Iterable[str], at: KeyPath, key: str, file: Located) -> Iterator[Problem]:
    """An id stands once in its list."""
    first: dict[str, int] = {}
    for index, value in enumerate(values):
        here = (*at, index, key)
        if value in first:
            yield file.problem(
                here,
                (
                    f'{at[-1]}: found "{value}" a second time (first in line {first[value]}); '
                    "expected each once. Rename or delete one."
                ),
            )
        first.setdefault(value, file.line(here))


def _skill_names(vocabulary: Vocabulary, file: Located) -> Iterator[Problem]:
    """A label or alias names one skill only, or search and comparison could not tell them apart."""
    owner: dict[str, str] = {}
    for index, skill in enumerate(vocabulary.skills):
        for name in dict.fromkeys(text.casefold() for text in (skill.label, *skill.aliases)):
            if owner.setdefault(name, skill.id) != skill.id:
                yield file.problem(
                    ("skills", index),
                    (
                        f'skills: found the name "{name}" for "{skill.id}" and for "{owner[name]}"; '
                        "expected a name to mean one skill. Remove it from one of them."
                    ),
                )


def _addresses(role: Role, file: Located) -> Iterator[Problem]:
    """Two things of one section do not share an address."""
    groups: list[tuple[KeyPath, str, Iterable[str]]] = [
        (("responsibilities",), "title", (group.key for group in role.responsibilities)),
        (("focus",), "title", (group.key for group in role.focus)),
        (("best_practices",), "title", (group.key for group in role.best_practices)),
        (("trends",), "title", (trend.key for trend in role.trends)),
    ]
    if role.challenges:
        groups.append((("challenges", "groups"), "title", (group.key for group in role.challenges.groups)))
    if role.requirements:
        groups.append((("requirements", "other"), "title", (group.key for group in role.requirements.other)))
        groups += [
            (("requirements", name), "what", (entry.key for entry in getattr(role.requirements, name)))
            for name in ("experience", "leading")
        ]
    blocks: list[tuple[KeyPath, Block | None]] = [(("market",), role.market), (("salary",), role.salary)]
    blocks += [(("trends", index), trend) for index, trend in enumerate(role.trends)]
    groups += [((*at, "figures"), "what", (figure.key for figure in block.figures)) for at, block in blocks if block]
    for section, block in (("market", role.market), ("salary", role.salary)):
        if block:
            groups.append(((section, "points"), "title", (group.key for group in block.points)))
    for at, key, keys in groups:
        first: dict[str, int] = {}
        for index, value in enumerate(keys):
            if value in first:
                yield file.problem(
                    (*at, index, key),
                    (
                        f'{at[-1]}: found the address "{value}" a second time (first in line {first[value]}); '
                        "expected one of its own. Add `id: …` to one of them."
                    ),
                )
            first.setdefault(value, file.line((*at, index, key)))


def _repeated(role: Role, file: Located) -> Iterator[Problem]:
    """A skill or a role is listed once."""
    if role.requirements:
        named = ((index, id) for index, need in enumerate(role.requirements.skills) for id in need.ids)
        yield from _named_once(named, ("requirements", "skills"), file)
    yield from _unique((soft.skill for soft in role.soft_skills), ("soft_skills",), "skill", file)
    yield from _unique((related.role for related in role.related), ("related",), "role", file)


def _named_once(named: Iterable[tuple[int, str]], at: KeyPath, file: Located) -> Iterator[Problem]:
    """A skill stands in one entry only, alone or among alternatives."""
    first: dict[str, int] = {}
    for index, id in named:
        if id in first:
            yield file.problem(
                (*at, index),
                f'skills: found "{id}" a second time (first in line {file.line((*at, first[id]))}); expected each '
                "once, alone or in one `any_of`. Delete one of them, or say both things in one entry.",
            )
        first.setdefault(id, index)


def _salary_keys(role: Role, file: Located) -> Iterator[Problem]:
    """`typical` names a figure with a single number, `range` one with two ends; both are money."""
    salary = role.salary
    if not salary:
        return
    for name, key in (("typical", salary.typical), ("range", salary.range)):
        figure = salary.figure(key)
        if key and not figure:
            keys = ", ".join(figure.key for figure in salary.figures)
            yield file.problem(
                ("salary", name),
                (f'salary.{name}: found "{key}"; expected the key of a figure in this section. Use one of: {keys}.'),
            )
        elif figure and name == "typical" and figure.centre is None:
            yield file.problem(
                ("salary", name),
                (
                    f'salary.typical: found "{key}", a range; expected a figure with a value or a median. '
                    "Choose another, or delete the line."
                ),
            )
        elif figure and name == "range" and None in figure.bounds:
            yield file.problem(
                ("salary", name),
                (
                    f'salary.range: found "{key}", which is open at one end; expected low and high. '
                    "Choose another, or delete the line."
                ),
            )


def _stages(role: Role, file: Located) -> Iterator[Problem]:
    """Just one stage of a career is the role itself."""
    stages = role.career.stages if role.career else ()
    here = [index for index, stage in enumerate(stages) if stage.here]
    if stages and len(here) != 1:
        yield file.problem(
            ("career", "stages", *here[1:2]),
            (
                f"career.stages: found {len(here)} stages with `here: true`; expected one, the role itself. "
                "Mark just one."
            ),
        )
    for index, stage in enumerate(stages):
        if not stage.here and not stage.jobs:
            yield file.problem(
                ("career", "stages", index),
                ("career.stages: found a stage without jobs; expected job titles. Add `jobs: [{title: …}]`."),
            )


def _titles(roles: Roles) -> Iterator[Problem]:
    """A title belongs to one role."""
    counts = Counter(role.title.casefold() for role, _ in roles.values())
    for role, file in roles.values():
        if counts[role.title.casefold()] > 1:
            yield file.problem(
                ("title",),
                (f'title: found "{role.title}" in more than one role; expected a title of its own. Make them differ.'),
            )


def _circles(roles: Roles) -> Iterator[Problem]:
    """A career does not lead in a circle."""
    graph: dict[str, set[str]] = {slug: set() for slug in roles}
    stated: dict[tuple[str, str], tuple[Located, KeyPath]] = {}
    for role, file in roles.values():
        for start, end, at in moves_of(role):
            graph.setdefault(start, set()).add(end)
            stated.setdefault((start, end), (file, at))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring = list(reversed(error.args[1]))
        turn = ring.index(min(ring[:-1]))
        ring = ring[turn:-1] + ring[:turn] + [ring[turn]]
        trail = ring if (ring[0], ring[1]) in stated else list(reversed(ring))
        file, at = stated[trail[-2], trail[-1]]
        yield file.problem(
            at,
            (
                f"career: found a path in a circle ({' → '.join(trail)}); expected moves that lead onward. "
                "Remove one of these moves, or list it under alternatives."
            ),
        )
