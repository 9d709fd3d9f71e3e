"""Commitments are judged by the date that git holds first, where there is git."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from roadmap.cli import first_dates
from tests.answers import write
from tests.cli.test_exit_codes import roadmap
from tests.studies.files import Checkout, repository

PORTFOLIO = "start: 2027-01-04\nas_of: 2027-03-31\nteams: {web: {people: 2}}\n"


def work(promised: str, status: str = "committed", *, id: str = "a") -> str:
    return (
        f"id: {id}\ntitle: A\nstatus: {status}\neffort: {{web: 1w}}\ndepends_on: []\n"
        f"promised: {{date: {promised}, to: the board}}\n"
    )


DONE = "delivered\ndelivered: 2027-02-26"


@pytest.fixture
def moved(tmp_path: Path) -> Checkout:
    """A promise that moved by two months, was delivered in between, and changed folders."""
    found = repository(tmp_path, {"roadmap/portfolio.yaml": PORTFOLIO})
    found.commit({"roadmap/a.yaml": work("2027-01-29")})
    found.commit({"roadmap/a.yaml": work("2027-02-26")})
    (tmp_path / "roadmap" / "a.yaml").unlink()
    found.commit({"roadmap/billing/a.yaml": work("2027-03-31", DONE)})
    return found


def delivered(folder: Path, *words: str) -> dict[str, Any]:
    found = roadmap("outcomes", str(folder), "--format", "json", *words)
    assert found.exit_code == 0, found.stderr
    (only,) = json.loads(found.stdout)["outcomes"]["delivered"]
    return dict(only)


def test_the_first_date_in_git_counts_even_before_the_file_moved(moved: Checkout) -> None:
    found = delivered(moved.top / "roadmap")

    assert (found["commitment"], found["days_late"]) == ("missed", 20)
    assert found["judged_by"] == "first told"


def test_the_page_says_which_date_it_judged_by(moved: Checkout) -> None:
    page = roadmap("outcomes", str(moved.top / "roadmap")).stdout

    assert "first told: 29 January 2027" in " ".join(page.split())
    assert "Commitments are judged by the first date in git." in page


def test_what_git_does_not_know_yet_is_judged_by_its_file(tmp_path: Path) -> None:
    found = repository(tmp_path, {"portfolio.yaml": PORTFOLIO})
    write(tmp_path, {"a.yaml": work("2027-03-31", DONE)})

    assert delivered(found.top)["judged_by"] == "file"
    assert "judged by the date in their files" in roadmap("outcomes", str(tmp_path)).stdout


def test_without_git_the_file_counts(tmp_path: Path) -> None:
    write(tmp_path, {"portfolio.yaml": PORTFOLIO, "a.yaml": work("2027-03-31", DONE)})

    found = delivered(tmp_path)
    assert (found["commitment"], found["judged_by"]) == ("kept", "file")


def test_what_was_told_after_as_of_counts_for_nothing(moved: Checkout) -> None:
    moved.commit({"roadmap/portfolio.yaml": PORTFOLIO.replace("2027-03-31", "2027-01-01")})
    done = "delivered\ndelivered: 2026-12-18"
    moved.commit({"roadmap/billing/a.yaml": work("2026-12-18", done)})

    assert delivered(moved.top / "roadmap")["judged_by"] == "file"


def test_centricity_keeps_by_the_same_dates(moved: Checkout) -> None:
    found = roadmap("centricity", str(moved.top / "roadmap"), "--format", "json").stdout

    assert json.loads(found)["centricity"]["keep"]["share"] == 0


def test_a_clone_that_is_cut_says_so(moved: Checkout, tmp_path: Path) -> None:
    there = tmp_path / "shallow"
    moved.git("clone", "--quiet", "--depth", "1", moved.top.as_uri(), str(there))
    page = roadmap("outcomes", str(there / "roadmap")).stdout

    assert "Not all of the history in git could be read" in page


def test_a_long_history_is_read_up_to_a_limit_and_the_page_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_dates, "MOST", 2)
    found = repository(tmp_path, {"portfolio.yaml": PORTFOLIO})
    for name in "bcda":
        found.commit({f"{name}.yaml": work("2027-01-29", DONE, id=name)})

    page = roadmap("outcomes", str(tmp_path)).stdout

    assert "by the first date in git, 2 by the date in the file" in page
    assert "Not all of the history in git could be read" in page


@pytest.mark.parametrize("folder", ["plans (2027)", "*", "é", "-x"])
def test_odd_names_of_folders_are_names(tmp_path: Path, folder: str) -> None:
    found = repository(tmp_path, {f"{folder}/portfolio.yaml": PORTFOLIO})
    found.commit({f"{folder}/ä b.yaml": work("2027-01-29")})
    found.commit({f"{folder}/ä b.yaml": work("2027-03-31", DONE)})

    assert delivered(tmp_path / folder)["judged_by"] == "first told"


def shown(month: str, last: str) -> str:
    dates = f"start: 2027-01-04, end: {last}, shown: {month} 2027, until: {last}"
    return f"as_of: 2027-01-04\ninitiatives:\n  a: {{{dates}}}\n"


@pytest.fixture
def published(tmp_path: Path) -> Checkout:
    """Work without a commitment, published for January, then told later, then done."""
    found = repository(tmp_path, {"roadmap/portfolio.yaml": PORTFOLIO})
    work = "id: a\ntitle: A\neffort: {web: 1w}\ndepends_on: []\n"
    first = {"roadmap/published.yaml": shown("Jan", "2027-01-29")}
    found.commit({"roadmap/a.yaml": work, **first})
    found.commit({"roadmap/published.yaml": shown("Mar", "2027-03-31")})
    found.commit({"roadmap/a.yaml": f"{work}status: {DONE}\n"})
    return found


def test_the_date_published_first_counts_though_a_later_one_was_told(
    published: Checkout,
) -> None:
    found = delivered(published.top / "roadmap")
    page = " ".join(roadmap("outcomes", str(published.top / "roadmap")).stdout.split())

    assert (found["commitment"], found["days_late"]) == ("missed", 20)
    assert found["judged_by"] == "published"
    assert "published date missed by 4 weeks (Jan 2027)" in page
    assert "Work without a commitment is judged by the date published first." in page


def test_without_history_the_published_date_in_the_file_counts(
    published: Checkout, tmp_path_factory: pytest.TempPathFactory
) -> None:
    there = tmp_path_factory.mktemp("copy")
    files = (published.top / "roadmap").glob("*.yaml")
    write(there, {file.name: file.read_text(encoding="utf-8") for file in files})
    found = delivered(there)

    assert (found["commitment"], found["judged_by"]) == ("kept", "published")
    page = roadmap("outcomes", str(there)).stdout
    assert "Work without a commitment is judged by its published date." in page


def test_a_report_remembers_a_published_date_that_was_missed(published: Checkout) -> None:
    page = roadmap("report", str(published.top / "roadmap"), "--view", "promises").stdout

    assert "published date" in page
