"""`roadmap check`: every finding, with its place and its cure."""

from __future__ import annotations

from typing import Any

from roadmap.cli import options
from roadmap.cli.check_options import FAILS, FIXES, RULES
from roadmap.cli.command import KEEP, Command
from roadmap.cli.query_command import signed


def _check(**given: Any) -> None:
    from roadmap.cli.checking import check_files

    check_files(given)


check = signed(
    _check,
    "Every fault of the files, its place and its cure.",
    options.FOLDER,
    RULES,
    FAILS,
    FIXES,
    options.READ,
    options.PUT,
)
COMMAND = Command("check", check, KEEP, 11)
