"""When milestones are, and what waits for what; each case worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_portfolios import portfolio, rows, slots, work


def milestone(id: str = "m", **keys: Any) -> dict[str, Any]:
    return work(id, "0d", **keys)


def moment(row: dict[str, Any]) -> tuple[int, int, str, str]:
    assert row["parts"] == {}
    return row["start_day"], row["end_day"], row["start"], row["end"]


def test_a_milestone_alone_is_on_the_first_day() -> None:
    m = rows(portfolio(milestone()))["m"]
    assert moment(m) == (0, 0, "2027-01-04", "2027-01-04")


def test_a_milestone_is_dated_on_the_day_its_last_work_is_done() -> None:
    m = rows(portfolio(work("a", "1w"), milestone(depends_on=["a"])))["m"]
    assert moment(m) == (5, 5, "2027-01-08", "2027-01-08")


def test_a_chain_of_milestones_is_one_moment() -> None:
    chain = [milestone("m", depends_on=["a"]), milestone("n", depends_on=["m"])]
    found = rows(portfolio(work("a", "1w"), *chain))
    assert moment(found["m"]) == moment(found["n"]) == (5, 5, "2027-01-08", "2027-01-08")


def test_a_milestone_with_a_date_opens_what_waits_for_it_on_that_day() -> None:
    found = rows(
        portfolio(milestone(not_before="2027-01-13"), work("a", "1d", depends_on=["m"]))
    )
    assert moment(found["m"]) == (7, 7, "2027-01-13", "2027-01-13")
    assert (found["a"]["start_day"], found["a"]["start"]) == (7, "2027-01-13")


def test_a_chain_behind_a_dated_milestone_has_its_date() -> None:
    chain = [milestone("m", not_before="2027-01-13"), milestone("n", depends_on=["m"])]
    # Nothing ends on the 12th, so neither is dated there.
    assert moment(rows(portfolio(*chain))["n"]) == (7, 7, "2027-01-13", "2027-01-13")


def test_the_later_of_date_and_work_decides_a_milestone() -> None:
    m = milestone(depends_on=["a"], not_before="2027-01-13")
    assert moment(rows(portfolio(work("a", "1w"), m))["m"])[2] == "2027-01-13"
    assert moment(rows(portfolio(work("a", "8d"), m))["m"])[:3] == (8, 8, "2027-01-13")


def test_no_milestone_is_dated_before_its_own_date() -> None:
    # A week of work ends on the 8th; the milestone is told to wait for the 11th.
    m = milestone(depends_on=["a"], not_before="2027-01-11")
    found = rows(portfolio(work("a", "1w"), m, milestone("n", depends_on=["a", "m"])))
    assert moment(found["m"]) == (5, 5, "2027-01-11", "2027-01-11")
    # What waits for it and for the work alike is not dated before it.
    assert moment(found["n"]) == (5, 5, "2027-01-11", "2027-01-11")


def test_a_milestone_is_not_before_the_day_we_stand_on() -> None:
    m = rows(portfolio(milestone(), as_of="2027-01-11"))["m"]
    assert moment(m) == (5, 5, "2027-01-11", "2027-01-11")


def test_a_milestone_needs_nobody() -> None:
    found = slots(portfolio(work("a", "1w", value=9), work("b", "1w"), milestone()))
    assert found == {"a": (0, 5), "b": (5, 10), "m": (0, 0)}


def test_work_between_milestones_starts_with_the_first_and_ends_with_the_last() -> None:
    them = [
        work("a", "3d"),
        milestone("m", depends_on=["a"]),
        work("b", "2d", depends_on=["m"]),
        milestone("n", depends_on=["b"]),
    ]
    found = slots(portfolio(*them))
    assert found == {"a": (0, 3), "m": (3, 3), "b": (3, 5), "n": (5, 5)}


def test_a_mapping_of_no_work_is_a_milestone() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    m = rows(portfolio(work("m", {"web": "0d", "data": "0w"}), teams=teams))["m"]
    assert (m["start_day"], m["end_day"]) == (0, 0)


def test_a_dependent_starts_on_the_day_its_last_dependency_ends() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}, "app": {"people": 1}}
    them = [
        work("a", {"web": "1w"}),
        work("b", {"data": "8d"}),
        work("c", {"app": "1d"}, depends_on=["a", "b"]),
    ]
    c = rows(portfolio(*them, teams=teams))["c"]
    assert (c["start_day"], c["end_day"], c["start"]) == (8, 9, "2027-01-14")


def test_a_dependent_waits_for_the_longest_part() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    them = [
        work("a", {"web": "1d", "data": "6d"}),
        work("b", {"web": "1d"}, depends_on=["a"]),
    ]
    assert slots(portfolio(*them, teams=teams))["b"] == (6, 7)


def test_what_is_delivered_holds_nothing() -> None:
    done = work("a", "1w", status="delivered")
    found = slots(portfolio(done, work("b", "1d", depends_on=["a"])))
    assert found == {"a": (None, None), "b": (0, 1)}


@pytest.mark.parametrize("status", ["paused", "dropped", "idea"])
def test_what_waits_for_work_that_is_not_planned_is_unplaced(status: str) -> None:
    keys: dict[str, Any] = {"because": "too late"} if status == "dropped" else {}
    them = [
        work("a", "1d", status=status, **keys),
        work("b", "1d", depends_on=["a"]),
        work("c", "1d", depends_on=["b"]),
        work("d", "1d"),
    ]
    found = slots(portfolio(*them))
    nowhere = (None, None)
    assert found == {"a": nowhere, "b": nowhere, "c": nowhere, "d": (0, 1)}


def test_a_circle_and_what_waits_for_it_are_unplaced() -> None:
    them = [
        work("a", "1d", depends_on=["b"]),
        work("b", "1d", depends_on=["a"]),
        work("c", "1d", depends_on=["b"]),
        work("d", "1d"),
    ]
    found = slots(portfolio(*them))
    nowhere = (None, None)
    assert found == {"a": nowhere, "b": nowhere, "c": nowhere, "d": (0, 1)}


def test_ideas_are_placed_when_asked_for() -> None:
    files = portfolio(work("a", "1d", status="idea"), work("b", "1d", depends_on=["a"]))
    assert slots(files, "--ideas") == {"a": (0, 1), "b": (1, 2)}
