"""How pages say what would bring work forward."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.answers import run
from tests.small_portfolios import portfolio, work

TEAMS = {"web": {"people": 2, "at_once": 1}, "data": {"people": 1}}
FIRST = work("first", {"web": "8w"}, value=90)
STAR = work("star", {"web": "4w"}, value=5)
FORMATS = {"markdown": "  - `roadmap plan ", "html": "<code>roadmap plan "}


def shop(*initiatives: dict[str, Any], **shared: Any) -> dict[str, str]:
    """Files of `star`, which waits for the people of `first`, and of more initiatives."""
    return portfolio(*(initiatives or (FIRST,)), STAR, teams=TEAMS, **shared)


def told(files: Mapping[str, str], *args: str) -> dict[str, str]:
    """What the page of `star` says of each lever, by what would be changed."""
    page = run("explain", files, "star", *args).stdout
    block = page.partition("What would bring it forward\n")[2].partition("Each line")[0]
    items = [item for item in f"\n{block}".split("\n- ") if item.strip()]
    lines = (" ".join(item.partition("\n  roadmap")[0].split()) for item in items)
    return {said[0]: said[2] for said in (line.partition(": ") for line in lines)}


def test_a_lever_comes_with_its_date_and_with_what_it_does_to_the_rest() -> None:
    assert told(shop()) == {
        "Without “first”": "done on 15 January, 4.0 weeks earlier. This gives up 90 "
        "points. The rest of the value arrives 4.0 weeks sooner on average.",
        "Pinned to go first": "done on 15 January, 4.0 weeks earlier. Value arrives 1.7 "
        "weeks later on average. “first” ends 2.0 weeks later.",
        "One more person in web": "done on 1 February, 1.8 weeks earlier. Value arrives "
        "1.2 weeks sooner on average.",
    }


def test_running_work_is_set_aside_not_dropped() -> None:
    said = told(shop(FIRST | {"status": "in_progress"}))

    assert "This puts off 90 points." in said["With “first” set aside"]


def test_less_work_says_how_much_is_left_and_for_whom() -> None:
    said = told(shop(FIRST | {"status": "in_progress"}))

    assert "Less work for web in “first” (6 person-weeks instead of 8)" in said
    gate = work("gate", {"data": "12w"}, value=1)
    files = portfolio(gate, STAR | {"depends_on": ["gate"]}, teams=TEAMS)
    assert "Less work for web here (3 person-weeks instead of 4)" in told(files)


def test_what_needs_a_dropped_blocker_is_named_with_the_value_of_all() -> None:
    after = work("after", {"data": "1w"}, depends_on=["first"], value=3)

    assert (
        "“after” would not be done either, 93 points in all."
        in (told(shop(FIRST, after))["Without “first”"])
    )


@pytest.mark.parametrize(
    "date", [{"deadline": "2027-06-30"}, {"promised": {"date": "2027-06", "to": "all"}}]
)
def test_a_date_that_is_given_up_with_the_work_is_said(date: dict[str, Any]) -> None:
    said = told(shop(FIRST | date))["Without “first”"]

    assert "The date of “first” no longer counts." in said


def test_a_date_that_a_pin_breaks_is_said() -> None:
    said = told(shop(FIRST | {"promised": {"date": "2027-01-29", "to": "all"}}))

    assert "“first” would miss its date." in said["Pinned to go first"]


def test_what_is_funded_instead_is_named() -> None:
    second = work("second", {"web": "6w", "data": "1w"}, value=1)
    said = told(shop(FIRST, second, funding={"effort": "12w"}))

    assert "“second” would be done too." in said["Without “first”"]


def test_a_lever_that_does_not_help_says_so() -> None:
    gate = work("gate", {"data": "6w"}, value=1)
    short = STAR | {"effort": {"web": "1d"}, "depends_on": ["gate"]}

    assert told(portfolio(gate, short, teams=TEAMS))["One more person in web"] == (
        "no change."
    )


@pytest.mark.parametrize("form", FORMATS)
def test_each_line_has_its_command_below_it_in_code(form: str) -> None:
    page = run("explain", shop(), "star", "--format", form).stdout

    assert page.count(FORMATS[form]) == 3


def test_dates_are_told_apart_from_those_of_a_forecast() -> None:
    apart = "Dates are those of the plan, not of the forecast."
    unsure = STAR | {"effort": {"web": "2w..6w"}}
    files = portfolio(FIRST, unsure, teams=TEAMS)

    def said(*args: str) -> str:
        return " ".join(run("explain", files, "star", *args).stdout.split())

    assert apart in said()
    assert apart not in said("--no-forecast")
