from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

import pytest
from hypothesis import given, settings

from roadmap.model.portfolio import Engine, Minimise, Portfolio
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import Timetable, begun
from roadmap.sequencing.search.search import searched
from roadmap.sequencing.sequence import sequence
from tests.answers import answer
from tests.plan_checker import violations
from tests.portfolio_strategies import portfolios
from tests.sequencing.plan_portfolios import (
    fits,
    initiative,
    planned,
    portfolio,
    scores,
    team,
)

pytest.importorskip("ortools", reason="the engine `exact` is not installed")
exact = pytest.importorskip("roadmap.sequencing.exact.engine")
Case = tuple[Portfolio, dict[str, float]]


def posed(case: Case) -> tuple[Problem, Timetable]:
    of, values = case
    known = scores(of, values)
    whole = problem(of, known, sequence(of, known))
    return whole, begun(whole)


def exactly(of: Portfolio, values: dict[str, float], units: float = 0.02) -> Plan:
    known = scores(of, values)
    return plan(of, known, sequence(of, known), engine=Engine.EXACT, units=units)


def busy(count: int = 9, minimise: Minimise = Minimise.COST_OF_DELAY) -> Case:
    """Two teams, one dependency in three, a deadline in five, a must in seven."""
    them = [
        initiative(
            f"i{n}",
            {"web": 2 + n * 5 % 7} if n % 2 else {"web": 1 + n % 4, "data": 3 + n % 5},
            [f"i{n // 2}"] if n % 3 == 2 else [],
            deadline=10 + n if n % 5 == 4 or n % 7 == 6 else None,
            must=n % 7 == 6,
        )
        for n in range(count)
    ]
    values = {f"i{n}": float(n * 11 % 9) for n in range(count)}
    of = portfolio(them, [team("web", 2, 2), team("data")])
    return replace(of, minimise=minimise), values


@settings(max_examples=10)
@given(planned(2))
def test_no_starts_at_all_are_better_than_a_proven_plan(case: Case) -> None:
    whole, fixed = posed(case)
    for group in groups(whole)[:1]:
        found = exact.proved(fixed, group, searched(whole, fixed).table, 0.5)
        best = min(aims(table, group)[:2] for table in every_table(fixed, group))

        assert aims(found.table, group)[:2] == best
        assert found.status == "optimal"


def every_table(fixed: Timetable, group: tuple[int, ...]) -> Iterator[Timetable]:
    """All timetables of a group within a month of today."""
    days = range(fixed.problem.today, fixed.problem.today + 30)
    for starts in product(days, repeat=len(group)):
        table = fixed.copy()
        for each, start in zip(group, starts, strict=True):
            table.put(each, start)
        if all(table.ready(each) <= table.start[each] for each in group) and fits(table):
            yield table


@pytest.mark.parametrize("minimise", list(Minimise))
@pytest.mark.usefixtures("reach")
def test_the_phases_share_all_units(minimise: Minimise) -> None:
    whole, fixed = posed(busy(9, minimise))

    phases = exact.Attempt(fixed, groups(whole)[0], 1.0, None).phases()

    assert sum(share for _, share in phases) == pytest.approx(1)


@settings(max_examples=15)
@given(planned(5))
def test_no_order_is_better_than_a_proven_plan(case: Case) -> None:
    whole, fixed = posed(case)
    for group in groups(whole)[:1]:
        found = exact.proved(fixed, group, searched(whole, fixed).table, 0.5)
        orders = {tuple(exact.feasible(whole, order)) for order in permutations(group)}
        best = min(aims(exact.scheduled(fixed, order), group)[:2] for order in orders)

        assert aims(found.table, group)[:2] == best
        assert found.status == "optimal"


@pytest.mark.usefixtures("reach")
@settings(max_examples=5)
@given(planned(7))
def test_the_exact_engine_is_never_worse_than_the_fast_one(case: Case) -> None:
    of, values = case
    known = scores(of, values)
    order = sequence(of, known)
    fast, better = plan(of, known, order), exactly(of, values)

    assert (better.late, better.cost) <= (fast.late, fast.cost)
    assert max(fast.bound, better.bound) <= better.cost


@pytest.mark.usefixtures("reach")
@pytest.mark.parametrize("minimise", list(Minimise))
def test_files_in_another_order_give_the_same_plan(minimise: Minimise) -> None:
    of, values = busy(minimise=minimise)
    turned = replace(of, initiatives=dict([*of.initiatives.items()][::-1]))

    assert exactly(of, values) == exactly(turned, values)


@pytest.mark.usefixtures("reach")
@pytest.mark.parametrize("minimise", list(Minimise))
def test_an_interrupted_search_gives_a_whole_plan_and_says_so(minimise: Minimise) -> None:
    of, values = busy(minimise=minimise)
    known = scores(of, values)
    order = sequence(of, known)
    fast = plan(of, known, order)

    def stop(share: float) -> None:
        if share > 0.3:
            raise KeyboardInterrupt

    found = plan(of, known, order, engine=Engine.EXACT, units=0.02, progress=stop)

    assert found.status in ("interrupted", "optimal")
    assert (found.late, found.cost) <= (fast.late, fast.cost)
    assert found.slots.keys() == fast.slots.keys()


@pytest.mark.parametrize("alone", [True, False])
def test_neighbourhoods_better_a_bad_plan_step_by_step(alone: bool) -> None:
    whole, fixed = posed(busy(16))
    group = groups(whole)[0]
    bad = exact.scheduled(fixed, exact.feasible(whole, group[::-1]))
    around = exact.LargeNeighbourhood(fixed, group, bad, alone, size=8)
    for rounds in range(4):
        before, table = aims(around.table, group), around.table
        around.step(rounds)

        assert around.table is table or aims(around.table, group) < before

    assert aims(around.table, group) < aims(bad, group)


@settings(max_examples=6)
@given(portfolios())
def test_a_plan_of_the_exact_engine_keeps_all_promises_and_is_proven(
    files: dict[str, str],
) -> None:
    found = answer("plan", files, "--engine", "exact", "--units", "1")

    assert violations(files, found) == []
    assert found["plan"]["status"] == "optimal"


def test_a_later_tier_says_nothing_of_when_an_earlier_one_ends() -> None:
    of, values = busy(9, Minimise.MAKESPAN)
    long = initiative("long", {"web": 900})
    of = replace(of, initiatives={**of.initiatives, "long": long})
    known = {
        id: replace(score, tier=int(id == "long"))
        for id, score in scores(of, values).items()
    }
    whole = problem(of, known, sequence(of, known))
    fixed, first = begun(whole), groups(whole)[0]
    table = searched(whole, fixed).table

    assert whole.ids.index("long") not in first
    assert exact.earliest_end(fixed, first) <= max(table.end[each] for each in first)
