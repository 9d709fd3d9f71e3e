"""`roadmap plan`: the order laid on the calendar of real teams."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from roadmap.cli import options
from roadmap.cli.command import READ, Command
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import answering

By = Annotated[
    Literal["horizon", "team", "theme"],
    typer.Option("--by", help="What the rows are grouped by."),
]
plan = answering(
    "plan",
    PLAN,
    "Every initiative on the calendar of the teams.",
    options.FOLDER,
    {"by": (By, "horizon")},
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.PLANNED,
    options.CHOSEN,
    options.PUT,
    options.DATED,
)
COMMAND = Command("plan", plan, READ, 5)
