"""The app of every command in `commands`, found by looking; without one, the plan."""

from __future__ import annotations

from roadmap import families
from roadmap.cli import commands
from roadmap.cli.command import Command
from roadmap.cli.typer_app import app_with

_found = families.members(commands, Command, "COMMAND")
app = app_with(sorted(_found, key=lambda command: command.order))
