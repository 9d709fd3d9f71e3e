"""`roadmap check`: every finding, with its place and its cure."""

from __future__ import annotations

import sys
from typing import Annotated, Any, Literal

import typer

from roadmap.cli import options
from roadmap.cli.answering_command import folder_of, signed
from roadmap.cli.command import KEEP, Command

FailOn = Annotated[
    Literal["error", "warning", "note"],
    typer.Option("--fail-on", help="The least severity that makes the exit code 1."),
]


def _check(**given: Any) -> None:
    from roadmap.cli.answering import checked
    from roadmap.cli.opening import opened
    from roadmap.cli.output import put, targets
    from roadmap.cli.stop import LEFT_OUT
    from roadmap.diagnostics import Severity
    from roadmap.views.check import page

    where = targets(given["formats"], given["output"], "terminal")
    read = opened(folder_of(given["folder"], given["inside"]), given["as_of"], whole=True)
    answer = checked(read)
    put(page(answer), where, all=given["all"], force=given["force"])
    least = Severity[given["fail_on"].upper()]
    if any(each.diagnostic.severity >= least for each in answer.findings):
        sys.exit(LEFT_OUT)


check = signed(
    _check,
    "Every fault of the files, its place and its cure.",
    options.FOLDER,
    {"fail_on": (FailOn, "error")},
    options.READ,
    options.PUT,
)
COMMAND = Command("check", check, KEEP, 11)
