"""Chains: how early each initiative could start and end if it waited for no people."""

from __future__ import annotations

from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, first_fit


def heads(problem: Problem, fixed: Timetable) -> list[tuple[int, int]]:
    """The earliest start and end of each, whatever else is done; fixed ones as they are.

    Nobody can be had whom fixed work holds.
    """
    found: list[tuple[int, int]] = []
    for each in range(problem.count):
        if fixed.start[each] >= 0:
            found.append((fixed.start[each], fixed.end[each]))
            continue
        needed = (found[one][1] for one in problem.before[each])
        ready, holds = max([problem.earliest[each], *needed]), problem.holds[each]
        start = first_fit(problem.crews, fixed.busy, holds, ready)
        ends = (problem.crews[hold.crew].presence.end(start, hold.need) for hold in holds)
        found.append((start, max([start, *ends])))
    return found
