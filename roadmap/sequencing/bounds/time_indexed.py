"""The plan as starts on days, of which capacity and a few dependencies may be relaxed.

A plan is a start for each initiative. What prices are put on are rows: what a team, or a
capacity cut, has room for on each day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from roadmap.sequencing.bounds.capacity_cuts import CapacityCut, capacity_cuts
from roadmap.sequencing.bounds.dependency_forest import Arc, Forest, direct_arcs, forest
from roadmap.sequencing.bounds.start_days import StartDays
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable

Pick = Callable[[Sequence[int]], Sequence[int]]
"""The entries of a list at places that are known."""
Count = tuple[int, int, frozenset[int]]
"""The row of a cut, what it counts an initiative for, and the crews by which it does."""
Demand = tuple[tuple[int, int], ...]
"""Rows, and the units of each that are held."""
COUNTED = 4096
"""Up to so many units, what parts can add up to is counted."""


@dataclass(frozen=True, slots=True)
class Use:
    """A demand, by number, that is held from a start until one of `ends`, by start."""

    demand: int
    ends: list[int]
    at_end: Pick


@dataclass(frozen=True, slots=True)
class PricedLink:
    """The dependency between a node and its parent, which it needs or which needs it.

    By start of the parent: the place among the node's own starts of the first that is
    late enough, or of the last that is early enough.
    """

    parent: int
    needing: bool
    places: list[int]
    picked: Pick


@dataclass(frozen=True, slots=True)
class BoundNode:
    """An initiative in the forest of dependencies, with its starts from `first` on.

    `after` and `before` are the arcs beside the forest that lead to it and from it.
    """

    days: StartDays
    at_end: Pick
    uses: list[Use]
    link: PricedLink | None
    after: list[int]
    before: list[int]


@dataclass(frozen=True, slots=True)
class TimeIndexed:
    """The nodes, each after its parent; the `rooms` of each row by day, up to a horizon.

    `arcs` are the dependencies beside the forest, from node to node. `late` is how many
    days late mandatory work may be.
    """

    nodes: list[BoundNode]
    horizon: int
    rooms: list[list[int]]
    demands: list[Demand]
    arcs: list[Arc]
    late: int


def time_indexed(
    fixed: Timetable, starts: Sequence[StartDays], horizon: int, late: int
) -> TimeIndexed:
    """The model of what has these starts, after what is fixed."""
    problem = fixed.problem
    numbers = [days.number for days in starts]
    index = {number: node for node, number in enumerate(numbers)}
    needs = [[index[i] for i in problem.before[n] if i in index] for n in numbers]
    cuts = capacity_cuts(problem, numbers, needs)
    crews = range(len(problem.crews))
    rooms = [_room(fixed, numbers, crew, horizon) for crew in crews]
    tree = _tree(starts, needs)
    rank = [0] * len(starts)
    for place, node in enumerate(tree.order):
        rank[node] = place
    arcs = [(rank[before], rank[after]) for before, after in tree.rest]
    demands: dict[Demand, int] = {}
    nodes = [
        BoundNode(
            days=starts[node],
            at_end=picking(starts[node].ends),
            uses=_uses(problem, starts[node], _counts(cuts, node, len(rooms)), demands),
            link=_link(starts, tree, node, rank, horizon),
            after=[arc for arc, (_, later) in enumerate(arcs) if later == rank[node]],
            before=[arc for arc, (first, _) in enumerate(arcs) if first == rank[node]],
        )
        for node in tree.order
    ]
    rooms += ([cut.room] * horizon for cut in cuts)
    return TimeIndexed(nodes, horizon, rooms, list(demands), arcs, late)


def picking(places: Sequence[int]) -> Pick:
    """What picks the entries at some places, of which there is at least one."""
    if len(places) == 1:
        return lambda line: (line[places[0]],)
    return itemgetter(*places)


def _tree(starts: Sequence[StartDays], needs: Sequence[Sequence[int]]) -> Forest:
    """The forest that takes up first what leaves most time between two initiatives.

    What leaves none is what prices find most easily.
    """

    def tightness(arc: Arc) -> tuple[int, int]:
        before, after = arc
        return starts[before].ends[0] - starts[after].first, -after

    return forest(len(starts), sorted(direct_arcs(needs), key=tightness))


def _link(
    starts: Sequence[StartDays], tree: Forest, node: int, rank: Sequence[int], horizon: int
) -> PricedLink | None:
    above, own = tree.parent[node], starts[node]
    if above < 0:
        return None
    if tree.needing[node]:
        places = [max(0, end - own.first) for end in starts[above].ends]
    else:
        days = range(starts[above].first, horizon + 1)
        places = [bisect_right(own.ends, day) - 1 for day in days]
    return PricedLink(rank[above], tree.needing[node], places, picking(places))


def _uses(
    problem: Problem, days: StartDays, counts: Iterable[Count], demands: dict[Demand, int]
) -> list[Use]:
    """What an initiative holds; what it holds until the same days is one demand."""
    held: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    holds = problem.holds[days.number]
    for hold, leaves in zip(holds, days.leaves, strict=True):
        held.setdefault(tuple(leaves), []).append((hold.crew, hold.held))
    for row, units, crews in counts:
        parts = zip(holds, days.leaves, strict=True)
        inside = [leaves for hold, leaves in parts if hold.crew in crews]
        until = tuple(map(min, zip(*inside, strict=True))) or tuple(days.ends)
        held.setdefault(until, []).append((row, units))
    return [
        Use(demands.setdefault(tuple(demand), len(demands)), list(ends), picking(ends))
        for ends, demand in held.items()
    ]


def _counts(cuts: Sequence[CapacityCut], node: int, first: int) -> Iterator[Count]:
    """The rows of the cuts that count a node, from the first row of a cut on."""
    for row, cut in enumerate(cuts, first):
        if node in cut.units:
            yield row, cut.units[node], cut.crews


def _room(fixed: Timetable, numbers: Sequence[int], crew: int, horizon: int) -> list[int]:
    """The units of a crew that parts of some initiatives can make use of, by day."""
    team, sums = fixed.problem.crews[crew], _sums(fixed.problem, numbers, crew)
    room, busy = [], fixed.busy[crew] >> team.bits * fixed.problem.today
    for _ in range(horizon):
        free = team.capacity - (busy & (1 << team.bits) - 1)
        busy >>= team.bits
        room.append((sums & (2 << free) - 1).bit_length() - 1 if sums else free)
    return room


def _sums(problem: Problem, numbers: Sequence[int], crew: int) -> int:
    """The units that some parts can hold together, as bits; 0 where there are many."""
    capacity = problem.crews[crew].capacity
    if capacity > COUNTED:
        return 0
    sums = 1
    for number in numbers:
        for hold in problem.holds[number]:
            if hold.crew == crew:
                sums |= sums << hold.held & (2 << capacity) - 1
    return sums
