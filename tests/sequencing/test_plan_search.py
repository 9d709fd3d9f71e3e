from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing.schedule.first_fit import crews_of, fitters
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.serial import feasible, first_fit, scheduled
from roadmap.sequencing.search.neighbourhood import moved
from roadmap.sequencing.search.search import schedule_of, searched
from tests.sequencing.plan_portfolios import Case, planned, posed


@given(planned(7))
def test_the_fast_fit_is_the_first_fit(case: Case) -> None:
    whole, table = posed(case)
    fits = fitters(whole)

    for each in range(whole.count):
        if table.start[each] >= 0:
            continue
        ready, holds = table.ready(each), whole.holds[each]
        states = [table.busy[crew] for crew in crews_of(holds)]
        start, end, held = fits[each](ready, states)
        assert start == first_fit(whole.crews, table.busy, holds, ready)
        table.place(each, ready)

        assert (start, end) == (table.start[each], table.end[each])
        assert list(held) == [table.busy[crew] for crew in crews_of(holds)]


@given(planned(8), st.integers(0, 7), st.integers(0, 7))
def test_a_replayed_move_is_the_whole_order_placed_again(
    case: Case, which: int, to: int
) -> None:
    whole, fixed = posed(case)
    for group in groups(whole)[:1]:
        schedule = schedule_of(whole, fixed, feasible(whole, group))
        number, place = group[which % len(group)], to % len(group)
        move = moved(schedule, number, place) if schedule.place[number] != place else None
        if move is None:
            continue
        before = schedule.total
        change = schedule.change(move.low, move.window, move.crews, schedule.late_unit << 9)
        assert change is not None
        schedule.accept(change)
        again = schedule_of(whole, fixed, schedule.order)

        assert (schedule.start, schedule.end) == (again.start, again.end)
        assert before - change.gain == again.total


@settings(max_examples=40)
@given(planned(5))
def test_the_search_finds_the_best_of_all_orders(case: Case) -> None:
    whole, fixed = posed(case)
    for group in groups(whole)[:1]:
        every = (
            scheduled(fixed, order)
            for order in permutations(group)
            if list(order) == feasible(whole, order)
        )
        best = min(aims(table, group) for table in every)

        assert aims(searched(whole, fixed).table, group) == best
