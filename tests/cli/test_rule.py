"""`roadmap rule`: the manual at the terminal."""

from __future__ import annotations

import pytest

from tests.answers import run

SET = {
    "portfolio.yaml": "check: {ignore: [RM2], severity: {stale-evidence: error}}\n",
    "a.yaml": "title: A\n",
}


def test_every_rule_has_a_line_with_its_usual_severity() -> None:
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


def test_a_page_says_that_its_rule_looks_at_the_schedule() -> None:
    needs = "runs with `roadmap check --plan`, `--fail-on plan` or `check: {plan: true}`.\n"

    assert run("rule", SET, "must-late-by-pin").stdout.endswith(needs)
    assert needs not in run("rule", SET, "rm402").stdout


@pytest.mark.parametrize(
    "code", ["lone-perspective", "unmeasured-commitment", "missed-deadline"]
)
def test_a_page_fits_on_a_narrow_terminal(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    narrow = run("rule", SET, code).stdout

    assert max(map(len, narrow.splitlines())) <= 60
    monkeypatch.delenv("COLUMNS")
    assert run("rule", SET, code).stdout.split() == narrow.split()
