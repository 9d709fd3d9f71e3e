"""`roadmap scenarios`: today and what could be, side by side."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from tests.answers import answer, run, write
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
    for figure in ("Average time to value", "Value by 31 March", "Open commitments kept"):
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
    assert any(row.startswith("Dates moved,,") for row in rows)


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


def test_a_scenario_that_cannot_be_read_is_said_first_and_hides_no_other() -> None:
    files = FILES | {"scenarios/broken.yaml": "set: ["}
    outcome = run("scenarios", files)
    assert outcome.exit_code == 1
    assert "broken.yaml` cannot be read; `roadmap check` says why" in outcome.stderr
    said = " ".join(outcome.stdout.split())
    assert said.index("! Left out: ") < said.index("A third person in data")
    assert run("scenarios", files, "hire").exit_code == 0
    assert run("scenarios", files, "broken").exit_code == 2


def test_scenarios_of_which_none_can_be_read_end_the_command() -> None:
    files = {name: text for name, text in FILES.items() if "scenarios/" not in name}
    outcome = run("scenarios", files | {"scenarios/broken.yaml": "set: ["})
    assert outcome.exit_code == 2
    assert "no file in `scenarios/` can be read" in outcome.stderr


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


MANY = FILES | {
    f"scenarios/more-people-{n}.yaml": f"set: {{teams.web.people: {n}}}\n"
    for n in (5, 6, 7)
}


def narrow(monkeypatch: pytest.MonkeyPatch, *args: str) -> list[str]:
    """The lines of the page on a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    return page(*args, files=MANY).splitlines()


def test_many_scenarios_go_on_in_further_tables_with_today_on_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = narrow(monkeypatch)
    assert max(map(len, lines)) <= 80
    heads = [line.split() for line in lines if line.startswith("Figure ")]
    assert all(head[:2] == ["Figure", "today"] for head in heads)
    named = [name for head in heads for name in head[2:]]
    assert named == ["cut", "hire", "more-people-5", "more-people-6", "more-people-7"]
    waits = [line for line in lines if line.startswith("Average time to value ")]
    assert len(waits) == len(heads) > 1
    assert all(
        line.count(" weeks") == len(head) - 1
        for line, head in zip(waits, heads, strict=True)
    )


def test_weeks_and_points_have_one_decimal() -> None:
    said = page()
    numbers = re.findall(r"([\d.]+) (?:weeks?|points)\b", said)
    assert numbers
    assert all(re.fullmatch(r"\d+\.\d", number) for number in numbers)


def test_the_ways_in_which_dates_move_add_up() -> None:
    rows = {}
    for row in csv.reader(page("--format", "csv", "--drop", "forecasts").splitlines()):
        rows[row[0]] = row[2:]
    total = rows.pop("Dates moved")
    ways = [row for title, row in rows.items() if title.startswith("– ")]
    assert [sum(map(int, counts)) for counts in zip(*ways, strict=True)] == list(
        map(int, total)
    )
    assert rows["– no longer scheduled"][-1] == "2"


def test_filters_choose_rows_and_leave_the_figures_alone() -> None:
    whole, some = page(), page("--team", "data")
    figures = whole[whole.index("Side by side") : whole.index("Deadlines and")].strip()
    assert "Open commitments kept" in figures
    assert figures in some
    assert "the filters choose the rows below" in " ".join(some.split())
    for title, shown in (("Photos", True), ("Refunds", False)):
        rows = [line for line in some.splitlines() if line.startswith(f"{title} ")]
        assert bool(rows) is shown


def test_filters_leave_the_json_alone_but_for_the_initiatives() -> None:
    whole, some = (answer("scenarios", FILES, *it) for it in ((), ("--team", "data")))
    assert some["scenarios"] == whole["scenarios"]
    assert {it["id"] for it in some["initiatives"]} == {"forecasts", "photos"}


def test_a_filter_that_no_side_knows_ends_the_command() -> None:
    outcome = run("scenarios", FILES, "--team", "dta")
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "no team `dta`; did you mean `data`?" in outcome.stderr


def test_html_shows_commands_as_code_and_its_leads_in_bold() -> None:
    said = page("--format", "html")
    assert "<code>roadmap plan --scenario hire</code>" in said
    assert "<b>What it buys:</b> " in said
    assert "`roadmap" not in said


def test_markdown_shows_its_leads_in_bold() -> None:
    assert "\n**What it costs:** " in page("--format", "markdown")


def test_published_dates_that_each_side_keeps_are_counted(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    assert "Published dates kept" not in run("scenarios", tmp_path).stdout
    assert run("publish", tmp_path).exit_code == 0
    found = answer("scenarios", tmp_path, "--set", "teams.web.people=1")
    assert complaints(found) == []
    counts = {
        it["name"]: (it["published_kept"], it["published"]) for it in found["scenarios"]
    }
    assert counts["today"] == (3, 3)
    assert counts["what-if"][0] < counts["what-if"][1] == 3
    said = run("scenarios", tmp_path).stdout
    assert "\nPublished dates kept" in said
