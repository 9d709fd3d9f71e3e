"""The cheapest starts at given prices: one sweep up the forest, and one down.

Each day of a row has a price, which is paid for each unit held. An arc beside the forest
has a price for each day on which what needs has started and what is needed has not ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, mul, sub

from roadmap.sequencing.bounds.time_indexed import BoundNode, TimeIndexed

NEVER = 1 << 60
"""What a start costs on which somebody is missing."""

PriceLine = Sequence[int]
"""A number for each day or each start."""


@dataclass(frozen=True, slots=True)
class Prices:
    """The price of a unit of each row by day, of each arc by day, and of a day late."""

    rows: list[list[int]]
    arcs: list[list[int]]
    late: int


@dataclass(frozen=True, slots=True)
class PricedStarts:
    """The cheapest starts at some prices, by node and place, and the bound they give."""

    bound: int
    places: list[int]


def priced_starts(
    model: TimeIndexed, costs: Sequence[PriceLine], prices: Prices
) -> PricedStarts:
    """The starts that cost least, with what they hold at its price.

    No plan costs less than the bound: what it holds is within every room, so that it
    pays for no more than the rooms are worth, and is paid for what it respects.
    """
    totals, least = _upward(model, costs, prices)
    bound = sum(
        min(total) for node, total in zip(model.nodes, totals, strict=True) if not node.link
    )
    for room, line in zip(model.rooms, prices.rows, strict=True):
        bound -= sum(map(mul, room, line))
    bound -= prices.late * model.late
    return PricedStarts(bound, _downward(model, totals, least))


def held(model: TimeIndexed, places: Sequence[int]) -> list[list[int]]:
    """The units of each row that are held on each day, with these starts."""
    change = [[0] * (model.horizon + 1) for _ in model.rooms]
    for node, place in zip(model.nodes, places, strict=True):
        for use in node.uses:
            for row, units in model.demands[use.demand]:
                change[row][node.days.first + place] += units
                change[row][use.ends[place]] -= units
    return [list(accumulate(line[:-1])) for line in change]


def _upward(
    model: TimeIndexed, costs: Sequence[PriceLine], prices: Prices
) -> tuple[list[PriceLine], list[PriceLine]]:
    """By node and start what its branch costs, and the least of what its parent allows."""
    tolls = _tolls(model, prices)
    ahead = [[*accumulate(reversed(line), initial=0)][::-1] for line in prices.arcs]
    totals: list[PriceLine] = [()] * len(model.nodes)
    least: list[PriceLine] = [()] * len(model.nodes)
    branches: list[list[PriceLine]] = [[] for _ in model.nodes]
    for place in reversed(range(len(model.nodes))):
        node = model.nodes[place]
        total = _alone(node, costs[place], prices.late, tolls, ahead)
        for branch in branches[place]:
            total = list(map(add, total, branch))
        if node.days.closed:
            total = list(total)
            for day in node.days.closed:
                total[day] = NEVER
        totals[place] = total
        if node.link:
            least[place] = _from(total) if node.link.needing else _until(total)
            branches[node.link.parent].append(node.link.picked(least[place]))
    return totals, least


def _downward(
    model: TimeIndexed, totals: Sequence[PriceLine], least: Sequence[PriceLine]
) -> list[int]:
    """The cheapest start of each node, given that of its parent."""
    places: list[int] = []
    for node, total, low in zip(model.nodes, totals, least, strict=True):
        if node.link:
            place = node.link.places[places[node.link.parent]]
            begin = place if node.link.needing else 0
            places.append(total.index(low[place], begin))
        else:
            places.append(total.index(min(total)))
    return places


def _alone(
    node: BoundNode,
    costs: PriceLine,
    late: int,
    tolls: Sequence[PriceLine],
    ahead: Sequence[PriceLine],
) -> PriceLine:
    """What a node costs by start, with what it holds, but without its branches."""
    first, total = node.days.first, costs
    if late and node.days.late:
        total = list(map(add, total, [late * days for days in node.days.late]))
    for use in node.uses:
        toll = tolls[use.demand]
        paid = zip(total, use.at_end(toll), toll[first:], strict=True)
        total = [cost + until - before for cost, until, before in paid]
    for arc in node.after:
        total = list(map(add, total, ahead[arc][first:]))
    for arc in node.before:
        total = list(map(sub, total, node.at_end(ahead[arc])))
    return total


def _tolls(model: TimeIndexed, prices: Prices) -> list[PriceLine]:
    """What each demand costs from the first day until before each."""
    sums = [list(accumulate(line, initial=0)) for line in prices.rows]
    tolls: list[PriceLine] = []
    for demand in model.demands:
        parts = (
            sums[row] if units == 1 else [units * paid for paid in sums[row]]
            for row, units in demand
        )
        toll: PriceLine = next(parts)
        for part in parts:
            toll = list(map(add, toll, part))
        tolls.append(toll)
    return tolls


def _until(total: PriceLine) -> PriceLine:
    """The least up to each place."""
    low = total[0]
    return [low := cost if cost < low else low for cost in total]


def _from(total: PriceLine) -> PriceLine:
    """The least from each place on."""
    low = total[-1]
    least = [low := cost if cost < low else low for cost in reversed(total)]
    least.reverse()
    return least
