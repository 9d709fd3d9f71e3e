"""The benchmark's simulator: cases worked out by hand, and what holds of every plan."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from math import log
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.event_simulator import Simulator
from benchmarks.scheduled_work import Stay
from roadmap.model.amounts import Range
from roadmap.model.initiative import Part
from roadmap.model.portfolio import Portfolio
from tests.answers import answer
from tests.checks.reading import was_read
from tests.portfolio_strategies import portfolios
from tests.small_portfolios import portfolio, work

TWO_TEAMS = {"web": {"people": 1}, "data": {"people": 1}}


pytestmark = pytest.mark.usefixtures("plans_alone")


def simulator(files: dict[str, str]) -> Simulator:
    return Simulator(was_read(files).portfolio, answer("plan", files, "--no-forecast"))


def stays(
    *initiatives: dict[str, Any], took: dict[tuple[str, str], float], **shared: Any
) -> dict[str, tuple[int, int]]:
    """First and end day of each initiative where some parts take other person-days."""
    them = simulator(portfolio(*initiatives, **shared))
    days = {part: Fraction(number) for part, number in took.items()}
    lengths = replace(them.planned_lengths, work={**them.planned_lengths.work, **days})
    executed = them.carried_out(lengths)
    return {id: (stay.start_day, stay.end_day) for id, stay in executed.items()}


def test_the_later_of_two_branches_decides_where_they_merge() -> None:
    them = simulator(
        portfolio(
            work("app", {"web": "2w"}),
            work("feed", {"data": "2w"}),
            work("launch", "0d", depends_on=["app", "feed"]),
            work("learn", {"web": "1w"}, depends_on=["launch"]),
            teams=TWO_TEAMS,
        )
    )
    lengths = replace(
        them.planned_lengths,
        work={
            **them.planned_lengths.work,
            ("app", "web"): Fraction(7),
            ("feed", "data"): Fraction(25, 2),
        },
    )
    assert them.carried_out(lengths) == {
        "app": Stay(0, 7, 6),
        "feed": Stay(0, 13, 12),
        "launch": Stay(13, 13, 12),
        "learn": Stay(13, 18, 17),
    }


def test_the_longest_part_ends_an_initiative_and_the_other_team_is_free_before() -> None:
    executed = stays(
        work("both", {"web": "2d", "data": "2d"}, value=99),
        work("site", {"web": "1d"}),
        work("lake", {"data": "1d"}),
        teams=TWO_TEAMS,
        took={("both", "web"): 4},
    )
    assert executed == {"both": (0, 4), "site": (4, 5), "lake": (2, 3)}


def test_an_absence_slows_the_days_that_longer_work_reaches() -> None:
    # Two people for five days, then one of them for a week: 10 + 5, and 3 of day 10 on.
    away = [{"from": "2027-01-11", "to": "2027-01-15", "people": 1}]
    web = {"people": 2, "at_once": 1, "away": away}
    one = work("a", "2w")
    assert stays(one, teams={"web": web}, took={}) == {"a": (0, 5)}
    assert stays(one, teams={"web": web}, took={("a", "web"): 18}) == {"a": (0, 12)}


def test_a_holiday_stretches_work_and_nothing_starts_on_it() -> None:
    # Without the holiday: days 0 to 2, then days 3 to 4.
    them = [work("a", "1w"), work("b", "2d", depends_on=["a"])]
    executed = stays(*them, holidays=["2027-01-07"], took={("a", "web"): 3})
    assert executed == {"a": (0, 3), "b": (4, 6)}
    executed = stays(*them, holidays=["2027-01-07"], took={("a", "web"): 4})
    assert executed == {"a": (0, 5), "b": (5, 7)}


def test_focus_makes_work_longer() -> None:
    web = {"people": 1, "focus": "80%"}
    executed = stays(work("a", "4d"), teams={"web": web}, took={("a", "web"): 4.8})
    assert executed == {"a": (0, 6)}


def test_no_initiative_overtakes_an_earlier_one_of_its_team() -> None:
    # `next` could use the days in which `late` waits for the feed, but it is not its turn.
    executed = stays(
        work("feed", {"data": "1w"}, value=9),
        work("late", {"web": "1w"}, depends_on=["feed"], value=99),
        work("next", {"web": "3w"}, value=0.1),
        teams=TWO_TEAMS,
        took={("feed", "data"): 15},
    )
    assert executed == {"feed": (0, 15), "late": (15, 20), "next": (20, 35)}


def test_a_milestone_waits_for_nobody_and_makes_nobody_wait() -> None:
    executed = stays(
        work("feed", {"data": "1w"}, value=9),
        work("opening", "0d", depends_on=["feed"]),
        work("site", {"web": "2w"}, not_before="2027-01-12"),
        teams=TWO_TEAMS,
        took={("feed", "data"): 20},
    )
    assert executed == {"feed": (0, 20), "opening": (20, 20), "site": (6, 16)}


def test_stalled_work_goes_on_once_its_people_are_free() -> None:
    executed = stays(
        work("first", "1w", status="in_progress", started="2026-11-02", remaining="3d"),
        work("second", "1w", status="in_progress", started="2026-12-01", remaining="1d"),
        work("third", "1w"),
        took={("first", "web"): 6},
    )
    assert executed == {"first": (0, 6), "second": (6, 7), "third": (7, 12)}


def test_what_the_plan_starts_late_on_purpose_never_starts_earlier() -> None:
    files = portfolio(work("a", "1w"), work("b", "1w", depends_on=["a"]))
    shown = answer("plan", files, "--no-forecast")
    first, second = shown["initiatives"]
    first |= {"start_day": 4, "end_day": 9, "end": "2027-01-14"}
    second |= {"start_day": 9, "end_day": 14, "end": "2027-01-21"}
    them = Simulator(was_read(files).portfolio, shown)

    half = {part: Fraction(2) for part in them.planned_lengths.work}
    executed = them.carried_out(replace(them.planned_lengths, work=half))
    assert executed == {"a": Stay(4, 6, 5), "b": Stay(9, 11, 10)}


def test_an_outside_date_moves_a_start_both_ways() -> None:
    them = simulator(portfolio(work("a", "1w", not_before="2027-01-04..2027-01-31")))
    assert them.as_planned()["a"].start_day == 10  # halfway, 17 January, is a Sunday
    starts = [them.executed(Random(seed))["a"].start_day for seed in range(2000)]
    assert min(starts) == 0
    early = sum(start < 10 for start in starts)
    assert 800 < early < 1200


def test_a_range_holds_eight_draws_in_ten_on_both_sides() -> None:
    draws = _draws(work("a", "4w..10w"))
    assert _share(draw <= 20 for draw in draws) == pytest.approx(0.1, abs=0.02)
    assert _share(draw <= 35 for draw in draws) == pytest.approx(0.5, abs=0.034)
    assert _share(draw > 50 for draw in draws) == pytest.approx(0.1, abs=0.02)


def test_a_single_number_spreads_from_80_to_160_percent() -> None:
    draws = _draws(work("a", "10w"))
    assert _share(draw <= 40 for draw in draws) == pytest.approx(0.1, abs=0.02)
    assert _share(draw > 80 for draw in draws) == pytest.approx(0.1, abs=0.02)


def test_executions_meet_the_example_of_the_documents_worked_out_by_hand() -> None:
    them = simulator(
        portfolio(
            work("app", {"web": "10w"}),
            work("feed", {"data": "10w"}),
            work("launch", "0d", depends_on=["app", "feed"]),
            teams=TWO_TEAMS,
            forecast={"team": "0%", "portfolio": "0%"},
        )
    )
    executions = [them.executed(Random(seed)) for seed in range(2000)]
    app = sorted(stays["app"].done_day for stays in executions)
    launch = sorted(stays["launch"].done_day for stays in executions)
    assert _share(day < 50 for day in app) == pytest.approx(0.5, abs=0.034)
    assert _share(day < 50 for day in launch) == pytest.approx(0.25, abs=0.029)
    assert app[1700] + 1 == pytest.approx(74, abs=2)
    assert launch[1700] + 1 == pytest.approx(85, abs=2)


@pytest.mark.parametrize(
    ("team", "correlation"), [("web", 0.25), ("data", 0.10)], ids=["one team", "two teams"]
)
def test_luck_is_shared(team: str, correlation: float) -> None:
    teams = {"web": {"people": 2}, "data": {"people": 1}}
    them = simulator(
        portfolio(work("a", {"web": "6w"}), work("b", {team: "6w"}), teams=teams)
    )
    executions = [them.executed(Random(seed)) for seed in range(2000)]
    pairs = [[log(stays[id].end_day) for stays in executions] for id in ("a", "b")]
    assert statistics.correlation(*pairs) == pytest.approx(correlation, abs=0.07)


def test_delivered_work_shifts_what_has_not_started() -> None:
    done = [
        work(f"d{n}", "2w", status="delivered", delivered="2026-12-01", spent="3w")
        for n in range(8)
    ]
    them = simulator(
        portfolio(*done, work("a", "2w"), work("b", "1w", status="in_progress"))
    )
    executed = them.executed(Random(1))
    assert (executed["a"].start_day, executed["a"].end_day) == (5, 20)
    assert executed["b"].end_day == 5


def _draws(initiative: dict[str, Any]) -> list[int]:
    """How many days it takes in two thousand executions."""
    them = simulator(portfolio(initiative))
    return [them.executed(Random(seed))["a"].end_day for seed in range(2000)]


def _share(them: Iterable[bool]) -> float:
    whole = list(them)
    return sum(whole) / len(whole)


@given(portfolios())
def test_without_spread_an_execution_is_the_plan(files: dict[str, str]) -> None:
    shown = answer("plan", files, "--no-forecast")
    them = Simulator(_certain(was_read(files).portfolio), shown)
    planned = {work.id: work.planned for work in them.order}
    assert them.executed(Random(1)) == planned
    assert them.deliberate == {}


@settings(max_examples=25)
@given(portfolios(), st.randoms(use_true_random=False))
def test_longer_work_never_ends_anything_sooner(
    files: dict[str, str], random: Random
) -> None:
    them = simulator(files)
    lengths = them.planned_lengths
    before = them.carried_out(lengths)
    factors = [Fraction(1), Fraction(1), Fraction(5, 4), Fraction(3)]
    longer = {part: days * random.choice(factors) for part, days in lengths.work.items()}
    after = them.carried_out(replace(lengths, work=longer))
    assert all(after[id].end_day >= stay.end_day for id, stay in before.items())


def _certain(portfolio: Portfolio) -> Portfolio:
    """The same portfolio, in which all estimates come true."""
    initiatives = {
        id: replace(
            initiative,
            effort=_at_the_middle(initiative.effort),
            remaining=initiative.remaining and _at_the_middle(initiative.remaining),
        )
        for id, initiative in portfolio.initiatives.items()
    }
    no_spread = {"forecast": {"spread": Range(Fraction(1), Fraction(1))}}
    return replace(portfolio, initiatives=initiatives, settings=no_spread)


def _at_the_middle(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(
        replace(part, work=Range(part.work.middle, part.work.middle)) for part in parts
    )
