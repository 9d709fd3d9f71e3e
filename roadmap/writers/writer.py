"""What a writer is, and how the place it writes for looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roadmap.views.page import Page


@dataclass(frozen=True, slots=True)
class Setting:
    """How it may look. `width` in columns, None without a limit (nothing is cut then)."""

    width: int | None = None
    colour: bool = False
    unicode: bool = True
    all: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its name, which blocks it shows ("data" is the answer itself), its text."""

    name: str
    shows: frozenset[type | str]
    write: Callable[[Page, Setting], str]
