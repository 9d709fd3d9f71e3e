"""Lower bounds on a plan: chains of dependencies, each team's work, and prices on both."""

from __future__ import annotations

from math import ceil

from roadmap.sequencing.lagrangian import priced_bound
from roadmap.sequencing.plan_chains import heads
from roadmap.sequencing.problem import Problem
from roadmap.sequencing.serial import Timetable

MARGIN = 1 - 1e-9


def wait_bound(problem: Problem, fixed: Timetable, known: int) -> int:
    """A lower bound on Σ value × (end − today), in units × days, never above any plan's.

    `known` is what some plan waits.
    """
    chains = heads(problem, fixed)
    alone = [
        weight * (end - problem.today)
        for weight, (_, end) in zip(problem.weight, chains, strict=True)
    ]
    if known == sum(alone):
        return known
    still = sum(alone[each] for each in problem.fixed)
    priced = ceil(priced_bound(problem, fixed, known - still) * MARGIN)
    return max(sum(alone), still + priced)


def doubled(problem: Problem, fixed: Timetable) -> int:
    """A lower bound on what deadlines add: value × days beyond them, counted once more."""
    chains = heads(problem, fixed)
    return sum(
        weight * max(0, chains[each][1] - 1 - problem.due[each])
        for each, weight in enumerate(problem.weight)
        if weight
    )


def makespan_bound(problem: Problem, fixed: Timetable) -> int:
    """A lower bound on the days from today to the last end: chains and each team's work."""
    chains = heads(problem, fixed)
    last = max((end for _, end in chains), default=problem.today)
    for number, crew in enumerate(problem.crews):
        energy = sum(
            hold.need * hold.held
            for holds in problem.holds
            for hold in holds
            if hold.crew == number
        )
        if energy:
            last = max(last, crew.presence.end(problem.today, -(-energy // crew.capacity)))
    return last - problem.today
