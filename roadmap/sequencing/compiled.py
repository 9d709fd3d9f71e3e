"""The kernel, the compiled twin of what takes longest; None where it is not there."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import accumulate
from threading import Event
from typing import Any

PURE = "ROADMAP_PURE_PYTHON"
"""With this in the environment the kernel is left aside; the answers are the same."""
DOOR = 4
"""A kernel with another number was compiled from other sources, and is left aside."""


def _loaded() -> Any:
    try:
        module = import_module("roadmap.sequencing.search._kernel")
    except ImportError:
        return None
    return module if getattr(module, "DOOR", None) == DOOR else None


left_aside = bool(os.environ.get(PURE))
kernel: Any = None if left_aside else _loaded()
missed = Event()
"""Set once a long walk lacks the kernel though nobody left it aside."""


def firsts(rows: Iterable[Sequence[object]]) -> list[int]:
    """Where each row begins with all rows one after the other, and where the last ends."""
    return [0, *accumulate(map(len, rows))]


def joined(rows: Iterable[Iterable[int]]) -> array[int]:
    """All rows one after the other."""
    numbers = array("q")
    for row in rows:
        numbers.extend(row)
    return numbers
