"""Orders to begin with: the sequence, the naive one, musts first, longest chain first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.sequencing.schedule.critical_path import latest_starts, tails
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import feasible


def starts(problem: Problem, group: Sequence[int]) -> Iterator[list[int]]:
    """Orders of a group, each after what it needs, the sequence first."""
    inside = set(group)
    latest = latest_starts(problem)
    yield feasible(problem, group)
    yield feasible(problem, [each for each in problem.naive if each in inside])
    if any(latest[each] < FAR for each in group):
        yield feasible(problem, sorted(group, key=lambda each: (latest[each], each)))
    tail = tails(problem, inside)
    yield feasible(problem, sorted(group, key=lambda each: (-tail[each], each)))
