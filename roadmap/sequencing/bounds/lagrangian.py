"""The Lagrangian bound: dependencies are relaxed, each at the price of its multiplier.

An initiative ends at least its own length after what it needs. Priced into the cost (M. L.
Fisher, "The Lagrangian relaxation method", 1981), that moves value from dependents to what
they need, and leaves one fast machine for each team, on which an initiative's value is
split between its teams. Any multipliers give a bound; steps along the gradient better it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from roadmap.sequencing.bounds.preemptive_machine import Machine, machines
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable

ROUNDS = 60
"""Steps along the gradient."""
PATIENCE = 4
"""Rounds without a better bound before steps are halved."""
BITS = 200
"""Binary digits of the greatest value."""


@dataclass(slots=True)
class Multipliers:
    """The multipliers: of each dependency, and how each value is split between teams.

    Values are counted in `unit`, so that the greatest is a number in floating point.
    `arcs` are by (what is needed, what needs it); `split` is by number and crew.
    """

    problem: Problem
    unit: int
    movable: list[int]
    heads: Sequence[tuple[int, int]]
    machines: list[Machine]
    arcs: dict[tuple[int, int], float] = field(default_factory=dict)
    split: list[dict[int, float]] = field(default_factory=list)

    def values(self) -> list[float]:
        """What each initiative is worth, the multipliers cut so that none is below 0."""
        whole = self.problem
        worth = [weight / self.unit for weight in whole.weight]
        for number in reversed(self.movable):
            into = [(before, number) for before in whole.before[number]]
            relaxed = [arc for arc in into if arc in self.arcs]
            asked = sum(self.arcs[arc] for arc in relaxed)
            share = min(1.0, worth[number] / asked) if asked else 0.0
            for arc in relaxed:
                self.arcs[arc] *= share
                worth[arc[0]] += self.arcs[arc]
                worth[number] -= self.arcs[arc]
            worth[number] = max(0.0, worth[number])
        return worth


def lagrangian_bound(problem: Problem, fixed: Timetable, known: int) -> Fraction:
    """A lower bound on Σ value × (end − today) of what is not fixed, but for rounding.

    `known` is what some plan costs: how far steps may aim.
    """
    multipliers = _free(problem, fixed)
    return Fraction(_bettered(multipliers, known / multipliers.unit)) * multipliers.unit


def _bettered(multipliers: Multipliers, known: float) -> float:
    """The best bound of some steps along the gradient, in the unit of the multipliers."""
    best, pace, stuck = 0.0, 1.0, 0
    for _ in range(ROUNDS):
        bound, ends = _relaxed(multipliers)
        if bound > best * (1 + 1e-6):
            best, stuck = bound, 0
        else:
            stuck += 1
        if stuck >= PATIENCE:
            pace, stuck = pace / 2, 0
        if best >= known or not multipliers.arcs:
            break
        _step(multipliers, ends, pace * max(known - bound, known * 1e-3))
    return best


def _free(problem: Problem, fixed: Timetable) -> Multipliers:
    movable = [i for i in range(problem.count) if fixed.start[i] < 0]
    arcs = {
        (before, i): 0.0
        for i in movable
        for before in problem.before[i]
        if fixed.start[before] < 0
    }
    split: list[dict[int, float]] = [{} for _ in range(problem.count)]
    for number in movable:
        holds = problem.holds[number]
        split[number] = {hold.crew: 1 / len(holds) for hold in holds}
    chains = heads(problem, fixed)
    unit = max(1, max(problem.weight, default=0) >> BITS)
    team = machines(problem, fixed, chains)
    return Multipliers(problem, unit, movable, chains, team, arcs, split)


Ends = list[dict[int, float]]


def _relaxed(multipliers: Multipliers) -> tuple[float, Ends]:
    """The bound at these multipliers, and the end of each on each of its machines."""
    whole, worth = multipliers.problem, multipliers.values()
    total = sum(
        multiplier * whole.length(arc[1]) for arc, multiplier in multipliers.arcs.items()
    )
    ends: Ends = [{} for _ in range(whole.count)]
    for crew, machine in enumerate(multipliers.machines):
        mine = {
            job.number: worth[job.number] * multipliers.split[job.number][crew]
            for job in machine.jobs
        }
        for number, end in machine.ends(mine).items():
            ends[number][crew] = end - whole.today
            total += mine[number] * ends[number][crew]
    for number in multipliers.movable:
        if not ends[number]:
            ends[number][-1] = multipliers.heads[number][1] - whole.today
            total += worth[number] * ends[number][-1]
    return total, ends


def _step(multipliers: Multipliers, ends: Ends, aim: float) -> None:
    """Step along the gradient, as far as would close `aim` if it were straight."""
    whole = multipliers.problem
    middle = [
        sum(multipliers.split[number].get(crew, 1.0) * end for crew, end in mine.items())
        for number, mine in enumerate(ends)
    ]
    slope = {
        arc: middle[arc[0]] + whole.length(arc[1]) - middle[arc[1]]
        for arc in multipliers.arcs
    }
    steep = sum(
        slant * slant
        for arc, slant in slope.items()
        if slant > 0 or multipliers.arcs[arc] > 0
    )
    step = aim / steep if steep else 0.0
    for arc, slant in slope.items():
        multipliers.arcs[arc] = max(0.0, multipliers.arcs[arc] + step * slant)
    split = multipliers.split
    for i in multipliers.movable:
        if len(split[i]) > 1:
            split[i] = _shifted(split[i], ends[i], middle[i])


def _shifted(
    split: dict[int, float], ends: dict[int, float], middle: float
) -> dict[int, float]:
    """A split that leans more to the teams on which the end is late."""
    scale = 4 * max(1.0, middle)
    moved = {
        crew: max(0.0, share + (ends[crew] - middle) / scale)
        for crew, share in split.items()
    }
    total = sum(moved.values())
    return {crew: share / total for crew, share in moved.items()} if total else split
