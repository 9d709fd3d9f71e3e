"""A bound on the cost of delay that sees days, teams and dependencies at once.

A team's capacity, and the few dependencies beside a forest of them, are relaxed at a price
for each day. What remains, the cheapest starts along the forest, two sweeps find. (R. H.
Möhring, A. S. Schulz, F. Stork and M. Uetz, "Solving project scheduling problems by minimum
cut computations", 2003.) Whole numbers only, so that nothing needs to be allowed for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.sequencing.bounds.price_ascent import ascended, no_prices
from roadmap.sequencing.bounds.priced_starts import PriceLine, Prices
from roadmap.sequencing.bounds.start_days import counted, start_days
from roadmap.sequencing.bounds.time_indexed import TimeIndexed, time_indexed
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.objective import cost, late, waited
from roadmap.sequencing.schedule.serial import Timetable

ROUNDS, FEWEST = 240, 20
"""Rounds of prices, and how few are of no use."""
WORK = 60_000_000
"""Starts that all rounds together may look at, once for each of their parts and twice."""
AGAIN = 3
"""The share of the rounds for the wait without what deadlines double, where they do."""
DIGITS = 24
"""Binary digits in which the known cost is counted, beyond those of a team's units."""


@dataclass(frozen=True, slots=True)
class CostBound:
    """What no plan costs less, and how long value waits at the least, in units × days.

    Among plans whose mandatory work is no later than in one that was known.
    """

    cost: int
    waits: int


def cost_bound(fixed: Timetable, known: Timetable, effort: int = 1) -> CostBound:
    """The bound for all plans that go on from what is fixed, of which one is known.

    Both are 0 where there are too many days and initiatives to look at often enough.
    `effort` multiplies the rounds.
    """
    moved = counted(fixed)
    last = max([fixed.problem.today + 1, *(known.end[number] for number in moved)])
    rounds = effort * min(ROUNDS, WORK // (1 + _work(fixed, moved, last)))
    if rounds < FEWEST or not moved:
        return CostBound(0, 0)
    horizon = last - fixed.problem.today
    starts = start_days(fixed, moved, horizon)
    model = time_indexed(fixed, starts, horizon, late(known, moved))
    waits = [node.days.waits for node in model.nodes]
    costs = [node.days.costs for node in model.nodes]
    amount, prices = _bound(model, costs, cost(known, moved), rounds, no_prices(model))
    least = amount
    if costs != waits:
        least, _ = _bound(model, waits, waited(known, moved), rounds // AGAIN, prices)
    still = sorted(fixed.problem.fixed)
    return CostBound(cost(fixed, still) + amount, waited(fixed, still) + least)


def _work(fixed: Timetable, moved: Sequence[int], last: int) -> int:
    """Starts to look at in a round, once for each part and twice for dependencies."""
    chains, holds = heads(fixed.problem, fixed), fixed.problem.holds
    return sum(max(1, last - chains[i][0]) * (2 + len(holds[i])) for i in moved)


def _bound(
    model: TimeIndexed, costs: Sequence[PriceLine], known: int, rounds: int, prices: Prices
) -> tuple[int, Prices]:
    """The bound in units × days, and its prices; counted in as few digits as will do."""
    most = max(map(max, model.rooms), default=1)
    digits = DIGITS + most.bit_length() - known.bit_length()
    scaled = [_shifted(line, digits) for line in costs]
    known = -_shifted([-known], digits)[0]
    best, prices = ascended(model, scaled, known, rounds, prices)
    return -_shifted([-best], -digits)[0], prices


def _shifted(line: PriceLine, digits: int) -> list[int]:
    """Numbers with so many more binary digits, or with fewer, then rounded down."""
    if digits >= 0:
        return [number << digits for number in line]
    return [number >> -digits for number in line]
