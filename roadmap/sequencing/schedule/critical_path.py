"""The critical path: heads, tails and latest starts, as if nobody waited for people."""

from __future__ import annotations

from collections.abc import Collection

from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import Timetable, first_fit


def heads(problem: Problem, fixed: Timetable) -> list[tuple[int, int]]:
    """The earliest start and end of each, whatever else is done; fixed ones as they are.

    The people of fixed work are not free for others.
    """
    stays: list[tuple[int, int]] = []
    for number in range(problem.count):
        if fixed.start[number] >= 0:
            stays.append((fixed.start[number], fixed.end[number]))
            continue
        needed = (stays[before][1] for before in problem.before[number])
        ready, holds = max([problem.earliest[number], *needed]), problem.holds[number]
        start = first_fit(problem.crews, fixed.busy, holds, ready)
        ends = (problem.crews[hold.crew].presence.end(start, hold.need) for hold in holds)
        stays.append((start, max([start, *ends])))
    return stays


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
