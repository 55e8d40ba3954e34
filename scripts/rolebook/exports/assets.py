"""Scripts and style sheets of the pages: bundled and minified by esbuild, each with a hash of its content in its name.

What lies directly in templates/scripts and templates/styles is a bundle of its own; what it imports lies in the
folders beside it. The scripts are classic ones, because a page that is opened from disk may load no module.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from rolebook.exports.typeface import typeface
from rolebook.model.problems import ContentError, Problem

HASHED = "assets/hashed/"
"""What lies here never changes under its name, so that a host may let browsers keep it for ever."""
PAGE, SCREEN = "page.js", "screen.css"
"""What every page loads."""
LATER = {"SEARCH_SCRIPT": "search.js", "AS_OF_SCRIPT": "as-of.js"}
"""What page.js loads when a reader needs it, by the name that it has in the source."""
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--target=es2022",
    "--charset=utf8",
    "--loader:.woff2=file",
    "--entry-names=[name]-[hash]",
    "--asset-names=[name]-[hash]",
    "--preserve-symlinks",  # The modules are where the sources are, wherever they lie.
    "--log-level=error",
    "--log-limit=0",
    "--color=false",
)
TYPEFACE = "@fontsource-variable/ibm-plex-sans"
LICENCES = {
    "minisearch.txt": "minisearch/LICENSE.txt",
    "ibm-plex-sans.txt": f"{TYPEFACE}/LICENSE",
}
"""Of what the bundles hold of other projects: what they are called, and where npm puts them."""
HASH = re.compile(r"-[0-9A-Z]{8}(?=\.)")
FAULT = re.compile(r"^\S+ \[ERROR\] (?P<what>.*)\n\n +(?P<path>.+?):(?P<line>\d+):\d+:", re.MULTILINE)


@dataclass(frozen=True)
class Assets:
    """`bundles` by the names that esbuild gives them, with a hash before the ending; `licences` of what is in them."""

    bundles: Mapping[str, bytes]
    licences: Mapping[str, bytes]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Where each is, from the root of the site, by its name without the hash."""
        return {HASH.sub("", name): f"{HASHED}{name}" for name in self.bundles}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(path in site_src, content): the bundles and licences, and what every page loads by a name without a hash.

        A page that has no front matter, as that for an address which does not exist, cannot know the hashes.
        """
        for name, content in self.licences.items():
            yield f"assets/licences/{name}", content
        for name, content in self.bundles.items():
            yield f"{HASHED}{name}", content
        script, sheet = (json.dumps(self.names[name].removeprefix("assets/")) for name in (PAGE, SCREEN))
        yield f"assets/{SCREEN}", f"@import {sheet};\n".encode()
        load = f"new URL({script}, document.currentScript.src)"
        made = f'document.head.append(Object.assign(document.createElement("script"), {{ src: {load} }}))\n'
        yield f"assets/{PAGE}", made.encode()


def bundle(templates: Path, modules: Path) -> Assets:
    """The sources below `templates`, with what they use from `modules` (node_modules). Takes about 50 ms, and a second
    at the first time.

    Raises ContentError with every mistake that esbuild finds.
    """
    program = shutil.which("esbuild", path=str(modules.absolute() / ".bin"))
    if not program:
        message = "found no esbuild in node_modules; expected what package-lock.json names. Run `make site`."
        raise ContentError([Problem(Path("package.json"), 1, message)])
    found = (*templates.glob("scripts/*.js"), *templates.glob("styles/*.css"))
    sources = sorted(path.relative_to(templates).as_posix() for path in found)
    page = f"scripts/{PAGE}"
    with TemporaryDirectory() as scratch:
        place, made = Path(scratch, "templates"), Path(scratch, "made")
        _lay_out(templates, modules, place)
        faults = _esbuild(program, place, made, [source for source in sources if source != page])
        names = {HASH.sub("", path.name): path.name for path in made.glob("*")}
        later = [f'--define:{name}="{HASHED}{names.get(script, "")}"' for name, script in LATER.items()]
        faults += _esbuild(program, place, made, [page, *later])
        if faults:
            raise ContentError(faults)
        bundles = {path.name: path.read_bytes() for path in sorted(made.iterdir())}
    return Assets(bundles, {name: (modules / path).read_bytes() for name, path in LICENCES.items()})


def _lay_out(templates: Path, modules: Path, place: Path) -> None:
    """All that is bundled, in one folder: names with a hash must not tell where a project lies."""
    for kind in ("scripts", "styles"):
        shutil.copytree(templates / kind, place / kind)
    (place / "node_modules").symlink_to(modules.absolute())
    faces = place / "styles" / "typeface"
    faces.mkdir()
    for name, content in typeface(modules / TYPEFACE / "files").items():
        (faces / name).write_bytes(content)


def _esbuild(program: str, place: Path, target: Path, arguments: Sequence[str]) -> list[Problem]:
    # Where npm may run no installation scripts, esbuild starts by way of node.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    result = subprocess.run(
        [program, *arguments, *OPTIONS, f"--outdir={target}"],
        cwd=place,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if not result.returncode:
        return []
    unread = Problem(
        Path("templates"), 1, f"found that esbuild did not finish; expected bundles. It said: {result.stderr}"
    )
    return list(_faults(result.stderr)) or [unread]


def _faults(said: str) -> Iterator[Problem]:
    for fault in FAULT.finditer(said):
        message = f"found what esbuild cannot read: {fault['what']}. Expected valid source. Correct it."
        yield Problem(Path("templates") / fault["path"], int(fault["line"]), message)
