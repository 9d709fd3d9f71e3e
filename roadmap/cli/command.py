"""What a command is: a name, a function of its options, and where help lists it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

READ, KEEP, START = "The roadmap", "The files", "Getting started"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Command(Generic[T]):
    """A command: `function` takes one value of the dataclass `options`.

    The function's docstring is what help says. `panel` is the command's heading in help,
    `order` its place there.
    """

    name: str
    function: Callable[[T], Any]
    options: type[T]
    panel: str
    order: int
    aliases: tuple[str, ...] = ()
