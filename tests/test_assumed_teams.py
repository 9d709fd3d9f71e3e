"""Without a section `teams`, whose work it is depends on nobody else's file."""

from __future__ import annotations

import json
from typing import Any

from tests.answers import answer

BARE = {"id": "a", "title": "A", "outcomes": {"n": "high"}}
PLAIN = {"id": "b", "title": "B", "outcomes": {"n": "high"}, "effort": "2w"}
NAMED = {
    "id": "c",
    "title": "C",
    "outcomes": {"n": "high"},
    "effort": {"x": "2w", "y": "1w"},
}


def planned(*entries: dict[str, Any]) -> dict[str, Any]:
    start = '{"start": "2027-01-04"}'
    return answer("plan", {"portfolio.yaml": start, "all.yaml": json.dumps(list(entries))})


def teams(found: dict[str, Any], id: str) -> list[str]:
    (row,) = [each for each in found["initiatives"] if each["id"] == id]
    return list(row["parts"])


def test_the_order_of_initiatives_changes_nobody_s_team() -> None:
    one, other = planned(BARE, PLAIN, NAMED), planned(NAMED, PLAIN, BARE)

    assert one["plan"] == other["plan"]
    assert one["initiatives"] == other["initiatives"]


def test_somebody_else_s_teams_make_no_error_of_a_plain_effort() -> None:
    alone, beside = planned(PLAIN), planned(PLAIN, NAMED)

    assert teams(alone, "b") == teams(beside, "b") == ["team"]
    assert not [each for each in beside["findings"] if each["severity"] == "error"]


def test_an_effort_that_says_nothing_readable_is_assumed() -> None:
    found = planned({**BARE, "effort": {"x": "lots"}})

    assert [each["effort"] for each in found["initiatives"]] == [4]
