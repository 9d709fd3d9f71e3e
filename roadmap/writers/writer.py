"""A writer: a format's name, what it shows of a page, and how it makes text of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roadmap.views.page import Findings, Page

DATA = "data"
"""What a format shows that writes the answer itself, not its blocks."""
LISTS: frozenset[type | str] = frozenset({Findings})
"""What a format shows that lists findings, each on its own, and nothing else."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where text goes.

    `width` is in columns, None where nothing limits it (pipes and files). `unicode` is
    False where the symbols that we draw with cannot be shown; of user text, what
    `encoding` cannot hold is escaped there. `all` shows what is otherwise folded up.
    """

    width: int | None = None
    colour: bool = False
    unicode: bool = True
    all: bool = False
    encoding: str = "ascii"


def _never(text: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Writer:
    """A format. `shows` holds types of blocks, or `DATA`.

    `wrote` knows an earlier output of this format by its text, so that it may be replaced.
    Where a text bears no mark, `by_head` knows it by its first line, the headings.
    """

    name: str
    shows: frozenset[type | str]
    write: Callable[[Page, Setting], str]
    wrote: Callable[[str], bool] = _never
    by_head: bool = False
