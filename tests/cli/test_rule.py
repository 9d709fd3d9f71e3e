"""`roadmap rule`: the manual at the terminal."""

from __future__ import annotations

from tests.answers import run

SET = {
    "portfolio.yaml": "check: {ignore: [RM2], severity: {stale-evidence: error}}\n",
    "a.yaml": "title: A\n",
}


def test_every_rule_has_a_line_with_what_it_usually_matters() -> None:
    lines = run("rule", {"a.yaml": "title: A\n"}).stdout.splitlines()

    assert "RM505  note     stale-evidence" in lines
    assert "RM201  note     missing-effort" in lines


def test_a_portfolio_tells_what_it_makes_of_the_rules() -> None:
    lines = run("rule", SET).stdout.splitlines()

    assert "RM505  error    stale-evidence" in lines
    assert "RM201  off      missing-effort" in lines
    assert run("rule", SET, "RM505").stdout.startswith("RM505 stale-evidence (error)\n")


def test_the_beginning_of_a_code_lists_what_begins_with_it() -> None:
    lines = run("rule", SET, "rm5").stdout.splitlines()

    assert lines[0] == "RM501  note     unsurveyed-need"
    assert {line[:3] for line in lines} == {"RM5"}
    assert run("rule", SET, "RM7").exit_code == 2


def test_a_page_says_that_its_rule_needs_a_plan() -> None:
    needs = "Needs a plan: runs with --plan, --fail-on plan, or check: {plan: true}.\n"

    assert run("rule", SET, "must-late-by-pin").stdout.endswith(needs)
    assert needs not in run("rule", SET, "rm402").stdout
