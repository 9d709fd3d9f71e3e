"""Many files written for another tool: what `check` says of them is short and true."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from roadmap.cli.app import app
from tests.answers import write

FILES = 100
BROKEN = 20
UNKNOWN = ("kep-number", "authors", "creation-date", "milestone", "stage")


def proposal(number: int) -> str:
    """Front matter of an enhancement proposal; every fifth is no YAML."""
    who = "@ada" if number % 5 == 0 else '"@ada"'
    return (
        f"title: Proposal {number}\nkep-number: {number}\nauthors: [{who}]\n"
        f"status: implementable\ncreation-date: 2019-13-{number % 28 + 1:02}\n"
        f"milestone: {{alpha: v1.{number}}}\nstage: alpha\nfield-{number}: x\n"
        f"deadline: 2020-13-{number % 28 + 1:02}\n"
    )


@pytest.fixture
def proposals(tmp_path: Path) -> Path:
    write(tmp_path, {f"kep-{number}.yaml": proposal(number) for number in range(FILES)})
    return tmp_path


def roadmap(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_check_is_short_counts_every_error_and_lists_them_when_asked(
    proposals: Path,
) -> None:
    short, whole = roadmap("check", proposals), roadmap("check", proposals, "--all")
    read = FILES - BROKEN
    errors = BROKEN + read * (len(UNKNOWN) + 1 + 2)

    assert short.exit_code == whole.exit_code == 1
    assert len(short.stdout.splitlines()) < 200
    for key in UNKNOWN:
        assert f"{read} findings of `unknown-key` about `{key}`" in short.stdout
    last = short.stdout.splitlines()[-1]
    assert last == whole.stdout.splitlines()[-1]
    assert last.startswith(f"{errors} errors")
    assert whole.stdout.count("error[RM") == errors


def test_a_page_names_three_of_the_files_left_out(proposals: Path) -> None:
    shown = roadmap("list", proposals)

    assert shown.stdout.count("Left out:") == 4
    assert f"Left out: {BROKEN - 3} more; `roadmap check` lists them" in shown.stdout
