"""Orders to begin a plan with: the sequence, the usual way, musts first, longest first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import feasible


def starts(problem: Problem, group: Sequence[int]) -> Iterator[list[int]]:
    """Orders of a group, each after what it needs, the sequence first."""
    inside = set(group)
    latest = latest_starts(problem)
    yield feasible(problem, group)
    yield feasible(problem, [each for each in problem.usual if each in inside])
    if any(latest[each] < FAR for each in group):
        yield feasible(problem, sorted(group, key=lambda each: (latest[each], each)))
    tails = remaining(problem, inside)
    yield feasible(problem, sorted(group, key=lambda each: (-tails[each], each)))


def latest_starts(problem: Problem) -> list[int]:
    """The latest day on which each may start, with everybody there and no waiting.

    So that no must that waits for it is late; FAR where none does.
    """
    latest = [FAR] * problem.count
    for each in reversed(range(problem.count)):
        end = min((latest[later] for later in problem.after[each]), default=FAR)
        if problem.must[each]:
            end = min(end, problem.due[each] + 1)
        latest[each] = end - length(problem, each) if end < FAR else FAR
    return latest


def remaining(problem: Problem, inside: Collection[int]) -> list[int]:
    """Days from the start of each to the end of the longest chain that it opens inside."""
    tails = [0] * problem.count
    for each in sorted(inside, reverse=True):
        later = max((tails[one] for one in problem.after[each]), default=0)
        tails[each] = later + length(problem, each)
    return tails


def length(problem: Problem, number: int) -> int:
    """Days that an initiative takes when everybody is there."""
    return max((hold.length for hold in problem.holds[number]), default=0)
