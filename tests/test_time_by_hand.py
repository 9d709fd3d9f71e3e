"""What a plan costs and how long a point of value waits; each case worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_portfolios import planned, portfolio, slots, work


def plan(*initiatives: dict[str, Any], **shared: Any) -> dict[str, Any]:
    found: dict[str, Any] = planned(portfolio(*initiatives, **shared))["plan"]
    return found


def test_ten_points_that_wait_a_week_cost_ten_value_weeks() -> None:
    found = plan(work("a", "1w", value=10))
    assert (found["cost"], found["mean_wait_weeks"]) == (10, 1)
    assert (found["finish_day"], found["late"], found["unplaced"]) == (5, 0, [])


def test_a_point_waits_on_average_as_the_values_weigh() -> None:
    found = plan(work("a", "1w", value=10), work("b", "1w", value=30))
    # b first: 30 × 1 + 10 × 2, over 40 points.
    assert (found["cost"], found["mean_wait_weeks"], found["finish_day"]) == (50, 1.25, 10)


def test_waiting_is_counted_from_the_day_we_stand_on() -> None:
    found = plan(work("a", "1w", value=10), as_of="2027-01-18")
    assert (found["cost"], found["mean_wait_weeks"], found["finish_day"]) == (10, 1, 15)


def test_a_week_of_four_days_is_a_week_of_waiting() -> None:
    found = plan(work("a", "6d", value=10), week=["mon", "tue", "wed", "thu"])
    assert (found["cost"], found["mean_wait_weeks"]) == (15, 1.5)


def test_the_value_of_running_and_pinned_work_waits_too() -> None:
    found = plan(
        work("a", "1w", value=2, status="in_progress"),
        work("b", "1w", value=3, pin={"why": "board"}),
        work("c", "1w", value=5),
    )
    assert found["cost"] == 2 * 1 + 3 * 2 + 5 * 3
    assert found["mean_wait_weeks"] == 23 / 10


def test_what_has_no_known_value_counts_as_nothing() -> None:
    found = plan(work("a", "1w", value=None))
    assert (found["cost"], found["mean_wait_weeks"], found["finish_day"]) == (0, None, 5)
    assert (found["bound"], found["gap"]) == (0, None)


def test_negative_value_counts_as_nothing() -> None:
    found = plan(work("a", "1w", value=-5), work("b", "1w", value=2))
    assert (found["cost"], found["mean_wait_weeks"]) == (2, 1)


def test_an_empty_portfolio_has_an_empty_plan() -> None:
    found = plan()
    assert (found["cost"], found["finish_day"], found["unplaced"]) == (0, 0, [])
    assert found["mean_wait_weeks"] is None


@pytest.mark.parametrize("deadline", ["2027-01-08", "2027-01-10"])
def test_a_week_after_its_deadline_costs_twice(deadline: str) -> None:
    found = plan(work("a", "2w", value=10, deadline=deadline))
    # Two weeks of waiting, the second after Friday the 8th (which a Sunday means): 20 + 10.
    assert (found["cost"], found["mean_wait_weeks"]) == (30, 2)
    assert found["late"] == 0  # only musts are late


def test_a_deadline_is_met_on_its_own_day() -> None:
    assert plan(work("a", "1w", value=10, deadline="2027-01-08"))["cost"] == 10
    # One day over: six days of waiting and one of them twice.
    assert plan(work("a", "1w", value=10, deadline="2027-01-07"))["cost"] == 12


@pytest.mark.parametrize(
    ("deadline", "late"),
    [
        ("2027-01-22", 0),  # the day it is done
        ("2027-01-21", 1),
        ("2027-01-17", 5),  # a Sunday means the Friday before
        ("2027-01", 0),  # the last Friday of January
        ("2027-Q1", 0),
        ("2027-01-03", 15),  # before the calendar begins: the Friday before
        ("2026-12-31", 16),  # a Thursday: lateness counts from the stated day
    ],
)
def test_a_must_is_late_by_working_days(deadline: str, late: int) -> None:
    must = work("a", "3w", deadline=deadline, must={"why": "law"})
    assert plan(must)["late"] == late


def test_lateness_is_summed_over_musts() -> None:
    law: dict[str, Any] = {"must": {"why": "law"}, "deadline": "2027-01-05"}
    # Ends on days 2 and 4, both due by the end of day 1.
    assert plan(work("a", "2d", **law), work("b", "2d", **law))["late"] == 2


def test_a_must_that_nothing_is_worth_goes_before_what_would_make_it_late() -> None:
    must = work("a", "1w", value=0, deadline="2027-01-08", must={"why": "law"})
    assert slots(portfolio(must, work("b", "1w", value=100))) == {"a": (0, 5), "b": (5, 10)}


def test_a_must_that_has_time_lets_value_go_first() -> None:
    must = work("a", "1w", value=0, deadline="2027-01-15", must={"why": "law"})
    assert slots(portfolio(must, work("b", "1w", value=100))) == {"a": (5, 10), "b": (0, 5)}


def test_what_a_must_needs_goes_before_it() -> None:
    found = slots(
        portfolio(
            work("a", "1w", depends_on=["c"], deadline="2027-01-15", must={"why": "law"}),
            work("b", "1w", value=100),
            work("c", "1w", value=0),
        )
    )
    assert found == {"a": (5, 10), "b": (10, 15), "c": (0, 5)}


def test_a_deadline_that_can_still_be_met_pulls_work_forward() -> None:
    them = [work("a", "1w", value=9, deadline="2027-01-08"), work("b", "1w", value=10)]
    # a first: 9 + 20 = 29; b first: 10 + 18 + 9 for the week after the deadline = 37.
    assert slots(portfolio(*them)) == {"a": (0, 5), "b": (5, 10)}


def test_what_is_worth_more_a_week_of_work_goes_first() -> None:
    them = [work("a", "3w", value=20), work("b", "1w", value=10)]
    # 10 a week against 6.67: b first costs 10 + 80, a first 60 + 40.
    assert slots(portfolio(*them)) == {"b": (0, 5), "a": (5, 20)}


def test_an_enabler_goes_with_what_it_opens() -> None:
    them = [
        work("a", "1w", value=0),
        work("b", "1w", value=30, depends_on=["a"]),
        work("c", "1w", value=10),
    ]
    # a and b: 30 over two weeks, 15 a week; c: 10 a week.
    assert slots(portfolio(*them)) == {"a": (0, 5), "b": (5, 10), "c": (10, 15)}


def test_the_shortest_plan_costs_its_last_day() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    them = [
        work("a", {"web": "1w"}, value=100),
        work("b", {"web": "1w"}, value=0),
        work("c", {"data": "2w"}, value=0, depends_on=["b"]),
    ]
    found = planned(portfolio(*them, teams=teams, minimise="makespan"))
    days = {row["id"]: (row["start_day"], row["end_day"]) for row in found["initiatives"]}
    # b first, so that c can end on day 15; by value a would go first and c end on day 20.
    assert days == {"a": (5, 10), "b": (0, 5), "c": (5, 15)}
    assert (found["plan"]["cost"], found["plan"]["finish_day"]) == (15, 15)
    assert found["plan"]["mean_wait_weeks"] == 2


def test_the_shortest_plan_is_counted_from_day_0_wherever_we_stand() -> None:
    found = plan(work("a", "1w"), as_of="2027-01-11", minimise="makespan")
    assert (found["cost"], found["finish_day"], found["mean_wait_weeks"]) == (10, 10, 1)
