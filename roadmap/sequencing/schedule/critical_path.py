"""The critical path: heads, tails and latest starts, as if nobody waited for people."""

from __future__ import annotations

from collections.abc import Collection

from roadmap.sequencing.schedule.problem import FAR, Problem
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


def tails(problem: Problem, inside: Collection[int]) -> list[int]:
    """Days from each start to the end of the longest chain that begins there inside."""
    days = [0] * problem.count
    for number in sorted(inside, reverse=True):
        after = max((days[later] for later in problem.after[number]), default=0)
        days[number] = after + problem.length(number)
    return days


def latest_starts(problem: Problem) -> list[int]:
    """The latest day on which each may start, with everybody there and no waiting.

    So that no must that waits for it is late; FAR where none does.
    """
    latest = [FAR] * problem.count
    for number in reversed(range(problem.count)):
        end = min((latest[later] for later in problem.after[number]), default=FAR)
        if problem.must[number]:
            end = min(end, problem.due[number] + 1)
        latest[number] = end - problem.length(number) if end < FAR else FAR
    return latest
