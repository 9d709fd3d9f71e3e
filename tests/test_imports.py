"""Nobody waits for what they do not use: which packages each command loads."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from roadmap.cli.app import app
from tests.answers import write

TREE = Path(__file__).parent.parent
SOLVERS = {"networkx", "numpy", "ortools", "pandas", "scipy"}
READERS = {"yaml"}
EXACT = {"numpy", "ortools", "pandas", "scipy"}
PORTFOLIO = {
    "first.yaml": "title: First\neffort: 1w\noutcomes: {fast-answers: high}\n",
    "second.yaml": "title: Second\neffort: 2w\noutcomes: {}\ndepends_on: [first]\n",
}
SPY = """
import json, sys
from roadmap.__main__ import exit_code
for line in json.loads(sys.argv[1]):
    code = exit_code(line.split())
    print(code, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
SHORT_WAY = [("check", SOLVERS | {"pydantic", "rich", "typer"})]
BUDGETS = [
    ("--version", SOLVERS | READERS),
    ("--help", SOLVERS | READERS),
    ("init ../begun", SOLVERS),
    ("new Third -C ../begun", SOLVERS),
    ("import items.csv -C ../begun", SOLVERS),
    ("record first --spent 2w", SOLVERS),
    ("instructions", SOLVERS),
    ("rule", SOLVERS),
    ("schema", SOLVERS),
    ("list", EXACT),
    ("needs", EXACT),
    ("outcomes", EXACT),
    ("score", EXACT),
    ("forecast", EXACT),
    ("sequence", EXACT),
    ("fund --effort 2w", EXACT),
    ("plan", EXACT),
    ("publish ../begun", EXACT),
    ("explain first", EXACT),
    ("report", EXACT),
    ("export", EXACT),
    ("centricity", EXACT),
    ("scenarios", EXACT),
    ("diff", EXACT),
    ("log", EXACT),
    ("publish -C ../begun", EXACT),
]
"""The packages that a command must not load; a later line may load what an earlier may."""
SPIED = re.compile(r"\d+ .*\bbuiltins\b")
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")


def test_every_command_has_a_budget() -> None:
    names = {command.name for command in app.registered_commands if not command.hidden}

    assert names == {line.split()[0] for line, _ in [*SHORT_WAY, *BUDGETS[2:]]}


def test_no_command_may_load_less_than_those_before_it() -> None:
    unwanted = [each for _, each in BUDGETS]

    assert all(later <= earlier for earlier, later in pairwise(unwanted))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "initiatives"
    write(made, PORTFOLIO | {"items.csv": "title\nFourth\n"})
    for step in ("init -q -b main", "add .", "commit -q -m one"):
        subprocess.run([*GIT, *step.split()], cwd=made, check=True)
    return made


def loaded(lines: list[str], at: Path) -> list[set[str]]:
    """The packages in memory after each of the command lines, which all end well."""
    spied = [sys.executable, "-c", SPY, json.dumps(lines)]
    done = subprocess.run(
        spied,
        cwd=at,
        env=os.environ | {"PYTHONPATH": str(TREE), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = [
        splitline.split()
        for splitline in done.stderr.splitlines()
        if SPIED.match(splitline)
    ]

    assert [code for code, *_ in told] == ["0"] * len(lines), done.stderr
    return [set(packages) for _, *packages in told]


@pytest.mark.parametrize("budgets", [SHORT_WAY, BUDGETS], ids=["check", "the others"])
def test_a_command_loads_only_what_it_uses(
    budgets: list[tuple[str, set[str]]], folder: Path
) -> None:
    found = loaded([line for line, _ in budgets], folder)
    too_much = {
        line: packages & unwanted
        for (line, unwanted), packages in zip(budgets, found, strict=True)
        if packages & unwanted
    }

    assert too_much == {}
