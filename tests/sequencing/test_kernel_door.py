"""What the kernel is not made for is refused at its door, and never a crash."""

from __future__ import annotations

import datetime
from array import array
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing import compiled
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import units
from roadmap.sequencing.schedule.serial import feasible
from roadmap.sequencing.search import compiled_walk
from roadmap.sequencing.search.compiled_walk import CompiledWalk
from roadmap.sequencing.search.incremental import Schedule
from tests.sequencing.plan_portfolios import crowd, posed

pytestmark = pytest.mark.skipif(
    compiled.kernel is None, reason="the kernel is not built, or left aside"
)


def crowded(seed: int = 0) -> Schedule:
    whole, fixed = posed(crowd(Random(seed), 12))
    order = feasible(whole, groups(whole)[0])
    return Schedule(whole, fixed, order, *units(whole))


def given_to(schedule: Schedule) -> tuple[array[int], list[array[int]], list[array[int]]]:
    """What the kernel is given of a schedule: scalars, rows, and what belongs to orders."""
    scalars = array("q", compiled_walk._scalars(schedule))
    rows = [array("q", row) for row in compiled_walk._inputs(schedule)]
    numbers = range(schedule.problem.count)
    return scalars, rows, [array("q", schedule.order), array("q", numbers), array("q")]


REFUSED = (ValueError, TypeError, OverflowError, MemoryError)
ODD = [-(1 << 63), -2, -1, 0, 1, 2, 7, 63, 70_000, 1 << 31, 1 << 45, (1 << 63) - 1]


@settings(max_examples=150)
@given(st.data())
def test_numbers_that_make_no_sense_are_refused_or_walked_and_never_a_crash(
    data: st.DataObject,
) -> None:
    schedule = crowded(data.draw(st.integers(0, 3)))
    scalars, rows, orders = given_to(schedule)
    fields = [scalars, *rows, *orders]
    for _ in range(data.draw(st.integers(1, 3))):
        row = data.draw(st.sampled_from([row for row in fields if row]))
        deed = data.draw(st.sampled_from(["change", "change", "shorten", "lengthen"]))
        if deed == "shorten":
            row.pop()
        elif deed == "lengthen":
            row.append(data.draw(st.sampled_from(ODD)))
        else:
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(st.sampled_from(ODD))
    try:
        handle = compiled.kernel.schedule(scalars, tuple(rows), *orders)
        compiled.kernel.walk(handle, 200, 0, 200, 400, 5, 0, 0)
        compiled.kernel.place(handle, orders[0])
    except REFUSED:
        return


@pytest.mark.parametrize(
    "row", [array("i", [1]), array("d", [1.0]), b"1234567", [1, 2], None, array("q")]
)
def test_a_row_of_other_things_is_refused(row: object) -> None:
    scalars, rows, orders = given_to(crowded())

    assert len(rows) == 22
    for place in range(len(rows)):
        mixed = (*rows[:place], row, *rows[place + 1 :])
        with pytest.raises((ValueError, TypeError)):
            compiled.kernel.schedule(scalars, mixed, *orders)


def test_a_row_too_many_or_too_few_is_refused() -> None:
    scalars, rows, orders = given_to(crowded())

    for wrong in (rows[:-1], [*rows, array("q")]):
        with pytest.raises(ValueError, match="rows"):
            compiled.kernel.schedule(scalars, tuple(wrong), *orders)
    with pytest.raises(TypeError):
        compiled.kernel.schedule(scalars, rows, *orders)


@pytest.mark.parametrize("handle", [None, 1, "walk", object(), array("q", [1])])
@pytest.mark.parametrize(
    ("function", "rest"),
    [
        ("walk", (1, 0, 1, 0, 0, 0, 0)),
        ("place", (array("q", range(64)),)),
        ("best", (array("q", range(64)),)),
        ("now", (array("q", range(64)),) * 3),
    ],
)
def test_what_is_no_walk_is_refused(
    handle: object, function: str, rest: tuple[object, ...]
) -> None:
    capsule = vars(datetime)["datetime_CAPI"]
    for other in (handle, capsule):
        with pytest.raises((ValueError, TypeError)):
            getattr(compiled.kernel, function)(other, *rest)


def _legs() -> list[tuple[int, ...]]:
    """Each number of a leg that follows, made impossible."""
    fine = (10, 0, 10, 400, 5, 0, 0)
    wrong = [(0, 11), (1, 1), (1, -1), (2, 0), (3, -1), (3, 1 << 40), (4, -1), (4, 64)]
    wrong += [(5, -1), (5, 1 << 62), (6, -1), (6, 1 << 60), (2, 1 << 62)]
    return [(*fine[:place], number, *fine[place + 1 :]) for place, number in wrong]


@pytest.mark.parametrize("leg", _legs())
def test_a_leg_that_does_not_follow_is_refused(leg: tuple[int, ...]) -> None:
    walk = CompiledWalk(crowded())

    with pytest.raises(ValueError, match="leg"):
        compiled.kernel.walk(walk.handle, *leg)
    assert walk.least == walk.schedule.total


def test_an_order_that_breaks_a_dependency_or_repeats_somebody_is_refused() -> None:
    schedule = crowded()
    walk, order = CompiledWalk(schedule), schedule.order
    before = schedule.problem.before
    late, early = next(
        (place, other)
        for place, number in enumerate(order)
        for other in range(place)
        if order[other] in before[number]
    )
    swapped = list(order)
    swapped[late], swapped[early] = order[early], order[late]
    repeated = [order[0], *order[:-1]]

    for wrong in (swapped, repeated, order[:-1], [*order, 0], [-1, *order[1:]]):
        with pytest.raises(ValueError, match=r"order|room"):
            walk.place(wrong)
    with pytest.raises(ValueError, match="room"):
        compiled.kernel.best(walk.handle, array("q", order[:-1]))
