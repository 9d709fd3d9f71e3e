"""`roadmap score`: what each initiative is worth alone, best first."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from roadmap.cli import options
from roadmap.cli.command import READ, Command
from roadmap.cli.query import SEQUENCE
from roadmap.cli.query_command import answering

Sort = Annotated[
    Literal["score", "value", "effort", "need"],
    typer.Option("--sort", help="What goes first."),
]
score = answering(
    "score",
    SEQUENCE,
    "What each initiative is worth alone, best first.",
    options.FOLDER,
    {"sort": (Sort, "score")},
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.CHOSEN,
    options.PUT,
)
COMMAND = Command("score", score, READ, 3)
