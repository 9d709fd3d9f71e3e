"""Nobody waits for what they do not use: which packages each command loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.cli.app import app

TREE = Path(__file__).parent.parent
SOLVERS = {"networkx", "numpy", "ortools", "pandas", "scipy"}
READERS = {"yaml"}
EXACT = {"numpy", "ortools", "pandas", "scipy"}
PORTFOLIO = {
    "first.yaml": "title: First\neffort: 1w\noutcomes: {fast-answers: high}\n",
    "second.yaml": "title: Second\neffort: 2w\noutcomes: {}\ndepends_on: [first]\n",
}
SPY = """
import sys
from roadmap.__main__ import exit_code
code = exit_code(sys.argv[1:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
BUDGETS = [
    ("--help", SOLVERS | READERS),
    ("--version", SOLVERS | READERS),
    ("check", SOLVERS | {"pydantic", "rich", "typer"}),
    ("init elsewhere", SOLVERS),
    ("new Third", SOLVERS),
    ("rule", SOLVERS),
    ("schema", SOLVERS),
    ("list", EXACT),
    ("needs", EXACT),
    ("score", EXACT),
    ("sequence", EXACT),
    ("plan", EXACT),
    ("explain first", EXACT),
    ("report", EXACT),
    ("diff", EXACT),
    ("log", EXACT),
]
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")


def test_every_command_has_a_budget() -> None:
    names = {each.name for each in app.registered_commands if not each.hidden}

    assert names == {command.split()[0] for command, _ in BUDGETS[2:]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PORTFOLIO.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for step in ("init -q -b main", "add .", "commit -q -m one"):
        subprocess.run([*GIT, *step.split()], cwd=tmp_path, check=True)
    return tmp_path


def loaded(command: str, at: Path) -> set[str]:
    """The packages in memory when a command has ended well."""
    spied = [sys.executable, "-c", SPY, *command.split()]
    done = subprocess.run(
        spied,
        cwd=at,
        env=os.environ | {"PYTHONPATH": str(TREE), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    code, *packages = done.stderr.splitlines()[-1].split()

    assert code == "0", done.stderr
    return set(packages)


@pytest.mark.parametrize(("command", "unwanted"), BUDGETS, ids=[c for c, _ in BUDGETS])
def test_a_command_loads_only_what_it_uses(
    command: str, unwanted: set[str], folder: Path
) -> None:
    assert loaded(command, folder) & unwanted == set()
