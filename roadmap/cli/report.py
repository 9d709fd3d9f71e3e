"""`roadmap report`: the Markdown roadmap for people who were not in the room."""

from __future__ import annotations

from roadmap.cli import options
from roadmap.cli.answering_command import answering
from roadmap.cli.asking import PLAN
from roadmap.cli.command import READ, Command

report = answering(
    "report",
    PLAN,
    "The roadmap as a document to send around.",
    options.FOLDER,
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.PLANNED,
    options.CHOSEN,
    options.PUT,
    options.DATED,
    usual="markdown",
)
COMMAND = Command("report", report, READ, 7)
