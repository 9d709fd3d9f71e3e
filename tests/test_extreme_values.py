"""Values as small and as great as the format allows, beside each other."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.answers import answer, run

VALUES = (1e-320, 1e-300, 2.5e-9, 5, 1e9)


def files(*values: float) -> dict[str, str]:
    initiatives: list[dict[str, Any]] = [
        {
            "id": f"i{number}",
            "title": f"What {value} brings",
            "effort": "2w",
            "value-effort": {"value": value},
            "depends_on": [f"i{number - 3}"] if number > 2 else [],
            "deadline": "2027-01-20",
        }
        for number, value in enumerate(values)
    ]
    initiatives[1]["must"] = {"why": "law"}
    initiatives[2]["pin"] = {"why": "board"}
    return {
        "portfolio.yaml": "framework: value-effort\nstart: 2027-01-04\n",
        "all.yaml": json.dumps(initiatives),
    }


@pytest.mark.parametrize("values", [VALUES, VALUES[::-1], VALUES[:2] * 2])
@pytest.mark.parametrize(
    "command", [["plan", "--all"], ["score"], ["sequence"], ["report"], ["explain", "i1"]]
)
def test_every_page_stands_values_of_any_size(
    command: list[str], values: tuple[float, ...]
) -> None:
    shown = run(command[0], files(*values), *command[1:])

    assert (shown.exit_code, shown.stderr) == (0, "")


def test_the_mean_wait_of_values_of_any_size_is_a_number_of_weeks() -> None:
    assert 0 < answer("plan", files(*VALUES))["plan"]["mean_wait_weeks"] < 20
