"""Capacity cuts: initiatives of which only one, or two, can be worked on at once.

Three of a team's four people cannot be had twice at once, but a relaxation that shares
people out has one and a third of such initiatives in work all the time. A cut says of a
set of initiatives that no more than one of them, or two, is ever in work, because others
would ask for more people than there are, or because one needs the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roadmap.sequencing.bounds.conflicts import Conflicts, conflicts
from roadmap.sequencing.schedule.problem import Problem

KEPT = 6
"""Cuts of each kind."""
FINE = 1000
"""In how many parts a team's people are counted where work is compared."""

Units = dict[int, int]
"""What each of a set of initiatives counts, by place among those that move."""


@dataclass(frozen=True, slots=True)
class CapacityCut:
    """At any time the `units` of all that is in work are at most `room`.

    In work is what holds people of each of its teams that is among `crews`; what has no
    such team is until it ends.
    """

    units: Units
    room: int
    crews: frozenset[int]


def capacity_cuts(
    problem: Problem, movable: Sequence[int], needs: Sequence[Sequence[int]]
) -> list[CapacityCut]:
    """The cuts that say most; none where all parts of each team hold as many people.

    `needs` are places among the movable.
    """
    uneven = _uneven(problem, movable)
    places = [
        place
        for place, number in enumerate(movable)
        if any(hold.crew in uneven for hold in problem.holds[number])
    ]
    work = [_work(problem, number) for number in movable]
    heaviest = sorted(places, key=lambda place: (-work[place], place))
    between = conflicts(problem, movable, places, needs)
    length = [problem.length(number) for number in movable]
    cuts = []
    for grown, room in ((one_at_once, 1), (two_at_once, 2)):
        sets = (grown(between, seed, heaviest) for seed in heaviest)
        for units in _spread((one for one in sets if len(one) > room), length):
            cuts.append(CapacityCut(units, room, _crowded(between, units)))
    return cuts


def one_at_once(between: Conflicts, seed: int, others: Sequence[int]) -> Units:
    """A set of which each conflicts with each."""
    units, fitting = {seed: 1}, between.beside[seed]
    for place in others:
        if fitting >> place & 1:
            units[place] = 1
            fitting &= between.beside[place]
    return units


def two_at_once(between: Conflicts, seed: int, others: Sequence[int]) -> Units:
    """A set of which no three can be in work at once; what conflicts with all counts 2."""
    units, single, double = {seed: 1}, ~(1 << seed), between.beside[seed]
    for place in others:
        if not single >> place & 1:
            continue
        beside = between.beside[place]
        if double >> place & 1:
            single &= beside
        for other, counts in units.items():
            if counts == 1 and not beside >> other & 1:
                either = beside | between.beside[other]
                single &= either | between.without_room(place, other)
        units[place] = 2 if double >> place & 1 else 1
        single &= ~(1 << place)
        double &= beside
    every = sum(1 << place for place in units)
    alone = (place for place in units if not every & ~between.beside[place] & ~(1 << place))
    return units | dict.fromkeys(alone, 2)


def _uneven(problem: Problem, movable: Sequence[int]) -> set[int]:
    """The crews of which some parts hold more people than others."""
    held: dict[int, set[int]] = {}
    for number in movable:
        for hold in problem.holds[number]:
            held.setdefault(hold.crew, set()).add(hold.held)
    return {crew for crew, units in held.items() if len(units) > 1}


def _work(problem: Problem, number: int) -> int:
    """Days of whole teams, in `FINE` parts, that an initiative asks for."""
    crews = problem.crews
    return sum(
        FINE * hold.length * hold.held // crews[hold.crew].capacity
        for hold in problem.holds[number]
    )


def _spread(sets: Iterable[Units], length: Sequence[int]) -> Iterator[Units]:
    """The sets with most days of work, counting less what earlier ones have counted."""
    left = [dict(items) for items in sorted({tuple(sorted(one.items())) for one in sets})]
    seen = dict.fromkeys({place for units in left for place in units}, 1)

    def days(units: Units) -> int:
        return sum(FINE * length[place] * u // seen[place] for place, u in units.items())

    for _ in range(min(KEPT, len(left))):
        units = max(left, key=days)
        left.remove(units)
        for place in units:
            seen[place] += 1
        yield units


def _crowded(between: Conflicts, units: Units) -> frozenset[int]:
    """The crews that have too few people for all of a set at once."""
    asked = [0] * len(between.capacity)
    for place in units:
        for crew, held in between.held[place].items():
            asked[crew] += held
    pairs = zip(asked, between.capacity, strict=True)
    return frozenset(crew for crew, (units, most) in enumerate(pairs) if units > most)
