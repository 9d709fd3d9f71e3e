"""What-if options and scenarios on the command line: dates, marks on pages, exit codes."""

from __future__ import annotations

from typing import Any

import pytest

from roadmap.cli.app import app
from tests.answers import answer, run
from tests.test_json_contract import complaints

SMALL = {
    "portfolio.yaml": "title: Northwind\nstart: 2027-01-04\nbalance: {needs: 50}\n"
    "teams: {web: {people: 4}, data: {people: 2}}\n",
    "forecasts.yaml": "title: Forecasts\noutcomes: {calm: high}\n"
    "effort: {web: 6w, data: 2w}\ndepends_on: []\n",
    "refunds.yaml": "title: Refunds\noutcomes: {calm: low}\neffort: {web: 8w}\n"
    "depends_on: [forecasts]\npromised: {date: 2027-03, to: the board}\n",
    "photos.yaml": "title: Photos\noutcomes: {calm: low}\neffort: {data: 4w}\n"
    "depends_on: []\n",
}
HIRE = {
    "scenarios/hire.yaml": "title: A third person in data\nwhy: Data is slow\n"
    "set: {teams.data.people: 3}\n",
    "scenarios/cut.yaml": "title: No photos\nbased_on: hire\ndrop: [photos]\n",
}
COMMANDS = (
    *("centricity", "forecast", "list", "needs", "outcomes"),
    *("plan", "report", "score", "sequence"),
)


def changed(files: dict[str, str], file: str, old: str, new: str) -> dict[str, str]:
    """The files with a change made by hand, at the only place where the old text is."""
    assert files[file].count(old) == 1
    return files | {file: files[file].replace(old, new)}


def planned(files: dict[str, str], *args: str) -> dict[str, Any]:
    """All that a plan says, but for what was supposed and where."""
    said = answer("plan", files, *args)
    return {key: said[key] for key in ("initiatives", "sequence", "plan", "forecast")}


FOLDERS = {
    "portfolio.yaml": "start: 2027-01-04\nbalance: {needs: 50}\n"
    "teams:\n  web: {people: 4}\n  data:\n    people: 2\n",
    "needs.yaml": "calm: {statement: No surprises, affects: 90%}\n"
    "speed: {statement: No waiting, affects: 9%}\n",
    "objectives.yaml": "growth: {title: Grow, kind: commercial}\n",
    "billing/forecasts.yaml": "title: Forecasts\noutcomes: {calm: high}\n"
    "effort: {web: 6w, data: 1w..3w}\ncontributes_to: {growth: low}\ndepends_on: []\n",
    "billing/photos.yaml": "title: Photos\noutcomes: {calm: low}\n"
    "effort: {data: 4w}\ndepends_on: []\n",
    "help/refunds.yaml": "title: Refunds\noutcomes: {speed: high}\neffort: {data: 3w}\n"
    "depends_on: []\npromised: {date: 2027-03, to: the board}\n",
}
"""A portfolio with a section of its own file and initiatives in folders."""


@pytest.mark.parametrize(
    ("setting", "file", "old", "new"),
    [
        ("teams.data.people=3", "portfolio.yaml", "people: 2", "people: 3"),
        ("balance.needs=60", "portfolio.yaml", "{needs: 50}", "{needs: 60}"),
        ("forecasts.effort.web=4w", "billing/forecasts.yaml", "web: 6w", "web: 4w"),
        ("needs.speed.affects=90%", "needs.yaml", "affects: 9%}", "affects: 90%}"),
    ],
)
def test_a_plan_under_a_setting_is_that_of_a_file_edited_by_hand(
    setting: str, file: str, old: str, new: str
) -> None:
    by_hand = planned(changed(FOLDERS, file, old, new))

    assert planned(FOLDERS, "--set", setting) == by_hand != planned(FOLDERS)


def test_what_is_dropped_leaves_what_depends_on_it_unscheduled_with_the_reason() -> None:
    found = answer("plan", SMALL, "--drop", "forecasts")
    left = {each["id"]: each["reason"] for each in found["plan"]["unplaced"]}
    assert left == {
        "forecasts": "was dropped",
        "refunds": "depends on `forecasts`, which was dropped",
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_every_answering_command_supposes_and_keeps_the_contract(command: str) -> None:
    files = SMALL | HIRE
    found = answer(command, files, "--scenario", "cut", "--set", "balance.needs=60")
    assert complaints(found) == []
    assert found["what_if"] == {
        "scenario": "cut",
        "title": "No photos",
        "why": None,
        "based_on": ["hire"],
        "set": [
            {"path": "teams.data.people", "value": "3", "scenario": "hire"},
            {"path": "balance.needs", "value": "60", "scenario": None},
        ],
        "drop": ["photos"],
    }
    assert "what_if" not in answer(command, files)


def test_an_explanation_and_funding_suppose_too() -> None:
    args = ("--set", "teams.web.people=1")
    explained = answer("explain", SMALL, "refunds", *args)
    assert complaints(explained) == []
    assert explained["what_if"]["set"][0]["path"] == "teams.web.people"
    assert answer("fund", SMALL, "--effort", "9w", *args)["what_if"]["scenario"] is None


MARKED = {
    "terminal": "Scenario: A third person in data — Data is slow\n",
    "markdown": "> Scenario: A third person in data — Data is slow\n",
    "html": "Scenario: A third person in data — Data is slow</",
    "csv": ",Scenario: A third person in data — Data is slow\n",
    "ics": "X-WR-CALNAME:Northwind (Scenario: A third person in data — Data is slow)",
    "mermaid": '---\ntitle: "Scenario: A third person in data — Data is slow"\n---\n',
    "svg": ">Scenario: A third person in data — Data is slow</text>",
    "json": '"title": "A third person in data"',
}


@pytest.mark.parametrize("form", MARKED)
def test_a_page_under_a_scenario_says_so_in_every_format(form: str) -> None:
    args = ("--scenario", "hire", "--format", form)
    said = run("plan", SMALL | HIRE, *args).stdout.replace("\r\n ", "")
    assert MARKED[form] in said
    assert "third person" not in run("plan", SMALL | HIRE, "--format", form).stdout


def test_a_picture_of_needs_and_of_the_board_says_what_it_supposes() -> None:
    args = ("--drop", "photos", "--format", "svg")
    mark = ">What if: without “Photos”</text>"
    assert mark in run("needs", SMALL, *args).stdout
    assert mark in run("report", SMALL, "--view", "now-next-later", *args).stdout


def test_a_page_says_what_was_typed() -> None:
    args = ("--set", "refunds.effort={web: 4w}", "--drop", "photos", "--drop", "forecasts")
    said = run("plan", SMALL, *args).stdout
    whole = " ".join(said.split())
    assert "What if: refunds.effort = {web: 4w}; without “Photos” and “Forecasts”" in whole


def test_the_last_value_of_a_path_counts_and_is_the_only_one_told() -> None:
    sets = ("teams.web={people: 1}", "teams.web.people=9", "teams.web={people: 3}")
    args = [word for text in sets for word in ("--set", text)]
    args += ["--set", "teams.data.people=1", "--drop", "photos", "--drop", "photos"]
    whole = " ".join(run("plan", SMALL, *args).stdout.split())

    assert "What if: teams.web = {people: 3}; teams.data.people = 1;" in whole
    assert "; without “Photos” " in whole


def test_a_value_below_one_that_is_replaced_stays_on_top() -> None:
    args = ("--set", "teams.mobile={people: 1}", "--set", "teams.mobile.people=2")
    whole = " ".join(run("plan", SMALL, *args).stdout.split())

    assert "What if: teams.mobile = {people: 1}; teams.mobile.people = 2" in whole


def test_a_page_says_which_key_was_removed() -> None:
    said = run("plan", SMALL, "--set", "refunds.promised=").stdout
    assert "What if: without refunds.promised\n" in said


def test_customers_learn_that_it_is_no_plan_but_not_why() -> None:
    args = ("--audience", "customer", "--status", "proposed")
    said = run("report", SMALL | HIRE, *args, "--scenario", "hire").stdout
    assert "Scenario: A third person in data" in said
    assert "slow" not in said
    said = run("report", SMALL, *args, "--set", "teams.web.people=9").stdout
    assert "What if: other assumptions than today's" in said
    assert "people" not in said


def test_regions_of_a_document_say_what_they_suppose(tmp_path: Any) -> None:
    document = tmp_path / "README.md"
    document.write_text(
        "# Ours\n\n<!-- roadmap:start promises -->\n<!-- roadmap:end promises -->\n"
    )
    outcome = run("report", SMALL | HIRE, "--scenario", "hire", "-o", str(document))
    assert outcome.exit_code == 0, outcome.stderr
    assert "> Scenario: A third person in data — Data is slow" in document.read_text()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ("--set", "teams.dta.people=3"),
            "--set teams.dta.people=3: `teams.dta.people` is",
        ),
        (("--set", "teams.data.people=x"), "--set teams.data.people=x: `people`: expected"),
        (("--set", "refunds.effort.wbe=3w"), "write `refunds.effort.web`"),
        (("--set", "refunds.effort.mobile=3w"), "no team `mobile`"),
        (("--set", "refunds.depends_on=[nope]"), "=[nope]: no initiative `nope`"),
        (("--set", "people"), "expected a path and a value"),
        (("--drop", "refund"), "--drop refund: no initiative `refund`; write `refunds`"),
        (("--scenario", "hier"), "no scenario `hier`; did you mean `hire`?"),
    ],
)
def test_what_cannot_be_supposed_is_an_error_at_its_option(
    args: tuple[str, str], said: str
) -> None:
    for command in ("plan", "score", "diff"):
        outcome = run(command, SMALL | HIRE, *args)
        assert (outcome.exit_code, outcome.stdout) == (2, "")
        assert said in outcome.stderr


def test_a_scenario_without_a_folder_of_scenarios_says_so() -> None:
    assert "no file in `scenarios/`" in run("plan", SMALL, "--scenario", "hire").stderr


def test_a_scenario_that_cannot_be_read_ends_the_command() -> None:
    outcome = run("plan", SMALL | {"scenarios/a.yaml": "set: ["}, "--scenario", "a")
    assert outcome.exit_code == 2
    assert "scenarios/a.yaml` is no scenario that can be read" in outcome.stderr


@pytest.mark.parametrize(
    ("command", "code"), [(("plan", "--scenario", "s99"), 2), (("scenarios",), 1)]
)
def test_a_scenario_beyond_the_last_that_counts_is_never_left_out_in_silence(
    command: tuple[str, ...], code: int
) -> None:
    files = {f"scenarios/s{number}.yaml": "title: S\n" for number in range(1, 102)}
    name, *args = command
    outcome = run(name, SMALL | files, *args)

    assert outcome.exit_code == code
    assert ("scenarios/s99.yaml` cannot be read" in outcome.stdout) is (code == 1)
    assert "scenarios/s99.yaml` " in outcome.stderr
    assert "`roadmap check` says why" in outcome.stderr


def test_a_fault_in_a_scenario_leaves_it_out_of_the_answer_and_says_so() -> None:
    files = SMALL | {"scenarios/a.yaml": "set: {teams.dta.people: 3}\ndrop: [photos]\n"}
    outcome = run("plan", files, "--scenario", "a")
    assert outcome.exit_code == 1
    assert "Left out: " in outcome.stdout
    assert "a.yaml:1: `teams.dta.people` is not in the portfolio" in " ".join(
        outcome.stdout.split()
    )
    assert run("plan", files).exit_code == 0


def test_check_finds_the_faults_of_scenarios_with_their_places() -> None:
    files = SMALL | {
        "scenarios/a.yaml": "title: A\nset:\n  teams.data.people: many\nadd:\n"
        "- {id: new, title: New, depends_on: [none-such], outcomes: {calm: high}}\n",
        "scenarios/b.yaml": "title: B\nbased_on: a\ndrop: [photo]\n",
        "scenarios/c.yaml": "title: [\n",
    }
    outcome = run("check", files, "--format", "concise")
    assert outcome.exit_code == 1
    found = [line.rpartition("scenarios/")[2] for line in outcome.stdout.splitlines()]
    assert [
        line for line in found if line.startswith(("a", "b", "c")) and "RM2" not in line
    ] == [
        "a.yaml:3:22: RM005 `people`: expected a number, not `many`",
        "a.yaml:5:38: RM101 no initiative `none-such`",
        "b.yaml:3:8: RM014 no initiative `photo`",
        "c.yaml:2:1: RM002 invalid YAML: did not find expected node content",
    ]


def codes(files: dict[str, str]) -> list[str]:
    return [each["code"] for each in answer("check", files)["findings"]]


def test_sound_scenarios_bring_no_findings_and_change_none() -> None:
    assert codes(SMALL | HIRE) == codes(SMALL)


def test_what_an_added_initiative_lacks_is_found_in_the_scenario_and_may_be_allowed() -> (
    None
):
    added = "add: {id: new, title: New, outcomes: {calm: high}, depends_on: []}"
    found = run("check", SMALL | {"scenarios/a.yaml": f"{added}\n"}, "--format", "concise")
    assert "scenarios/a.yaml:1:6: RM201 `new` has no effort" in found.stdout
    allowed = f"{added}  # roadmap: allow[missing-effort] a sketch\n"
    found = run("check", SMALL | {"scenarios/a.yaml": allowed}, "--format", "concise")
    assert "RM201" not in found.stdout


def test_diff_compares_today_with_a_scenario_and_names_the_causes() -> None:
    found = answer("diff", SMALL | HIRE, "--scenario", "hire")
    assert complaints(found) == []
    assert [found["diff"][side]["name"] for side in ("old", "new")] == [
        "today",
        "“A third person in data”",
    ]
    (edit,) = found["diff"]["edits"]
    assert (edit["section"], edit["id"]) == ("teams", "data")
    causes = {move["id"]: move["cause"] for move in found["diff"]["moves"] if move["cause"]}
    assert causes["photos"]["kind"] == "alone"


def test_diff_compares_a_named_side_with_what_is_supposed(tmp_path: Any) -> None:
    for path, text in SMALL.items():
        (tmp_path / path).write_text(text)
    found = answer("diff", SMALL, str(tmp_path), "--set", "title=Other")
    assert found["diff"]["old"]["name"] == str(tmp_path)
    assert found["diff"]["new"]["name"] == "the what-if plan"
    (edit,) = found["diff"]["edits"]
    assert edit["key"] == "title"


def test_help_says_what_can_be_supposed() -> None:
    assert app is not None
    said = run("plan", SMALL, "--help").stdout
    for option in ("--set", "--drop", "--scenario"):
        assert option in said


@pytest.mark.parametrize("command", ["plan", "list", "diff", "scenarios"])
def test_errors_that_only_a_what_if_has_are_listed(command: str) -> None:
    outcome = run(command, SMALL, "--set", "teams.data=")
    assert outcome.exit_code == 1
    said = outcome.stderr
    assert "2 errors leave something out of this what-if:\n" in said
    assert (
        "forecasts.yaml:3: no team `data`; add it to `teams` (and 1 more like this)" in said
    )
    assert "roadmap check" not in said


def test_many_messages_of_a_what_if_are_counted() -> None:
    teams = ", ".join(f"t{n}: 1w" for n in range(9))
    files = SMALL | {"refunds.yaml": SMALL["refunds.yaml"].replace("web: 8w", teams)}
    files["portfolio.yaml"] = "teams: {%s}\n" % ", ".join(  # noqa: UP031
        f"{team}: {{people: 2}}" for team in ("web", "data", *(f"t{n}" for n in range(9)))
    )
    said = run("plan", files, "--set", "teams={web: {people: 2}}").stderr
    assert len(said.splitlines()) == 1 + 5 + 1
    assert said.endswith("roadmap: and 5 other messages\n")


@pytest.mark.parametrize("setting", ["teams.data=", "teams.data.people=3"])
def test_check_says_that_its_set_is_for_limits_and_where_what_ifs_go(setting: str) -> None:
    outcome = run("check", SMALL, "--set", setting)
    assert outcome.exit_code == 2
    assert "`check` takes limits of rules" in outcome.stderr
    assert "`plan --set`" in outcome.stderr


def test_a_key_that_is_removed_is_null_in_json() -> None:
    for typed in ("refunds.promised=", "refunds.promised=null", "refunds.promised=~"):
        found = answer("plan", SMALL, "--set", typed)
        assert complaints(found) == []
        assert [it["value"] for it in found["what_if"]["set"]] == [None]
    files = SMALL | {"scenarios/a.yaml": "set: {refunds.promised: null}\n"}
    (told,) = answer("plan", files, "--scenario", "a")["what_if"]["set"]
    assert told["value"] is None


def test_dropping_an_initiative_is_one_edit() -> None:
    found = answer("diff", SMALL, "--drop", "photos")
    (edit,) = found["diff"]["edits"]
    assert (edit["key"], edit["says"]) == ("status", "“Photos” is now dropped")
    said = run("diff", SMALL, "--drop", "photos").stdout
    assert "\n1 edit. Deliveries: 1 no longer scheduled.\n" in said
    assert "dropped (only in this what-if)" in said


def test_an_initiative_that_a_scenario_drops_is_one_edit_with_its_reason() -> None:
    said = run("diff", SMALL | HIRE, "--scenario", "cut").stdout
    assert "\n2 edits." in said
    assert "dropped (scenario “No photos”)" in said


def waiting(number: int) -> dict[str, str]:
    """So many initiatives that depend on forecasts, each through the one before it."""
    names = ["forecasts", *(f"w{n}" for n in range(number))]
    return SMALL | {
        f"{name}.yaml": f"title: {name.upper()}\neffort: {{web: 1w}}\ndepends_on: [{on}]\n"
        for name, on in zip(names[1:], names, strict=False)
    }


def left_out(files: dict[str, str], *args: str) -> str:
    said = " ".join(run("plan", files, "--drop", "forecasts", *args).stdout.split())
    return said.partition("Not scheduled ")[2]


def test_what_is_not_scheduled_for_one_reason_is_told_together() -> None:
    gone = "“Forecasts”, which was dropped"
    assert left_out(SMALL) == f"- “Refunds” depends on {gone}."
    assert left_out(waiting(2)) == f"- “Refunds”, “W0” and “W1” depend on {gone}."
    many = (
        f"- 9 initiatives depend on {gone}: “Refunds”, “W0”, “W1”, “W2”, “W3” and 4 more."
    )
    assert left_out(waiting(8)) == many
    assert left_out(waiting(8), "--all").endswith("“W6” and “W7”.")


def test_what_waits_for_a_circle_is_told_after_it() -> None:
    circle = {"forecasts.yaml": SMALL["forecasts.yaml"].replace("[]", "[refunds]")}
    said = " ".join(run("plan", waiting(3) | circle).stdout.split())
    assert "- “Forecasts” depends on “Refunds”, which depends on it in turn." in said
    assert "- “W0”, “W1” and “W2” depend on “Forecasts”, which depends on" in said
