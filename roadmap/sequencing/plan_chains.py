"""Chains: how early each initiative could start and end if it waited for no people."""

from __future__ import annotations

from roadmap.sequencing.problem import Problem
from roadmap.sequencing.serial import Timetable


def heads(problem: Problem, fixed: Timetable) -> list[tuple[int, int]]:
    """The earliest start and end of each, whatever else is done; fixed ones as they are."""
    found: list[tuple[int, int]] = []
    for each in range(problem.count):
        if fixed.start[each] >= 0:
            found.append((fixed.start[each], fixed.end[each]))
            continue
        needed = (found[one][1] for one in problem.before[each])
        start = _present(problem, each, max([problem.earliest[each], *needed]))
        ends = (
            problem.crews[hold.crew].presence.end(start, hold.need)
            for hold in problem.holds[each]
        )
        found.append((start, max([start, *ends])))
    return found


def _present(problem: Problem, number: int, day: int) -> int:
    opens = day
    while True:
        for hold in problem.holds[number]:
            opens = max(opens, problem.crews[hold.crew].presence.open(opens))
        if opens == day:
            return day
        day = opens
