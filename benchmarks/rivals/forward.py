"""The naive order: by score, highest first, prerequisites pulled forward."""

from __future__ import annotations

from benchmarks.cases import Case, Times
from benchmarks.rivals import Rival
from roadmap.sequencing.schedule.serial import feasible


def plan(case: Case, units: float) -> Times:
    """Each in the naive order on the first days that fit."""
    return case.serial(feasible(case.problem, case.problem.naive))


RIVAL = Rival("pulled forward", lambda: "", plan)
