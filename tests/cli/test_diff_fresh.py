"""`roadmap diff` plans the new side from the old one's order; with `--fresh`, afresh."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.answers import answer, run, write

WORK = "".join(
    f"- {{id: i{n:02}, title: I{n:02}, effort: {{{team}: {1 + n * 7 % 9}w}}, "
    f"depends_on: [{f'i{n // 2:02}' if n % 3 == 2 else ''}], "
    f"value-effort: {{value: {3 + n * 13 % 29}}}}}\n"
    for n in range(24)
    for team in [("web", "data", "ops")[n % 3]]
)
SHARED = (
    "start: 2027-01-04\nframework: value-effort\n"
    "teams: {web: {people: 2}, data: {people: 2}, ops: {people: 2}}\n"
)


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """A roadmap of 24, and the same with another value by three hundredths."""
    old, new = tmp_path / "old", tmp_path / "new"
    write(old, {"portfolio.yaml": SHARED, "work.yaml": WORK})
    write(
        new,
        {"portfolio.yaml": SHARED, "work.yaml": WORK.replace("value: 29}", "value: 30}")},
    )
    return old, new


def planned(found: dict[str, Any]) -> dict[str, tuple[int, int]]:
    return {it["id"]: (it["start_day"], it["end_day"]) for it in found["initiatives"]}


def compared(sides: tuple[Path, Path], *words: str) -> dict[str, Any]:
    shown = run("diff", sides[1], str(sides[0]), *words, "--format", "json")
    assert shown.exit_code == 0, shown.stderr
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


def test_an_edit_that_hardly_counts_moves_nothing(sides: tuple[Path, Path]) -> None:
    assert planned(compared(sides)) == planned(answer("plan", sides[0]))


def test_fresh_shows_what_plan_says(sides: tuple[Path, Path]) -> None:
    assert planned(compared(sides, "--fresh")) == planned(answer("plan", sides[1]))
