from __future__ import annotations

from pathlib import Path
from typing import Any

from roadmap.cli.commands.report import ReportOptions
from roadmap.cli.retyped import retyped


def typed(**given: Any) -> str:
    return retyped("report", ReportOptions(**given))


def test_what_is_usual_is_not_said() -> None:
    assert typed() == "roadmap report"


def test_each_argument_is_said_as_it_is_typed_but_for_check() -> None:
    said = typed(
        folder=Path("our files"),
        view=["plan", "needs"],
        audience="board",
        output=Path("a.md"),
        check=True,
        all=True,
    )

    assert said == (
        "roadmap report 'our files' --view plan --view needs --audience board -o a.md --all"
    )
