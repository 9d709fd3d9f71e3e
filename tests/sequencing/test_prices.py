from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.sequencing.explain.inversions import inversions
from roadmap.sequencing.plan import plan
from roadmap.sequencing.prices import obligations, priced, timetable_of
from roadmap.sequencing.results import ObligationKind, Plan, Price
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.search.replanning import replanned, replanned_in_order
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    crowd,
    initiative,
    planned,
    portfolio,
    scores,
    team,
)

Case = tuple[Portfolio, dict[str, float]]


def known(of: Portfolio, **values: float) -> Plan:
    """The plan with all its prices."""
    found = scores(of, values)
    order = sequence(of, found)
    made = plan(of, found, order)
    pairs = [(pair.first, pair.second) for pair in made.out_of_order]
    return priced(of, found, order, made, pairs=pairs)


def prices(of: Portfolio, **values: float) -> dict[tuple[str, str], Fraction]:
    return {(price.id, price.kind): price.cost for price in known(of, **values).prices}


def test_a_must_costs_what_the_rest_waits_for_it() -> None:
    law = initiative("law", {"web": 2}, deadline=2, must=True)
    of = portfolio([initiative("star", {"web": 3}), law])

    # Nine points wait two days longer.
    assert prices(of, star=9) == {("law", "must"): Fraction(9 * 2, 5)}


def test_a_deadline_that_would_be_kept_anyway_costs_nothing() -> None:
    of = portfolio([initiative("star", {"web": 3}, deadline=4)])

    assert prices(of, star=9) == {("star", "deadline"): 0}


def test_a_deadline_is_priced_without_what_itself_adds_when_it_is_missed() -> None:
    of = portfolio([initiative("star", {"web": 5}, deadline=1)])

    assert prices(of, star=9) == {("star", "deadline"): 0}


def test_a_deadline_costs_what_goes_back_for_it() -> None:
    soon = initiative("soon", {"web": 2}, deadline=1)
    of = portfolio([initiative("star", {"web": 4}), soon])

    # Soon first: 6 × 2 + 13 × 6 = 90. Star first: 13 × 4 + 6 × 6 = 88, and 24 when late.
    assert prices(of, star=13, soon=6) == {("soon", "deadline"): Fraction(2, 5)}


def test_a_pin_costs_what_it_and_what_it_needs_push_back() -> None:
    base, pet = initiative("base", {"web": 1}), initiative("pet", {"web": 2}, ["base"])
    star = initiative("star", {"web": 1})
    of = portfolio([base, replace(pet, pin=initiative("x", {}, pin=True).pin), star])

    assert prices(of, star=10) == {("pet", "pin"): Fraction(10 * 3, 5)}


def test_an_obligation_of_running_work_costs_nothing() -> None:
    runs = initiative(
        "runs", {"web": 3}, deadline=1, must=True, pin=True, status=Status.IN_PROGRESS
    )

    found = prices(portfolio([runs, initiative("a", {"web": 1})]), a=5)

    assert found == {("runs", "must"): 0, ("runs", "pin"): 0}


def test_a_must_that_makes_another_late_says_by_how_many_days() -> None:
    one = initiative("one", {"web": 3}, deadline=2, must=True)
    two = initiative("two", {"web": 3}, deadline=2, must=True)

    found = known(portfolio([one, two]), one=1, two=2).prices

    # Two goes first, and one is three days late for it.
    assert [(price.id, price.late) for price in found] == [("one", 0), ("two", 3)]


def test_in_makespan_a_must_costs_days() -> None:
    law = initiative("law", {"web": 2}, deadline=1, must=True)
    long = initiative("long", {"web": 1, "data": 9})
    of = portfolio([law, long], [team("web"), team("data")], minimise=Minimise.MAKESPAN)

    assert prices(of) == {("law", "must"): 2}


def test_without_a_pin_all_is_planned_afresh_and_not_only_near_the_plan() -> None:
    of = portfolio(
        [
            initiative("a", {"data": 10, "web": 25}),
            initiative("b", {"web": 30, "data": 40, "ops": 35}),
            initiative("c", {"ops": 45, "data": 30}),
            initiative("d", {"data": 30}, pin=True),
        ],
        [team("web", 4, 1), team("data", 2, 2), team("ops", 2, 1)],
    )

    assert prices(of, a=16, b=34, c=17, d=6) == {("d", "pin"): Fraction(176, 5)}


def test_without_a_must_its_days_are_free_for_the_earliest_last_end() -> None:
    law = initiative("law", {"web": (0.5, 1)}, deadline=-1, must=True)
    runs = initiative("runs", {"web": 1}, status=Status.IN_PROGRESS)
    of = portfolio(
        [law, initiative("next", {"web": 20}), runs],
        [team("web", 3, 2)],
        minimise=Minimise.MAKESPAN,
    )
    values = {"law": 13.0, "next": 1.0}
    (price,) = known(of, **values).prices

    assert price.cost == difference(of, known(of, **values), price, values) == 1


def obliged(case: Case) -> bool:
    """Whether anything that is still to start has a date to keep or is pinned."""
    return any(
        one.pin or one.deadline
        for one in case[0].initiatives.values()
        if one.status is not Status.IN_PROGRESS
    )


@settings(max_examples=25)
@given(planned(7).filter(obliged))
def test_a_price_is_what_plans_with_and_without_it_differ_by(case: Case) -> None:
    of, values = case
    of = replace(of, calendar=replace(of.calendar, holidays=()))
    made = known(of, **values)
    slack = {
        (obligation.id, obligation.kind): obligation.slack
        for obligation in obligations(of, made)
    }
    kept = [
        price
        for price in made.prices
        if slack[price.id, price.kind] >= 0 and not price.late
    ]
    assume(kept)

    for price in kept:
        assert price.cost == max(0, difference(of, made, price, values))


def difference(
    of: Portfolio, made: Plan, price: Price, values: Mapping[str, float]
) -> Fraction:
    """What a plan costs more than the one of the portfolio without an obligation."""
    one = of.initiatives[price.id]
    pin = price.kind is ObligationKind.PIN
    freed = replace(one, pin=None) if pin else replace(one, deadline=None, must=None)
    without = replace(of, initiatives={**of.initiatives, one.id: freed})
    found = scores(without, values)
    return made.cost - plan(without, found, sequence(without, found)).cost


def test_a_pair_costs_what_the_other_order_would_cost_more() -> None:
    of = portfolio(
        [
            initiative("base", {"data": 2}),
            initiative("star", {"web": 4}, ["base"]),
            initiative("small", {"web": 2}),
        ],
        [team("web"), team("data")],
    )

    pairs = known(of, star=99, small=1).out_of_order

    # Small would end on day 8 instead of day 2.
    assert [(pair.first, pair.second, pair.price) for pair in pairs] == [
        ("small", "star", Fraction(6, 5))
    ]


def test_a_large_plan_has_prices_for_what_binds_most() -> None:
    many = [initiative(f"i{n:03}", {"web": 1}, deadline=900 - n) for n in range(100)]
    of = portfolio(many, [team("web", 100, 100)])

    assert [id for id, _ in prices(of)] == [f"i{99 - n:03}" for n in range(10)]


def test_an_interruption_leaves_the_plan_without_prices() -> None:
    of = portfolio([initiative("a", {"web": 1}, deadline=3)])
    found = scores(of, {"a": 1})
    order = sequence(of, found)
    made = plan(of, found, order)

    def interrupt() -> None:
        raise KeyboardInterrupt

    left = priced(of, found, order, made, advance=interrupt)

    assert (left.status, left.prices, left.slots) == ("interrupted", (), made.slots)


def posed(case: Case) -> tuple[Problem, Timetable]:
    of, values = case
    found = scores(of, values)
    order = sequence(of, found)
    whole = problem(of, found, order)
    return whole, timetable_of(whole, plan(of, found, order))


@settings(max_examples=25)
@given(planned(6))
def test_a_plan_is_laid_as_it_was(case: Case) -> None:
    of, values = case
    found = scores(of, values)
    order = sequence(of, found)
    made = plan(of, found, order)
    table = timetable_of(problem(of, found, order), made)

    assert table.end == [made.slots[id].end_day for id in order.ids]


@settings(max_examples=25)
@given(planned(6).filter(obliged))
def test_no_price_is_below_zero(case: Case) -> None:
    of, values = case

    found = known(of, **values)
    assume(found.prices)

    for price in found.prices:
        assert price.cost >= 0
        assert price.late >= 0
    for pair in found.out_of_order:
        assert pair.price is None or pair.price >= 0


@settings(max_examples=25)
@given(planned(6))
def test_planning_again_gives_a_plan_of_the_same_work(case: Case) -> None:
    whole, table = posed(case)

    found = replanned(whole, table)

    assert scheduled(begun(whole), in_turn(found)).end == found.end


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_the_other_order_starts_what_was_overtaken_no_later(random: Random) -> None:
    whole, table = posed(crowd(random, 5))
    overtaken = [pair for pair in inversions(table) if pair[1] not in whole.fixed]
    assume(overtaken)

    for second, first in overtaken:
        found = replanned_in_order(whole, table, second, first)

        assert found.start[second] <= found.start[first]
        assert least_with(whole, second, first) <= aims(found, range(whole.count))


def in_turn(table: Timetable) -> list[int]:
    whole = table.problem
    moved = [each for each in range(whole.count) if each not in whole.fixed]
    return feasible(whole, sorted(moved, key=lambda each: (table.start[each], each)))


def least_with(whole: Problem, second: int, first: int) -> tuple[int, int, int]:
    """The least that any plan costs in which one starts no later than another."""
    fixed = begun(whole)
    moved = [each for each in range(whole.count) if each not in whole.fixed]
    found = []
    for order in permutations(moved):
        if list(order) != feasible(whole, order):
            continue
        table = fixed.copy()
        for each in order:
            later = table.start[second] if each == first else 0
            table.place(each, max(table.ready(each), later))
        if table.start[second] <= table.start[first]:
            found.append(aims(table, range(whole.count)))
    return min(found)
