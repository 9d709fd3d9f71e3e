from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.bounds.plan_bound import doubled, makespan_bound, wait_bound
from roadmap.sequencing.plan import plan
from roadmap.sequencing.prices import timetable_of
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.objective import aims, cost, finish
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    initiative,
    planned,
    portfolio,
    scores,
    team,
)

Case = tuple[Portfolio, dict[str, float]]
Relaxed = Callable[[Portfolio], Portfolio]


def posed(case: Case) -> tuple[Problem, Timetable]:
    of, values = case
    known = scores(of, values)
    whole = problem(of, known, sequence(of, known))
    return whole, begun(whole)


def least(case: Case) -> tuple[int, int, int]:
    """The aims of the best plan there is, by trying every order."""
    whole, fixed = posed(case)
    moved = [each for each in range(whole.count) if each not in whole.fixed]
    orders = (list(order) for order in permutations(moved))
    return min(
        aims(scheduled(fixed, order), range(whole.count))
        for order in orders
        if order == feasible(whole, order)
    )


@st.composite
def free(draw: st.DrawFn) -> Case:
    """A portfolio in which every constraint can be relaxed: nothing in it is fixed.

    All parts name their people, so that more people in a team change nothing else.
    """
    of, values = draw(planned(5))
    return replace(
        of, initiatives={id: _free(each) for id, each in of.initiatives.items()}
    ), values


def _free(each: Initiative) -> Initiative:
    return replace(
        each,
        status=Status.PROPOSED,
        pin=None,
        effort=tuple(
            replace(part, people=part.people or Fraction(1)) for part in each.effort
        ),
    )


def every(of: Portfolio, **change: object) -> Portfolio:
    changed = {id: replace(each, **change) for id, each in of.initiatives.items()}  # type: ignore[arg-type]
    return replace(of, initiatives=changed)


def last_alone(of: Portfolio, **change: object) -> Portfolio:
    """Only the initiative that was named last is changed."""
    id = list(of.initiatives)[-1]
    changed = replace(of.initiatives[id], **change)  # type: ignore[arg-type]
    return replace(of, initiatives={**of.initiatives, id: changed})


def crews(of: Portfolio, people: int = 0, **change: object) -> Portfolio:
    """Every team with more people or something else changed."""
    return replace(
        of,
        teams={
            id: replace(crew, people=crew.people + people, **change)  # type: ignore[arg-type]
            for id, crew in of.teams.items()
        },
    )


RELAXED: dict[str, Relaxed] = {
    "no dependency of the last": lambda of: last_alone(of, depends_on=()),
    "no dependencies": lambda of: every(of, depends_on=()),
    "no binding deadlines": lambda of: every(of, must=None),
    "no deadlines": lambda of: every(of, must=None, deadline=None),
    "one start whenever": lambda of: last_alone(of, not_before=None),
    "starts whenever": lambda of: every(of, not_before=None),
    "nobody away": lambda of: crews(of, away=()),
    "no holidays": lambda of: replace(of, calendar=replace(of.calendar, holidays=())),
    "one more person": lambda of: crews(of, people=1),
    "full focus": lambda of: crews(of, focus=Fraction(1)),
}


@pytest.mark.parametrize("relaxed", RELAXED.values(), ids=RELAXED)
@settings(max_examples=20)
@given(case=free())
def test_a_relaxed_constraint_never_worsens_the_best_plan(
    relaxed: Relaxed, case: Case
) -> None:
    of, values = case

    assert least((relaxed(of), values)) <= least(case)


@settings(max_examples=50)
@given(planned(5))
def test_a_plan_that_is_called_optimal_is_the_best_of_all(case: Case) -> None:
    of, values = case
    known = scores(of, values)
    order = sequence(of, known)
    found = plan(of, known, order)
    table, best = timetable_of(posed(case)[0], found), least(case)

    if found.status == "optimal":
        assert aims(table, range(table.problem.count))[:2] == best[:2]


@settings(max_examples=60)
@given(planned(8), st.randoms(use_true_random=False))
def test_a_bound_never_exceeds_what_any_order_costs(case: Case, random: Random) -> None:
    whole, fixed = posed(case)

    assert_bounded(fixed, *orders(whole, random, 6))


@pytest.mark.parametrize("number", range(12))
def test_a_bound_holds_where_running_and_pinned_work_keeps_people(number: int) -> None:
    whole, fixed = posed(crowd(Random(number), 24))

    assert whole.fixed
    assert_bounded(fixed, *orders(whole, Random(number), 12))


def test_a_bound_counts_the_people_whom_running_work_keeps() -> None:
    runs = initiative("runs", {"web": 10}, status=Status.IN_PROGRESS)
    whole, fixed = posed((portfolio([runs, initiative("a", {"web": 1})]), {"a": 2}))

    assert heads(whole, fixed)[1] == (10, 11)
    assert wait_bound(whole, fixed, 10**9) * whole.value_unit == 2 * 11
    assert makespan_bound(whole, fixed) == 11


def test_a_bound_on_the_last_end_counts_what_waits_for_a_team() -> None:
    shared = [initiative(f"w{n}", {"web": 4}, not_before=2) for n in range(3)]
    after = [initiative(f"d{n}", {"data": 5}, [f"w{n}"]) for n in range(3)]
    teams = [team("web"), team("data", 3, 3)]
    whole, fixed = posed((portfolio([*shared, *after], teams), {}))

    # Two days, three times four for web, five for whatever waits for the last of them.
    assert makespan_bound(whole, fixed) == 2 + 3 * 4 + 5


def orders(whole: Problem, random: Random, count: int) -> list[list[int]]:
    moved = [each for each in range(whole.count) if each not in whole.fixed]
    wishes = [random.sample(moved, len(moved)) for _ in range(count)]
    return [feasible(whole, wish) for wish in wishes]


def assert_bounded(fixed: Timetable, *orders: list[int]) -> None:
    whole = fixed.problem
    tables = [scheduled(fixed, order) for order in orders]
    waited = [
        sum(w * (end - whole.today) for w, end in zip(whole.weight, table.end, strict=True))
        for table in tables
    ]
    bound, chains = wait_bound(whole, fixed, min(waited)), heads(whole, fixed)
    for table, waits in zip(tables, waited, strict=True):
        stays = zip(table.start, table.end, strict=True)
        assert all(one <= two for head, stay in zip(chains, stays, strict=True)
                   for one, two in zip(head, stay, strict=True))  # fmt: skip
        assert bound <= waits
        assert bound + doubled(whole, fixed) <= cost(table, range(whole.count))
        assert makespan_bound(whole, fixed) <= finish(table)


def crowd(random: Random, count: int) -> Case:
    """Many initiatives of three teams, some of them running, one of them pinned."""
    names, found = ("web", "data", "app"), []
    amounts: list[float | tuple[float, float]] = [2.0, 5.0, (9.0, 2.0), 12.0]
    for number in range(count):
        chosen = random.sample(names, random.choice([1, 1, 2]))
        needs = random.sample(range(number), min(number, random.choice([0, 0, 1, 2])))
        found.append(
            initiative(
                f"i{number:02}",
                {name: random.choice(amounts) for name in chosen},
                [f"i{one:02}" for one in needs],
                not_before=random.choice([None, None, 12]),
                deadline=random.choice([None, None, None, 15, 40]),
                pin=number == 5,
                status=Status.IN_PROGRESS if number < 3 else Status.PROPOSED,
            )
        )
    crews = [team(name, random.choice([2, 3]), 2) for name in names]
    values = {each.id: random.choice([0.0, 1.0, 2.5, 8.0, 20.0]) for each in found}
    return portfolio(found, crews), values
