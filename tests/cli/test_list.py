"""`roadmap list`: dates only where they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import write
from tests.cli.test_diff import complaints, data, run
from tests.studies.test_chances import FILES

RANGED = FILES | {"told.yaml": FILES["told.yaml"].replace("3w", "2w..6w")}


@pytest.fixture
def folder(tmp_path: Path) -> str:
    write(tmp_path, RANGED)
    return str(tmp_path)


def test_nothing_is_planned_unless_dates_are_asked_for(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("roadmap.sequencing.plan.plan", refuse)
    found = data("list", folder)

    assert "plan" not in found
    assert "Delivery" not in run("list", folder).stdout


def test_dates_are_ranges_where_work_is_uncertain(folder: str) -> None:
    assert "Delivery (8 in 10)" in run("list", folder, "--dates", "fitting").stdout
    found = data("list", folder, "--dates", "fitting")

    assert found["initiatives"][0]["forecast"]["p85"] > found["initiatives"][0]["end"]
    assert complaints(found) == []


def test_without_a_forecast_dates_are_those_of_the_plan(folder: str) -> None:
    words = ("list", folder, "--dates", "exact", "--no-forecast")
    page = run(*words).stdout

    assert "29 Jan" in page
    assert "8 in 10" not in page
    assert "forecast" not in data(*words)


def test_what_is_missing_has_no_dates(folder: str) -> None:
    outcome = run("list", folder, "--missing", "--dates", "exact")

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "leave out --dates" in outcome.stderr
