"""The compiled replay says what the plain one does, whatever the plan and the draws."""

from __future__ import annotations

from array import array
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.sequencing import compiled
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.simulation.compiled import compiled_replay
from roadmap.simulation.courses import Course, DrawnDays
from roadmap.simulation.replay import course, needed, plain_replay, replay
from tests.sequencing.plan_portfolios import Case, crowd, initiative, planned, posed, team
from tests.sequencing.plan_portfolios import portfolio as portfolio_of

needs_kernel = pytest.mark.skipif(
    compiled.kernel is None, reason="the kernel is not built, or left aside"
)


def table_of(case: Case, random: Random) -> Timetable:
    """A timetable of a portfolio, in an order that is drawn."""
    whole, fixed = posed(case)
    moved = [number for number in range(whole.count) if number not in whole.fixed]
    return scheduled(fixed, feasible(whole, random.sample(moved, len(moved))))


def drawn_needs(whole: Problem, random: Random, draws: int) -> list[list[DrawnDays]]:
    """Work from none to five times what the plan counts."""
    return [
        [
            [hold.need * random.randrange(5000) // 1000 for _ in range(draws)]
            for hold in holds
        ]
        for holds in whole.holds
    ]


def drawn_dates(whole: Problem, random: Random, draws: int) -> list[DrawnDays | None]:
    """Days of outside deliveries, for about every third initiative."""
    dates: list[DrawnDays | None] = [None] * whole.count
    for number in range(whole.count):
        if random.random() < 0.3:
            dates[number] = [whole.today + random.randrange(40) for _ in range(draws)]
    return dates


def replayed_alike(case: Case, random: Random, draws: int) -> Course:
    """Replay a plan both ways, and compare every day."""
    table = table_of(case, random)
    whole = table.problem
    ranged = [number for number in range(whole.count) if random.random() < 0.2]
    steps = course(table, ranged)
    needs, dates = drawn_needs(whole, random, draws), drawn_dates(whole, random, draws)
    fast = compiled_replay(steps, needs, dates, draws)

    assert fast == plain_replay(steps, needs, dates, draws)
    return steps


@needs_kernel
@given(planned(9), st.randoms(use_true_random=False), st.integers(1, 9))
def test_the_compiled_replay_says_the_same(case: Case, random: Random, draws: int) -> None:
    replayed_alike(case, random, draws)


@needs_kernel
@pytest.mark.parametrize("seed", range(6))
def test_so_it_does_in_a_crowd(seed: int) -> None:
    random = Random(seed)
    steps = replayed_alike(crowd(random, 60), random, 40)

    assert max(len(stage.holds) for stage in steps.stages) > 1
    assert any(stage.before for stage in steps.stages)


@needs_kernel
def test_so_it_does_where_many_hold_a_team_at_once() -> None:
    random = Random(1)
    them = [
        initiative(
            f"i{place}", {"web": (random.randrange(5, 60), random.choice([1, 2, 3]))}
        )
        for place in range(40)
    ]
    case = portfolio_of(them, (team("web", 11),)), {each.id: 1.0 for each in them}
    replayed_alike(case, random, 50)


def simple() -> Course:
    """A course of one initiative after another, with nobody away."""
    them = [initiative("a", {"web": 5.0}), initiative("b", {"web": 5.0}, ["a"])]
    case = portfolio_of(them), {"a": 1.0, "b": 1.0}
    return course(table_of(case, Random(0)))


@pytest.mark.parametrize("need", [1 << 59, 1 << 60, 1 << 63, 10**30])
def test_work_beyond_64_bits_is_replayed_in_python(need: int) -> None:
    steps = simple()
    found = replay(steps, [[[need]], [[need]]], [None, None], 1)

    assert found.end == ([need], [2 * need])
    if compiled.kernel:
        fits = compiled_replay(steps, [[[need]], [[need]]], [None, None], 1)
        assert (fits is not None) == (need == 1 << 59)


@pytest.mark.parametrize("day", [1 << 61, 1 << 63, 10**30])
def test_a_date_beyond_64_bits_is_waited_for_in_python(day: int) -> None:
    found = replay(simple(), [[[5]], [[5]]], [[day], None], 1)

    assert found.start == ([day], [day + 5])


def test_without_the_kernel_python_replays(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = simple()
    there = replay(steps, needed(steps.problem), [None, None], 1)
    monkeypatch.setattr(compiled, "kernel", None)

    assert compiled_replay(steps, needed(steps.problem), [None, None], 1) is None
    assert replay(steps, needed(steps.problem), [None, None], 1) == there


def test_a_plan_of_nothing_has_no_days() -> None:
    steps = course(table_of((portfolio_of([]), {}), Random(0)))

    assert replay(steps, [], [], 3).end == ()


def rows_of(steps: Course) -> list[array[int]]:
    """What the kernel is given of a course, with one draw."""
    given: list[array[int]] = []

    class Kernel:
        def replay(self, draws: int, rows: tuple[array[int], ...], *_: array[int]) -> None:
            given.extend(rows)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "kernel", Kernel())
        compiled_replay(steps, needed(steps.problem), [[3], None], 1)
    return given


@needs_kernel
def test_rows_that_lead_out_of_a_course_are_refused() -> None:
    rows, day = rows_of(simple()), array("q", [0, 0])
    compiled.kernel.replay(1, tuple(rows), day, array("q", day))

    for place, row in enumerate(rows):
        for at in range(len(row)):
            for wrong in (-2, 7, 1 << 62):
                changed = [array("q", other) for other in rows]
                changed[place][at] = wrong
                try:
                    compiled.kernel.replay(1, tuple(changed), day, array("q", day))
                except (ValueError, OverflowError):
                    continue
                assert min(day) >= 0
        shorter = [*rows[:place], row[:-1], *rows[place + 1 :]]
        with pytest.raises(ValueError, match=r"course|draws"):
            compiled.kernel.replay(1, tuple(shorter), day, array("q", day))


@needs_kernel
@pytest.mark.parametrize("draws", [-1, 0, 2, 1 << 62])
def test_a_count_of_draws_that_nobody_made_is_refused(draws: int) -> None:
    day = array("q", [0, 0])

    with pytest.raises(ValueError, match="draws"):
        compiled.kernel.replay(draws, tuple(rows_of(simple())), day, array("q", day))
