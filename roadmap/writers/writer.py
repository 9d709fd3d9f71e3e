"""A writer: a format's name, what it shows of a page, and how it makes text of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roadmap.views.page import Page

DATA = "data"
"""What a format shows that writes the answer itself, not its blocks."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where text goes.

    `width` is in columns, None where nothing limits it (pipes and files). `unicode` is
    False where the signs that we draw with cannot be shown; of user text, what
    `encoding` cannot hold is escaped there. `interactive` means that a person looks on;
    `all` shows what is otherwise folded up.
    """

    width: int | None = None
    colour: bool = False
    unicode: bool = True
    interactive: bool = False
    all: bool = False
    encoding: str = "ascii"


@dataclass(frozen=True, slots=True)
class Writer:
    """A format. `shows` holds types of blocks, or `DATA`."""

    name: str
    shows: frozenset[type | str]
    write: Callable[[Page, Setting], str]
