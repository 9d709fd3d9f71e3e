"""The 97 real milestones of Simpler Grants.gov, where they lie beside this checkout."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.answers import run
from tests.plan_checker import violations

GRANTS = Path(__file__).parents[2] / "shared" / "portfolios" / "simpler-grants"

pytestmark = pytest.mark.skipif(
    not GRANTS.is_dir(),
    reason="the portfolio of Simpler Grants.gov is not beside this checkout",
)


@cache
def told(folder: Path) -> str:
    outcome = run("plan", folder, "--format", "json")
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout


def planned(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(folder))
    return found


APART = ("findings", "one_more_person")
"""What names files or folders."""


def without_findings(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key not in APART}


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}


def test_all_that_is_not_delivered_is_planned_and_keeps_every_promise() -> None:
    answer = planned(GRANTS)
    still = [each for each in answer["initiatives"] if each["status"] != "delivered"]

    assert len(answer["initiatives"]) == 97
    assert all(each["start_day"] is not None for each in still)
    assert violations(texts(GRANTS), answer) == []


def test_all_111_dependencies_are_respected() -> None:
    stated = [
        (wanted, entry)
        for name, text in texts(GRANTS).items()
        if name != "portfolio.yaml"
        for entry in yaml.safe_load(text)
        for wanted in entry.get("depends_on", ())
    ]
    slots = {each["id"]: each for each in planned(GRANTS)["initiatives"]}

    assert len(stated) == 111
    for wanted, entry in stated:
        first, then = slots[wanted], slots[entry["id"]]
        if entry.get("status") in ("in_progress", "delivered"):
            continue
        assert first["status"] == "delivered" or first["end_day"] <= then["start_day"]


def test_another_hash_seed_gives_the_same_bytes() -> None:
    words = ["plan", "-C", str(GRANTS), "--format", "json"]
    seed = "4242" if os.environ.get("PYTHONHASHSEED") != "4242" else "0"
    other = subprocess.run(
        [sys.executable, "-m", "roadmap", *words],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )

    assert other.stdout == told(GRANTS).replace("\n", os.linesep).encode()


def test_neither_file_names_nor_the_order_within_a_file_change_the_plan(
    tmp_path: Path,
) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(GRANTS, moved)
    for number, path in enumerate(sorted(moved.glob("*.yaml"))):
        if path.name == "portfolio.yaml":
            continue
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        random.Random(number).shuffle(entries)
        path.unlink()
        text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
        (moved / f"z{99 - number:02}.yaml").write_text(text, encoding="utf-8")

    assert without_findings(planned(moved)) == without_findings(planned(GRANTS))


def test_check_finds_no_error() -> None:
    assert run("check", GRANTS).exit_code == 0


def test_a_misspelt_id_is_found_with_its_place_and_the_id_that_was_meant(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(GRANTS, copy)
    path = copy / "search.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "  - search-api\n", "  - serach-api\n", 1
    )
    path.chmod(0o644)
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("  - serach-api") + 1

    outcome = run("check", copy, "--format", "json")
    errors = [f for f in json.loads(outcome.stdout)["findings"] if f["severity"] == "error"]

    assert outcome.exit_code == 1
    assert [(f["line"], f["column"], f["end_column"]) for f in errors] == [(line, 5, 15)]
    assert errors[0]["path"].endswith("search.yaml")
    assert "`search-api`" in errors[0]["message"] + errors[0]["help"]
