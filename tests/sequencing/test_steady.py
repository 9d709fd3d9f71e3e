"""A steady plan: the fewest published dates broken, then the least cost, within a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing.schedule.objective import aims, last_days
from roadmap.sequencing.schedule.problem import FAR
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.search.search import searched
from roadmap.sequencing.search.steady import Stay, broken, steady
from tests.sequencing.plan_portfolios import Case, crowd, planned, posed

SHARE = Fraction(1, 100)
Told = Sequence[tuple[Stay, int] | None]
"""By number what was published: first and last day, and the last day that was shown."""


def wide(case: Case, told: Told, share: Fraction) -> tuple[Timetable, Timetable]:
    """The steady plan and the free one."""
    whole, fixed = posed(case)
    free = searched(whole, fixed).table
    last = tuple(each[1] if each else FAR for each in told)
    asked = replace(whole, told=last)
    known = Timetable(asked, free.busy, free.start, free.end)
    stays = [each[0] if each else None for each in told]
    return steady(begun(asked), known, stays, share), known


def best(free: Timetable, share: Fraction) -> tuple[int, ...]:
    """Dates broken and aims of the best plan that the rule allows, of all orders."""
    whole, every = free.problem, range(free.problem.count)
    fixed = begun(whole)
    moved = [number for number in every if number not in whole.fixed]
    orders = [list(order) for order in permutations(moved)]
    tables = [scheduled(fixed, it) for it in orders if it == feasible(whole, it)]
    allowed = [table for table in tables if within(table, free, share)]
    return min(ranked(timetable) for timetable in [*allowed, free])


def ranked(table: Timetable) -> tuple[int, ...]:
    every = range(table.problem.count)
    return (broken(table), *aims(table, every))


def within(table: Timetable, free: Timetable, share: Fraction) -> bool:
    every, whole = range(table.problem.count), table.problem
    (late, amount, _), (free_late, free_amount, _) = aims(table, every), aims(free, every)
    today = whole.today if whole.makespan else 0
    return late <= free_late and amount - today <= (free_amount - today) * (1 + share)


def told(case: Case, random: Random) -> Told:
    """What somebody published: the plan of a random order, a few dates told loosely."""
    whole, fixed = posed(case)
    moved = [number for number in range(whole.count) if number not in whole.fixed]
    table = scheduled(fixed, feasible(whole, random.sample(moved, len(moved))))
    last = last_days(whole, table.end)
    stays = zip(map(min, table.start, last), last, strict=True)
    return [
        random.choice([(stay, stay[1] + random.choice([0, 0, 1, 4]))] * 4 + [None])
        for stay in stays
    ]


SHARES = [Fraction(0), SHARE, Fraction(1, 10), Fraction(1)]


@settings(max_examples=60, deadline=None)
@given(planned(5), st.integers(0, 9), st.sampled_from(SHARES))
def test_a_small_steady_plan_is_the_best_of_all_orders(
    case: Case, seed: int, share: Fraction
) -> None:
    found, free = wide(case, told(case, Random(seed)), share)

    assert ranked(found) == best(free, share)


@pytest.mark.parametrize("seed", range(6))
def test_so_it_is_with_seven_initiatives(seed: int) -> None:
    random = Random(f"seven {seed}")
    case, share = crowd(random, 7), SHARES[seed % 4]
    found, free = wide(case, told(case, random), share)

    assert ranked(found) == best(free, share)
