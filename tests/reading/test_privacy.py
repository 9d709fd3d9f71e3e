"""What customers may read: a mark that is unclear hides, and is a finding as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.reading.privacy import internal
from tests.answers import run, write

SECRET = "Sell the unit of a rival"
PORTFOLIO = "vision: V\nstart: 2027-01-04\nneeds: {pay: {statement: Pay quickly}}\n"
VIEWS = "now-next-later,dropped"
HIDING = [
    "internal: true", "internal: yes", 'internal: "true"', "internal: True",
    "internal: TRUE", "internal: on", "internal: 1", "internal: y",
    "internal: no", "internal: False",
    "internal: [true]", "internal: {why: law}", "internal:", "internal: ~",
    "internal: !!bool true", "internal: !x false", "Internal: true", "INTERNAL: yes",
    "internl: true", "internall: true", "intenral: true",
    "internal: false\ninternal: true", "internal: true\ninternal: false",
]  # fmt: skip
SHOWING = ["", "internal: false", "x-internal: true", "Internal: false", "tags: [internal]"]


def files(mark: str, status: str) -> dict[str, str]:
    because = "because: hush\n" if status == "dropped" else ""
    work = f"title: {SECRET}\nstatus: {status}\n{because}outcomes: {{pay: high}}\n{mark}\n"
    return {
        "portfolio.yaml": PORTFOLIO,
        "a.yaml": work,
        "b.yaml": "title: Faster checkout\noutcomes: {pay: high}\nstatus: committed\n",
    }


@pytest.mark.parametrize("mark", HIDING)
@pytest.mark.parametrize("status", ["committed", "dropped"])
def test_an_unclear_mark_hides_from_customers(mark: str, status: str) -> None:
    shown = run("report", files(mark, status), "--audience", "customer", "--view", VIEWS)

    assert shown.exit_code in (0, 1)
    assert SECRET not in shown.stdout
    assert "Faster checkout" in shown.stdout


@pytest.mark.parametrize("mark", SHOWING)
def test_only_a_mark_hides(mark: str) -> None:
    shown = run(
        "report", files(mark, "committed"), "--audience", "customer", "--view", VIEWS
    )

    assert SECRET in shown.stdout


@pytest.mark.parametrize("mark", ["internal: yes", 'internal: "true"', "internl: true"])
def test_an_unclear_mark_stays_a_finding(mark: str) -> None:
    assert run("check", files(mark, "committed")).exit_code == 1


def test_of_several_initiatives_in_a_file_only_the_unclear_one_is_hidden(
    tmp_path: Path,
) -> None:
    listed = "- {id: a, title: One, internal: yes}\n- {id: b, title: Two}\n"
    write(tmp_path, {"portfolio.yaml": PORTFOLIO, "all.yaml": listed})
    hidden = run("explain", tmp_path, "a", "--format", "json").stdout
    shown = run("explain", tmp_path, "b", "--format", "json").stdout

    assert '"internal": true' in hidden
    assert '"internal": false' in shown


def test_a_key_that_only_resembles_it_is_no_mark() -> None:
    assert not internal({"external": True, "interim": True, "internationally": True})
