"""The bound by steps: never above the best plan, and by hand where it is reached."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings

from roadmap.model.initiative import Status
from roadmap.model.teams import Absence
from roadmap.sequencing.bounds.lagrangian import lagrangian_bound
from roadmap.sequencing.bounds.plan_bound import wait_bound
from roadmap.sequencing.bounds.preemptive_machine import machines
from roadmap.sequencing.bounds.sidney_bound import BUSIEST, pool, sidney_bound
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from tests.sequencing.plan_portfolios import (
    Case,
    days,
    initiative,
    planned,
    portfolio,
    posed,
    team,
)


@settings(max_examples=60)
@given(planned(5))
def test_no_bound_by_steps_exceeds_what_waits_least_of_all_orders(case: Case) -> None:
    whole, fixed = posed(case)

    assert bound(whole, fixed) <= least(whole, fixed)


@settings(max_examples=20)
@given(planned(6))
def test_nor_of_larger_portfolios(case: Case) -> None:
    whole, fixed = posed(case)

    assert bound(whole, fixed) <= least(whole, fixed)


def test_value_passed_down_a_step_reaches_the_best_plan() -> None:
    needed = [initiative("a", {"web": 4}), initiative("b", {"web": 3})]
    then = [
        initiative("c", {"web": 2}, ["a", "b"]),
        initiative("d", {"web": 3}, ["a", "b", "c"]),
    ]
    whole, fixed = posed((portfolio([*needed, *then]), {"b": 2, "d": 6}))

    # Two steps of two points in three days. b: 2 × (1.5 + 1.5). The rest, from day 3 to
    # day 12: 6 × (7.5 + 1.5), and of the six points of d four pass to c (half its three
    # days and half the two of c, 2.5 days) and 8/3 on to a (half of two and four, 3 days).
    points = whole.value_unit
    assert bound(whole, fixed) * points == 6 + 54 + 10 + 8
    assert least(whole, fixed) * points == 2 * 3 + 6 * 12 == 78
    assert lagrangian_bound(whole, fixed, 39) * points <= 77
    assert wait_bound(whole, fixed, 39 + 1) * points == 78


def test_value_without_work_waits_for_its_chain() -> None:
    ends = initiative("m", {}, not_before=5)
    whole, fixed = posed((portfolio([initiative("a", {"web": 2}), ends]), {"a": 1, "m": 3}))

    assert bound(whole, fixed) == 1 * 2 + 3 * 5


def test_days_before_the_first_beginning_and_days_off_count() -> None:
    away = [Absence(days(4, 6))]
    runs = initiative("runs", {"web": 1}, status=Status.IN_PROGRESS)
    late = [initiative(id, {"web": 2}, not_before=2) for id in ("a", "b")]
    of = portfolio([runs, *late], [team("web", away=away)])
    whole, fixed = posed((of, {"a": 1, "b": 1}))

    # Both from day 2: two days of work, three away, two of work: mean 3 and 8, half 1.
    assert bound(whole, fixed) == (3 + 1) + (8 + 1)
    assert least(whole, fixed) == 4 + 9


@pytest.mark.parametrize("crews", [[0], [1], [0, 1]])
def test_a_pool_spends_all_energy_and_no_more(crews: Sequence[int]) -> None:
    both = initiative("a", {"web": 3, "data": 5})
    teams = [team("web", 2, 2), team("data")]
    whole, fixed = posed((portfolio([both, initiative("b", {"web": 4})], teams), {"a": 1}))
    found = pool(whole, machines(whole, fixed, heads(whole, fixed)), crews)

    assert found.energy[-1] == sum(found.sizes)
    assert found.energy == sorted(found.energy)
    assert found.mean(0, 1) < found.mean(0, found.energy[-1]) < Fraction(len(found.energy))


def test_with_a_team_alone_all_that_others_do_waits_for_its_chain() -> None:
    names = [f"t{number}" for number in range(BUSIEST + 2)]
    work = [initiative(f"i{k}", {name: 1 + k}) for k, name in enumerate(names)]
    whole, fixed = posed((portfolio(work, [team(name) for name in names]), {"i0": 9}))

    assert bound(whole, fixed) * whole.value_unit == 9


def bound(whole: Problem, fixed: Timetable) -> int:
    """With what is fixed."""
    chains = heads(whole, fixed)
    still = sum(whole.weight[it] * (chains[it][1] - whole.today) for it in whole.fixed)
    return still + sidney_bound(whole, chains, machines(whole, fixed, chains))


def least(whole: Problem, fixed: Timetable) -> int:
    """Σ value × (end − today) of the best plan there is, by trying every order."""
    moved = [each for each in range(whole.count) if each not in whole.fixed]
    orders = [o for o in map(list, permutations(moved)) if o == feasible(whole, o)]
    return min(waits(scheduled(fixed, order)) for order in orders)


def waits(table: Timetable) -> int:
    whole = table.problem
    return sum(
        weight * (end - whole.today)
        for weight, end in zip(whole.weight, table.end, strict=True)
    )
