"""The last pass: fewer pairs against the sequence, and nothing lost for it."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing.explain.inversions import inversions
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.inversion_repair import CrewStarts, crew_starts, repaired
from roadmap.sequencing.search.search import by_start, schedule_of, searched
from tests.sequencing.plan_portfolios import (
    Case,
    initiative,
    planned,
    portfolio,
    posed,
    team,
)

ENOUGH = 100_000


@given(planned(8), st.randoms(use_true_random=False), st.integers(0, 60))
def test_nothing_is_lost_and_no_more_pairs_run_against_the_sequence(
    case: Case, random: Random, placings: int
) -> None:
    whole, fixed = posed(case)
    for group in groups(whole)[:1]:
        wish = random.sample(group, len(group))
        before = scheduled(fixed, feasible(whole, wish))
        after = turned(fixed, group, before, placings)

        assert worth(after, group) <= worth(before, group)
        assert after == turned(fixed, group, before, placings)


@given(planned(8), st.randoms(use_true_random=False))
def test_the_order_by_start_is_the_same_timetable(case: Case, random: Random) -> None:
    whole, fixed = posed(case)
    for group in groups(whole)[:1]:
        wish = random.sample(group, len(group))
        before = scheduled(fixed, feasible(whole, wish))

        assert turned(fixed, group, before, 0) == before


@given(planned(8), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 30)), max_size=20))
def test_pairs_are_counted_one_shift_at_a_time(
    case: Case, shifts: list[tuple[int, int]]
) -> None:
    whole, fixed = posed(case)
    table = scheduled(fixed, [each for each in range(whole.count) if fixed.start[each] < 0])
    found = kept(whole, table)
    assert pairs(found) == len(list(inversions(table)))

    for number, day in shifts:
        before, number = pairs(found), number % whole.count
        more = found.shift(number, day)
        table.start[number] = day
        assert pairs(found) == before + more == len(list(inversions(table)))


def test_of_two_that_are_worth_the_same_the_first_in_the_sequence_goes_first() -> None:
    of = portfolio([initiative("a", {"web": 2}), initiative("b", {"web": 2})])
    _, fixed = posed((of, {"a": 3, "b": 3}))
    before = scheduled(fixed, [1, 0])

    assert before.start == [2, 0]
    assert turned(fixed, (0, 1), before).start == [0, 2]


def test_what_it_needs_goes_along() -> None:
    work = [initiative("n", {"web": 1}), initiative("a", {"web": 1}, ["n"])]
    of = portfolio([*work, initiative("z", {"web": 2})])
    whole, fixed = posed((of, {"a": 2, "z": 2}))
    assert whole.ids == ("n", "a", "z")

    assert turned(fixed, (0, 1, 2), scheduled(fixed, [2, 0, 1])).start == [0, 1, 2]


def test_who_waits_for_a_day_is_not_put_right_at_the_price_of_value() -> None:
    late = initiative("a", {"web": 2}, not_before=1)
    whole, fixed = posed((portfolio([late, initiative("b", {"web": 2})]), {"a": 9, "b": 1}))
    before = scheduled(fixed, [0, 1])

    assert whole.ids == ("a", "b")
    assert turned(fixed, (0, 1), before) == before


def test_it_mostly_reaches_the_fewest_pairs_there_are() -> None:
    cases = [found for found in map(tied, range(40)) if found]
    reached = sum(after == fewest for _, after, fewest in cases)

    assert len(cases) >= 20
    assert all(fewest <= after <= most for most, after, fewest in cases)
    assert reached >= 0.8 * len(cases)


@pytest.mark.parametrize("placings", [0, 10, 200])
def test_its_placings_are_counted(placings: int) -> None:
    work = [initiative(f"i{number:02}", {"web": 1 + number % 3}) for number in range(40)]
    whole, fixed = posed((portfolio(work, [team("web", 2, 2)]), {}))
    schedule = schedule_of(whole, fixed, list(reversed(range(whole.count))))
    already = schedule.placings
    repaired(schedule, placings)

    assert placings <= schedule.placings - already <= placings + whole.count


@settings(max_examples=25)
@given(planned(6))
def test_a_plan_that_is_searched_is_in_turn(case: Case) -> None:
    whole, fixed = posed(case)
    done = groups(whole)
    if len(done) == 1:
        order = by_start(searched(whole, fixed).table, done[0])
        table = scheduled(fixed, order)

        assert turned(fixed, done[0], table) == table


def test_an_interruption_of_the_last_pass_keeps_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(schedule: Schedule, placings: int) -> Timetable:
        raise KeyboardInterrupt

    of = portfolio([initiative("a", {"web": 2}), initiative("b", {"web": 1})])
    whole, fixed = posed((of, {"a": 3, "b": 3}))
    before = searched(whole, fixed)
    monkeypatch.setattr("roadmap.sequencing.search.search.repaired", interrupted)
    found = searched(whole, fixed)

    assert (before.status, found.status) == ("optimal", "interrupted")
    assert found.table == before.table


def tied(seed: int) -> tuple[int, int, int] | None:
    """Pairs of the best plan with most of them, after the pass, and of that with fewest.

    Nearly all are worth what they take, so that many plans are best; None if they have
    as many pairs.
    """
    whole, fixed = posed(_tied(Random(seed)))
    (group,) = groups(whole)
    orders = [list(order) for order in permutations(group)]
    tables = [scheduled(fixed, it) for it in orders if it == feasible(whole, it)]
    least = min(aims(table, group) for table in tables)
    best = [table for table in tables if aims(table, group) == least]
    counts = [pairs(kept(whole, table)) for table in best]
    if len(set(counts)) == 1:
        return None
    worst = best[counts.index(max(counts))]
    after = turned(fixed, group, worst)
    assert aims(after, group) == least
    return max(counts), pairs(kept(whole, after)), min(counts)


def _tied(draw: Random) -> Case:
    found, values = [], {}
    for number in range(5):
        chosen = draw.sample(["data", "web"], draw.choice([1, 1, 2]))
        work: dict[str, float | tuple[float, float]]
        work = {name: draw.randint(1, 3) for name in chosen}
        needs = [f"i{one}" for one in range(number) if draw.random() < 0.1]
        begins = draw.choice([None, None, None, None, None, 3])
        found.append(initiative(f"i{number}", work, needs, begins))
        values[f"i{number}"] = draw.choice([1.0, 1.0, 1.0, 2.0]) * sum(
            amount for amount in work.values() if not isinstance(amount, tuple)
        )
    people = draw.choice([1, 2])
    return portfolio(found, [team("web", people, people), team("data")]), values


def turned(
    fixed: Timetable, group: tuple[int, ...], table: Timetable, placings: int = ENOUGH
) -> Timetable:
    schedule = schedule_of(fixed.problem, fixed, by_start(table, group))
    return repaired(schedule, placings)


def worth(table: Timetable, group: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The aims, and then the pairs that run against the sequence."""
    return *aims(table, group), pairs(kept(table.problem, table))


def kept(whole: Problem, table: Timetable) -> CrewStarts:
    return crew_starts(Schedule(whole, table, [], 1).crews, table.start)


def pairs(found: CrewStarts) -> int:
    return sum(len(found.ahead(each)) for each in range(len(found.start)))
