"""Pairs that run against the sequence: the definition, and the first few of very many."""

from __future__ import annotations

from itertools import islice, product
from time import process_time

from hypothesis import given, settings

from roadmap.sequencing.explain.inversions import inversions
from roadmap.sequencing.schedule.serial import Timetable, scheduled
from tests.sequencing.plan_portfolios import (
    Case,
    initiative,
    planned,
    portfolio,
    posed,
    team,
)


@settings(max_examples=40)
@given(planned(9))
def test_a_pair_is_one_that_shares_a_team_and_starts_later_than_its_next(
    case: Case,
) -> None:
    whole, fixed = posed(case)
    moved = [one for one in reversed(range(whole.count)) if one not in whole.fixed]
    table = scheduled(fixed, sorted(moved, key=lambda one: len(whole.before[one])))
    crews = [{hold.crew for hold in holds} for holds in whole.holds]

    assert list(inversions(table)) == [
        (one, other)
        for one, other in product(range(whole.count), repeat=2)
        if one < other
        and crews[one] & crews[other]
        and table.start[other] < table.start[one]
    ]


def test_the_first_of_many_pairs_are_found_without_the_rest() -> None:
    count = 3_000
    them = [initiative(f"i{number:04}", {"web": 1}) for number in range(count)]
    whole, _ = posed((portfolio(them, [team("web")]), {}))
    start = [*reversed(range(count))]
    table = Timetable(whole, [0], start, [day + 1 for day in start])

    begun = process_time()
    first = list(islice(inversions(table), 500))

    assert first == [(0, number) for number in range(1, 501)]
    assert process_time() - begun < 0.5  # all four million pairs take seconds
