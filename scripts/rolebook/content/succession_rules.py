"""Rules for roles that were renamed, merged or retired: every old address leads to one page that is there.

One small function a rule; its docstring is the rule.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from rolebook.model.location import KeyPath, Located
from rolebook.model.problems import Problem
from rolebook.model.role import Role

Roles = Mapping[str, tuple[Role, Located]]


def problems(roles: Roles) -> Iterator[Problem]:
    yield from _claims(roles)
    yield from _ends(roles)
    yield from _living(roles)
    for role, file in roles.values():
        yield from _order(role, file)
        yield from _chains(role, file)


def _claims(roles: Roles) -> Iterator[Problem]:
    """An old slug belongs to one role, and is not the slug of a role that is there."""
    owner: dict[str, str] = {}
    for role, file in roles.values():
        for index, former in enumerate(role.formerly):
            at = ("formerly", index)
            if former.slug in roles:
                there = (
                    "this role's own slug" if former.slug == role.slug else f"the slug of {roles[former.slug][1].path}"
                )
                yield file.problem(
                    at,
                    f'formerly: found "{former.slug}", {there}; expected a slug that no role has any more. '
                    "Remove it, or delete the file whose content this role has taken over.",
                )
            elif former.slug in owner:
                first = roles[owner[former.slug]][1]
                yield file.problem(
                    at,
                    f'formerly: found "{former.slug}", which {first.path}:{first.line(("formerly",))} claims too; '
                    "expected each old slug in one role. Leave it where its readers should be led.",
                )
            owner.setdefault(former.slug, role.slug)


def _ends(roles: Roles) -> Iterator[Problem]:
    """`retired.instead` names a living role, so that no reader is sent on from page to page."""
    for role, file in roles.values():
        instead = role.retired and role.retired.instead
        if not instead or instead not in roles or not roles[instead][0].retired:
            continue
        trail = [role.slug, instead]
        after = roles[instead][0].retired
        while after and after.instead and after.instead in roles and after.instead not in trail:
            trail.append(after.instead)
            after = roles[after.instead][0].retired
        if after is None:
            do = f"Name {trail[-1]}."
        elif after.instead in trail:
            circle = " → ".join([*trail, after.instead])
            do = f"The roles lead in a circle ({circle}): name a living role, or delete the line."
        else:
            do = "Name a living role, or delete the line."
        yield file.problem(
            ("retired", "instead"),
            f'retired.instead: found "{instead}", which is itself retired; expected a living role. {do}',
        )


def _living(roles: Roles) -> Iterator[Problem]:
    """No role names a retired one as related or as a step of a career, and at least one role lives."""
    retired = {slug: role.retired for slug, (role, _) in roles.items() if role.retired}
    if roles and len(retired) == len(roles):
        role, file = next(iter(roles.values()))
        yield file.problem(("retired",), "retired: found every role retired; expected one that is not. Keep one.")
    for role, file in roles.values():
        for slug, at in _named(role):
            end = retired.get(slug)
            if end and slug != role.slug:
                do = f'Name "{end.instead}", or remove it.' if end.instead else "Remove it."
                yield file.problem(
                    at, f'{at[0]}: found the role "{slug}", which is retired; expected a living role. {do}'
                )


def _named(role: Role) -> Iterator[tuple[str, KeyPath]]:
    yield from ((related.role, ("related", index, "role")) for index, related in enumerate(role.related))
    for name in ("next", "alternatives") if role.career else ():
        for index, step in enumerate(getattr(role.career, name)):
            if step.role:
                yield step.role, ("career", name, index, "role")
    for index, stage in enumerate(role.career.stages if role.career else ()):
        for place, job in enumerate(stage.jobs):
            if job.role:
                yield job.role, ("career", "stages", index, "jobs", place, "role")


def _order(role: Role, file: Located) -> Iterator[Problem]:
    """Former slugs stand in the order of their days, the oldest first: the first is the name in feeds."""
    days = [(index, former.on) for index, former in enumerate(role.formerly) if former.on]
    for (_, before), (index, after) in pairwise(days):
        if after < before:
            yield file.problem(
                ("formerly", index),
                f"formerly: found {after} below {before}; expected the oldest first. Put them in order.",
            )


def _chains(role: Role, file: Located) -> Iterator[Problem]:
    """An old anchor leads straight to a place that is there, not to another old one."""
    for old, new in role.anchors.items():
        if new in role.anchors:
            end = "to itself" if new == old else f'to "{new}", an old place too'
            yield file.problem(
                ("anchors", old),
                f'anchors: found "{old}" leading {end}; expected a place on the page. Name the place where it is now.',
            )
