"""`roadmap publish` writes down what people are told, and does so once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.answers import answer, run, write

FILES = {
    "portfolio.yaml": "start: 2027-01-04\nteams: {web: {people: 2}}\nframework: rice\n",
    "billing.yaml": (
        "- {id: pay, title: Pay, effort: 4w, depends_on: []}\n"
        "- {id: ship, title: Ship, effort: 30w, depends_on: [pay]}\n"
        "- {id: guess, title: Guess, depends_on: [pay]}\n"
        "- {id: old, title: Old, status: delivered, delivered: 2026-12-01}\n"
    ),
}
TOLD = (
    "# The dates we have told people. Written by `roadmap publish`; review it like code.\n"
    "format: 1\n"
    "as_of: 2027-01-04\n"
    "framework: rice\n"
    "initiatives:\n"
    "  guess: {start: 2027-02-01, end: 2027-02-26, shown: Feb 2027, until: 2027-02-28}\n"
    "  pay: {start: 2027-01-04, end: 2027-01-29, shown: 29 Jan 2027, until: 2027-01-29}\n"
    "  ship: {start: 2027-02-01, end: 2027-08-27, shown: Q3 2027, until: 2027-09-30}\n"
)


def folder(path: Path, files: Mapping[str, str] = FILES) -> Path:
    write(path, files)
    return path


def test_a_date_is_told_as_precisely_as_the_report_does(tmp_path: Path) -> None:
    where = folder(tmp_path)
    outcome = run("publish", where)

    assert (outcome.exit_code, outcome.stdout.strip()) == (0, str(where / "published.yaml"))
    assert (where / "published.yaml").read_text(encoding="utf-8") == TOLD
    assert "published dates: 3 new" in outcome.stderr


def test_what_was_published_is_valid(tmp_path: Path) -> None:
    where = folder(tmp_path)
    before = answer("check", where)["findings"]
    run("publish", where)

    assert answer("check", where)["findings"] == before


def test_an_unchanged_plan_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    where = folder(tmp_path)
    run("publish", where)
    file = where / "published.yaml"
    before, written = file.read_bytes(), file.stat().st_mtime_ns
    outcome = run("publish", where)

    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert "is up to date" in outcome.stderr
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (before, written)


def test_work_that_is_over_keeps_the_date_that_was_told(tmp_path: Path) -> None:
    where = folder(tmp_path)
    run("publish", where)
    write(
        where,
        {
            "billing.yaml": (
                "- {id: pay, title: Pay, status: delivered, delivered: 2027-02-05}\n"
                "- {id: ship, title: Ship, effort: 30w, status: paused}\n"
                "- {id: guess, title: Guess, depends_on: [pay]}\n"
            )
        },
    )
    outcome = run("publish", where, "--as-of", "2027-02-08")
    told = (where / "published.yaml").read_text(encoding="utf-8")

    assert "as_of: 2027-02-08\n" in told
    assert "  pay: {start: 2027-01-04, end: 2027-01-29, shown: 29 Jan 2027" in told
    assert "ship" not in told
    assert "published dates: 1 changed, 1 withdrawn, 1 unchanged" in outcome.stderr


def test_a_plan_with_gaps_is_not_published(tmp_path: Path) -> None:
    where = folder(tmp_path, {**FILES, "broken.yaml": "title: [\n"})
    outcome = run("publish", where)

    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "nothing was published" in outcome.stderr
    assert not (where / "published.yaml").exists()


def test_a_portfolio_without_a_file_of_its_own_needs_one(tmp_path: Path) -> None:
    where = folder(tmp_path, {"pay.yaml": FILES["billing.yaml"]})
    outcome = run("publish", where)

    assert outcome.exit_code == 2
    assert "portfolio.yaml" in outcome.stderr
    assert not (where / "published.yaml").exists()


@pytest.mark.parametrize("name", ["published.yml", "published.yaml"])
def test_the_file_that_is_there_is_written_again(tmp_path: Path, name: str) -> None:
    where = folder(tmp_path, {**FILES, name: "as_of: 2026-01-05\n"})
    run("publish", where)

    assert (where / name).read_text(encoding="utf-8") == TOLD
    assert [path.name for path in where.glob("published.*")] == [name]


def test_an_id_and_a_framework_are_quoted_where_they_must_be(tmp_path: Path) -> None:
    where = folder(
        tmp_path, {"portfolio.yaml": "start: 2027-01-04\n", "12.yaml": "id: 12\n"}
    )
    run("publish", where)

    assert '  "12": {start: ' in (where / "published.yaml").read_text(encoding="utf-8")
    assert run("publish", where).stdout == ""


def test_where_work_is_uncertain_the_range_that_reports_print_is_told(
    tmp_path: Path,
) -> None:
    where = folder(tmp_path)
    range_ = FILES["billing.yaml"].replace("effort: 4w", "effort: 2w..10w")
    write(where, {"billing.yaml": range_})
    report = run("report", where, "--view", "plan", "--format", "csv").stdout
    run("publish", where)
    told = (where / "published.yaml").read_text(encoding="utf-8")
    run("publish", where, "--no-forecast")
    plain = (where / "published.yaml").read_text(encoding="utf-8")

    (shown,) = [line.split("shown: ")[1] for line in told.splitlines() if " pay:" in line]
    text = shown.partition(", until")[0]
    assert " – " in text
    assert text.removesuffix(" 2027") in report
    assert "–" not in plain
