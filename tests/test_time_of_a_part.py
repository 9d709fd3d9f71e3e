"""How long a part takes: people, focus, durations and weeks, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_portfolios import portfolio, rows, slot, slots, work


def held(effort: Any, **team: Any) -> tuple[float, int]:
    """People of the web team that `a` holds, and its days."""
    row = rows(portfolio(work("a", effort), teams={"web": team}))["a"]
    part = row["parts"]["web"]
    assert (part["start_day"], part["end_day"]) == (row["start_day"], row["end_day"])
    return part["people"], row["end_day"] - row["start_day"]


def test_two_of_four_people_do_six_weeks_in_three() -> None:
    a = rows(portfolio(work("a", "6w"), teams={"web": {"people": 4, "at_once": 2}}))["a"]
    # 30 person-days by 2 people are 15 days, Monday to the third Friday.
    assert (a["start_day"], a["end_day"]) == (0, 15)
    assert (a["start"], a["end"]) == ("2027-01-04", "2027-01-22")
    assert a["parts"] == {"web": {"people": 2, "start_day": 0, "end_day": 15}}


@pytest.mark.parametrize(
    ("team", "effort", "people", "days"),
    [
        ({"people": 5, "at_once": 2}, "10d", 2.5, 4),  # 5 ÷ 2 is two and a half
        ({"people": 7, "at_once": 3}, "6d", 2, 3),  # 7 ÷ 3 = 2.33, to the half below
        ({"people": 8, "at_once": 3}, "5d", 2.5, 2),  # 8 ÷ 3 = 2.67, to the half below
        ({"people": 3, "at_once": 4}, "3d", 1, 3),  # 3 ÷ 4 = 0.75, at least one
        ({"people": 0.5}, "1d", 0.5, 2),  # all of a team smaller than one
        ({"people": 1.5}, "3d", 1.5, 2),  # less than two people do one thing at a time
        ({"people": 2}, "3d", 1, 3),  # two people do two things at a time
        ({"people": 3}, "3d", 1.5, 2),  # 3 ÷ 2
        ({"people": 4, "at_once": 1}, "8d", 4, 2),
    ],
)
def test_a_part_gets_people_by_what_is_done_at_once_to_the_half_below(
    team: dict[str, Any], effort: str, people: float, days: int
) -> None:
    assert held(effort, **team) == (people, days)


@pytest.mark.parametrize(
    ("own", "people", "days"),
    [
        (3, 3, 4),  # 12 ÷ 3
        (0.5, 0.5, 24),  # 12 ÷ ½
        (9, 4, 3),  # more than the team has is the whole team
    ],
)
def test_a_part_may_state_its_own_people(own: float, people: float, days: int) -> None:
    assert held({"web": {"work": "12d", "people": own}}, people=4) == (people, days)


def test_four_fifths_of_their_time_stretch_eight_days_to_ten() -> None:
    assert held("8d", people=1, focus="80%") == (1, 10)  # 8 ÷ 0.8


def test_a_day_that_is_needed_in_part_is_a_whole_day() -> None:
    assert held("9d", people=2, at_once=1, focus="80%") == (2, 6)  # 9 ÷ 1.6 = 5.625


def test_ten_tenths_of_a_day_are_a_day_not_a_little_less() -> None:
    # Ten times 0.1 in floating point is less than 1 and would need an eleventh day.
    assert held("1d", people=1, focus="10%") == (1, 10)


def test_thirds_add_up_exactly() -> None:
    away = [{"from": "2027-01-01", "to": "2027-12-31", "people": 1}]
    # One person of three at two thirds of the speed: six days do four.
    assert held("4d", people=3, at_once=3, away=away) == (1, 6)


@pytest.mark.parametrize(
    ("effort", "days"),
    [
        ("3d", 3),
        ("1w", 5),
        ("1.5w", 8),  # 7.5
        ("1m", 22),  # a third of a quarter: 65 ÷ 3 = 21.67
        ("3m", 65),  # three thirds are exactly a quarter
        ("1q", 65),  # 13 weeks
        ("2w..5w", 18),  # the middle: 17.5
        ("2d..6d", 4),  # the middle
        ("1d..2d..9d", 3),  # (1 + 4×2 + 9) ÷ 6, where the middle would be 5
        ("2w..3w..6w", 17),  # (10 + 60 + 30) ÷ 6 = 16.67
        ("3d..1w", 4),  # 3 to 5 days
    ],
)
def test_one_person_takes_as_long_as_the_effort_says(effort: str, days: int) -> None:
    assert slot(work("a", effort)) == (0, days)


def test_a_quarter_of_work_ends_on_the_friday_of_its_thirteenth_week() -> None:
    assert rows(portfolio(work("a", "1q")))["a"]["end"] == "2027-04-02"


def test_a_size_is_what_the_portfolio_says() -> None:
    assert slot(work("a", "M"), sizes={"S": "1w", "M": "3d..7d"}) == (0, 5)


def test_no_effort_is_four_weeks() -> None:
    assert slot(work("a")) == (0, 20)


def test_no_effort_is_the_default_effort() -> None:
    assert slot(work("a"), default_effort="2w") == (0, 10)
    assert slot(work("a"), default_effort={"web": {"work": "4d", "people": 0.5}}) == (0, 8)


def test_assumed_effort_of_no_team_goes_to_the_first_team() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    a = rows(portfolio(work("a"), teams=teams))["a"]
    assert list(a["parts"]) == ["web"]


def test_plain_effort_belongs_to_the_initiatives_team() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 2, "at_once": 1}}
    a = rows(portfolio(work("a", "1w", team="data"), teams=teams))["a"]
    # 5 person-days by two people.
    assert a["parts"] == {"data": {"people": 2, "start_day": 0, "end_day": 3}}


def test_without_teams_there_is_one_team_of_four_that_does_two_things_at_once() -> None:
    them = [work(id, "1w", value=value) for id, value in (("a", 3), ("b", 2), ("c", 1))]
    # 5 days by two people are 2.5; the third waits for the first.
    assert slots(portfolio(*them, teams=None)) == {"a": (0, 3), "b": (0, 3), "c": (3, 6)}


def test_a_week_of_work_is_a_working_week_of_the_portfolio() -> None:
    week = ["mon", "tue", "wed", "thu"]
    a = rows(portfolio(work("a", "2w"), week=week))["a"]
    # Twice four days; day 4 is the second Monday.
    assert (a["start_day"], a["end_day"]) == (0, 8)
    assert (a["start"], a["end"]) == ("2027-01-04", "2027-01-14")
    assert slot(work("a", "1q"), week=week) == (0, 52)  # 13 weeks of four days
    assert slot(work("a", "3d"), week=week) == (0, 3)  # a day stays a day


def test_days_are_numbered_over_the_weekdays_that_are_worked() -> None:
    a = rows(portfolio(work("a", "4d"), week=["sun", "tue", "fri"], start="2027-01-04"))[
        "a"
    ]
    # Monday is no working day: day 0 is Tuesday the 5th, then Friday, Sunday and Tuesday.
    assert (a["start_day"], a["end_day"]) == (0, 4)
    assert (a["start"], a["end"]) == ("2027-01-05", "2027-01-12")


def test_parts_start_together_and_the_longest_ends_the_initiative() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    found = rows(
        portfolio(
            work("a", {"web": "4d", "data": "10d"}, value=50),
            work("b", {"web": "1d"}),
            work("c", {"data": "1d"}),
            teams=teams,
        )
    )
    assert found["a"]["parts"] == {
        "web": {"people": 1, "start_day": 0, "end_day": 4},
        "data": {"people": 1, "start_day": 0, "end_day": 10},
    }
    assert (found["a"]["start_day"], found["a"]["end_day"]) == (0, 10)
    assert found["b"]["start_day"] == 4  # the web team is free when its part is done
    assert found["c"]["start_day"] == 10


def test_a_part_of_no_work_holds_nobody() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    them = [work("a", {"web": "5d", "data": "0d"}), work("b", {"data": "5d"})]
    assert slots(portfolio(*them, teams=teams)) == {"a": (0, 5), "b": (0, 5)}


def test_what_does_not_fit_beside_the_other_waits_for_it() -> None:
    three, two = ({"web": {"work": "6d", "people": n}} for n in (3, 2))
    them = [work("a", three, value=9), work("b", two)]
    # 3 + 2 people are more than 4: b waits until the two days of a are over.
    assert slots(portfolio(*them, teams={"web": {"people": 4}})) == {
        "a": (0, 2),
        "b": (2, 5),
    }
