"""The product's answers, got as a user gets them: from the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from typer.testing import CliRunner

from roadmap.cli.app import app

Where = Path | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An exit code and what was written to the two streams."""

    exit_code: int
    stdout: str
    stderr: str


def answer(command: str, files: Where, *args: str) -> dict[str, Any]:
    """The JSON that `roadmap COMMAND` gives for a folder, or for files by relative path."""
    outcome = run(command, files, "--format", "json", *args)
    if outcome.exit_code not in (0, 1):
        raise AssertionError(f"exit {outcome.exit_code}: {outcome.stderr}")
    parsed: dict[str, Any] = json.loads(outcome.stdout)
    return parsed


def run(command: str, files: Where, *args: str) -> Outcome:
    """What `roadmap COMMAND -C FOLDER ARGS` does; a crash is raised as it is."""
    if isinstance(files, Path):
        return _invoke(command, files, *args)
    with TemporaryDirectory() as name:
        write(Path(name), files)
        return _invoke(command, Path(name), *args)


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


def _invoke(command: str, folder: Path, *args: str) -> Outcome:
    result = CliRunner().invoke(app, [command, *args, "-C", str(folder)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)
