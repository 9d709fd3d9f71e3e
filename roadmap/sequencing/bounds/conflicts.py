"""Conflicts: which initiatives cannot be in work at the same time, as sets of bits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import or_

from roadmap.sequencing.bounds.dependency_forest import ancestors
from roadmap.sequencing.schedule.problem import Problem

Takers = tuple[list[int], list[int]]
"""The different units that a crew is asked for, and who asks for so many or more."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Who of some initiatives cannot be in work together, by place among those that move.

    `capacity` and `takers` are by crew, `held` is by place and crew. `beside` has for each
    the bits of all that cannot be in work beside it, for want of people or by dependency.
    """

    capacity: list[int]
    held: list[dict[int, int]]
    takers: list[Takers]
    beside: dict[int, int]

    def without_room(self, *places: int) -> int:
        """Who finds too few people beside some that can be in work together."""
        crowd = 0
        for crew in {crew for place in places for crew in self.held[place]}:
            used = sum(self.held[place].get(crew, 0) for place in places)
            units, takers = self.takers[crew]
            crowd |= takers[bisect_right(units, self.capacity[crew] - used)]
        return crowd


def conflicts(
    problem: Problem,
    movable: Sequence[int],
    places: Sequence[int],
    needs: Sequence[Sequence[int]],
) -> Conflicts:
    """The conflicts among some places; `needs` are places among the movable."""
    holds = [problem.holds[number] for number in movable]
    held = [{hold.crew: hold.held for hold in parts} for parts in holds]
    capacity = [crew.capacity for crew in problem.crews]
    takers = [_takers(held, places, crew) for crew in range(len(capacity))]
    between = Conflicts(capacity, held, takers, {})
    for place, related in _related(places, ancestors(needs)).items():
        others = related | between.without_room(place)
        between.beside[place] = others & ~(1 << place)
    return between


def _takers(held: Sequence[dict[int, int]], places: Sequence[int], crew: int) -> Takers:
    asked: dict[int, int] = {}
    for place in places:
        number = held[place].get(crew, 0)
        asked[number] = asked.get(number, 0) | 1 << place
    units = sorted(asked)
    most_first = [asked[number] for number in reversed(units)]
    return units, [*accumulate(most_first, or_, initial=0)][::-1]


def _related(places: Sequence[int], above: Sequence[int]) -> dict[int, int]:
    """All that each of some places needs or is needed by, among these."""
    every = sum(1 << place for place in places)
    related = {place: above[place] & every for place in places}
    for place in places:
        for other in places:
            if above[place] >> other & 1:
                related[other] |= 1 << place
    return related
