"""Portfolios in which nothing can be better, which is seen before anything is searched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Minimise
from roadmap.sequencing.plan import plan
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.serial import feasible, scheduled
from roadmap.sequencing.search.annealing import Annealing
from roadmap.sequencing.search.branch_and_bound import BranchAndBound
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    Case,
    initiative,
    planned,
    portfolio,
    posed,
    scores,
    team,
)

MANY = 60
Work = Callable[[int], tuple[dict[str, float], float]]

SHAPES: dict[str, Work] = {
    "no values": lambda number: ({"web": 10}, 0),
    "equal values": lambda number: ({"web": 10}, 5),
    "two classes": lambda number: ({"web": 10}, 5) if number % 2 else ({"web": 5}, 8),
    "two teams": lambda number: ({"web": 10, "data": 5}, 5),
    "one class and one more": lambda number: ({"web": 1 if number else 9}, 5),
}


def of_shape(shape: Work) -> tuple[list[Initiative], dict[str, float]]:
    drawn = {f"i{number:02}": shape(number) for number in range(MANY)}
    return (
        [initiative(id, work) for id, (work, _) in drawn.items()],
        {id: value for id, (_, value) in drawn.items()},
    )


@pytest.mark.parametrize("minimise", Minimise)
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_where_nothing_can_be_better_nothing_is_searched(
    shape: Work, minimise: Minimise, monkeypatch: pytest.MonkeyPatch
) -> None:
    def search(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Annealing, "run", search)
    monkeypatch.setattr(BranchAndBound, "run", search)
    them, values = of_shape(shape)
    of = portfolio(them, [team("web", 4, 1), team("data", 2, 2)], minimise=minimise)
    found = scores(of, values)

    assert plan(of, found, sequence(of, found)).status == "optimal"


@settings(max_examples=20)
@given(planned(4), st.permutations(range(8)))
def test_any_order_of_initiatives_that_are_alike_is_the_same(
    case: Case, mixed: Sequence[int]
) -> None:
    of, values = case
    twins = [initiative(f"t{number}", {"web": 2.5}, deadline=4) for number in range(4)]
    of = portfolio([*of.initiatives.values(), *twins], of.teams.values())
    whole, fixed = posed((of, values | {twin.id: 3.0 for twin in twins}))
    moved = [number for number in range(whole.count) if number not in whole.fixed]
    wish = sorted(moved, key=lambda number: mixed[number % 8])
    order = feasible(whole, wish)
    same = [number for number in order if whole.ids[number].startswith("t")]
    turn = iter(sorted(same))
    sorted_twins = [next(turn) if number in same else number for number in order]

    every = range(whole.count)
    one, other = scheduled(fixed, order), scheduled(fixed, sorted_twins)
    assert aims(one, every) == aims(other, every)
