"""A survey that is still to come is not the newest one."""

from __future__ import annotations

from pathlib import Path

from tests.answers import write
from tests.cli.test_exit_codes import roadmap


def test_the_finding_points_at_the_newest_survey_that_was_done(tmp_path: Path) -> None:
    need = (
        "start: 2027-01-04\nneeds:\n  n:\n    surveys:\n"
        "      - {date: 2025-09-30, satisfaction: 3, importance: 8}\n"
        "      - {date: 2027-06-30, satisfaction: 4}\n"
    )
    write(tmp_path, {"portfolio.yaml": need, "a.yaml": "title: A\noutcomes: {n: high}\n"})
    found = roadmap("check", str(tmp_path), "--format", "concise", "--all").stdout

    (line,) = [splitline for splitline in found.splitlines() if " RM516 " in splitline]
    assert "portfolio.yaml:5:" in line
