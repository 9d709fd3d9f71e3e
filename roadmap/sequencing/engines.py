"""Engines: the exact one, where what it needs is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.search import Progress, Solution
from roadmap.sequencing.selection.fast import Chosen
from roadmap.sequencing.selection.pool import CandidatePool

Search = Callable[[Problem, Timetable, Progress | None], Solution]


class EngineMissing(Exception):
    """The exact engine was asked for, and the package that it needs is not installed."""


SelectionSearch = Callable[[CandidatePool], Chosen]


def exact_selection() -> SelectionSearch:
    """The selection of the exact engine."""
    with _installed():
        from roadmap.sequencing.exact.selection import exactly
    return exactly


def exact_search(units: float | None) -> Search:
    """The search of the exact engine, limited to `units` of deterministic time."""
    with _installed():
        from roadmap.sequencing.exact.engine import UNITS, exactly
    amount = UNITS if units is None else units
    return lambda problem, fixed, progress: exactly(problem, fixed, progress, amount)


@contextmanager
def _installed() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "ortools":
            raise
        raise EngineMissing from missing
