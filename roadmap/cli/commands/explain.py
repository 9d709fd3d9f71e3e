"""`roadmap explain`: one initiative's value, place and dates, down to their reasons."""

from __future__ import annotations

from typing import Annotated

import typer

from roadmap.cli import options
from roadmap.cli.command import READ, Command
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import answering

Id = Annotated[str, typer.Argument(metavar="ID", help="The initiative's id.")]
explain = answering(
    "explain",
    PLAN,
    "Why an initiative has its value, its place and its dates.",
    {"id": (Id, ...)},
    options.INSIDE,
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.PLANNED,
    options.PUT,
    {"dates": (options.Dates, "exact")},
)
COMMAND = Command("explain", explain, READ, 6, aliases=("why",))
