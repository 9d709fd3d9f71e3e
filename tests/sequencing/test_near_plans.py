"""A plan that begins with another one: it moves what an edit moves, and nothing by luck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan, SolveStatus
from roadmap.sequencing.search.steady import WORTH
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import Case, initiative, planned, scores
from tests.sequencing.test_published_plans import days, made, planned_roadmap, published


def begun_with(before: Plan, case: Case) -> Plan:
    of, values = case
    known = scores(of, values)
    stays = {id: (it.start_day, it.last_day) for id, it in before.slots.items()}
    return plan(of, known, sequence(of, known), before=stays)


def edited(values: Mapping[str, float], seed: int) -> dict[str, float]:
    id = f"i{seed + 4:02}"
    return {**values, id: values[id] * 1.01}


@pytest.mark.parametrize("seed", range(4))
def test_a_small_edit_moves_nothing(seed: int) -> None:
    (of, values), before = planned_roadmap(seed)

    assert days(begun_with(before, (of, edited(values, seed)))) == days(before)


@cache
def both_ways(seed: int) -> tuple[Plan, Plan]:
    """Plans with the values dealt out anew: from the plan before, and afresh."""
    (of, values), before = planned_roadmap(seed)
    rest = list(values.values())
    other = dict(zip(values, [*rest[3:], *rest[:3]], strict=True))
    return begun_with(before, (of, other)), made((of, other))


@pytest.mark.parametrize("seed", range(4))
def test_it_costs_hardly_more_than_planning_afresh(seed: int) -> None:
    found, fresh = both_ways(seed)

    assert found.cost <= fresh.cost * (1 + WORTH)
    assert found.late <= fresh.late
    assert found.bound <= min(found.cost, fresh.cost)


def test_a_plan_that_costs_more_than_the_best_is_not_called_proven() -> None:
    found, fresh = both_ways(3)

    assert found.cost > fresh.cost
    assert found.status is SolveStatus.BOUNDED


def test_what_is_clearly_better_is_taken() -> None:
    (of, values), before = planned_roadmap(1)
    star = initiative("star", {"web": 5})
    more = replace(of, initiatives={**of.initiatives, "star": star})
    found = begun_with(before, (more, {**values, "star": 20 * sum(values.values())}))

    assert found.slots["star"].start_day == 0


@settings(max_examples=25, deadline=None)
@given(planned(6), st.permutations([0, 1, 3, 8.5]))
def test_a_small_plan_stays_the_best_there_is(case: Case, others: list[float]) -> None:
    of, values = case
    before = made(case)
    other = {id: others[n % 4] for n, id in enumerate(values)}
    found, fresh = begun_with(before, (of, other)), made((of, other))

    assert (found.late, found.cost, found.status) == (fresh.late, fresh.cost, fresh.status)


def test_published_dates_come_before_another_plan() -> None:
    (of, values), before = planned_roadmap(2)
    told = published(of, before)
    other = {**values, "i05": values["i05"] * 3}
    without = made((replace(told, steadiness=Fraction(0)), other))

    assert days(begun_with(without, (told, other))) == days(made((told, other)))
