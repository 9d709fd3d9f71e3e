"""What an interruption comes to: 130, said in a line, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from roadmap.cli.app import app
from tests.studies.files import SHOP, edited, repository

DUE = ("refunds.yaml", "title: Refunds", "title: Refunds\ndeadline: 2027-02-12")
GROWN = ("ledger-events.yaml", "data: 3w", "data: 6w")


@pytest.mark.parametrize(
    ("command", "where"),
    [
        ("report", "roadmap.sequencing.search.branch_and_bound.BranchAndBound.run"),
        ("report", "roadmap.sequencing.freed.searched"),
        ("diff", "roadmap.sequencing.search.branch_and_bound.BranchAndBound.run"),
        ("log", "roadmap.sequencing.search.branch_and_bound.BranchAndBound.run"),
        ("check --plan", "roadmap.sequencing.search.branch_and_bound.BranchAndBound.run"),
        ("list", "roadmap.cli.compute.checked"),
    ],
)
def test_a_plan_cut_short_is_never_taken_for_an_answer(
    command: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = edited(SHOP, DUE)
    shop, out = repository(tmp_path / "shop", before), tmp_path / "out.md"
    shop.commit(edited(before, GROWN))
    monkeypatch.setattr(where, interrupted)
    sides = ("HEAD~1", "HEAD") if command == "diff" else ()
    inside = ("-C", str(shop.top), "-o", str(out))

    result = CliRunner().invoke(app, [*command.split(), *sides, *inside])

    assert result.exit_code == 130
    assert (result.stdout, result.stderr) == ("", "roadmap: interrupted\n")
    assert not out.exists()


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
