"""One cause, one message: an unknown id that stands in many places is told once."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rolebook.content.ledger import Ledger, about_role
from rolebook.content.published_ids import ADDRESSES, LISTS
from rolebook.model.location import Located
from rolebook.model.problems import Problem

SHOWN = 8
"""The most places that one message lists."""


def joined_by_cause(
    problems: Iterable[Problem],
    ledger: Ledger,
    successors: Mapping[str, str],
    where: Mapping[str, Located],
    content: Path,
) -> Iterator[Problem]:
    """The same problems; those of one unknown id as one, at the file that lost the id where it was published.

    `successors` are the old slugs of roles with their new ones; `where` the files that could be read, by their name
    in the folder `content`.
    """
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in sorted(set(problems)):
        if problem.unknown:
            groups.setdefault(problem.unknown, []).append(problem)
        else:
            yield problem
    for (kind, id), same in groups.items():
        first, *others = same
        published = kind in ADDRESSES and ADDRESSES[kind].format(id) in ledger.addresses
        if kind == "role" and id in successors:
            now = successors[id]
            found = f'found "{id}", which is "{now}" now; expected the slug that the role has. Write {now}.'
            yield Problem(first.path, first.line, found + _also(others))
        elif kind == "role" and published:
            count = sum(about_role(address, id) for address in ledger.addresses)
            yield Problem(content / "roles" / f"{id}.yml", 1, gone_role(id, count, same))
        elif published and kind in LISTS:
            name, key = LISTS[kind]
            file = where.get(name, Located(content / name, {}))
            yield file.problem(
                (key,),
                f'{key}: found no "{id}" any more, which was published and which {_lines(same)}; expected published '
                f'ids to stay. Give its entry the id "{id}" back; its label or title may change.',
            )
        else:
            yield Problem(first.path, first.line, first.message + _also(others))


def gone_role(slug: str, count: int, named: Iterable[Problem] = ()) -> str:
    """What to say of a role's file that is there no more, where so many published addresses hang on it."""
    lines = f", and {_lines(named, 'it ')}" if (named := list(named)) else ""
    instead = " and name that role in these lines" if named else ""
    return (
        f"found no such file any more, and {hanging(count)}{lines}; expected each to lead somewhere. "
        f"Add `formerly: [{slug}]` to the role that took its place{instead}; "
        "if none did, bring the file back and say `retired: …` in it."
    )


def hanging(count: int) -> str:
    return f"{count} published address{'es' * (count != 1)} hang{'s' * (count == 1)} on it"


def _lines(problems: Iterable[Problem], what: str = "") -> str:
    places = list(problems)
    return f"{len(places)} line{'s' * (len(places) != 1)} name{'s' * (len(places) == 1)} {what}({_places(places)})"


def _also(others: list[Problem]) -> str:
    return f" It stands in {_places(others)} too." if others else ""


def _places(problems: list[Problem]) -> str:
    listed = [f"{problem.path}:{problem.line}" for problem in problems]
    more = f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
    return ", ".join(listed[:SHOWN]) + more
