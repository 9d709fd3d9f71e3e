"""`roadmap needs`: what customers lack, who serves it, and what nobody serves."""

from __future__ import annotations

from roadmap.cli import options
from roadmap.cli.command import READ, Command
from roadmap.cli.query import SCORES
from roadmap.cli.query_command import answering

needs = answering(
    "needs",
    SCORES,
    "What customers lack, who serves it, and what nobody serves.",
    options.FOLDER,
    options.READ,
    options.CHOSEN,
    options.PUT,
)
COMMAND = Command("needs", needs, READ, 2)
