"""All formats, found by looking."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import roadmap.writers.formats
from roadmap.families import members, module_names
from roadmap.views.page import Block, Findings, Page
from roadmap.writers.writer import DATA, LISTS, Writer


def writers() -> Mapping[str, Writer]:
    """Every format by its name, in alphabetical order."""
    found = members(roadmap.writers.formats, Writer, "WRITER")
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def writer(name: str) -> Writer | None:
    """The format of a name; others are loaded only where no file is named after it."""
    if name in module_names(roadmap.writers.formats):
        format = getattr(import_module(f"roadmap.writers.formats.{name}"), "WRITER", None)
        if isinstance(format, Writer) and format.name == name:
            return format
    return writers().get(name)


def shows_anything(writer: Writer, page: Page) -> bool:
    """Whether a format shows any part of a page."""
    if DATA in writer.shows:
        return bool(page.data)
    return any(_shows(writer, block) for block in page.blocks)


def _shows(writer: Writer, block: Block) -> bool:
    only_counted = isinstance(block, Findings) and block.brief
    return type(block) in writer.shows and not (only_counted and writer.shows == LISTS)
