"""The formats: every writer of this folder, found by looking."""

from __future__ import annotations

from collections.abc import Mapping

import roadmap.writers
from roadmap.families import members
from roadmap.views.page import Page
from roadmap.writers.writer import Writer


def writers() -> Mapping[str, Writer]:
    """Every writer by its format's name."""
    found = members(roadmap.writers, Writer, "WRITER")
    return {writer.name: writer for writer in found}


def shows_anything(writer: Writer, page: Page) -> bool:
    """Whether a format shows anything of a page."""
    return "data" in writer.shows or any(type(block) in writer.shows for block in page.blocks)
