"""The step summary of a GitHub workflow: a file to append Markdown to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.exits import say

if TYPE_CHECKING:
    from roadmap.views.page import Page

FILE = "GITHUB_STEP_SUMMARY"
MOST = 1024 * 1024 - 1
"""Bytes that a summary may have; of a larger one GitHub shows nothing."""


def append_step_summary(page: Page) -> None:
    """Add the findings of a page to the step's summary, if there is one."""
    from roadmap.writers.markdown.step_summary import step_summary

    if not os.environ.get(FILE):
        return
    path = Path(os.environ[FILE])
    try:
        if path.exists() and not path.is_file():
            raise OSError("not a file")
        taken = path.stat().st_size if path.exists() else 0
        text = step_summary(page, MOST - taken)
        with path.open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        say(f"cannot write the step summary: {error.strerror or error}")
