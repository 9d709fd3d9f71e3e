"""The options of `check`: which rules, what fails, what is known, what is mended."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from roadmap.cli.options import Group

_RULES, _FAILS, _FIXES = "Which rules count", "What fails", "What is mended"


def _texts(flag: str, metavar: str, help: str) -> tuple[Any, Any]:
    option = typer.Option(
        flag, metavar=metavar, show_default=False, rich_help_panel=_RULES, help=help
    )
    return Annotated[list[str] | None, option], None


def _flag(flag: str, panel: str, help: str) -> tuple[Any, Any]:
    return Annotated[bool, typer.Option(flag, rich_help_panel=panel, help=help)], False


_FailOn = Annotated[
    Literal["error", "warning", "note", "plan"],
    typer.Option(
        "--fail-on",
        rich_help_panel=_FAILS,
        help="The least severity that makes the exit code 1; `plan`: errors, and "
        "whatever speaks against the plan.",
    ),
]
_Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        show_default=False,
        rich_help_panel=_FAILS,
        help="Leave out the findings that this file lists.",
    ),
]

RULES: Group = {
    "select": _texts("--select", "RULES", "Only these rules: names, codes, RM5."),
    "ignore": _texts("--ignore", "RULES", "All but these rules."),
    "severity": _texts("--severity", "RULE=SEVERITY", "How much a rule matters."),
    "limits": _texts("--set", "RULE.KEY=NUMBER", "A limit of a rule."),
    "plan": _flag("--plan", _RULES, "Run the rules that need a plan too."),
}
FAILS: Group = {
    "fail_on": (_FailOn, "error"),
    "exit_zero": _flag("--exit-zero", _FAILS, "Exit with 0 whatever is found."),
    "baseline": (_Baseline, None),
    "write_baseline": _flag(
        "--write-baseline", _FAILS, "Write what is found to the baseline, and exit with 0."
    ),
}
FIXES: Group = {
    "fix": _flag("--fix", _FIXES, "Mend what has one certain cure."),
    "unsafe_fixes": _flag(
        "--unsafe-fixes", _FIXES, "Mend what has a likely cure as well; look at it after."
    ),
    "diff": _flag("--diff", _FIXES, "Show what would be mended, and write nothing."),
}
