"""Bounds held against the best plans there are, and against good ones of many."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings

from roadmap.model.portfolio import Minimise
from roadmap.model.teams import Absence
from roadmap.sequencing.bounds.plan_bound import doubled, makespan_bound, wait_bound
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.objective import waited
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.search import by_start, searched
from tests.sequencing.plan_portfolios import Case, day, days, planned, posed
from tests.sequencing.test_cost_bound import unlike
from tests.sequencing.test_plan_laws import assert_bounded, crowd, least


@settings(max_examples=50)
@given(planned(5))
def test_no_bound_exceeds_the_best_of_all_orders(case: Case) -> None:
    whole, fixed = posed(case)
    _, amount, _ = least(case)
    if whole.makespan:
        assert whole.today + makespan_bound(whole, fixed) <= amount
    else:
        assert wait_bound(whole, fixed, amount) + doubled(whole, fixed) <= amount


@pytest.mark.parametrize("minimise", list(Minimise))
@pytest.mark.parametrize("number", range(4))
def test_no_bound_exceeds_a_good_plan_of_many_while_people_are_away(
    number: int, minimise: Minimise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 200 * n)
    of, values = with_absences(crowd(Random(number), 18), Random(number))
    whole, fixed = posed((replace(of, minimise=minimise), values))
    table = searched(whole, fixed).table
    moved = [each for each in range(whole.count) if each not in whole.fixed]

    assert_bounded(fixed, by_start(table, moved))


@pytest.mark.parametrize("number", range(4))
def test_the_least_wait_that_a_search_stops_at_is_that_of_its_plan(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 200 * n)
    whole, fixed = posed(unlike(Random(number), 24))
    solution = searched(whole, fixed)
    table = solution.table

    assert solution.waits is not None
    assert least_alone(fixed) <= solution.waits <= waited(table, range(whole.count))


def least_alone(fixed: Timetable) -> int:
    """What value waits if nobody waits for people."""
    whole = fixed.problem
    ends = zip(whole.weight, heads(whole, fixed), strict=True)
    return sum(weight * (end - whole.today) for weight, (_, end) in ends)


def with_absences(case: Case, random: Random) -> Case:
    """The same initiatives with holidays, and with some or all of each team away."""
    of, values = case
    teams = {}
    for id, team in of.teams.items():
        first = random.randint(0, 20)
        some = Absence(days(first, first + 15), Fraction(random.choice(["1/2", "1", "2"])))
        everybody = Absence(days(first + 5, first + 5 + random.randint(0, 4)))
        teams[id] = replace(team, away=(some, everybody))
    off = replace(of.calendar, holidays=tuple(day(random.randint(0, 30)) for _ in range(3)))
    return replace(of, teams=teams, calendar=off), values
