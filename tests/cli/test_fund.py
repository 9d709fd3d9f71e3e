from __future__ import annotations

from typing import Any

import pytest

from tests.answers import answer, run
from tests.test_json_contract import BROKEN, EXAMPLE, THREE_KEYS, complaints

TEAMS = {
    "portfolio.yaml": "framework: value-effort\ncurrency: EUR\n"
    "teams: {web: {people: 2}, data: {people: 2}}\n",
    "a.yaml": "title: A\neffort: {web: 3w}\nvalue-effort: {value: 9}\ndepends_on: []\n",
    "b.yaml": "title: B\neffort: {web: 3w}\nvalue-effort: {value: 8}\ndepends_on: []\n"
    "cost: 50000\n",
    "c.yaml": "title: C\neffort: {data: 3w}\nvalue-effort: {value: 2}\ndepends_on: []\n",
}


def limited(text: str) -> dict[str, str]:
    """The files with limits in the portfolio."""
    return TEAMS | {"portfolio.yaml": TEAMS["portfolio.yaml"] + f"funding: {text}\n"}


def chosen(*args: str, files: dict[str, str] | None = None) -> list[str]:
    found: dict[str, Any] = answer("fund", files or TEAMS, *args)["selection"]
    return [each["id"] for each in found["chosen"]]


def test_limits_are_typed_as_people_say_them() -> None:
    assert chosen("--effort", "6w") == ["a", "b"]
    assert chosen("--effort", "web=3w,data=3w") == ["a", "c"]
    assert chosen("--effort", "9w", "--cost", "49k") == ["a", "c"]
    assert chosen("--effort", "9w", "--cost", "0.05M") == ["a", "b", "c"]
    assert chosen("--minimum-score", "1") == ["a", "b"]
    assert chosen("--until", "2027-01-22", "--as-of", "2027-01-04") == ["a", "b", "c"]


def test_a_flag_replaces_the_limit_of_the_portfolio_that_it_names() -> None:
    files = limited("{effort: 3w, cost: 1}")
    assert chosen(files=files) == ["a"]
    assert chosen("--effort", "9w", files=files) == ["a", "c"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "nothing is limited"),
        (("--effort", "lots"), "--effort: no size `lots`"),
        (("--effort", "wbe=3w"), "no team `wbe`; did you mean `web`?"),
        (("--effort", "web=3w,4w"), "names no team"),
        (("--effort", "web=3w,web=4w"), "named twice"),
        (("--cost", "much"), "--cost: "),
        (("--until", "soon"), "--until: `soon`"),
        (("--minimum-score", "-1"), "--minimum-score: "),
    ],
)
def test_a_limit_that_cannot_be_read_ends_the_command(
    args: tuple[str, ...], said: str
) -> None:
    outcome = run("fund", TEAMS, *args)

    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert said in outcome.stderr


def test_a_plan_schedules_what_is_funded_and_says_why_the_rest_is_not() -> None:
    files = limited("{effort: {web: 3w}}")
    found = answer("plan", files)

    assert [each["id"] for each in found["initiatives"] if each["start"]] == ["a", "c"]
    assert found["plan"]["unplaced"] == [
        {"id": "b", "reason": "is not funded: it takes 3 more web person-weeks"}
    ]
    assert complaints(found) == []


@pytest.mark.parametrize("command", ["plan", "report", "fund"])
def test_pages_list_what_is_below_the_line(command: str) -> None:
    said = run(command, limited("{effort: {web: 3w}}")).stdout

    assert "Below the line" in said
    assert "3 more web person-weeks" in said


def test_customers_do_not_see_the_line() -> None:
    told = run("report", limited("{effort: {web: 3w}}"), "--audience", "customer")
    said = told.stdout

    assert told.exit_code == 0
    assert said.startswith("#")
    assert "Below the line" not in said


def test_what_a_little_more_buys() -> None:
    said = run("fund", TEAMS, "--effort", "5w").stdout
    assert "1 more person-week buys “B”: +8 points." in said


def test_an_explanation_says_what_it_would_take() -> None:
    said = run("explain", limited("{effort: {web: 3w}}"), "b").stdout
    assert "is not funded" in said


def test_a_budget_of_money_is_grouped_like_other_money() -> None:
    said = run("fund", TEAMS, "--cost", "100k").stdout

    assert "50 000          50 %" in said


def test_time_that_is_short_is_called_the_time_of_its_team() -> None:
    said = run("fund", limited("{until: 2027-01-15}"), "--as-of", "2027-01-04").stdout

    assert "more person-weeks of web time" in " ".join(said.split())


def test_where_forced_work_is_over_a_limit_the_reason_is_told_once() -> None:
    started = TEAMS["a.yaml"] + "status: in_progress\n"
    said = run("fund", TEAMS | {"a.yaml": started}, "--effort", "2w").stdout
    flat = " ".join(said.split())

    forced = "Work that is mandatory, committed or in progress"
    assert f"{forced} exceeds the limit on effort by 1 person-week" in flat
    assert flat.count("already exceeds the limits") == 1
    assert flat.count("no room left") == 2


def test_an_unknown_team_in_the_funding_is_found() -> None:
    outcome = run("check", limited("{effort: {wbe: 3w}}"))

    assert outcome.exit_code == 1
    assert "no team `wbe`; did you mean `web`?" in outcome.stdout
    assert "portfolio.yaml:4:20" in outcome.stdout


def test_funding_that_ends_before_it_begins_is_found() -> None:
    outcome = run("check", limited("{from: 2027-Q4, until: 2027-Q1}"))
    assert "funding ends on 2027-03-31, before it begins on 2027-10-01" in outcome.stdout


def test_fund_keeps_the_contract() -> None:
    limits = ("--effort", "100w", "--cost", "500k", "--until", "2027-Q3")
    assert complaints(answer("fund", EXAMPLE, *limits)) == []
    for files in (THREE_KEYS, BROKEN):
        assert complaints(answer("fund", files, "--effort", "3w")) == []
