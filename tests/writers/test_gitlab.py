"""GitLab's Code Quality report, held to the fields that its documentation lists."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from roadmap.diagnostics import Severity
from roadmap.writers.writer import Setting
from tests.writers.listed_pages import at, finding, harmful, page, written

REPORT = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    jsonschema.validate(found, REPORT)
    return found


def test_a_finding_is_an_issue_at_its_line() -> None:
    place, places = at()
    found = page(finding("no such thing", Severity.WARNING, place), places=places)

    assert issues(written("gitlab", found)) == [
        {
            "check_name": "RM102",
            "description": "no such thing",
            "severity": "minor",
            "fingerprint": "0" * 32,
            "location": {"path": "plans/a.yaml", "lines": {"begin": 5}},
        }
    ]


def test_an_error_weighs_more_than_a_warning_and_notes_are_left_out() -> None:
    every = page(*(finding(severity=severity) for severity in Severity))

    assert [issue["severity"] for issue in issues(written("gitlab", every))] == [
        "minor",
        "major",
    ]


def test_nothing_wrong_is_an_empty_list() -> None:
    assert issues(written("gitlab", page())) == []


def test_harmful_text_keeps_the_report_valid_and_its_fingerprints_unique() -> None:
    for setting in (Setting(), Setting(unicode=False)):
        found = issues(written("gitlab", harmful(), setting))
        marks = [each["fingerprint"] for each in found]

        assert len(found) > 50
        assert len(set(marks)) == len(marks)
