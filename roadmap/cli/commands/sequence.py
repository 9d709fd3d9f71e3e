"""`roadmap sequence`: the best order that the dependencies allow, step by step."""

from __future__ import annotations

from roadmap.cli import options
from roadmap.cli.command import READ, Command
from roadmap.cli.query import SEQUENCE
from roadmap.cli.query_command import answering

sequence = answering(
    "sequence",
    SEQUENCE,
    "The best order that dependencies allow, step by step.",
    options.FOLDER,
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.CHOSEN,
    options.PUT,
)
COMMAND = Command("sequence", sequence, READ, 4)
