"""However an order came about, move by move, it is as if placed from the beginning."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import cost, late
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.neighbourhood import drawn
from roadmap.sequencing.search.search import schedule_of
from tests.sequencing.plan_portfolios import Case, crowd, planned, posed

Draws = list[tuple[int, int, int]]
"""Of each move: who is moved, its 32 random bits, and what is done with it."""

WHO, BITS, DEED = st.integers(0, 11), st.integers(0, (1 << 32) - 1), st.integers(0, 9)


@settings(max_examples=25)
@given(planned(12), st.lists(st.tuples(WHO, BITS, DEED), min_size=1, max_size=40))
def test_a_chain_of_moves_gives_what_the_whole_order_does(case: Case, draws: Draws) -> None:
    whole, fixed = posed(case)
    for group in groups(whole):
        walked(fixed, feasible(whole, group), draws)


@pytest.mark.parametrize("seed", range(6))
def test_a_long_chain_in_a_crowd_gives_what_the_whole_order_does(seed: int) -> None:
    random = Random(seed)
    case, count = crowd(random, 40), 0
    tiers = {id: random.choice([0, 0, 1]) for id in case[1]}
    whole, table = posed(case, tiers)
    for group in groups(whole):
        order = feasible(whole, random.sample(group, len(group)))
        draws = [
            (random.randrange(40), random.getrandbits(32), random.randrange(10))
            for _ in range(120)
        ]
        count += walked(table, order, draws)
        table = scheduled(table, order)

    assert len(groups(whole)) == 2
    assert count > 60


def walked(
    fixed: Timetable, order: list[int], draws: Iterable[tuple[int, int, int]]
) -> int:
    """Make the moves that are drawn, each compared with a rebuild; how many were made."""
    schedule, made = schedule_of(fixed.problem, fixed, order), 0
    assert_as_if_rebuilt(schedule)
    for who, bits, deed in draws:
        if deed == 0:
            schedule.sort()
        patience = schedule.late_unit if deed > 1 else 0
        move = drawn(schedule, schedule.order[who % len(schedule.order)], bits)
        total, before = schedule.total, list(schedule.order)
        change = move and schedule.change(move.low, move.window, move.crews, patience << 20)
        if not change or deed == 2:
            assert (schedule.total, schedule.order) == (total, before)
            continue
        schedule.accept(change)
        made += 1

        assert schedule.total == total - change.gain
        assert_as_if_rebuilt(schedule)
    return made


def assert_as_if_rebuilt(schedule: Schedule) -> None:
    """Nothing differs from the same order in a new schedule, or placed serially."""
    whole, fixed, order = schedule.problem, schedule.fixed, schedule.order
    again, table = schedule_of(whole, fixed, order), scheduled(fixed, order)

    assert order == feasible(whole, order)
    assert [schedule.order[schedule.place[each]] for each in order] == order
    assert schedule.table() == again.table() == table
    for each in order:
        assert schedule.ready[each] == again.ready[each]
        assert schedule.price[each] == again.price[each]
        assert list(schedule.held_before[each]) == list(again.held_before[each])
        assert list(schedule.held_after[each]) == list(again.held_after[each])
    finish = schedule.end_unit * max([0, *table.end])
    days, value = late(table, order), cost(table, order)
    assert schedule.total == days * schedule.late_unit + finish + value
