"""`roadmap list`: the working table, what there is and what is missing."""

from __future__ import annotations

from roadmap.cli import options
from roadmap.cli.command import READ, Command
from roadmap.cli.query import SCORES
from roadmap.cli.query_command import answering

list_ = answering(
    "list",
    SCORES,
    "What there is, and what is missing or assumed.",
    options.FOLDER,
    options.READ,
    options.SCORED,
    options.CHOSEN,
    options.PUT,
)
COMMAND = Command("list", list_, READ, 1)
