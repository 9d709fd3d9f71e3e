"""Steps of CI, run as their runners run them: by bash, with the variables they promise."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.warm import put_on_path

TREE = Path(__file__).parent.parent.parent
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}|\./")

needs_bash = pytest.mark.skipif(sys.platform == "win32", reason="bash is another one there")


@dataclass(frozen=True, slots=True)
class Ran:
    """An exit code, what was printed, and what was appended to the files of a runner."""

    code: int
    out: str
    err: str
    summary: str
    outputs: str


def loaded(text: str) -> Any:
    """YAML with every scalar as text, so that `on` is `on`."""
    return yaml.load(text, yaml.BaseLoader)


def ran(script: str, at: Path, **variables: str) -> Ran:
    """A script as a step of GitHub's runner, `roadmap` being on its path."""
    temp = at.parent / "runner"
    temp.mkdir(exist_ok=True)
    put_on_path(temp)
    files = {name: temp / name for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    env = os.environ | {name: str(file) for name, file in files.items()} | variables
    env |= {"PATH": f"{temp}{os.pathsep}{env['PATH']}", "RUNNER_TEMP": str(temp)}
    env |= {"PYTHONPATH": str(TREE), "PYTHONUTF8": "1"}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        shell, cwd=at, env=env, capture_output=True, encoding="utf-8", check=False
    )
    summary, outputs = (
        file.read_text(encoding="utf-8") if file.exists() else "" for file in files.values()
    )
    return Ran(done.returncode, done.stdout, done.stderr, summary, outputs)
