"""Exports as small tables, and imports of them as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from roadmap.cli.app import app
from tests.answers import Outcome

COLUMNS = ("ID", "Title", "Status", "Assignee", "Labels", "Estimate", "Blocked by", "Due")
Line = Mapping[str, str]


def row(id: str, title: str = "", **columns: str) -> Line:
    """One row: a title that goes with its id, and what the test is about.

    `blocked_by` stands for the column `Blocked by`, and so on.
    """
    said = {name.capitalize().replace("_", " "): text for name, text in columns.items()}
    return {"ID": id, "Title": title or f"Initiative {id}"} | said


def table(rows: Iterable[Line]) -> str:
    """Rows as the text of a CSV file; other columns than COLUMNS come last."""
    rows = list(rows)
    own = dict.fromkeys(name for each in rows for name in each if name not in COLUMNS)
    file = io.StringIO()
    writer = csv.DictWriter(file, [*COLUMNS, *own], restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def imported(rows: Iterable[Line], into: Path, *args: str) -> Outcome:
    """What `roadmap import` of a table does."""
    export = into.parent / "export.csv"
    export.write_text(table(rows), encoding="utf-8", newline="")
    return imported_file(export, into, *args)


def imported_file(export: Path, into: Path, *args: str) -> Outcome:
    """What `roadmap import` of a file does; a crash is raised as it is."""
    command = ["import", str(export), "--into", str(into), *args]
    result = CliRunner().invoke(app, command)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def counts(rows: Iterable[Line], into: Path, *args: str) -> dict[str, Any]:
    """The JSON of an import: its section `import`."""
    found: dict[str, Any] = data(imported(rows, into, "--format", "json", *args))["import"]
    return found


def data(outcome: Outcome) -> dict[str, Any]:
    if outcome.exit_code not in (0, 1):
        raise AssertionError(f"exit {outcome.exit_code}: {outcome.stderr}")
    found: dict[str, Any] = json.loads(outcome.stdout)
    return found


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
