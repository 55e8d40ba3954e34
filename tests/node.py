"""The shipped modules of JavaScript, run in Node."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import PROJECT

SCRIPTS = PROJECT / "templates" / "scripts"
NODE = next(filter(None, (shutil.which("node", path=str(Path(sys.executable).parent)), shutil.which("node"))), "node")


def run(module: str, script: str, data: Any = None) -> Any:
    """What an expression gives in Node, where `m` is the module and `d` the data."""
    code = f"import * as m from {json.dumps(str(SCRIPTS / module))};import {{readFileSync}} from 'node:fs';"
    code += f"const d=JSON.parse(readFileSync(0));process.stdout.write(JSON.stringify({script}))"
    result = subprocess.run(
        [NODE, "--input-type=module", "-e", code], input=json.dumps(data), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
