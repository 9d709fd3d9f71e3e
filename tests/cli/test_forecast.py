"""What people read of a forecast: ranges, chances, and nothing where nobody asked."""

from __future__ import annotations

from tests.answers import answer, run

FILES = {
    "portfolio.yaml": "title: T\nstart: 2027-01-04\nteams: {web: {people: 1}}\n",
    "told.yaml": "title: Told\neffort: {web: 2w..6w}\n"
    "promised: {date: 2027-01-29, to: a partner}\n",
}
CERTAIN = FILES | {"told.yaml": FILES["told.yaml"].replace("2w..6w", "4w")}


def test_a_commitment_below_its_safe_chance_is_at_risk() -> None:
    shown = run("plan", FILES).stdout

    assert "Chance" in shown
    assert "85 % date" in shown
    assert "at risk" in shown
    assert "at risk" not in run("plan", FILES, "--no-forecast").stdout


def test_a_plan_of_single_numbers_is_shown_as_it_was() -> None:
    shown = run("plan", CERTAIN).stdout

    assert shown == run("plan", CERTAIN, "--no-forecast").stdout
    assert "Chance" not in shown


def test_the_dates_of_the_plan_are_the_same_with_and_without_a_forecast() -> None:
    with_it, without = answer("plan", FILES), answer("plan", FILES, "--no-forecast")

    assert with_it.pop("forecast")["commitments"][0]["kind"] == "promise"
    for found in (with_it, without):
        found.pop("findings")  # which name the folder
    for each in (*with_it["initiatives"], *without["initiatives"]):
        each.pop("forecast")
    assert with_it == without


def test_forecast_shows_what_to_narrow_first_whether_anybody_asked_or_not() -> None:
    for files in (FILES, CERTAIN):
        assert "What to narrow first" in run("forecast", files).stdout


def test_draws_and_seed_are_those_of_the_command_line() -> None:
    found = answer("forecast", FILES, "--draws", "200", "--seed", "7")["forecast"]

    assert (found["draws"], found["seed"]) == (200, 7)
    assert run("forecast", FILES, "--draws", "20").exit_code == 2
    assert run("forecast", FILES, "--seed", "-1").exit_code == 2


def test_explain_says_why_a_range_is_wide_in_shares_that_add_up() -> None:
    found = answer("explain", FILES, "told")["explanation"]["width"]

    assert sum(each["share"] for each in found) == 1
    assert (
        "What makes the range wide: its own work 100 %."
        in run("explain", FILES, "told").stdout
    )


def test_customers_see_no_chance() -> None:
    told = run("report", FILES, "--audience", "customer", "--status", "proposed")
    shown = told.stdout

    assert told.exit_code == 0
    assert shown.startswith("#")
    assert "Chance" not in shown
    assert "draws" not in shown


def test_calendars_and_tables_gain_the_85_percent_date() -> None:
    p85 = answer("plan", FILES)["initiatives"][0]["forecast"]["p85"]
    heads, row = run("plan", FILES, "--format", "csv").stdout.splitlines()

    assert heads.endswith(",85 % date")
    assert row.endswith(f",{p85}")
    calendar = run("plan", FILES, "--format", "ics").stdout.replace("\r\n ", "")
    assert f"85 % date: {p85}" in calendar
    assert "85 %" not in run("plan", CERTAIN, "--format", "csv").stdout
