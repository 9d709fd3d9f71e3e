"""Better prices: steps along the gradient, each as long as the known plan suggests.

What is held beyond its room becomes dearer, what is left over cheaper. Each step goes
along the mean of the last gradients (P. M. Camerini, L. Fratta and F. Maffioli, 1975), as
far as would gain a share of what is left up to the known plan's cost (B. T. Polyak, 1969).
The share shrinks while nothing is gained. In whole numbers, so that every machine takes the
same steps, and so does the compiled twin, in `search/kernel/price_ascent.c`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.sequencing.bounds.compiled_ascent import compiled_ascent
from roadmap.sequencing.bounds.priced_starts import PriceLine, Prices, held, priced_starts
from roadmap.sequencing.bounds.time_indexed import TimeIndexed

SHIFT = 16
ONE = 1 << 10
"""1 in the fixed-point numbers here."""
FIRST = ONE * 3 // 8
"""The share of the way to the known plan's cost that the first steps go."""
MEMORY = 4
"""How many gradients, about, a direction is the mean of."""
PATIENCE = 20
"""Steps become shorter after this part of all rounds without gain."""
ARCS = 4
"""By how much less than for rows prices are changed for arcs, whose gradient is exact."""


@dataclass(frozen=True, slots=True)
class Gradient:
    """By row and day what is held beyond its room, in parts of it; the days too late.

    By arc from when to when a dependency is broken, or kept if that is backwards.
    """

    rows: list[list[int]]
    late: int
    arcs: list[tuple[int, int]]


def no_prices(model: TimeIndexed) -> Prices:
    """Nothing is priced."""
    free = [[0] * model.horizon for _ in (*model.rooms, *model.arcs)]
    return Prices(free[: len(model.rooms)], free[len(model.rooms) :], 0)


def ascended(
    model: TimeIndexed, costs: Sequence[PriceLine], known: int, rounds: int, prices: Prices
) -> tuple[int, Prices]:
    """The best bound of some rounds from given prices on, and the prices that give it.

    `known` is what some plan costs, which no bound can exceed.
    """
    better = compiled_ascent(model, costs, known, rounds, prices)
    return better or plain_ascent(model, costs, known, rounds, prices)


def plain_ascent(
    model: TimeIndexed, costs: Sequence[PriceLine], known: int, rounds: int, prices: Prices
) -> tuple[int, Prices]:
    """The same in Python, where its compiled twin is not there or numbers are too large."""
    best, kept, pace, stuck = 0, prices, FIRST, 0
    way: Gradient | None = None
    for _ in range(rounds):
        found = priced_starts(model, costs, prices)
        stuck = 0 if found.bound > best + best // ONE**2 else stuck + 1
        if found.bound > best:
            best, kept = found.bound, prices
        if best >= known or not pace:
            break
        if stuck * PATIENCE >= rounds:
            pace, stuck = pace * 2 // 3, 0
        way = _mean(way, _gradient(model, found.places))
        aim = pace * max(known - found.bound, known // ONE)
        prices = _stepped(model, prices, way, aim)
    return best, kept


def _gradient(model: TimeIndexed, places: Sequence[int]) -> Gradient:
    late = -model.late
    for node, place in zip(model.nodes, places, strict=True):
        late += node.days.late[place] if node.days.late else 0
    rows = []
    for use, room in zip(held(model, places), model.rooms, strict=True):
        whole = max(1, *room)
        excess = zip(use, room, strict=True)
        rows.append([ONE * (units - most) // whole for units, most in excess])
    arcs = []
    for before, after in model.arcs:
        start = model.nodes[after].days.first + places[after]
        arcs.append((start, model.nodes[before].days.ends[places[before]]))
    return Gradient(rows, ONE * late, arcs)


def _mean(way: Gradient | None, new: Gradient) -> Gradient:
    """The direction so far, turned towards a new gradient; arcs follow the new one only."""
    if way is None:
        return new
    rows = [
        [so_far + (now - so_far) // MEMORY for so_far, now in zip(old, line, strict=True)]
        for old, line in zip(way.rows, new.rows, strict=True)
    ]
    return Gradient(rows, way.late + (new.late - way.late) // MEMORY, new.arcs)


def _stepped(model: TimeIndexed, prices: Prices, way: Gradient, aim: int) -> Prices:
    """Prices a step further, as far as would gain `aim` if the bound were straight."""
    steep = _steepness(prices, way)
    if not steep:
        return prices
    rows = []
    for room, line, slopes in zip(model.rooms, prices.rows, way.rows, strict=True):
        rate = (aim << SHIFT) // (steep * max(1, *room))
        slants = zip(line, slopes, strict=True)
        moved = [price + (rate * slope >> SHIFT) for price, slope in slants]
        rows.append([price if price > 0 else 0 for price in moved])
    rate = (aim << SHIFT) // steep
    late = max(0, prices.late + (rate * way.late >> SHIFT))
    days = aim * ONE // (steep * ARCS)
    spans = zip(prices.arcs, way.arcs, strict=True)
    arcs = [_moved(line, start, end, days) for line, (start, end) in spans]
    return Prices(rows, arcs, late)


def _steepness(prices: Prices, way: Gradient) -> int:
    """The square of the gradient, without what would make a price negative."""
    steep = way.late**2 if way.late > 0 or prices.late else 0
    for line, slopes in zip(prices.rows, way.rows, strict=True):
        slants = zip(line, slopes, strict=True)
        steep += sum(slope * slope for price, slope in slants if slope > 0 or price)
    return steep + sum(abs(end - start) for start, end in way.arcs) * ONE**2 // ARCS


def _moved(line: list[int], start: int, end: int, step: int) -> list[int]:
    """The prices of an arc, higher where it is broken or lower where there is time left."""
    moved = line.copy()
    moved[start:end] = [price + step for price in line[start:end]]
    moved[end:start] = [max(0, price - step) for price in line[end:start]]
    return moved
