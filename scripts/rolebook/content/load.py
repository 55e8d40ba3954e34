"""Turn a content folder into a checked catalogue, or into the list of everything that is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rolebook.content import rules, succession_rules
from rolebook.content.messages import explain
from rolebook.content.yaml_file import YamlFile, read
from rolebook.model.base import Names, slug_fault
from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Measured
from rolebook.model.problems import ContentError, Problem
from rolebook.model.role import Role
from rolebook.model.settings import Settings
from rolebook.model.vocabulary import References, Vocabulary

Model = TypeVar("Model", bound=BaseModel)

KINDS = {
    "family": "families",
    "seniority": "seniorities",
    "degree": "degrees",
    "proficiency": "proficiencies",
    "unit": "units",
    "region": "regions",
    "theme": "themes",
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
    settings = _parse(settings_file, Settings, Names({}), problems)
    vocabulary_file = _open(content / "vocabulary.yml", content, problems)
    sources_file = _open(content / "sources.yml", content, problems)
    vocabulary = _parse(vocabulary_file, Vocabulary, Names({}), problems)
    references = _parse(sources_file, References, Names({}), problems)

    files = dict(_role_files(content, problems))
    known: dict[str, Any] = {"role": set(files)}
    if vocabulary:
        known |= {kind: {term.id for term in getattr(vocabulary, plural)} for kind, plural in KINDS.items()}
    if references:
        known["source"] = {reference.id for reference in references.sources}

    roles: dict[str, tuple[Role, YamlFile]] = {}
    for slug, path in files.items():
        file = _open(path, content, problems)
        role = file and _parse_role(file, slug, Names(known, slug), problems)
        if role:
            roles[slug] = (role, file)
    if vocabulary:
        problems += rules.vocabulary_problems(vocabulary, vocabulary_file)
    if references:
        problems += rules.reference_problems(references, sources_file)
    problems += rules.role_problems(roles)
    problems += succession_rules.problems(roles)
    if not files and not problems:
        problems.append(
            Problem(Path(content.name) / "roles", 1, ("found no role; expected at least one file <slug>.yml. Add one."))
        )
    if problems:
        raise ContentError(problems)
    found = tuple(role for role, _ in roles.values())
    where = {"catalogue.yml": settings_file} | {f"roles/{slug}.yml": file for slug, (_, file) in roles.items()}
    living, retired = (tuple(role for role in found if bool(role.retired) is ended) for ended in (False, True))
    return Catalogue(settings, living, vocabulary, references.sources, retired, where)


def _role_files(content: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    for path in sorted((content / "roles").glob("*")):
        fault = slug_fault(path.stem)
        name = path.relative_to(content.parent)
        if path.name.startswith("."):
            continue
        if path.suffix != ".yml":
            problems.append(
                Problem(
                    name,
                    1,
                    (
                        f'found the file "{path.name}"; expected only <slug>.yml in this folder. '
                        "Rename it to end in .yml, or move it away."
                    ),
                )
            )
        elif fault:
            problems.append(
                Problem(name, 1, (f'found the slug "{path.stem}" (the file\'s name); {fault}. Rename the file.'))
            )
        else:
            yield path.stem, path


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


def _parse(
    file: YamlFile | None, model: type[Model], names: Names, problems: list[Problem], **given: Any
) -> Model | None:
    if file is None:
        return None
    if not isinstance(file.data, dict):
        problems.append(
            file.problem(
                (),
                (
                    f"found a {'list' if isinstance(file.data, list) else 'single value'}; "
                    "expected keys and values. Start with `key: value`."
                ),
            )
        )
        return None
    try:
        return model.model_validate({**file.data, **given}, context=names)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if not _inherited(detail["loc"], file) and not _follows(detail):
                problems.append(file.problem(detail["loc"], explain(detail, model)))
        return None


def _parse_role(file: YamlFile, slug: str, names: Names, problems: list[Problem]) -> Role | None:
    if isinstance(file.data, dict) and "slug" in file.data:
        problems.append(
            file.problem(
                ("slug",), ('found the key "slug"; expected none, because the name of the file is the slug. Delete it.')
            )
        )
    return _parse(file, Role, names, problems, slug=slug)


def _inherited(at: tuple[str | int, ...], file: YamlFile) -> bool:
    """Whether a value came from the block above, where the same mistake is reported already."""
    return bool(at) and at[-1] in Measured.model_fields and at not in file.lines


def _follows(error: ErrorDetails) -> bool:
    """Whether a list counts as too short only because its items have mistakes, which are reported themselves."""
    return error["type"] == "too_short" and bool(error["input"])
