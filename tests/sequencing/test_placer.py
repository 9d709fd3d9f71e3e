"""Orders are placed on the same days in the kernel and in Python."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.sequencing import compiled
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.presence import Presence
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.justification import Population
from roadmap.sequencing.search.placer import (
    CompiledPlacer,
    PlainPlacer,
    fastest_placer,
)
from tests.sequencing.plan_portfolios import Case, crowd, planned, posed, team
from tests.sequencing.plan_portfolios import initiative as work
from tests.sequencing.plan_portfolios import portfolio as portfolio_of

needs_kernel = pytest.mark.skipif(
    compiled.kernel is None, reason="the kernel is not built, or left aside"
)


def orders_of(
    whole: Problem, group: Sequence[int], random: Random, count: int
) -> list[list[int]]:
    return [feasible(whole, random.sample(group, len(group))) for _ in range(count)]


def placed_alike(case: Case, random: Random, count: int) -> None:
    """Place each group in some orders both ways, forward and backward in time."""
    whole, fixed = posed(case)
    for group in groups(whole):
        orders = orders_of(whole, group, random, count)
        tables = [scheduled(fixed, order) for order in orders]
        forward = PlainPlacer(fixed).placed(orders)

        assert forward == [(table.start, table.end) for table in tables]
        assert forward == CompiledPlacer(fixed, group).placed(orders)

        back = Population(fixed, group, tables[0], least=0).back
        assert isinstance(back, CompiledPlacer)
        turned = orders_of(back.fixed.problem, group, random, count)
        assert back.placed(turned) == PlainPlacer(back.fixed).placed(turned)
        fixed = tables[0]


@needs_kernel
@given(planned(9), st.randoms(use_true_random=False), st.integers(1, 4))
def test_the_kernel_places_orders_on_the_same_days(
    case: Case, random: Random, count: int
) -> None:
    placed_alike(case, random, count)


@needs_kernel
@pytest.mark.parametrize("seed", range(5))
def test_so_it_does_with_many_orders_of_a_crowd(seed: int) -> None:
    random = Random(seed)
    placed_alike(crowd(random, 50), random, 20)


def chain() -> Timetable:
    """An initiative, and one that needs it, not placed yet."""
    them = [work("a", {"web": 2.0}), work("b", {"web": 3.0}, ["a"])]
    return posed((portfolio_of(them), {"a": 1.0, "b": 2.0}))[1]


@needs_kernel
@pytest.mark.parametrize("order", [[1, 0], [0, 0], [0], [0, 1, 0], [0, 2], [-1, 0]])
def test_what_is_no_order_of_the_group_is_refused(order: list[int]) -> None:
    placer = CompiledPlacer(chain(), [0, 1])

    with pytest.raises(ValueError, match="order"):
        placer.placed([[0, 1], order])
    assert placer.placed([[0, 1]]) == [([0, 2], [2, 5])]


@needs_kernel
def test_room_for_part_of_an_order_is_refused() -> None:
    handle, order = CompiledPlacer(chain(), [0, 1]).handle, array("q", [0, 1])
    for start, end in ((2, 3), (3, 3), (1, 1), (4, 4)):
        room = array("q", [0] * start), array("q", [0] * end)
        with pytest.raises(ValueError, match="orders"):
            compiled.kernel.place_all(handle, order, *room)


def test_without_orders_nothing_is_placed() -> None:
    assert fastest_placer(chain(), [0, 1]).placed([]) == []


def test_without_the_kernel_python_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "kernel", None)
    placer = fastest_placer(chain(), [0, 1])

    assert isinstance(placer, PlainPlacer)
    assert placer.placed([[0, 1]]) == [([0, 2], [2, 5])]


@pytest.mark.parametrize("people", [1 << 16, 10**12])
def test_what_the_kernel_has_no_room_for_is_placed_in_python(people: int) -> None:
    whole_team = float(people), float(people)
    them = [work("a", {"web": whole_team}), work("b", {"web": (1.0, 1.0)})]
    case = portfolio_of(them, (team("web", people),)), {"a": 1.0, "b": 1.0}
    placer = fastest_placer(posed(case)[1], [0, 1])

    assert isinstance(placer, PlainPlacer)
    assert placer.placed([[0, 1]]) == [([0, 1], [1, 2])]


def test_presence_beyond_64_bits_is_counted_in_python() -> None:
    table = chain()
    often = Presence(1, 1 << 62, 0, ((0, 1 << 62),))
    crews = tuple(replace(crew, presence=often) for crew in table.problem.crews)
    table.problem = replace(table.problem, crews=crews)

    assert isinstance(fastest_placer(table, [0, 1]), PlainPlacer)
