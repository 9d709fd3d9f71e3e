"""The compiled walk takes the steps of the plain one, whatever the portfolio."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roadmap.sequencing import compiled
from roadmap.sequencing.graphs import reach
from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.objective import units
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.search.compiled_walk import LOW, CompiledWalk, fastest_walk
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.replanning import replanned_in_order
from roadmap.sequencing.search.walk import Leg, PlainWalk
from tests.sequencing.plan_portfolios import Case, crowd, initiative, planned, posed, team
from tests.sequencing.plan_portfolios import portfolio as portfolio_of

needs_kernel = pytest.mark.skipif(
    compiled.kernel is None, reason="the kernel is not built, or left aside"
)


@dataclass(frozen=True)
class Route:
    """How a walk goes: legs with their chunks of steps, and what is done between legs.

    `strides` are by leg the steps of each chunk, `cooling` what it forgives and how often
    that is halved; before a leg everything is placed in an order drawn from its `turn`, or
    in the best one where that is 0. `goal` is the share of the first price, in
    thousandths, at which all is over.
    """

    strides: Sequence[Sequence[int]]
    cooling: Sequence[tuple[int, int]]
    turns: Sequence[int]
    shift: int
    goal: int


@st.composite
def routes(draw: st.DrawFn) -> Route:
    count = draw(st.integers(1, 4))
    stride = st.lists(st.sampled_from([1, 2, 7, 40]), min_size=1, max_size=4)
    forgiving = st.tuples(st.sampled_from([0, 5, 400, 1000]), st.integers(0, 7))
    return Route(
        draw(st.lists(stride, min_size=count, max_size=count)),
        draw(st.lists(forgiving, min_size=count, max_size=count)),
        draw(st.lists(st.integers(0, 3), min_size=count, max_size=count)),
        draw(st.integers(0, 2)),
        draw(st.sampled_from([0, 0, 0, 900, 990])),
    )


def both(schedule: Schedule, shift: int) -> tuple[PlainWalk, CompiledWalk]:
    """The two walks, from one schedule, which the plain one changes."""
    return PlainWalk(schedule, shift), CompiledWalk(schedule, shift)


def stands(walk: PlainWalk | CompiledWalk) -> tuple[object, ...]:
    """All that can be seen of a walk: its steps, its best, and where it is."""
    if isinstance(walk, PlainWalk):
        there = walk.schedule
        where = there.order, there.start, there.end, there.total
        assert walk.now == there.total
        return walk.steps, walk.least, walk.best, *where
    count = walk.schedule.problem.count
    order = array("q", walk.schedule.order)
    start, end = array("q", [0] * count), array("q", [0] * count)
    high, low = compiled.kernel.now(walk.handle, order, start, end)
    where = list(order), list(start), list(end), (high << LOW) + low
    return walk.steps, walk.least, walk.best, *where


def walked(schedule: Schedule, route: Route) -> PlainWalk:
    """Walk both ways along a route, and compare them wherever they stop."""
    plain, fast = both(schedule, route.shift)
    bound, begin = plain.least * route.goal // 1000, 0
    assert stands(fast) == stands(plain)
    for strides, cooling, turn in zip(
        route.strides, route.cooling, route.turns, strict=True
    ):
        leg = Leg(begin, begin + sum(strides), *cooling)
        order = _other(schedule, turn) if turn else plain.best
        for walk in (plain, fast):
            walk.place(order)
        assert stands(fast) == stands(plain)
        for stride in strides:
            for walk in (plain, fast):
                walk.walk(min(leg.end, walk.steps + stride), leg, bound)
            assert stands(fast) == stands(plain)
        if plain.steps < leg.end:
            assert plain.least <= bound
            break
        begin = leg.end
    return plain


def _other(schedule: Schedule, turn: int) -> list[int]:
    wish = sorted(schedule.order)
    return feasible(schedule.problem, Random(turn).sample(wish, len(wish)))


def searched(whole: Problem, fixed: Timetable, route: Route, told_unit: int = 0) -> int:
    """Walk in each group of a problem, each from the timetable before; all steps."""
    steps = 0
    for group in groups(whole):
        order = feasible(whole, group)
        late_unit, end_unit = units(whole, told_unit)
        schedule = Schedule(whole, fixed, order, late_unit, end_unit, told_unit)
        assert isinstance(fastest_walk(schedule), CompiledWalk)
        steps += walked(schedule, route).steps
        fixed = scheduled(fixed, order)
    return steps


TOLD = st.lists(st.sampled_from([FAR, FAR, 0, 2, 5, 9]), min_size=12, max_size=12)
TIERS = st.lists(st.sampled_from([0, 0, 0, 1, 2]), min_size=12, max_size=12)


@needs_kernel
@given(planned(12), routes(), TIERS)
def test_the_compiled_walk_takes_the_same_steps(
    case: Case, route: Route, tiers: list[int]
) -> None:
    searched(*posed(case, dict(zip(case[1], tiers, strict=False))), route)


@needs_kernel
@given(planned(12), routes(), TOLD, st.sampled_from([0, 1, 1000]))
def test_so_it_does_where_people_were_told_dates(
    case: Case, route: Route, told: list[int], price: int
) -> None:
    whole, _ = posed(case)
    dated = replace(whole, told=tuple(told[: whole.count]))
    searched(dated, begun(dated), route, price)


@needs_kernel
@pytest.mark.parametrize("seed", range(8))
def test_so_it_does_on_a_long_walk_through_a_crowd(seed: int) -> None:
    random = Random(seed)
    case = crowd(random, 40)
    whole, _ = posed(case, {id: random.choice([0, 0, 1]) for id in case[1]})
    dated = replace(whole, told=tuple(random.choice([FAR, 5, 30]) for _ in whole.ids))
    route = Route([[64, 1, 200], [150]], [(800, 7), (400, 5)], [0, seed % 3], seed, 0)

    assert searched(dated, begun(dated), route, seed % 2 * 100) > 400


@needs_kernel
@settings(max_examples=25)
@given(planned(10), st.randoms(use_true_random=False))
def test_what_is_planned_again_in_another_order_is_the_same(
    case: Case, random: Random
) -> None:
    """A milestone marks where one begins; nothing else looks at the parts of another."""
    whole, table = posed(case)
    for group in groups(whole):
        table = scheduled(table, feasible(whole, group))
    table = scheduled(table, feasible(whole, valueless(whole)))
    first, second = random.choices(range(whole.count), k=2)
    free = first not in whole.fixed and first not in reach(whole.before, [second])
    assume(first != second and free)
    with pytest.MonkeyPatch.context() as patched:
        fast = replanned_in_order(whole, table, second, first)
        patched.setattr("roadmap.sequencing.search.replanning.fastest_walk", PlainWalk)
        assert replanned_in_order(whole, table, second, first) == fast


@needs_kernel
@pytest.mark.parametrize("seed", range(4))
def test_so_it_does_where_many_are_alike(seed: int) -> None:
    """Twelve of three kinds: moves among those that are alike are passed over."""
    them = [initiative(f"i{n:02}", {"web": 1 + n % 3}) for n in range(12)]
    values = {each.id: 1.0 + n % 3 for n, each in enumerate(them)}
    of = portfolio_of(them, (team("web", 2),))
    whole, fixed = posed((of, values))
    schedule = Schedule(whole, fixed, list(range(12)), *units(whole))
    plain = walked(schedule, Route([[100, 50]], [(800, 7)], [seed], seed, 0))

    assert plain.alike
    assert plain.steps == 150


@needs_kernel
@settings(max_examples=25)
@given(planned(8), routes(), st.integers(0, 100))
def test_so_it_does_with_the_highest_prices_that_fit(
    case: Case, route: Route, digits: int
) -> None:
    """A price takes as many binary digits as the kernel has, and not one more."""
    whole, fixed = posed(case)
    for group in groups(whole):
        order = feasible(whole, group)
        late_unit, end_unit = (unit << digits for unit in units(whole))
        schedule = Schedule(whole, fixed, order, late_unit, end_unit)
        if isinstance(fastest_walk(schedule), CompiledWalk):
            walked(schedule, route)


@needs_kernel
@pytest.mark.parametrize(
    ("people", "value", "days", "digits"),
    [(1 << 16, 1.0, 0, 0), (2, 1.5e18, 0, 0), (2, 1.0, 1 << 27, 0), (2, 1.0, 0, 100)],
    ids=["people", "value", "days", "price"],
)
def test_what_does_not_fit_is_walked_in_python(
    people: int, value: float, days: int, digits: int
) -> None:
    them = [
        initiative("a", {"web": (float(people), float(people))}),
        initiative("b", {"web": (5.0, 1.0)}),
    ]
    whole, _ = posed((portfolio_of(them, (team("web", people),)), {"a": value, "b": 1.0}))
    dated = replace(whole, earliest=(0, days))
    late_unit, end_unit = units(dated)
    schedule = Schedule(dated, begun(dated), [0, 1], late_unit << digits, end_unit)
    usual = Schedule(whole, begun(whole), [0, 1], *units(whole))

    assert isinstance(fastest_walk(schedule), PlainWalk)
    assert isinstance(fastest_walk(usual), CompiledWalk) == (days + digits > 0)


@needs_kernel
def test_the_kernel_is_as_new_as_its_source() -> None:
    library = Path(compiled.kernel.__file__)
    sources = library.with_name("kernel").iterdir()
    newest = max(source.stat().st_mtime for source in sources)

    assert library.stat().st_mtime >= newest, (
        "run `make roadmap`, or `pip install --editable .`"
    )


@needs_kernel
def test_a_walk_does_not_move_when_its_schedule_does() -> None:
    whole, fixed = posed(crowd(Random(0), 12))
    schedule = Schedule(whole, fixed, feasible(whole, groups(whole)[0]), *units(whole))
    walk = CompiledWalk(schedule)
    stood = stands(walk)
    schedule.rebuild(_other(schedule, 1))

    assert stands(walk) == stood
