"""What a command is: a name, a function of Typer's, and where help lists it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

READ, KEEP, START = "The roadmap", "The files", "Beginning"


@dataclass(frozen=True, slots=True)
class Command:
    """A command. `panel` is its heading in help, `order` its place there."""

    name: str
    function: Callable[..., Any]
    panel: str
    order: int
    aliases: tuple[str, ...] = ()
