"""MkDocs, which turns site_src/ into HTML. It runs as a process of its own, as it would without us."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def build(project: Path, target: Path, environment: Mapping[str, str]) -> bool:
    """Build the site of a project into `target`. False where MkDocs found fault; its messages are on the terminal."""
    return _run(project, ["build", "--strict", "--site-dir", str(target.absolute())], environment) == 0


def serve(project: Path, address: str, environment: Mapping[str, str]) -> None:
    """Serve a live preview at `host:port` until it is interrupted."""
    _run(project, ["serve", "--watch-theme", "--dev-addr", address], environment)


def _run(project: Path, arguments: list[str], environment: Mapping[str, str]) -> int:
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(project / "mkdocs.yml")]
    return subprocess.run(command, env=dict(environment), check=False).returncode
