"""The bound from prices of days: never above a plan, by hand where it is reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.portfolio import Minimise
from roadmap.model.teams import Absence
from roadmap.sequencing.bounds import cost_bound as bounds
from roadmap.sequencing.bounds.cost_bound import CostBound, cost_bound
from roadmap.sequencing.bounds.plan_bound import doubled, wait_bound
from roadmap.sequencing.bounds.priced_starts import Prices, held, priced_starts
from roadmap.sequencing.bounds.start_days import counted, start_days
from roadmap.sequencing.bounds.time_indexed import TimeIndexed, time_indexed
from roadmap.sequencing.plan import plan
from roadmap.sequencing.schedule.objective import cost, late, waited
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    Case,
    crowd,
    days,
    initiative,
    planned,
    portfolio,
    posed,
    scores,
    team,
)

PEOPLE = [1.0, 1.0, 2.0, 3.0]


@settings(max_examples=50)
@given(planned(5), st.integers(0))
def test_no_plan_with_mandatory_work_no_later_costs_or_waits_less(
    case: Case, which: int
) -> None:
    _, fixed = posed(case)
    plans = [*every_plan(fixed)]

    assert_bounded(
        cost_bound(fixed, plans[which % len(plans)]), plans[which % len(plans)], plans
    )


@pytest.mark.parametrize("number", range(40))
def test_nor_where_parts_hold_unlike_numbers_of_people(number: int) -> None:
    whole, fixed = posed(unlike(Random(number), 5))
    plans = [*every_plan(fixed)]
    known = plans[number % len(plans)]

    assert_bounded(cost_bound(fixed, known), known, plans)
    assert cost_bound(fixed, known).cost >= least_alone(whole, fixed)


@pytest.mark.parametrize("number", range(8))
def test_nor_in_larger_portfolios_with_running_and_pinned_work(number: int) -> None:
    whole, fixed = posed(crowd(Random(number), 24))
    moved = [each for each in range(whole.count) if each not in whole.fixed]
    draw = Random(number)
    plans = [
        scheduled(fixed, feasible(whole, draw.sample(moved, len(moved)))) for _ in range(12)
    ]
    for known in plans[:2]:
        assert_bounded(cost_bound(fixed, known), known, plans)


@settings(max_examples=40)
@given(planned(4), st.randoms(use_true_random=False))
def test_priced_starts_are_the_cheapest_along_the_forest(case: Case, draw: Random) -> None:
    _, fixed = posed(case)
    model, costs = relaxed(fixed, horizon=7)
    prices = Prices(
        [[draw.randint(0, 9) for _ in range(7)] for _ in model.rooms],
        [[draw.randint(0, 9) for _ in range(7)] for _ in model.arcs],
        draw.randint(0, 9),
    )
    found = priced_starts(model, costs, prices)
    every = [*possible_starts(model)]

    assert found.bound == min(priced(model, costs, prices, places) for places in every)
    assert found.bound == priced(model, costs, prices, found.places)
    assert tuple(found.places) in every


def test_three_alike_at_two_places_wait_as_long_as_the_best_plan() -> None:
    alike = [initiative(id, {"web": 8}) for id in "abc"]
    whole, fixed = posed((portfolio(alike, [team("web", 2, 2)]), dict.fromkeys("abc", 1)))
    best = scheduled(fixed, range(3))

    # Two end after eight days, the third after sixteen.
    assert cost_bound(fixed, best) == CostBound(32, 32)
    assert wait_bound(whole, fixed, 33) < 32


def test_a_bound_counts_what_mandatory_work_in_time_costs_others() -> None:
    dated = initiative("dated", {"web": 5}, deadline=6, must=True)
    others = [initiative("a", {"web": 4}), initiative("b", {"web": 2})]
    whole, fixed = posed((portfolio([dated, *others]), {"a": 3, "b": 1}))
    number = {id: place for place, id in enumerate(whole.ids)}
    in_time, too_late = (
        scheduled(fixed, [number[id] for id in ids])
        for ids in (("b", "dated", "a"), ("a", "b", "dated"))
    )

    # In time, there is room for two days before it: 1 × 2 + 3 × 11. Without, 3 × 4 + 1 × 6.
    assert (late(in_time, range(3)), cost_bound(fixed, in_time).cost) == (0, 2 + 33)
    assert (late(too_late, range(3)), cost_bound(fixed, too_late).cost) == (4, 12 + 6)


def test_a_bound_counts_days_beyond_a_deadline_twice_and_says_what_is_only_waited() -> None:
    dated = initiative("a", {"web": 5}, deadline=2)
    whole, fixed = posed(
        (portfolio([dated, initiative("b", {"web": 5})]), {"a": 2, "b": 1})
    )
    best = scheduled(fixed, [whole.ids.index("a"), whole.ids.index("b")])

    # a ends on day 4, two days late: 2 × (5 + 2). Then b: 1 × 10.
    assert cost_bound(fixed, best) == CostBound(14 + 10, 10 + 10)


def test_of_three_that_take_more_than_half_a_team_each_waits_for_the_other() -> None:
    of_four = [initiative(id, {"web": (6.0, 3.0)}) for id in "abc"]
    small = initiative("small", {"web": (1.0, 1.0)})
    values = dict.fromkeys("abc", 1) | {"small": 0.1}
    whole, fixed = posed((portfolio([*of_four, small], [team("web", 4)]), values))
    best = min(every_plan(fixed), key=lambda table: cost(table, range(whole.count)))

    # Two days each, one after another; the fourth person does the small one on day one.
    assert cost(best, range(whole.count)) * whole.value_unit == 2 + 4 + 6 + Fraction(1, 10)
    assert cost_bound(fixed, best).cost == cost(best, range(whole.count))


def test_what_leads_to_no_value_is_left_out() -> None:
    idle = initiative("idle", {"web": 30})
    whole, fixed = posed((portfolio([idle, initiative("a", {"web": 2})]), {"a": 1}))
    best = scheduled(fixed, [whole.ids.index("a"), whole.ids.index("idle")])

    assert [whole.ids[number] for number in counted(fixed)] == ["a"]
    assert cost_bound(fixed, best) == CostBound(2, 2)


def test_without_value_there_is_nothing_to_bound() -> None:
    _, fixed = posed((portfolio([initiative("a", {"web": 2})]), {}))

    assert cost_bound(fixed, scheduled(fixed, [0])) == CostBound(0, 0)


def test_of_too_many_days_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    _, fixed = posed((portfolio([initiative("a", {"web": 200})]), {"a": 1}))
    known = scheduled(fixed, [0])
    monkeypatch.setattr(bounds, "WORK", 6000)

    assert cost_bound(fixed, known) == CostBound(0, 0)
    assert cost_bound(fixed, known, effort=10) == CostBound(200, 200)


def test_values_in_another_unit_and_huge_ones_have_the_same_bound() -> None:
    of, values = unlike(Random(3), 6)
    whole, fixed = posed((of, values))
    known = scheduled(fixed, range(whole.count))
    bound = cost_bound(fixed, known)
    huge = replace(whole, weight=tuple(weight << 300 for weight in whole.weight))
    same = cost_bound(replace(fixed, problem=huge), replace(known, problem=huge))

    assert 0 <= bound.cost - (same.cost >> 300) <= 1
    assert same.cost <= cost(known, range(whole.count)) << 300


@settings(max_examples=20)
@given(planned(5))
def test_a_plan_has_the_best_of_all_bounds(case: Case) -> None:
    of, values = case
    of = replace(of, minimise=Minimise.COST_OF_DELAY)
    known = scores(of, values)
    made = plan(of, known, sequence(of, known))
    quick = plan(of, known, sequence(of, known), tight=False)

    assert quick.bound <= made.bound <= made.cost == quick.cost
    assert (made.bound_mean_wait_weeks or 0) <= (made.mean_wait_weeks or 0)


def assert_bounded(bound: CostBound, known: Timetable, plans: Sequence[Timetable]) -> None:
    """No plan whose mandatory work is no later than in the known one is below a bound."""
    every = range(known.problem.count)
    allowed = late(known, every)
    for table in plans:
        if late(table, every) <= allowed:
            assert bound.cost <= cost(table, every)
            assert bound.waits <= waited(table, every)


def every_plan(fixed: Timetable) -> Iterator[Timetable]:
    """The plans of all orders, of which one is the best."""
    whole = fixed.problem
    moved = [each for each in range(whole.count) if each not in whole.fixed]
    for order in map(list, permutations(moved)):
        if order == feasible(whole, order):
            yield scheduled(fixed, order)


def least_alone(whole: Problem, fixed: Timetable) -> int:
    """What the old bounds say."""
    return wait_bound(whole, fixed, 0) + doubled(whole, fixed)


def unlike(draw: Random, count: int) -> Case:
    """Initiatives of three teams, of which each takes another number of people."""
    names = ("app", "data", "web")
    teams = [team(name, draw.choice([3, 4, 5]), 1, _away(draw)) for name in names]
    them = [
        initiative(
            f"i{number}",
            {
                name: (float(draw.randint(2, 12)), draw.choice(PEOPLE))
                for name in draw.sample(names, draw.choice([1, 2, 2, 3]))
            },
            [
                f"i{one}"
                for one in draw.sample(
                    range(number), min(number, draw.choice([0, 0, 1, 2]))
                )
            ],
            draw.choice([None, None, 3]),
            draw.choice([None, None, 8, 15]),
        )
        for number in range(count)
    ]
    values = {each.id: draw.choice([0, 1, 3, 8.5]) for each in them}
    return portfolio(them, teams), values


def _away(draw: Random) -> list[Absence]:
    first = draw.randint(0, 12)
    away = Absence(days(first, first + 3), draw.choice([None, Fraction(1)]))
    return draw.choice([[], [], [away]])


def relaxed(fixed: Timetable, horizon: int) -> tuple[TimeIndexed, list[list[int]]]:
    """The model of a few days, and the costs of its starts."""
    model = time_indexed(fixed, start_days(fixed, counted(fixed), horizon), horizon, 1)
    return model, [node.days.costs for node in model.nodes]


def possible_starts(model: TimeIndexed) -> Iterator[tuple[int, ...]]:
    """All starts that keep the dependencies of the forest, while everybody is there."""
    for places in product(*(range(len(node.days.ends)) for node in model.nodes)):
        if all(
            place not in node.days.closed
            and (
                node.link is None
                or (
                    place >= node.link.places[places[node.link.parent]]
                    if node.link.needing
                    else place <= node.link.places[places[node.link.parent]]
                )
            )
            for node, place in zip(model.nodes, places, strict=True)
        ):
            yield places


def priced(
    model: TimeIndexed,
    costs: Sequence[Sequence[int]],
    prices: Prices,
    places: Sequence[int],
) -> int:
    """What starts cost, day by day."""
    pairs = list(zip(model.nodes, places, strict=True))
    total = sum(line[place] for line, place in zip(costs, places, strict=True))
    for line, use, room in zip(prices.rows, held(model, places), model.rooms, strict=True):
        total += sum(
            price * (units - most)
            for price, units, most in zip(line, use, room, strict=True)
        )
    for (before, after), line in zip(model.arcs, prices.arcs, strict=True):
        start = model.nodes[after].days.first + places[after]
        end = model.nodes[before].days.ends[places[before]]
        total += sum(line[start:]) - sum(line[end:])
    over = sum(node.days.late[place] for node, place in pairs if node.days.late)
    return total + prices.late * (over - model.late)
