"""reviewdog's rdjson, held to the messages of its protocol."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from roadmap.diagnostics import Located, Place, Severity, Span
from tests.writers.listed_pages import at, finding, harmful, page, written


def message(required: list[str], **fields: Any) -> dict[str, Any]:
    """A message whose fields are all known."""
    return {
        "type": "object",
        "required": required,
        "properties": fields,
        "additionalProperties": False,
    }


POSITIVE = {"type": "integer", "minimum": 1}
TEXT = {"type": "string", "minLength": 1}
POSITION = message(["line"], line=POSITIVE, column=POSITIVE)
RESULT = message(
    ["diagnostics", "source"],
    source=message(["name"], name=TEXT, url=TEXT),
    diagnostics={
        "type": "array",
        "items": message(
            ["message", "location"],
            message={"type": "string"},
            severity={"enum": ["ERROR", "WARNING", "INFO"]},
            code=message(["value"], value=TEXT, url=TEXT),
            location=message(
                ["path"], path=TEXT, range=message(["start"], start=POSITION, end=POSITION)
            ),
        ),
    },
)


def diagnostics(text: str) -> list[dict[str, Any]]:
    found = json.loads(text)
    jsonschema.validate(found, RESULT)
    every: list[dict[str, Any]] = found["diagnostics"]
    return every


def columns(line: str, start: int, end: int) -> tuple[int, int]:
    place, places = at(line, start, end)
    (found,) = diagnostics(written("rdjson", page(finding(place=place), places=places)))
    span = found["location"]["range"]
    assert (span["start"]["line"], span["end"]["line"]) == (5, 5)
    return span["start"]["column"], span["end"]["column"]


def test_columns_count_bytes_of_utf_8_from_1() -> None:
    assert columns("title: bad", 8, 11) == (8, 11)
    assert columns("größe: bad", 8, 11) == (10, 13)
    assert columns("漢字: 題名", 5, 7) == (9, 15)
    assert columns("a𐐀b", 3, 4) == (6, 7)


def test_the_bytes_of_the_last_line_count_for_the_end() -> None:
    place = Place("a.yaml")
    lines = ("notes: é|", "  déjà", "  vu é!")
    places = {place: Located("a.yaml", Span(9, 9, 11, 7), lines, 9)}
    (found,) = diagnostics(written("rdjson", page(finding(place=place), places=places)))

    assert found["location"]["range"] == {
        "start": {"line": 9, "column": 10},
        "end": {"line": 11, "column": 8},
    }


def test_a_column_on_a_line_whose_text_is_not_at_hand_is_left_out() -> None:
    place = Place("a.yaml")
    places = {place: Located("a.yaml", Span(1, 1, 9, 7), ("a: |", "  b", "  c"), 1)}
    (found,) = diagnostics(written("rdjson", page(finding(place=place), places=places)))

    assert found["location"]["range"]["end"] == {"line": 9}


def test_a_finding_without_a_place_names_the_portfolio_file() -> None:
    (found,) = diagnostics(written("rdjson", page(finding("too few", cure="add one"))))

    assert found == {
        "message": "too few\nhelp: add one",
        "severity": "ERROR",
        "code": {"value": "RM103"},
        "location": {"path": "plans/portfolio.yaml"},
    }


def test_notes_are_left_out() -> None:
    every = page(*(finding(severity=severity) for severity in Severity))

    assert [
        diagnostic["severity"] for diagnostic in diagnostics(written("rdjson", every))
    ] == [
        "WARNING",
        "ERROR",
    ]


def test_harmful_text_keeps_the_result_valid() -> None:
    assert len(diagnostics(written("rdjson", harmful()))) > 50
