"""Rivals: other ways to plan the same portfolio, one a file, found by looking.

Each is given a case and a budget, in units of deterministic time where it can be told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.cases import Case, Times


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to plan: slots by number, None where it cannot say what the case asks for.

    `version` is None where it is not installed. The plan of a `relaxed` one breaks a rule
    that the others keep, so that it may be better than any real plan.
    """

    name: str
    version: Callable[[], str | None]
    plan: Callable[[Case, float], Times | None]
    relaxed: bool = False
