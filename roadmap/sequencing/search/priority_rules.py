"""Initial orders: the sequence, the naive order, musts first, longest chain first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.sequencing.schedule.critical_path import latest_starts, tails
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import feasible


def priority_orders(problem: Problem, group: Sequence[int]) -> Iterator[list[int]]:
    """Orders of a group, each after what it needs, the sequence first."""
    inside = set(group)
    yield feasible(problem, group)
    yield feasible(problem, [number for number in problem.naive if number in inside])
    latest = latest_starts(problem)
    if any(latest[number] < FAR for number in group):
        yield feasible(problem, sorted(group, key=lambda i: (latest[i], i)))
    days = tails(problem, inside)
    yield feasible(problem, sorted(group, key=lambda i: (-days[i], i)))
