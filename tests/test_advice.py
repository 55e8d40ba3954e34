"""What is odd in the content is told, and fails nothing.

A new case is a new file in tests/advice: a role without a mistake, whose first comments are what must be said
(`# advise <line>: <message>`), or `# advise nothing`.
"""

import re
import shutil
from pathlib import Path

import pytest

from rolebook.content import figure_advice
from rolebook.content.advice import FILE_RULES, ROLE_RULES
from rolebook.content.load import load
from rolebook.model.problems import ContentError
from tests.conftest import TESTS, copy_project, rolebook

ODD = sorted((TESTS / "advice").glob("*.yml"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TESTS / "tiny", tmp_path / "content"))


@pytest.mark.parametrize("case", ODD, ids=lambda path: path.stem)
def test_an_odd_role_gets_the_advice_of_its_comment(case: Path, content: Path) -> None:
    shutil.copy(case, content / "roles" / f"{case.stem.replace('_', '-')}.yml")
    expected = re.findall(r"^# advise (\d+): (.*)$", case.read_text(), re.M)
    assert bool(expected) != case.read_text().startswith("# advise nothing\n")
    assert [(str(piece.line), piece.message) for piece in load(content).advice] == expected


def test_every_rule_of_advice_has_a_case() -> None:
    named = {case.stem for case in ODD}
    for rule in (*FILE_RULES, *ROLE_RULES, *figure_advice.RULES):
        assert rule.__name__ in named and rule.__doc__, f"add tests/advice/{rule.__name__}.yml"


def test_advice_is_told_after_the_problems_and_fails_nothing(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", TESTS / "tiny")
    role = project / "content/roles/joiner.yml"
    role.write_text(role.read_text().replace("value: 40000", "value: 40.000"))
    odd = rolebook(project, "check")
    assert odd.returncode == 0
    assert odd.stdout.startswith("2 roles, no problem.\n")
    assert odd.stderr.startswith("content/roles/joiner.yml:29: advice: salary.figures[1].value: found 40.000")
    role.write_text(role.read_text().replace("title: Joiner", "title: Joiner #1").replace("craft", "kraft"))
    wrong = rolebook(project, "check")
    assert wrong.returncode == 1
    told = [line.partition(": ")[2] for line in wrong.stderr.splitlines()]
    assert told[0].startswith("family: found the unknown")
    assert told[1].startswith('advice: title: found "#1"')
    assert wrong.stderr.endswith("\n1 problem. Nothing was written.\n")


def test_one_job_under_two_names_is_one_job_across_roles(content: Path) -> None:
    other = content / "roles" / "master-joiner.yml"
    figure = "{what: Average, measure: average, value: 60000, job: woodworker, unit: usd, source: survey}"
    salary = f"salary: {{year: 2022, region: us, figures: [{figure}]}}\n"
    other.write_text(other.read_text().replace("history:", f"{salary}history:"))
    joiner = content / "roles" / "joiner.yml"
    average = "    - {id: mean, what: Average, measure: average, value: 50000}\n"
    joiner.write_text(joiner.read_text().replace("soft_skills:", f"{average}soft_skills:", 1))
    found = [str(piece) for piece in load(content).advice]
    assert any(
        "master-joiner.yml" in one and "joiner.yml:31; the same pay should have one average." in one for one in found
    ), found
    note = average.replace("50000}", "50000, note: Older.}")
    joiner.write_text(joiner.read_text().replace(average, note))
    assert not any("one average" in str(piece) for piece in load(content).advice)


def test_the_catalogue_and_the_workshop_ask_for_no_advice() -> None:
    assert load(TESTS / "workshop").advice == ()
    assert load(TESTS.parent / "content").advice == ()


def test_advice_is_given_to_every_file(content: Path) -> None:
    sources = content / "sources.yml"
    sources.write_text(sources.read_text().replace("title: Pay survey", "title: “Pay survey”"))
    (content / "roles" / "empty.yml").write_text("")
    with pytest.raises(ContentError) as caught:
        load(content)
    assert [piece.path.name for piece in caught.value.advice] == ["sources.yml"]
