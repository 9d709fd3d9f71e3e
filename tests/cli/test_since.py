"""`--since` of `log` and `outcomes`: a revision, or a date of the portfolio's own year."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.answers import write
from tests.cli.test_exit_codes import roadmap
from tests.studies.files import Checkout, repository

DONE = "title: {0}\nstatus: delivered\neffort: 1w\ndelivered: {1}\n"
FISCAL = {
    "portfolio.yaml": "start: 2027-01-04\nfiscal_year_starts: 4\n",
    "a.yaml": DONE.format("A", "2026-10-01"),  # the third quarter of a year from April on
    "b.yaml": DONE.format("B", "2026-09-30"),
}
LATER = {"c.yaml": DONE.format("C", "2027-01-04")}
COMMANDS = ("log", "outcomes")


def told(command: str, folder: Path, since: str) -> list[str]:
    """What is delivered since, or the subjects of the commits."""
    found = roadmap(command, str(folder), "--since", since, "--format", "json")
    data: dict[str, Any] = json.loads(found.stdout)
    if command == "log":
        return [commit["subject"] for commit in data["log"]["commits"]]
    return [each["id"] for each in data["outcomes"]["delivered"]]


@pytest.fixture
def history(tmp_path: Path) -> Checkout:
    """Two commits of 4 January 2027; before them, deliveries of 2026."""
    found = repository(tmp_path, FISCAL)
    found.commit(LATER, "deliver C")
    return found


@pytest.mark.parametrize(
    ("stated", "shown"), [("2026-Q3", ["a"]), ("FY2026-Q2", ["a", "b"]), ("2027-01", [])]
)
def test_a_quarter_is_one_of_the_fiscal_year(
    tmp_path: Path, stated: str, shown: list[str]
) -> None:
    write(tmp_path, FISCAL)

    assert told("outcomes", tmp_path, stated) == shown


def test_a_revision_wins_over_a_date_of_the_same_name(history: Checkout) -> None:
    assert told("outcomes", history.top, "2026-07") == ["a", "b", "c"]
    assert told("log", history.top, "2026-07") == ["the beginning", "deliver C"]

    history.git("tag", "2026-07", "HEAD~1")

    assert told("outcomes", history.top, "2026-07") == ["c"]
    assert told("log", history.top, "2026-07") == ["deliver C"]


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_neither_revision_nor_date_is_said_to_be_neither(
    history: Checkout, command: str
) -> None:
    found = roadmap(command, str(history.top), "--since", "2027-13-01")

    assert (found.exit_code, found.stdout) == (2, "")
    assert "no revision `2027-13-01`, and it is not a date such as" in found.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_several_commits_end_with_the_command_that_starts_after_one(
    history: Checkout, command: str
) -> None:
    found = roadmap(command, str(history.top), "--since", "HEAD~1..HEAD")

    assert (found.exit_code, found.stdout) == (2, "")
    assert f"`roadmap {command} --since HEAD~1` starts" in found.stderr


def test_outside_of_git_a_name_that_is_no_date_says_both(tmp_path: Path) -> None:
    write(tmp_path, FISCAL)
    found = roadmap("outcomes", str(tmp_path), "--since", "v1.2")

    assert (found.exit_code, found.stdout) == (2, "")
    assert "`v1.2` is not a date such as 2026-11-01, 2026-11 or 2026-Q4" in found.stderr
    assert "it cannot be a revision: " in found.stderr
    assert "is in no git repository" in found.stderr
