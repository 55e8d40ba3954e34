"""The shipped scripts, run in Node: one process answers all that a worker's tests ask."""

import json
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parents[1] / "templates" / "scripts"
NODE = Path(sys.executable).with_name("node")
SERVER = """
import { createInterface } from "node:readline"
const kept = {}
for await (const line of createInterface({ input: process.stdin })) {
  const { module, expression, data } = JSON.parse(line)
  const answer = {}
  try {
    const m = await import(module)
    answer.value = new Function("m", "d", "kept", `return (${expression})`)(m, data, kept) ?? null
  } catch (error) {
    answer.error = error.stack
  }
  console.log(JSON.stringify(answer))
}
"""
PATIENCE = 60
"""Seconds for one answer: a busy machine needs one, and what takes quadratic time for a megabyte needs minutes."""


class Node:
    """Use as a context manager."""

    def __enter__(self) -> "Node":
        command = [NODE, "--input-type=module", "--eval", SERVER]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def run(self, module: str, expression: str, data: Any = None) -> Any:
        """What an expression gives, where `m` is a module of templates/scripts, `d` the data; `kept` lasts."""
        asked = {"module": (SCRIPTS / module).as_uri(), "expression": expression, "data": data}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        assert ready, f"no answer within {PATIENCE} s: {expression}"
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["value"]


def run(module: str, expression: str, data: Any = None) -> Any:
    """One expression in a process of its own."""
    with Node() as node:
        return node.run(module, expression, data)
