"""The checker passes plans that are right, and catches each kind of fault in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.hand_made_plan import ANSWER, FILES, STALLED_ANSWER, STALLED_FILES
from tests.plan_checker import violations

Change = Callable[[dict[str, Any]], None]


def test_a_plan_made_by_hand_has_no_fault() -> None:
    assert violations(FILES, ANSWER) == []


def test_a_plan_with_stalled_work_made_by_hand_has_no_fault() -> None:
    assert violations(STALLED_FILES, STALLED_ANSWER) == []


def row(id: str, /, **keys: Any) -> Change:
    """Something else in the row of an initiative."""

    def change(answer: dict[str, Any]) -> None:
        next(found for found in answer["initiatives"] if found["id"] == id).update(keys)

    return change


def part(id: str, team: str, **keys: Any) -> Change:
    def change(answer: dict[str, Any]) -> None:
        found = next(found for found in answer["initiatives"] if found["id"] == id)
        found["parts"][team].update(keys)

    return change


def section(name: str, **keys: Any) -> Change:
    return lambda answer: answer[name].update(keys)


def step(place: int, **keys: Any) -> Change:
    return lambda answer: answer["sequence"]["steps"][place].update(keys)


NOWHERE: dict[str, Any] = dict.fromkeys(("start", "end", "start_day", "end_day"))
LATER = {"start": "2027-01-12", "end": "2027-01-13", "start_day": 6, "end_day": 8}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda a: a["initiatives"].pop(), "is not listed"),
        (lambda a: a["initiatives"].append(a["initiatives"][0]), "is listed 2 times"),
        (row("n", status="committed"), "`n` is proposed, not committed"),
        (row("n", id="nn"), "`nn` is listed and in no file"),
        (row("n", **NOWHERE), "`n` can be placed and is not"),
        (row("z", **LATER), "`z` is placed, though it is proposed or waits for ever"),
        (row("n", end=None), "`n` has some of its dates and days and lacks others"),
        (section("plan", unplaced=[]), "`z` is neither placed nor listed as unplaced"),
        (
            section("plan", unplaced=[{"id": "z", "reason": ""}]),
            "`z` is unplaced without a reason",
        ),
        (
            section("plan", unplaced=[{"id": "n", "reason": "no"}]),
            "`n` can be placed and is listed as unplaced",
        ),
        (
            section("plan", unplaced=[{"id": "d", "reason": "no"}]),
            "`d` is delivered and listed as unplaced",
        ),
        (row("r", start_day=1, end_day=4), "`r` runs from day 0, not from day 1"),
        (
            row("p", start_day=3, end_day=5),
            "`p` goes first and can start on day 0, not on day 3",
        ),
        (row("b", start_day=3), "`b` starts on day 3, before `a` ends on day 4"),
        (row("m", start_day=4, end_day=4), "`m` starts on day 4, before `b` ends on day 5"),
        (row("n", start_day=4), "`n` starts on day 4, not before day 5 was asked"),
        (row("a", start_day=2), "`a` starts on day 2, when one of its teams has nobody"),
        (row("a", start_day=-1), "`a` starts on day -1, before the day we stand on, 0"),
        (row("a", parts={}), "`a` has parts of [], not of ['web']"),
        (part("a", "web", people=3), "`a` holds 3 of web, not 2"),
        (part("a", "web", start_day=1), "the part of web in `a` does not start with it"),
        (part("a", "web", end_day=3), "the part of web in `a` ends on day 4, not on day 3"),
        (row("a", end_day=5), "`a` ends on day 4, not on day 5"),
        (row("a", start="2027-01-05"), "the start of `a` is 2027-01-04, not 2027-01-05"),
        (row("a", end="2027-01-08"), "the end of `a` is 2027-01-07, not 2027-01-08"),
        (row("m", start="2027-01-11"), "the start of `m` is 2027-01-08, not 2027-01-11"),
        (row("a", horizon="later"), "`a` belongs to now, not to later"),
        (row("n", start_day=0), "6 of web are held on day 0: more than there are"),
        (section("sequence", ids=["a", "b"]), "the sequence holds ['a', 'b'], not"),
        (
            section("sequence", ids=["r", "p", "b", "a", "m", "n"]),
            "`b` comes before `a`, which it needs, in the sequence",
        ),
        (
            section("sequence", ids=["p", "r", "a", "b", "m", "n"]),
            "`r` is running and comes late in the sequence",
        ),
        (
            section("sequence", ids=["r", "a", "p", "b", "m", "n"]),
            "`p` is pinned, or needed by it, and comes late in the sequence",
        ),
        (
            section("sequence", ids=["r", "p", "n", "a", "b", "m"]),
            "the steps one after another are not the sequence",
        ),
        (step(0, number=4), "the steps are not numbered from 1"),
        (step(0, value=12), "the value of step 1 is 13.0, not 12"),
        (step(0, size=2), "the size of step 1 is 1.8, not 2"),
        (step(1, score=2.4), "the score of step 2 is 2.5, not 2.4"),
        (step(1, score=9), "the step score rises from 7.2"),
        (row("a", position=1), "the position of `a` is 3, not 1"),
        (row("y", position=9), "the position of `y` is None, not 9"),
        (row("a", step=2), "the step of `a` is 1, not 2"),
        (row("r", step=1), "the step of `r` is 0, not 1"),
        (row("a", step_score=1), "the step score of `a` is 7.2"),
        (section("sequence", cost=49), "the sequence costs 49.4, not 49"),
        (section("sequence", bound=50), "the sequence's bound 50 is above its cost 49.4"),
        (section("plan", finish_day=8), "the plan finishes on day 7, not on day 8"),
        (section("plan", late=0), "the musts are 1 days late, not 0"),
        (
            section("plan", minimises="makespan"),
            "the plan minimises makespan, not cost-of-",
        ),
        (row("b", value=9), "the value of `b` is 8.0, not 9"),
        (row("b", score=13), "the score of `b` is 13.3"),
        (row("m", score=5), "the score of `m` is None, not 5"),
        (section("plan", mean_wait_weeks=1), "a point of value waits 0.96"),
        (section("plan", cost=17.4), "the plan costs 20.0, not 17.4"),
        (section("plan", bound=21), "the bound 21 is above the cost 20"),
        (section("plan", gap=0.2), "the gap is 0.25, not 0.2"),
        (section("plan", gap=None), "the gap is 0.25, not None"),
        (section("plan", status="perfect"), "`perfect` is no status of a plan"),
        (section("plan", status="optimal"), "an optimal plan is its own bound"),
    ],
)
def test_a_fault_in_the_answer_is_caught(change: Change, sentence: str) -> None:
    answer = deepcopy(ANSWER)
    change(answer)
    found = violations(FILES, answer)
    assert any(sentence in each for each in found), found


def shared(**keys: Any) -> Change:
    return lambda files: files["portfolio.yaml"].update(keys)


def initiative(id: str, /, **keys: Any) -> Change:
    def change(files: dict[str, Any]) -> None:
        next(found for found in files["all.yaml"] if found["id"] == id).update(keys)

    return change


DATA = {"people": 1, "away": [{"from": "2027-01-05", "to": "2027-01-05", "people": 1}]}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (shared(as_of="2027-01-05"), "`a` starts on day 0, before the day we stand on, 1"),
        (shared(as_of="2027-01-05"), "`r` runs from day 1, not from day 0"),
        (shared(holidays=[]), "`a` ends on day 3, not on day 4"),
        (shared(week=["mon", "wed", "fri"]), "the start of `n` is 2027-01-15, not"),
        (
            shared(teams={"web": {"people": 4, "focus": "50%"}, "data": DATA}),
            "the part of web in `r` ends on day 5, not on day 2",
        ),
        (
            shared(teams={"web": {"people": 4, "at_once": 3}, "data": DATA}),
            "`a` holds 2 of web, not 1",
        ),
        (
            shared(teams={"web": {"people": 4}, "data": {"people": 1}}),
            "`p` ends on day 2, not on day 4",
        ),
        (shared(minimise="makespan"), "the plan costs 7.0, not 20"),
        (
            initiative("a", not_before="2027-01-05"),
            "`a` starts on day 0, not before day 1 was asked",
        ),
        (initiative("a", status="paused"), "`b` is placed, though it is proposed"),
        (initiative("n", pin={"why": "board"}), "`n` is pinned, or needed by it, and"),
        (initiative("n", depends_on=["n"]), "`n` is placed, though it is proposed"),
        (initiative("a", depends_on=["b"]), "`m` is placed, though it is proposed"),
        (initiative("b", deadline="2027-01-08"), "the plan costs 18.4, not 20"),
        (initiative("m", deadline="2027-01-05"), "the musts are 3 days late, not 1"),
        (initiative("b", must={"why": "law"}), "the musts are 2 days late, not 1"),
        (initiative("r", remaining={"web": "5d"}), "`r` ends on day 4, not on day 2"),
        (initiative("z", depends_on=[]), "`z` can be placed and is not"),
    ],
)
def test_a_plan_that_is_not_of_these_files_is_caught(change: Change, sentence: str) -> None:
    files = {name: json.loads(text) for name, text in FILES.items()}
    change(files)
    found = violations({name: json.dumps(held) for name, held in files.items()}, ANSWER)
    assert any(sentence in each for each in found), found


def test_stalled_work_that_waits_too_long_is_caught() -> None:
    answer = deepcopy(STALLED_ANSWER)
    row("b", start_day=6, end_day=11)(answer)
    assert any(
        "`b` is stalled and can start on day 5, not on day 6" in violation
        for violation in violations(STALLED_FILES, answer)
    )


def test_people_given_to_what_started_later_are_caught() -> None:
    files = {
        name: text.replace("2026-05", "2026-01") for name, text in STALLED_FILES.items()
    }
    found = violations(files, STALLED_ANSWER)
    assert any("`b` runs from day 0, not from day 5" in each for each in found), found
