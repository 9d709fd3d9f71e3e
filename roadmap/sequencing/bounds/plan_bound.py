"""Lower bounds on a plan: chains of dependencies, teams' work, steps, and prices."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from roadmap.sequencing.bounds.lagrangian import lagrangian_bound
from roadmap.sequencing.bounds.preemptive_machine import Machine, machines
from roadmap.sequencing.bounds.sidney_bound import sidney_bound
from roadmap.sequencing.schedule.critical_path import heads, tails
from roadmap.sequencing.schedule.objective import last_days
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable

MARGIN = 1 - Fraction(1, 10**9)
TAILS = 30
"""How many lengths of what comes after a team's work are looked at."""


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
    still = sum(alone[number] for number in problem.fixed)
    priced = ceil(lagrangian_bound(problem, fixed, known - still) * MARGIN)
    stepped = sidney_bound(problem, chains, machines(problem, fixed, chains))
    return max(sum(alone), still + max(priced, stepped))


def doubled(problem: Problem, fixed: Timetable) -> int:
    """A lower bound on what deadlines add: value × days beyond them, counted once more."""
    over = last_days(problem, [end for _, end in heads(problem, fixed)])
    return sum(
        weight * max(0, day - due)
        for weight, day, due in zip(problem.weight, over, problem.due, strict=True)
    )


def makespan_bound(problem: Problem, fixed: Timetable) -> int:
    """A lower bound on the days from today to the last end: chains and each team's work."""
    chains, behind = heads(problem, fixed), _behind(problem)
    last = max((end for _, end in chains), default=problem.today)
    for machine in machines(problem, fixed, chains):
        last = max(last, _worked_off(machine, behind))
    return last - problem.today


def _behind(problem: Problem) -> list[int]:
    """Days from the end of each to the last end that waits for it, at the least."""
    days = tails(problem, range(problem.count))
    return [max((days[one] for one in after), default=0) for after in problem.after]


def _worked_off(machine: Machine, tails: Sequence[int]) -> int:
    """The last end at the least: all work released from some day on, then what waits.

    Of many tails only some are looked at.
    """
    every = sorted({tails[job.number] for job in machine.jobs})
    last = machine.first
    for tail in every[:: -(-len(every) // TAILS) or 1]:
        energy = 0
        for job in reversed(machine.jobs):
            if tails[job.number] >= tail:
                energy += job.energy
                last = max(last, machine.day(job.release + energy) + tail)
    return last
