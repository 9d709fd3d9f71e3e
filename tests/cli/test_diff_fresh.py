"""`diff` and `scenarios` plan from the order of the first side; with `--fresh`, afresh."""

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
HARDLY = "i13.value-effort.value=29"


pytestmark = pytest.mark.usefixtures("kept_plans")


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A roadmap of 24, and the same with one value higher by a thirteenth."""
    home = tmp_path_factory.mktemp("sides")
    old, new = home / "old", home / "new"
    write(old, {"portfolio.yaml": SHARED, "work.yaml": WORK})
    write(
        new,
        {"portfolio.yaml": SHARED, "work.yaml": WORK.replace("value: 27}", "value: 29}")},
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
    fresh = planned(compared(sides, "--fresh"))
    assert fresh == planned(answer("plan", sides[1]))
    assert fresh != planned(answer("plan", sides[0]))


def test_a_scenario_that_hardly_counts_moves_nothing(sides: tuple[Path, Path]) -> None:
    moved = answer("scenarios", sides[0], "--set", HARDLY)["scenarios"][1]["moved"]
    assert moved == 0


def test_fresh_scenarios_show_what_plan_says(sides: tuple[Path, Path]) -> None:
    supposed = ("--set", HARDLY)
    planned_afresh = answer("plan", sides[0], *supposed)["plan"]
    found = answer("scenarios", sides[0], *supposed, "--fresh")["scenarios"][1]
    assert found["cost"] == planned_afresh["cost"]
    assert found["moved"] > 0
