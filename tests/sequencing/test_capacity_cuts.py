"""Capacity cuts: no set of initiatives that can be in work together breaks one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, combinations
from random import Random

import pytest

from roadmap.sequencing.bounds.capacity_cuts import capacity_cuts
from roadmap.sequencing.bounds.dependency_forest import ancestors
from roadmap.sequencing.schedule.problem import Problem
from tests.sequencing.plan_portfolios import initiative, portfolio, posed, team
from tests.sequencing.test_cost_bound import unlike


@pytest.mark.parametrize("number", range(20))
def test_what_can_be_in_work_together_never_counts_more_than_the_room(number: int) -> None:
    whole, _ = posed(unlike(Random(number), 9))
    every = range(whole.count)
    cuts = capacity_cuts(whole, every, whole.before)
    together = [some for some in subsets(every) if can_be_in_work(whole, some)]

    assert cuts
    for cut in cuts:
        assert all(sum(cut.units.get(i, 0) for i in some) <= cut.room for some in together)


def test_a_cut_counts_what_leaves_no_room_for_anything_as_all_of_it() -> None:
    whole, _ = posed(
        (
            portfolio(
                [
                    initiative("all", {"web": (5.0, 5.0)}),
                    *(initiative(id, {"web": (6.0, 2.0)}) for id in "abc"),
                    initiative("small", {"web": (1.0, 1.0)}),
                ],
                [team("web", 5)],
            ),
            {},
        )
    )
    cuts = capacity_cuts(whole, range(whole.count), whole.before)
    two = [cut.units for cut in cuts if cut.room == 2]

    # Two people of five can be had twice, not three times.
    ids = [{whole.ids[place]: units for place, units in cut.items()} for cut in two]
    assert {"all": 2, "a": 1, "b": 1, "c": 1} in ids


def test_there_are_none_where_all_parts_of_each_team_hold_as_many_people() -> None:
    alike = [
        initiative(id, {"web": 4, "data": 8}, needs)
        for id, needs in (("a", []), ("b", ["a"]))
    ]
    whole, _ = posed((portfolio(alike, [team("web", 4, 2), team("data", 3)]), {}))

    assert capacity_cuts(whole, range(2), whole.before) == []


def subsets(numbers: Sequence[int]) -> Iterable[tuple[int, ...]]:
    return chain.from_iterable(combinations(numbers, size) for size in range(1, 6))


def can_be_in_work(whole: Problem, some: Sequence[int]) -> bool:
    """Whether nobody needs another of these, and no team is asked for more than it has."""
    above = ancestors(whole.before)
    if any(above[one] >> other & 1 for one in some for other in some):
        return False
    held = Counter[int]()
    for number in some:
        for hold in whole.holds[number]:
            held[hold.crew] += hold.held
    return all(units <= whole.crews[crew].capacity for crew, units in held.items())
