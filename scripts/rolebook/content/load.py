"""Turn a content folder into a checked catalogue, or into the list of everything that is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rolebook.content import ledger, pay_rules, rules, succession_rules
from rolebook.content.advice import advice
from rolebook.content.ledger import Ledger
from rolebook.content.one_cause import joined_by_cause
from rolebook.content.parse import parsed
from rolebook.content.written_pages import written_pages
from rolebook.content.yaml_file import YamlFile, read
from rolebook.model.base import Names, slug_fault
from rolebook.model.catalogue import Catalogue
from rolebook.model.problems import ContentError, Problem
from rolebook.model.role import Role
from rolebook.model.settings import Settings
from rolebook.model.statistics import OfficialStatistics
from rolebook.model.vocabulary import References, Vocabulary

KINDS = {
    "family": "families",
    "seniority": "seniorities",
    "degree": "degrees",
    "proficiency": "proficiencies",
    "unit": "units",
    "region": "regions",
    "theme": "themes",
    "work": "work",
    "component": "components",
    "skill": "skills",
}


def load(content: Path) -> Catalogue:
    """Read and check `content`. Raises ContentError with every problem of every file."""
    problems: list[Problem] = []
    if not content.is_dir():
        raise ContentError(
            [
                Problem(
                    content,
                    1,
                    ("found no such folder; expected the content folder. Name its parent folder with --project."),
                )
            ]
        )
    settings_file = _open(content / "catalogue.yml", content, problems)
    settings = parsed(settings_file, Settings, Names({}), problems)
    vocabulary_file = _open(content / "vocabulary.yml", content, problems)
    sources_file = _open(content / "sources.yml", content, problems)
    vocabulary = parsed(vocabulary_file, Vocabulary, Names({}), problems)
    references = parsed(sources_file, References, Names({}), problems)

    files = dict(_role_files(content, problems))
    known: dict[str, Any] = {"role": set(files)}
    if vocabulary:
        known |= {kind: {term.id for term in getattr(vocabulary, plural)} for kind, plural in KINDS.items()}
    if references:
        known["source"] = {reference.id for reference in references.sources}

    roles: dict[str, tuple[Role, YamlFile]] = {}
    opened = [file for file in (settings_file, vocabulary_file, sources_file) if file]
    for slug, path in files.items():
        file = _open(path, content, problems)
        if not file:
            continue
        opened.append(file)
        role = _parse_role(file, slug, Names(known, slug), problems)
        if role:
            roles[slug] = (role, file)
    if vocabulary and vocabulary_file:
        problems += rules.vocabulary_problems(vocabulary, vocabulary_file)
    if references and sources_file:
        problems += rules.reference_problems(references, sources_file)
    problems += rules.role_problems(roles)
    if settings and settings_file:
        problems += rules.settings_problems(settings, roles, settings_file)
    if vocabulary:
        problems += pay_rules.pay_problems(roles, vocabulary)
    statistics = _statistics(content, Names(known), opened, problems)
    problems += succession_rules.problems(roles)
    if not files and not problems:
        problems.append(
            Problem(Path(content.name) / "roles", 1, ("found no role; expected at least one file <slug>.yml. Add one."))
        )
    written = tuple(written_pages(content, problems))
    where = {str(file.path.relative_to(content.name)): file for file in opened}
    advised = tuple(sorted(advice(opened, roles, vocabulary)))
    if problems or not (settings and vocabulary and references):
        successors = {former.slug: role.slug for role, _ in roles.values() for former in role.formerly}
        grouped = joined_by_cause(problems, _ledger(content, problems), successors, where, Path(content.name))
        raise ContentError(grouped, advised)
    found = tuple(role for role, _ in roles.values())
    living, retired = (tuple(role for role in found if bool(role.retired) is ended) for ended in (False, True))
    return Catalogue(
        settings, living, vocabulary, references.sources, retired, where, written, advised, statistics=statistics
    )


def _statistics(
    content: Path, names: Names, opened: list[YamlFile], problems: list[Problem]
) -> OfficialStatistics | None:
    """The official statistics, which a catalogue may leave out."""
    path = content / "statistics.yml"
    file = _open(path, content, problems) if path.exists() else None
    statistics = parsed(file, OfficialStatistics, names, problems)
    if file:
        opened.append(file)
        if statistics:
            problems += pay_rules.statistics_problems(statistics, file)
    return statistics


def _role_files(content: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    paths = sorted((content / "roles").glob("*"))
    for path in paths:
        fault = slug_fault(path.stem)
        name = path.relative_to(content.parent)
        twin = next((other.name for other in paths if other != path and other.name.lower() == path.name.lower()), None)
        if path.name.startswith("."):
            continue
        if path.suffix != ".yml":
            message = (
                f'found the file "{path.name}"; expected only <slug>.yml in this folder. '
                "Rename it to end in .yml, or move it away."
            )
            problems.append(Problem(name, 1, message))
        elif fault and twin:
            message = (
                f'found "{path.name}" beside "{twin}", one name to many computers; expected one file a role, in small '
                "letters. Join the two, and delete this one."
            )
            problems.append(Problem(name, 1, message))
        elif fault:
            message = f'found the slug "{path.stem}" (the file\'s name); {fault}. Rename the file.'
            problems.append(Problem(name, 1, message))
        else:
            yield path.stem, path


def _ledger(content: Path, problems: list[Problem]) -> Ledger:
    """What was published; nothing, after adding to `problems`, where that cannot be read."""
    try:
        return ledger.read(content)
    except ContentError as error:
        problems += error.problems
        return Ledger()


def _open(path: Path, content: Path, problems: list[Problem]) -> YamlFile | None:
    name = path.relative_to(content.parent)
    if not path.is_file():
        problems.append(Problem(name, 1, "found no such file; expected it beside the roles. Add it."))
        return None
    try:
        return read(path, name)
    except ContentError as error:
        problems += error.problems
        return None


def _parse_role(file: YamlFile, slug: str, names: Names, problems: list[Problem]) -> Role | None:
    if isinstance(file.data, dict) and "slug" in file.data:
        problems.append(
            file.problem(
                ("slug",), ('found the key "slug"; expected none, because the name of the file is the slug. Delete it.')
            )
        )
    return parsed(file, Role, names, problems, slug=slug)
