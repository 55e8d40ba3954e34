"""Do the tests bite? Change one token of the code at a time, and see whether a test fails.

Run by hand: `make mutants` (COUNT=40 SEED=1 ONLY=analysis). A mutant that no test notices is a survivor: write the
test, or list the mutant with a reason in tests/mutants_accepted.txt. The same seed draws the same mutants of the same
code.
"""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
ACCEPTED = PROJECT / "tests" / "mutants_accepted.txt"
SWAPS = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
}
"""Each operator, and what it becomes."""
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "True": "False", "False": "True"}
SCRIPT_SWAPS = {
    "===": "!==",
    "!==": "===",
    "<=": "<",
    ">=": ">",
    "&&": "||",
    "||": "&&",
    "true": "false",
    "false": "true",
    "some": "every",
    "every": "some",
    " < ": " <= ",
    " > ": " >= ",
    " + 1": " - 1",
    " - 1": " + 1",
}
SCRIPT_TOKEN = re.compile("|".join(re.escape(token) for token in sorted(SCRIPT_SWAPS, key=len, reverse=True)))
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


@dataclass(frozen=True)
class Mutant:
    """One change: the text from `start` to `end` of a file becomes `after`."""

    path: Path
    start: int
    end: int
    after: str

    def applied(self, source: str) -> str:
        return source[: self.start] + self.after + source[self.end :]

    def told(self, source: str) -> str:
        """`path:line: before → after`, with the whole line after the change: what an accepted survivor is named by."""
        line = source.count("\n", 0, self.start) + 1
        changed = self.applied(source).splitlines()[line - 1].strip()
        return f"{self.path}:{line}: {source[self.start : self.end].strip()} → {self.after.strip()} in `{changed}`"


def python_mutants(path: Path, source: str) -> Iterator[Mutant]:
    begins = [0]
    for line in source.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))

    def at(line: int, column: int) -> int:
        text = source[begins[line - 1] : begins[line]]
        return begins[line - 1] + len(text.encode()[:column].decode())

    def span(node: ast.expr) -> tuple[int, int]:
        return at(node.lineno, node.col_offset), at(node.end_lineno or 0, node.end_col_offset or 0)

    def between(left: ast.expr, right: ast.expr, after: str) -> Mutant:
        start, end = span(left)[1], span(right)[0]
        gap = source[start:end]
        word = gap.strip(" ()\n")
        where = start + gap.index(word)
        return Mutant(path, where, where + len(word), after)

    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Compare(left=left, ops=[operator], comparators=[right]) if type(operator) in SWAPS:
                yield between(left, right, SWAPS[type(operator)])
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in SWAPS:
                yield between(left, right, SWAPS[type(operator)])
            case ast.BoolOp(op=operator, values=[left, right, *_]):
                yield between(left, right, "or" if isinstance(operator, ast.And) else "and")
            case ast.UnaryOp(op=(ast.Not() | ast.USub()) as operator):
                start = span(node)[0]
                yield Mutant(path, start, start + (4 if isinstance(operator, ast.Not) else 1), "")
            case ast.Name(id=name) if name in NAMES:
                yield Mutant(path, *span(node), NAMES[name])
            case ast.Constant(value=bool(value)):
                yield Mutant(path, *span(node), str(not value))
            case ast.Constant(value=int(value)):
                yield Mutant(path, *span(node), str(value + 1))
            case ast.IfExp(body=body, orelse=other) if span(body)[1] < span(other)[0]:
                yield Mutant(path, *span(node), f"({ast.unparse(other)})")


def script_mutants(path: Path, source: str) -> Iterator[Mutant]:
    comments = [found.span() for found in COMMENT.finditer(source)]
    for found in SCRIPT_TOKEN.finditer(source):
        if not any(start <= found.start() < end for start, end in comments):
            yield Mutant(path, *found.span(), SCRIPT_SWAPS[found[0]])


def mutants(only: str) -> list[Mutant]:
    """Every mutant of the code whose path holds `only`, in a fixed order."""
    found: list[Mutant] = []
    for folder, suffix, make in (("scripts", "*.py", python_mutants), ("templates", "*.js", script_mutants)):
        for path in sorted((PROJECT / folder).rglob(suffix)):
            name = path.relative_to(PROJECT)
            if only in str(name):
                source = path.read_text("utf-8")
                found += [
                    mutant for mutant in make(name, source) if suffix == "*.js" or _parses(mutant.applied(source))
                ]
    return found


def _parses(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def copy_of_project(folder: Path) -> Path:
    copy = folder / "project"
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    for name in listed.splitlines():
        if (PROJECT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, copy / name)
    (copy / "node_modules").symlink_to(PROJECT / "node_modules")
    for command in (["init", "-q"], ["add", "-A"]):  # One test asks git which files are the project's.
        subprocess.run(["git", *command], cwd=copy, check=True)
    return copy


def survives(copy: Path, *, full: bool) -> bool:
    """Whether the tests of a copy pass: those that neither build the whole site nor open a browser, or (`full`) all."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
    for chosen in (["-m", "not slow"], []) if full else (["-m", "not slow"],):
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", *chosen]
        if subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False).returncode:
            return False
    return True


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=40, help="how many mutants, drawn at random")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="a part of the path of the files to change")
    options.add_argument("--full", action="store_true", help="judge survivors of the quick tests by the whole suite")
    chosen = options.parse_args()
    every = mutants(chosen.only)
    drawn = random.Random(chosen.seed).sample(every, min(chosen.count, len(every)))
    accepted = ACCEPTED.read_text("utf-8") if ACCEPTED.is_file() else ""
    survivors: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of_project(Path(folder))
        if not survives(copy, full=False):
            print("The quick tests fail on the code as it is; mend that first.", file=sys.stderr)
            return 1
        for number, mutant in enumerate(drawn, 1):
            source = (PROJECT / mutant.path).read_text("utf-8")
            (copy / mutant.path).write_text(mutant.applied(source), "utf-8")
            alive = survives(copy, full=chosen.full)
            (copy / mutant.path).write_text(source, "utf-8")
            told = mutant.told(source)
            known = told.partition(": ")[2] in accepted
            verdict = "caught" if not alive else "accepted" if known else "SURVIVES"
            print(f"{number}/{len(drawn)} {verdict} {told}", flush=True)
            if alive and not known:
                survivors.append(told)
    print(f"{len(drawn) - len(survivors)} of {len(drawn)} caught or accepted; {len(every)} possible.")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
