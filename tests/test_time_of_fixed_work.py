"""Work in progress, stalled work and pins: what is placed first, worked out by hand."""

from __future__ import annotations

from typing import Any

from tests.small_portfolios import portfolio, rows, slot, slots, work


def running(id: str, effort: Any = "1w", **keys: Any) -> dict[str, Any]:
    return work(id, effort, status="in_progress", **keys)


def test_running_work_takes_what_remains_from_the_day_we_stand_on() -> None:
    one = running("a", "6w", remaining="1w")
    team = {"people": 4}
    # 5 person-days by two people, from the second Monday.
    assert slot(one, teams={"web": team}, as_of="2027-01-11") == (5, 8)


def test_running_work_that_does_not_say_what_remains_takes_all_its_effort() -> None:
    assert slot(running("a", "3d"), as_of="2027-01-11") == (5, 8)


def test_neither_dependencies_nor_dates_hold_running_work() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    them = [
        running("a", {"web": "2d"}, depends_on=["b"], not_before="2027-03-01"),
        work("b", {"data": "1w"}),
        work("c", {"web": "1d"}, depends_on=["a"]),
    ]
    found = slots(portfolio(*them, teams=teams))
    assert found == {"a": (0, 2), "b": (0, 5), "c": (2, 3)}


def test_running_work_goes_on_though_what_it_needs_was_dropped() -> None:
    them = [
        running("a", "2d", depends_on=["b"]),
        work("b", "1d", status="dropped", because="nobody wants it"),
    ]
    assert slots(portfolio(*them))["a"] == (0, 2)


def test_running_work_opens_a_circle() -> None:
    them = [running("a", "2d", depends_on=["b"]), work("b", "1d", depends_on=["a"])]
    assert slots(portfolio(*them)) == {"a": (0, 2), "b": (2, 3)}


def test_a_running_milestone_is_on_the_day_we_stand_on() -> None:
    found = slots(portfolio(running("a", "0d"), as_of="2027-01-11"))
    assert found == {"a": (5, 5)}


def test_too_few_people_go_to_what_started_first() -> None:
    them = [
        running("a", started="2026-05-04"),
        running("b", value=100),
        running("c", started="2026-03-02"),
    ]
    found = slots(portfolio(*them, teams={"web": {"people": 2}}))
    # Two at a time; b has no start date and comes last, whatever it is worth.
    assert found == {"a": (0, 5), "b": (5, 10), "c": (0, 5)}


def test_of_what_started_together_the_first_id_gets_the_people() -> None:
    them = [running(id, started="2026-05-04") for id in ("b", "a")]
    assert slots(portfolio(*them)) == {"a": (0, 5), "b": (5, 10)}


def test_stalled_work_comes_before_all_that_does_not_run() -> None:
    them = [running("a"), running("b"), work("c", "1d", value=100)]
    assert slots(portfolio(*them)) == {"a": (0, 5), "b": (5, 10), "c": (10, 11)}


def test_stalled_work_waits_for_all_its_teams_and_leaves_people_to_others() -> None:
    teams = {"web": {"people": 1}, "data": {"people": 1}}
    them = [
        running("a", {"data": "1w"}),
        running("b", {"data": "1w", "web": "1w"}),
        work("c", {"web": "1w"}),
    ]
    found = slots(portfolio(*them, teams=teams))
    # The web team has nothing to do until b can go on, and c is done just in time.
    assert found == {"a": (0, 5), "b": (5, 10), "c": (0, 5)}


def test_new_work_takes_the_people_that_running_work_leaves() -> None:
    teams = {"web": {"people": 4}}
    them = [running("a"), work("b", "1w", value=2), work("c", "1w", value=1)]
    found = slots(portfolio(*them, teams=teams))
    # Two people each: 2.5 days; c takes over from whoever ends first.
    assert found == {"a": (0, 3), "b": (0, 3), "c": (3, 6)}


def test_a_pin_goes_first_whatever_it_is_worth() -> None:
    pinned = work("a", "4w", pin={"why": "board"}, value=1)
    found = slots(portfolio(pinned, work("b", "1w", value=100)))
    assert found == {"a": (0, 20), "b": (20, 25)}


def test_a_pin_takes_what_it_needs_along() -> None:
    them = [
        work("a", "1w", pin={"why": "board"}, depends_on=["c"]),
        work("b", "1d", value=100),
        work("c", "2d", value=None),
    ]
    assert slots(portfolio(*them)) == {"a": (2, 7), "b": (7, 8), "c": (0, 2)}


def test_a_pin_follows_running_work() -> None:
    pinned = work("a", "2d", pin={"why": "board"})
    found = slots(portfolio(pinned, running("b"), work("c", "1d", value=100)))
    assert found == {"a": (5, 7), "b": (0, 5), "c": (7, 8)}


def test_a_pin_that_may_not_start_yet_leaves_the_days_before_to_others() -> None:
    pinned = work("a", "2d", pin={"why": "board"}, not_before="2027-01-11")
    found = slots(portfolio(pinned, work("b", "1w"), work("c", "1w", value=0.5)))
    assert found == {"a": (5, 7), "b": (0, 5), "c": (7, 12)}


def test_a_dependent_of_running_work_waits_for_its_end() -> None:
    found = rows(portfolio(running("a", "3d"), work("b", "1d", depends_on=["a"])))
    assert (found["b"]["start_day"], found["b"]["start"]) == (3, "2027-01-07")
