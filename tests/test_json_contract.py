"""What the commands write as JSON keeps the committed contract."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.answers import answer
from tests.checks.mutations import example
from tests.checks.reading import was_read

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "initiatives"
SCHEMA = json.loads((ROOT / "docs" / "output.schema.json").read_text(encoding="utf-8"))
COMMANDS = (
    "centricity",
    "check",
    "forecast",
    "list",
    "needs",
    "outcomes",
    "plan",
    "report",
    "scenarios",
    "score",
    "sequence",
)
THREE_KEYS = {
    "a.yaml": "title: A\noutcomes: {calm: high}\neffort: 2w\n",
    "b.yaml": "title: B\noutcomes: {calm: low}\neffort: 1w\ndepends_on: [a]\n",
    "c.yaml": "title: C\noutcomes: {speed: high}\neffort: 3w\n",
}
BROKEN = THREE_KEYS | {"d.yaml": "title: [\n", "e.yaml": "title: E\neffort: many\n"}


def complaints(data: dict[str, Any]) -> list[str]:
    errors = Draft202012Validator(SCHEMA).iter_errors(data)
    return [f"{error.json_path}: {error.message}" for error in errors]


@pytest.mark.usefixtures("quick_plans")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_keeps_the_contract_on_the_example(command: str) -> None:
    assert complaints(answer(command, EXAMPLE)) == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("files", [THREE_KEYS, BROKEN], ids=["three keys", "broken"])
def test_a_command_keeps_the_contract_on_little_and_on_broken_files(
    command: str, files: dict[str, str]
) -> None:
    assert complaints(answer(command, files)) == []


@pytest.mark.parametrize("framework", ["customer-value", "rice", "value-effort"])
def test_an_explanation_keeps_the_contract_in_every_framework(framework: str) -> None:
    ids = ("bill-forecast", "meter-photo", "grid-gateway-opens", "heat-pump-check")
    files = part_of_the_example(ids)
    for id in ids:
        assert complaints(answer("explain", files, id, "--framework", framework)) == []


def test_what_trackers_note_keeps_the_contract() -> None:
    noted = {
        "portfolio.yaml": "status_words: {Later: paused}\n",
        "a.yaml": "status: later\nkind: bug\nbecause: it waits\nowners: [Ana, Ben]\n"
        "priority: 1\nparent: b\nrelations: {replaces: b, see-also: [c, 12]}\n"
        "created: 2026-11-30T10:15:30Z\nupdated: 2026-12-01\n",
        "b.yaml": "owner: Ana\n",
    }
    found = answer("list", noted)
    one, other = found["initiatives"]

    assert complaints(found) == complaints(answer("explain", noted, "a")) == []
    assert (one["status"], one["created"], one["priority"]) == ("paused", "2026-11-30", "1")
    assert one["relations"] == {"replaces": ["b"], "see-also": ["c", "12"]}
    assert (one["owners"], other["owners"]) == (["Ana", "Ben"], ["Ana"])


def part_of_the_example(ids: Iterable[str]) -> dict[str, str]:
    """What initiatives share in the example, some of them, and all that these need."""
    files = example()
    initiatives = was_read(files).portfolio.initiatives
    wanted, left = set(ids), list(ids)
    while left:
        new = set(initiatives[left.pop()].depends_on or ()) - wanted
        wanted |= new
        left += new
    return {
        path: text
        for path, text in files.items()
        if "/" not in path or Path(path).stem in wanted
    }
