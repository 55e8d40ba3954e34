"""What was published: every address ever, and the state of each role's data. Two files in content/published/.

Both are written by `rolebook publish` alone. The list of addresses only grows.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rolebook.model.problems import ContentError, Problem
from rolebook.model.role import Role

FOLDER, ADDRESSES, ROLES = "published", "addresses.txt", "roles.txt"
SEAL = re.compile(r"# (\d+) addresses, sha256 ([0-9a-f]{64})")
RECORD = re.compile(r"([a-z0-9-]+) (\d+) ([0-9a-f]{64})")
ABOUT_ADDRESSES = """\
# Every address ever published, from the root of the site. Links lead here for ever.
# Only `rolebook publish` writes this file, and it only adds. After a merge conflict take either side whole, and run it.
"""
ABOUT_ROLES = """\
# Each role's slug, how many entries its history had, and the sha256 of its data, when it was published last.
# Only `rolebook publish` writes this file. After a merge conflict take either side whole, and run it.
"""
RESTORE = "Restore the file from version control (git restore), then run `rolebook publish`."


@dataclass(frozen=True)
class Ledger:
    """`addresses`: each with its line in the file `name`. `roles`: slug to (entries of history, digest)."""

    name: Path = Path(ADDRESSES)
    addresses: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not self.addresses


def read(content: Path) -> Ledger:
    """What `content` has published; nothing where the files are not there yet.

    Raises ContentError where a file is not as it was written.
    """
    folder = content / FOLDER
    name = folder.relative_to(content.parent)
    addresses = _lines(folder / ADDRESSES)
    roles = _lines(folder / ROLES)
    problems = [*_addresses_faults(addresses, name / ADDRESSES), *_roles_faults(roles, name / ROLES)]
    if problems:
        raise ContentError(problems)
    records = (RECORD.fullmatch(line) for line in roles.values())
    return Ledger(
        name / ADDRESSES,
        {line.removeprefix("/"): number for number, line in addresses.items() if not line.startswith("#")},
        {record[1]: (int(record[2]), record[3]) for record in records if record},
    )


def ledger_files(addresses: Iterable[str], roles: Iterable[Role]) -> dict[str, bytes]:
    """Both files by their names: these addresses, and these roles as they are now."""
    listed = sorted(f"/{address}" for address in set(addresses))
    records = sorted(f"{role.slug} {len(role.history)} {digest(role)}" for role in roles)
    return {
        ADDRESSES: f"{ABOUT_ADDRESSES}{_seal(listed)}\n{_joined(listed)}".encode(),
        ROLES: f"{ABOUT_ROLES}{_joined(records)}".encode(),
    }


def about_role(address: str, slug: str) -> bool:
    """Whether an address is one of this role's: its page or a place on it, its data, a pair that it is half of."""
    parts = address.partition("#")[0].split("/")
    return any(slug in part.partition(".")[0].split("-vs-") for part in parts)


def digest(role: Role, renamed: Mapping[str, str] = {}) -> str:
    """Of a role's data: all that a reader is told, but not how it came about or how it is addressed.

    `renamed` holds new ids with their old ones: with the old ones, data is the same that changed in nothing else.
    """
    data = role.model_dump_json(exclude={"history", "formerly", "retired", "anchors"}, exclude_defaults=True)
    for new, old in renamed.items():
        data = data.replace(f'"{new}"', f'"{old}"')
    return hashlib.sha256(data.encode()).hexdigest()


def _seal(addresses: list[str]) -> str:
    return f"# {len(addresses)} addresses, sha256 {hashlib.sha256(_joined(addresses).encode()).hexdigest()}"


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _lines(path: Path) -> dict[int, str]:
    """The lines of a file by their numbers, without empty ones; none where there is no file."""
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return {number: line.strip() for number, line in enumerate(lines, 1) if line.strip()}


def _addresses_faults(lines: Mapping[int, str], name: Path) -> list[Problem]:
    """The addresses are those that the seal was made for."""
    if not lines:
        return []
    merging = _merge_marks(lines, name)
    if merging:
        return merging
    seals = [(number, seal) for number, line in lines.items() if (seal := SEAL.fullmatch(line))]
    listed = [line for line in lines.values() if not line.startswith("#")]
    if not seals:
        return [Problem(name, 1, f'found no line "# … addresses, sha256 …"; expected one above the list. {RESTORE}')]
    number, seal = seals[0]
    if seal[0] == _seal(listed):
        return []
    lost = int(seal[1]) - len(listed)
    if lost > 0:
        found = f"{len(listed)} addresses, {lost} fewer than were published"
    else:
        found = f"{len(listed)} addresses that differ from the {seal[1]} published"
    return [Problem(name, number, f"found {found}; expected the list as it was written. {RESTORE}")]


def _roles_faults(lines: Mapping[int, str], name: Path) -> list[Problem]:
    """Each line is a record."""
    return _merge_marks(lines, name) or [
        Problem(name, number, f'found "{line}"; expected a slug, a number and a sha256. {RESTORE}')
        for number, line in lines.items()
        if not line.startswith("#") and not RECORD.fullmatch(line)
    ]


def _merge_marks(lines: Mapping[int, str], name: Path) -> list[Problem]:
    return [
        Problem(
            name,
            number,
            "found the marks of an unfinished merge; expected the list. "
            "Take either side whole (git checkout --ours), then run `rolebook publish`.",
        )
        for number, line in lines.items()
        if line.startswith("<<<<<<<")
    ]
