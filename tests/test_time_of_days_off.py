"""Holidays and absences stretch work and never forbid it; each case worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_portfolios import portfolio, rows, slot, slots, work


def away(first: int, last: int, people: float | None = None) -> dict[str, Any]:
    """Absence over days of January 2027, both inclusive; the 4th is day 0."""
    found = {"from": f"2027-01-{first:02}", "to": f"2027-01-{last:02}", "people": people}
    return {key: value for key, value in found.items() if value is not None}


def test_a_holiday_stretches_five_days_to_six() -> None:
    a = rows(portfolio(work("a", "5d"), holidays=["2027-01-06"]))["a"]
    # Days 0, 1, 3, 4 and, after the weekend, 5.
    assert (a["start_day"], a["end_day"], a["end"]) == (0, 6, "2027-01-11")


def test_a_holiday_on_a_weekend_changes_nothing() -> None:
    assert slot(work("a", "10d"), holidays=["2027-01-09"]) == (0, 10)


def test_holidays_over_the_new_year_are_numbered_and_empty() -> None:
    holidays = [{"from": "2027-12-24", "to": "2027-12-31"}]
    a = rows(portfolio(work("a", "5d"), start="2027-12-20", holidays=holidays))["a"]
    # Four days to the 23rd, six days off (4 to 9), then Monday 3 January.
    assert (a["start_day"], a["end_day"], a["end"]) == (0, 11, "2028-01-03")


def test_work_does_not_begin_on_a_holiday() -> None:
    a = rows(portfolio(work("a", "1d"), start="2027-01-06", holidays=["2027-01-06"]))["a"]
    # The holiday is day 0 all the same.
    assert (a["start_day"], a["end_day"], a["start"]) == (1, 2, "2027-01-07")


def test_with_a_quarter_away_the_team_works_at_three_quarters() -> None:
    team = {"people": 4, "away": [away(1, 31, 1)]}
    assert slot(work("a", "6d"), teams={"web": team}) == (0, 4)  # 2 × ¾ a day


def test_absence_is_counted_from_its_first_to_its_last_day() -> None:
    team = {"people": 2, "away": [away(5, 6, 1)]}
    # 1, ½, ½, 1 and 1.
    assert slot(work("a", "4d"), teams={"web": team}) == (0, 5)


def test_a_team_that_is_away_in_the_middle_stops_and_goes_on() -> None:
    team = {"people": 1, "away": [away(5, 6, 1)]}
    assert slot(work("a", "3d"), teams={"web": team}) == (0, 5)  # days 0, 3 and 4


def test_absences_on_one_day_add_up() -> None:
    team = {"people": 4, "away": [away(4, 8, 1), away(4, 12, 1)]}
    # 2 × ½ for five days, 2 × ¾ for two: 8.
    assert slot(work("a", "8d"), teams={"web": team}) == (0, 7)


def test_more_people_away_than_there_are_are_all_of_them() -> None:
    team = {"people": 1, "away": [away(4, 5, 1), away(4, 4, 1)]}
    assert slot(work("a", "1d"), teams={"web": team}) == (2, 3)


def test_absence_over_a_weekend_begins_on_the_monday_and_ends_on_the_friday() -> None:
    team = {"people": 1, "away": [away(9, 17, 1)]}
    # The 9th is a Saturday and the 17th a Sunday: away on days 5 to 9.
    assert slot(work("a", "6d"), teams={"web": team}) == (0, 11)


def test_an_initiative_starts_only_when_all_its_teams_have_somebody() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1, "away": [away(4, 6, 1)]}}
    found = rows(portfolio(work("a", {"web": "2d", "data": "1d"}), teams=teams))["a"]
    assert (found["start_day"], found["end_day"]) == (3, 5)
    assert found["parts"]["web"]["start_day"] == 3


def test_one_of_two_people_there_is_enough_to_start() -> None:
    team = {"people": 2, "at_once": 1, "away": [away(4, 4, 1)]}
    assert slot(work("a", "3d"), teams={"web": team}) == (0, 2)  # 1 + 2


def test_people_stay_held_while_they_are_away() -> None:
    team = {"people": 2, "away": [away(4, 15, 1)]}
    them = [work("a", "2d", value=3), work("b", "2d", value=2), work("c", "2d", value=1)]
    # Two may run at once though one is away; each at half speed takes four days.
    found = slots(portfolio(*them, teams={"web": team}))
    assert found == {"a": (0, 4), "b": (0, 4), "c": (4, 8)}


@pytest.mark.parametrize(
    ("not_before", "day"),
    [
        ("2027-01-12", 6),  # the second Tuesday
        ("2027-01-09", 5),  # a Saturday means the Monday after
        ("2027-01-06", 3),  # a holiday: nobody is there before Thursday
        ("2027-02", 20),  # Monday, 1 February
        ("2027-Q2", 63),  # Thursday, 1 April: twelve weeks and three days
        ("2027-H2", 128),  # Thursday, 1 July: 25 weeks and three days
        ("2026-11", 0),  # long past
    ],
)
def test_not_before_is_hard_and_means_the_first_day_of_what_it_names(
    not_before: str, day: int
) -> None:
    found = slot(work("a", "1d", not_before=not_before), holidays=["2027-01-06"])
    assert found == (day, day + 1)


def test_a_start_on_a_saturday_is_the_monday_after() -> None:
    a = rows(portfolio(work("a", "1d"), start="2027-01-02"))["a"]
    assert (a["start_day"], a["start"]) == (0, "2027-01-04")


@pytest.mark.parametrize("as_of", ["2027-01-11", "2027-01-09"])
def test_nothing_is_placed_before_the_day_we_stand_on(as_of: str) -> None:
    a = rows(portfolio(work("a", "1w"), as_of=as_of))["a"]
    # Days are still numbered from the portfolio's start.
    assert (a["start_day"], a["end_day"], a["start"]) == (5, 10, "2027-01-11")


def test_the_command_line_moves_the_day_we_stand_on() -> None:
    files = portfolio(work("a", "1w"), as_of="2027-02-01")
    assert slots(files, "--as-of", "2027-01-11") == {"a": (5, 10)}
