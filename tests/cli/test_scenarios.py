"""`roadmap scenarios`: today and what could be, side by side."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import answer, run
from tests.cli.test_what_if import HIRE, SMALL
from tests.test_json_contract import complaints

FILES = SMALL | HIRE


def sides(*args: str, files: dict[str, str] = FILES) -> dict[str, dict[str, Any]]:
    found = answer("scenarios", files, *args)
    assert complaints(found) == []
    return {side["name"]: side for side in found["scenarios"]}


def test_today_comes_first_and_scenarios_by_name() -> None:
    assert [*sides()] == ["today", "cut", "hire"]


def test_scenarios_are_compared_in_the_order_in_which_they_are_named() -> None:
    assert [*sides("hire", "cut", "hire")] == ["today", "hire", "cut"]
    assert [*sides("hire")] == ["today", "hire"]


def test_what_options_suppose_is_one_more_side() -> None:
    found = sides("hire", "--set", "teams.web.people=1", "--drop", "photos")
    assert [*found] == ["today", "hire", "what-if"]
    assert found["what-if"]["set"] == [
        {"path": "teams.web.people", "value": "1", "scenario": None}
    ]
    assert found["what-if"]["drop"] == ["photos"]


def test_each_side_says_what_its_own_plan_says() -> None:
    found = sides()
    for name, args in (("today", ()), ("hire", ("--scenario", "hire"))):
        plan = answer("plan", FILES, *args)["plan"]
        assert found[name]["average_time_to_value"] == plan["mean_wait_weeks"]
        assert found[name]["cost"] == plan["cost"]
        assert found[name]["finish_day"] == plan["finish_day"]


def test_each_side_counts_what_diff_counts() -> None:
    moves = answer("diff", FILES, "--scenario", "cut")["diff"]["moves"]
    dated = [
        move
        for move in moves
        if move["before"]["end"] != move["after"]["end"]
        or move["before"]["start"] != move["after"]["start"]
    ]
    assert sides()["cut"]["moved"] == len(dated) > 0


def test_today_moves_nothing_and_buys_nothing() -> None:
    today = sides()["today"]
    assert (today["moved"], today["buys"], today["costs"]) == (0, None, None)


def test_commitments_are_counted_as_the_plan_keeps_them() -> None:
    late = SMALL | {"refunds.yaml": SMALL["refunds.yaml"].replace("2027-03", "2027-01-29")}
    found = sides("--set", "teams.web.people=12", files=late)
    kept = {name: side["commitments_kept"] for name, side in found.items()}
    assert kept == {"today": 0, "what-if": 1}
    assert found["today"]["commitments"] == 1


def page(*args: str, files: dict[str, str] = FILES) -> str:
    outcome = run("scenarios", files, *args)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout


def test_the_page_tells_each_scenario_in_its_own_words_then_in_figures() -> None:
    said = page()
    assert said.startswith("Northwind: scenarios as of 4 January 2027\n")
    assert "\nA third person in data\nData is slow\n" in said
    assert "See its plan: `roadmap plan --scenario hire`" in said
    assert "Based on “A third person in data”" in said
    for figure in ("Average time to value", "Value by 31 March", "Commitments kept"):
        assert f"\n{figure} " in said
    assert "\nDeadlines and commitments\n" in said
    assert "\nDelivered by 31 March\n" in said


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "csv", "json"])
def test_every_format_that_shows_tables_shows_the_sides(form: str) -> None:
    said = page("--format", form)
    assert all(name in said for name in ("today", "hire", "cut"))


def test_csv_holds_the_figures_a_column_for_each_side() -> None:
    head, *rows = page("--format", "csv").splitlines()
    assert head == "Figure,today,cut,hire"
    assert rows[-1].startswith("Dates moved,,")


def test_without_scenarios_the_page_says_how_to_begin() -> None:
    said = " ".join(page(files=SMALL).split())
    assert "There are no scenarios yet. Write one as `scenarios/NAME.yaml`" in said


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("hier",), "no scenario `hier`; did you mean `hire`?"),
        ((".",), "name the portfolio's folder with -C ."),
        (("--set", "teams.dta.people=1"), "--set teams.dta.people=1: "),
    ],
)
def test_what_cannot_be_compared_ends_the_command(args: tuple[str, ...], said: str) -> None:
    outcome = run("scenarios", FILES, *args)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert said in outcome.stderr


def test_a_scenario_that_cannot_be_read_ends_the_command_unless_others_are_named() -> None:
    files = FILES | {"scenarios/broken.yaml": "set: ["}
    assert run("scenarios", files).exit_code == 2
    assert run("scenarios", files, "hire").exit_code == 0


def test_an_error_in_a_scenario_is_said_and_leaves_the_others_whole() -> None:
    files = FILES | {"scenarios/bad.yaml": "set: {teams.dta.people: 3}\n"}
    outcome = run("scenarios", files)
    assert outcome.exit_code == 1
    assert (
        "errors leave something out of `bad`; `roadmap check` shows them" in outcome.stderr
    )
    said = " ".join(outcome.stdout.split())
    assert "! Left out: " in said
    assert "bad.yaml:1: `teams.dta.people` is not in the portfolio" in said
    assert "A third person in data" in said


def test_ranges_bring_chances_unless_they_are_not_wanted() -> None:
    files = FILES | {"refunds.yaml": SMALL["refunds.yaml"].replace("8w", "6w..12w")}
    assert all(0 < side["dates"][0]["chance"] <= 1 for side in sides(files=files).values())
    bare = sides("--no-forecast", files=files)
    assert all(side["dates"][0]["chance"] is None for side in bare.values())
