"""Who is like whom: any order of initiatives that differ in nothing is the same plan."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.sequencing.schedule.problem import Problem


def kinds(problem: Problem, group: Sequence[int]) -> list[int]:
    """For each of a group the first one that is like it: value, work, dates and all."""
    first: dict[tuple[object, ...], int] = {}
    return [first.setdefault(_facts(problem, number), number) for number in group]


def _facts(problem: Problem, number: int) -> tuple[object, ...]:
    return (
        problem.weight[number],
        problem.holds[number],
        problem.before[number],
        problem.after[number],
        problem.earliest[number],
        problem.due[number],
        problem.must[number],
        problem.tier[number],
        problem.told[number] if problem.told else None,
    )
