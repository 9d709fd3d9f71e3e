"""A bound from prices on dependencies: value moves to what must come before it.

An initiative ends at least its own length after what it needs. Priced into the cost (M. L.
Fisher, "The Lagrangian relaxation method", 1981), that moves value from dependents to what
they need, and leaves one fast machine for each team, on which an initiative's value is
split between its teams. Any prices give a bound; steps along the gradient better it.
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
class Prices:
    """The prices: of each dependency, and how each value is split between teams.

    Values are counted in `unit`, so that the greatest is a number in floating point.
    """

    problem: Problem
    unit: int
    movable: list[int]
    heads: Sequence[tuple[int, int]]
    machines: list[Machine]
    arcs: dict[tuple[int, int], float] = field(default_factory=dict)
    split: list[dict[int, float]] = field(default_factory=list)

    def values(self) -> list[float]:
        """What each initiative is worth at these prices, none below 0; prices are cut."""
        whole = self.problem
        worth = [weight / self.unit for weight in whole.weight]
        for each in reversed(self.movable):
            wanted = [(one, each) for one in whole.before[each] if (one, each) in self.arcs]
            asked = sum(self.arcs[arc] for arc in wanted)
            share = min(1.0, worth[each] / asked) if asked else 0.0
            for arc in wanted:
                self.arcs[arc] *= share
                worth[arc[0]] += self.arcs[arc]
                worth[each] -= self.arcs[arc]
            worth[each] = max(0.0, worth[each])
        return worth


def priced_bound(problem: Problem, fixed: Timetable, known: int) -> Fraction:
    """A lower bound on Σ value × (end − today) of what is not fixed, but for rounding.

    `known` is what some plan costs: how far steps may aim.
    """
    prices = _free(problem, fixed)
    return Fraction(_bettered(prices, known / prices.unit)) * prices.unit


def _bettered(prices: Prices, known: float) -> float:
    """The best bound of some steps along the gradient, in the unit of the prices."""
    best, pace, stuck = 0.0, 1.0, 0
    for _ in range(ROUNDS):
        bound, ends = _relaxed(prices)
        if bound > best * (1 + 1e-6):
            best, stuck = bound, 0
        else:
            stuck += 1
        if stuck >= PATIENCE:
            pace, stuck = pace / 2, 0
        if best >= known or not prices.arcs:
            break
        _step(prices, ends, pace * max(known - bound, known * 1e-3))
    return best


def _free(problem: Problem, fixed: Timetable) -> Prices:
    movable = [each for each in range(problem.count) if fixed.start[each] < 0]
    arcs = {
        (one, each): 0.0
        for each in movable
        for one in problem.before[each]
        if fixed.start[one] < 0
    }
    split: list[dict[int, float]] = [{} for _ in range(problem.count)]
    for each in movable:
        holds = problem.holds[each]
        split[each] = {hold.crew: 1 / len(holds) for hold in holds}
    chains = heads(problem, fixed)
    unit = max(1, max(problem.weight, default=0) >> BITS)
    team = machines(problem, fixed, chains)
    return Prices(problem, unit, movable, chains, team, arcs, split)


Ends = list[dict[int, float]]


def _relaxed(prices: Prices) -> tuple[float, Ends]:
    """The bound at these prices, and the end of each on each of its machines."""
    whole, worth = prices.problem, prices.values()
    total = sum(price * whole.length(arc[1]) for arc, price in prices.arcs.items())
    ends: Ends = [{} for _ in range(whole.count)]
    for crew, machine in enumerate(prices.machines):
        mine = {
            job.number: worth[job.number] * prices.split[job.number][crew]
            for job in machine.jobs
        }
        for number, end in machine.ends(mine).items():
            ends[number][crew] = end - whole.today
            total += mine[number] * ends[number][crew]
    for each in prices.movable:
        if not ends[each]:
            ends[each][-1] = prices.heads[each][1] - whole.today
            total += worth[each] * ends[each][-1]
    return total, ends


def _step(prices: Prices, ends: Ends, aim: float) -> None:
    """Move prices along the gradient, as far as would close `aim` if it were straight."""
    whole = prices.problem
    middle = [
        sum(prices.split[each].get(crew, 1.0) * end for crew, end in mine.items())
        for each, mine in enumerate(ends)
    ]
    slope = {
        arc: middle[arc[0]] + whole.length(arc[1]) - middle[arc[1]] for arc in prices.arcs
    }
    steep = sum(
        slant * slant for arc, slant in slope.items() if slant > 0 or prices.arcs[arc] > 0
    )
    step = aim / steep if steep else 0.0
    for arc, slant in slope.items():
        prices.arcs[arc] = max(0.0, prices.arcs[arc] + step * slant)
    for each in prices.movable:
        if len(prices.split[each]) > 1:
            prices.split[each] = _shifted(prices.split[each], ends[each], middle[each])


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
