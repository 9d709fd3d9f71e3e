"""Engines: the exact one, where what it needs is installed."""

from __future__ import annotations

from collections.abc import Callable

from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.search import Progress, Solution

Search = Callable[[Problem, Timetable, Progress | None], Solution]


class EngineMissing(Exception):
    """The exact engine was asked for, and the package that it needs is not installed."""


def exact_search(units: float | None) -> Search:
    """The search of the exact engine, limited to `units` of deterministic time."""
    try:
        from roadmap.sequencing.exact.engine import UNITS, exactly
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "ortools":
            raise
        raise EngineMissing from missing
    amount = UNITS if units is None else units
    return lambda problem, fixed, progress: exactly(problem, fixed, progress, amount)
