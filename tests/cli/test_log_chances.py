"""`roadmap log`: how the chances of dates to keep moved from commit to commit, and why."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.test_diff import complaints, data, run
from tests.studies.files import Checkout, edited, repository
from tests.studies.test_chances import FILES, WIDER

WIDE = edited(FILES, WIDER)
CAUSE = "“Told” changed from 3w to 0.5w..5.5w"


def page(top: Path, *words: str) -> str:
    return " ".join(run("log", str(top), *words).stdout.split())


@pytest.fixture
def history(tmp_path: Path) -> Checkout:
    """A commitment, then a wider estimate of it."""
    found = repository(tmp_path, FILES)
    found.commit(WIDE, "nobody knows")
    return found


def test_the_page_says_how_chances_moved_and_why(history: Checkout) -> None:
    said = page(history.top)

    assert "The chance of “Told”, commitment to a partner by 29 Jan, fell most: " in said
    assert "How chances moved" in said
    assert "Chances that moved, and why" in said
    assert f"{history.git('rev-parse', 'HEAD')[:10]}: nobody knows" in said
    assert CAUSE in said
    assert "Chances: 2 000 draws, uncalibrated." in said


def test_the_cause_and_the_chances_are_those_of_diff(history: Checkout) -> None:
    (told,) = data("log", str(history.top))["log"]["chances"]
    (shift,) = data("diff", "HEAD~1", "HEAD", "-C", str(history.top))["diff"]["chances"]
    (move,) = told["moves"]

    for key in ("chance_before", "chance_after", "says"):
        assert move[key] == shift[key]
    assert told["chances"] == [shift["chance_before"], shift["chance_after"]]
    assert told["by"] == ["2027-01-29", "2027-01-29"]
    assert move["commit_before"] == history.git("rev-parse", "HEAD~1")
    assert move["commit"] == history.git("rev-parse", "HEAD")


def test_the_answer_keeps_the_contract(history: Checkout) -> None:
    history.commit({"other.yaml": "title: Other\neffort: 1w\ndeadline: 2027-06\n"})

    assert complaints(data("log", str(history.top))) == []


def test_without_a_forecast_there_are_no_chances(history: Checkout) -> None:
    found = data("log", str(history.top), "--no-forecast")

    assert found["log"]["chances"] == []
    assert complaints(found) == []
    assert "hance" not in page(history.top, "--no-forecast")


def test_a_portfolio_without_ranges_has_no_chances(tmp_path: Path) -> None:
    repository(tmp_path, FILES)

    assert "hance" not in page(tmp_path)
    assert data("log", str(tmp_path))["log"]["chances"] == []


def test_what_filters_leave_out_has_no_chance(history: Checkout) -> None:
    history.commit({"other.yaml": "title: Other\neffort: 1w\ntags: [new]\n"})

    assert data("log", str(history.top), "--tag", "new")["log"]["chances"] == []
    assert "fell most" not in page(history.top, "--tag", "new")


def test_what_is_delivered_or_removed_says_so(history: Checkout) -> None:
    done = edited(WIDE, ("told.yaml", "title: Told", "title: Told\nstatus: delivered"))
    other = {"other.yaml": "title: Other\neffort: 1w..2w\ndepends_on: []\n"}
    history.commit(done | other, "done")

    (row,) = trails(history.top)
    assert row["Now"] == "delivered"

    (history.top / "told.yaml").unlink()
    history.commit({}, "gone")
    (row,) = trails(history.top)
    assert (row["Initiative"], row["Now"]) == ("Told", "removed")
    assert row["Date to keep"] == "commitment by 29 Jan"


def trails(top: Path) -> list[dict[str, str]]:
    """The rows of the table of chances, as CSV."""
    said = run("log", str(top), "--all", "--format", "csv").stdout
    lines = next(it for it in said.split("\n\n") if "Date to keep,Trend" in it)
    start = lines.index("Initiative")
    return list(csv.DictReader(StringIO(lines[start:])))


def test_time_that_passes_is_a_cause(tmp_path: Path) -> None:
    found = repository(tmp_path, WIDE)
    later = ("portfolio.yaml", "2027-01-04\n", "2027-01-04\nas_of: 2027-01-18\n")
    found.commit(edited(WIDE, later), "two weeks later")

    (told,) = data("log", str(tmp_path))["log"]["chances"]
    assert [move["says"] for move in told["moves"]] == ["14 days passed"]


def test_older_moves_are_folded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap.views.blocks.log_chances.FEW", 1)
    found = repository(tmp_path, FILES)
    found.commit(WIDE)
    found.commit(FILES)
    found.commit(WIDE)

    said = run("log", str(tmp_path), "--format", "markdown").stdout
    assert said.index("Chances that moved, and why") < said.index("Older chances that")
    assert (
        "Older chances that"
        not in run("log", str(tmp_path), "--all", "--format", "markdown").stdout
    )
