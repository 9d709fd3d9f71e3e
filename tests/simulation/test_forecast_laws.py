"""What holds of every forecast, whatever the portfolio."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing.plan import plan
from roadmap.sequencing.prices import retraced
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.sequence import sequence
from roadmap.simulation.forecast import forecast
from roadmap.simulation.replay import course, needed, replay
from roadmap.simulation.settings import ForecastSettings
from tests.sequencing.plan_portfolios import Case, crowd, scores
from tests.sequencing.plan_portfolios import planned as cases

CERTAIN = ForecastSettings(low=1, high=1, draws=3)  # type: ignore[arg-type]
Factors = st.lists(st.integers(200, 3000), min_size=1, max_size=20)


def table_of(case: Case) -> Timetable:
    portfolio, values = case
    scored = scores(portfolio, values)
    ordered = sequence(portfolio, scored)
    return retraced(portfolio, scored, ordered, plan(portfolio, scored, ordered))


@given(cases(7))
def test_work_that_takes_what_the_plan_counts_is_the_plan(case: Case) -> None:
    table = table_of(case)
    whole = table.problem
    again = replay(course(table), needed(whole), [None] * whole.count, 1)

    assert [days[0] for days in again.start] == table.start
    assert [days[0] for days in again.end] == table.end


def test_many_initiatives_replayed_as_planned_are_the_plan() -> None:
    for seed in range(3):
        table = table_of(crowd(Random(seed), 20))
        whole = table.problem
        again = replay(course(table), needed(whole), [None] * whole.count, 1)

        assert [days[0] for days in again.start] == table.start
        assert [days[0] for days in again.end] == table.end


@settings(max_examples=25)
@given(cases(5))
def test_without_spread_every_draw_is_the_plan(case: Case) -> None:
    portfolio, values = case
    scored = scores(portfolio, values)
    ordered = sequence(portfolio, scored)
    made = plan(portfolio, scored, ordered)
    found = forecast(portfolio, scored, ordered, made, CERTAIN)

    for id, slot in made.slots.items():
        ends = found.ranges[id]
        assert {ends.p10, ends.p50, ends.p85, ends.p90} == {slot.last_day}
        assert ends.chance == 1
    if found.wait:
        assert {found.wait.p10, found.wait.p50, found.wait.p90} == {made.mean_wait_weeks}


@settings(max_examples=40)
@given(cases(7), Factors, Factors)
def test_longer_work_never_ends_anything_sooner(
    case: Case, shorter: list[int], more: list[int]
) -> None:
    table = table_of(case)
    whole = table.problem
    steps = course(table)

    def drawn(factors: list[list[int]]) -> list[list[list[int]]]:
        return [
            [
                [
                    -(-hold.need * draw[(7 * number + place) % len(draw)] // 1000)
                    for draw in factors
                ]
                for place, hold in enumerate(holds)
            ]
            for number, holds in enumerate(whole.holds)
        ]

    longer = [
        factor + more[place % len(more)] - 200 for place, factor in enumerate(shorter)
    ]
    found = replay(steps, drawn([shorter, longer]), [None] * whole.count, 2)

    assert all(one <= other for one, other in found.start)
    assert all(one <= other for one, other in found.end)


@settings(max_examples=25)
@given(cases(7))
def test_a_later_outside_delivery_never_ends_anything_sooner(case: Case) -> None:
    table = table_of(case)
    whole = table.problem
    dates = [
        [whole.today + 2, whole.today + 9] if not number % 3 else None
        for number in range(whole.count)
    ]
    needs = [[[hold.need] * 2 for hold in holds] for holds in whole.holds]
    found = replay(course(table), needs, dates, 2)

    assert all(one <= other for one, other in found.end)


@settings(max_examples=20)
@given(cases(6))
def test_quantiles_are_in_order(case: Case) -> None:
    portfolio, values = case
    scored = scores(portfolio, values)
    ordered = sequence(portfolio, scored)
    made = plan(portfolio, scored, ordered)
    found = forecast(portfolio, scored, ordered, made, ForecastSettings(draws=50))

    for ends in (*found.ranges.values(), found.finish):
        assert ends.p10 <= ends.p50 <= ends.p85 <= ends.p90
        assert 0 <= ends.chance <= 1
    for date in found.dates:
        assert date.safe_day == found.ranges[date.id].p85


@settings(max_examples=20)
@given(cases(7), st.randoms(use_true_random=False))
def test_no_team_is_ever_held_by_more_than_it_has(case: Case, random: Random) -> None:
    table = table_of(case)
    whole = table.problem
    needs = [
        [[max(1, int(hold.need * random.uniform(0.3, 4)))] for hold in holds]
        for holds in whole.holds
    ]
    found = replay(course(table), needs, [None] * whole.count, 1)

    held: dict[tuple[int, int], int] = {}
    for number, holds in enumerate(whole.holds):
        start = found.start[number][0]
        for hold, (need,) in zip(holds, needs[number], strict=True):
            there = whole.crews[hold.crew].presence
            assert number in whole.running or there.open(start) == start
            for day in range(start, there.end(start, need)):
                held[hold.crew, day] = held.get((hold.crew, day), 0) + hold.held
        for other in whole.before[number]:
            assert found.end[other][0] <= start
    assert all(units <= whole.crews[crew].capacity for (crew, _), units in held.items())
