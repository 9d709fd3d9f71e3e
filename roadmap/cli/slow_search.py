"""A line on stderr where the search ran without its compiled part."""

from __future__ import annotations

import sys

from roadmap.cli.exits import say

SLOW = (
    "the search ran without its compiled part: same plan, several times slower; see "
    "https://github.com/customer-roadmap/roadmap/blob/main/docs/engine.md"
)
SEARCH = "roadmap.sequencing.compiled"


def say_if_slow() -> None:
    """Say so, unless nothing was searched; what was not imported did not run."""
    search = sys.modules.get(SEARCH)
    if search is not None and search.missed.is_set():
        say(SLOW)
