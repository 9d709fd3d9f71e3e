"""Small plans are the best there are, so what takes choices away never betters them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from roadmap.model.initiative import Initiative, Pin, Status
from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan
from roadmap.sequencing.schedule.objective import unit_of_cost
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    Case,
    initiative,
    planned,
    portfolio,
    scores,
    team,
)
from tests.sequencing.test_plan_laws import RELAXED, every, free, least, posed


def found(of: Portfolio, values: dict[str, float]) -> Plan:
    known = scores(of, values)
    return plan(of, known, sequence(of, known))


def changed(of: Portfolio, one: Initiative) -> Portfolio:
    return replace(of, initiatives={**of.initiatives, one.id: one})


@settings(max_examples=40)
@given(planned(5))
def test_a_small_plan_is_proven_to_be_the_best_of_all_orders(case: Case) -> None:
    of, values = case
    best, made, whole = least(case), found(of, values), posed(case)[0]
    unit = unit_of_cost(whole, of.calendar.days_a_week)

    assert made.status == "optimal"
    assert (made.late, made.cost) == (best[0], best[1] * unit)


@settings(max_examples=25)
@given(planned(8))
def test_no_first_pin_makes_a_small_plan_cheaper(case: Case) -> None:
    of, values = case
    of = every(of, pin=None)
    stated = found(of, values)

    for one in of.initiatives.values():
        if one.status is not Status.IN_PROGRESS:
            pinned = found(changed(of, replace(one, pin=Pin("asked"))), values)
            assert (stated.late, stated.cost) <= (pinned.late, pinned.cost)


@pytest.mark.parametrize("relaxed", RELAXED.values(), ids=RELAXED)
@settings(max_examples=15)
@given(case=free())
def test_a_relaxed_constraint_never_worsens_a_small_plan(
    relaxed: Callable[[Portfolio], Portfolio], case: Case
) -> None:
    of, values = case
    stated, freer = found(of, values), found(relaxed(of), values)

    assert (freer.late, freer.cost) <= (stated.late, stated.cost)


def test_work_that_a_freed_dependency_lets_go_first_makes_no_mandatory_work_later() -> None:
    def three_teams(needs: list[str]) -> Portfolio:
        work = [
            initiative("i0", {"data": 25, "ops": 5}, deadline=37, must=True),
            initiative("i2", {"web": 40, "data": 25}, needs),
            initiative("i5", {"web": 20, "ops": 15}, ["i2"], deadline=47, must=True),
            initiative("i6", {"data": 35, "ops": 10, "web": 25}, deadline=33, must=True),
            initiative("i7", {"ops": 5, "data": 15}),
            initiative("i8", {"data": 45, "web": 30}),
        ]
        return portfolio(work, [team("web", 3), team("data", 2, 2), team("ops", 1, 2)])

    values = {"i7": 31.0, "i8": 63.0}

    assert found(three_teams([]), values).late <= found(three_teams(["i0"]), values).late
