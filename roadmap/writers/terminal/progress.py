"""A progress bar on stderr, shown after one second."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds until the bar shows."""


@contextmanager
def progress(
    description: str, total: int, *, patience: float = PATIENCE
) -> Iterator[Callable[[int], None]]:
    """A callback that counts steps; only a terminal shows them."""
    bar = _Bar(description, total, patience) if _watched() else None
    try:
        yield bar.advance if bar else _unseen
    finally:
        if bar:
            bar.close()


def _unseen(steps: int = 1) -> None:
    """Count nothing: there is no terminal."""


def _watched() -> bool:
    stream = sys.stderr
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def _size() -> tuple[int, int]:
    try:
        columns, lines = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        return 80, 25
    return columns or 80, lines or 25


class _Bar:
    """Counts steps, and draws them once they have taken long enough."""

    def __init__(self, description: str, total: int, patience: float) -> None:
        self._description, self._total = description, total
        self._shows_at = monotonic() + patience
        self._done = 0
        self._drawn: Progress | None = None

    def advance(self, steps: int = 1) -> None:
        """Count more steps as done."""
        self._done += steps
        if self._drawn is None and monotonic() >= self._shows_at:
            self._drawn = _drawn(self._description, self._total)
        if self._drawn:
            self._drawn.update(self._drawn.task_ids[0], completed=self._done)

    def close(self) -> None:
        """Remove the bar; only the answer stays."""
        if self._drawn:
            self._drawn.stop()


def _drawn(description: str, total: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
    )
    # Of its own, Rich reads COLUMNS and LINES, and takes signs like ² for numbers.
    width, height = _size()
    console = Console(stderr=True, width=width, height=height)
    shown = Progress(*columns, console=console, transient=True)
    shown.add_task(description, total=total)
    shown.start()
    return shown
