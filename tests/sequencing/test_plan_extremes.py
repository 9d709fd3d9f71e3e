from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.sequencing.plan import plan
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import cost, last_days, units
from roadmap.sequencing.schedule.problem import problem
from roadmap.sequencing.schedule.serial import begun, feasible
from roadmap.sequencing.search.search import schedule_of
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

TINY, HUGE = 1e-300, 1e9


def days(of: Portfolio, values: Mapping[str, float]) -> dict[str, int]:
    known = scores(of, values)
    found = plan(of, known, sequence(of, known))
    return {id: slot.start_day for id, slot in found.slots.items()}


@pytest.mark.parametrize("minimise", list(Minimise))
def test_the_least_value_counts_beside_the_greatest(minimise: Minimise) -> None:
    of = portfolio(
        [initiative(id, {"web": 2}) for id in "cabd"],
        minimise=minimise,
    )

    assert days(of, {"a": TINY, "b": HUGE, "c": 0, "d": TINY}) == {
        "b": 0,
        "a": 2,
        "d": 4,
        "c": 6,
    }


def test_a_day_late_outweighs_any_value() -> None:
    of = portfolio(
        [
            initiative("law", {"web": 2}, deadline=1, must=True),
            *(initiative(id, {"web": 5}) for id in "abcd"),
        ]
    )

    assert days(of, dict.fromkeys("abcd", HUGE) | {"law": TINY})["law"] == 0


def test_a_day_that_all_ends_later_outweighs_any_value() -> None:
    of = portfolio(
        [
            initiative("long", {"data": 1}),
            initiative("longer", {"web": 9}, needs=["long"]),
            initiative("dear", {"data": 1}),
        ],
        [team("data"), team("web")],
        minimise=Minimise.MAKESPAN,
    )

    assert days(of, {"dear": HUGE, "long": TINY})["long"] == 0


@given(planned(6), st.randoms(use_true_random=False))
def test_no_cost_reaches_the_price_of_a_day(case: Case, random: Random) -> None:
    whole, fixed = posed(case)
    unit = units(whole)
    for group in groups(whole)[:1]:
        order = list(group)
        random.shuffle(order)
        table = schedule_of(whole, fixed, feasible(whole, order)).table()

        assert max(table.end) <= whole.horizon(range(whole.count))
        assert cost(table, group) < (unit[1] or unit[0])
        assert not whole.makespan or unit[1] * max(table.end) < unit[0]


def test_the_mean_of_any_cost_is_a_number() -> None:
    of = portfolio([initiative(f"i{number}", {"web": 3}) for number in range(9)])
    values = {f"i{number}": 10.0 ** (9 - 38 * number) for number in range(9)}
    known = scores(of, values)
    whole = problem(of, known, sequence(of, known))

    assert begun(whole).start == [-1] * 9
    assert list(days(of, values).values()) == [*range(0, 27, 3)]


def test_a_milestone_after_another_of_an_earlier_day_has_its_own_day() -> None:
    first = initiative("first", {}, not_before=2)
    then = initiative("then", {}, ["first"], not_before=3, deadline=2, must=True)
    of = portfolio([first, then])
    known = scores(of, {"then": 1.0})

    found = plan(of, known, sequence(of, known))

    assert [found.slots[id].last_day for id in ("first", "then")] == [2, 3]
    assert found.late == 1
    assert found.bound <= found.cost


def test_the_day_of_a_milestone_after_many_others_is_found_at_once() -> None:
    layers = [[f"a{n}", f"b{n}"] for n in range(40)]
    them = [initiative(id, {}) for id in layers[0]]
    for below, layer in pairwise(layers):
        them += [initiative(id, {}, below) for id in layer]
    them += [initiative(f"c{n}", {}, [f"c{n - 1}"] if n else []) for n in range(1200)]
    them.append(initiative("last", {}, [*layers[-1], "c1199"], deadline=0))
    whole, fixed = posed((portfolio(them), {"last": 1.0}))

    schedule = schedule_of(whole, fixed, range(whole.count))

    assert last_days(whole, schedule.end)[whole.ids.index("last")] == 0
