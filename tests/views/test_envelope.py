from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import roadmap
from roadmap.diagnostics import Diagnostic, Finding, Located, Place, Rule, Severity, Span
from roadmap.model.portfolio import Portfolio
from roadmap.views.answer import Answer
from roadmap.views.pages import check, explain, needs, plan, report, score, sequence
from roadmap.views.pages import list as listing
from tests.building import contribution, evidence, initiative, objective, outcome, portfolio
from tests.views.viewing import answer, scored

DOCS = Path(roadmap.__file__).parent.parent / "docs"
SCHEMA = json.loads((DOCS / "output.schema.json").read_text(encoding="utf-8"))


def full() -> Portfolio:
    """Something of everything: every status, a circle, a milestone, both kinds of claim."""
    claims: dict[str, Any] = {
        "outcomes": [outcome(evidence=["study"], reach="40%")],
        "contributions": [contribution()],
    }
    return portfolio(
        initiative("done", status="delivered"),
        initiative("gone", status="dropped", because="nobody asked"),
        initiative("idea", status="idea", **claims),
        initiative("rests", status="paused"),
        initiative("runs", status="in_progress", remaining="1w", **claims),
        initiative("one", depends_on=["two"]),
        initiative("two", depends_on=["one"]),
        initiative("gate", effort="0d", depends_on=["basis"]),
        initiative("basis", depends_on=["done"], effort=None),
        initiative("star", depends_on=["gate"], extra={"x-cost": 1.5}, **claims),
        initiative("law", must="law", deadline="2027-02-26", **claims),
        objectives=[objective()],
        evidence=[evidence(on="2026-12-01", sample=12)],
        title="Northwind",
    )


RULE = Rule("RM001", "broken-file", Severity.ERROR, "")
FOUND = Finding(
    Diagnostic(RULE, "a tab where spaces belong", Place("a.yaml")),
    Located("a.yaml", Span(3, 1, 3, 2)),
    fingerprint="f00",
)
FULL = scored(full(), findings=(FOUND,), left_out=("a.yaml",))
EMPTY = scored(portfolio())
PAGES = {
    "check": check.page,
    "list": listing.page,
    "needs": needs.page,
    "score": score.page,
    "sequence": sequence.page,
    "plan": plan.page,
    "report": report.page,
}


def plain(value: Any) -> Any:
    """The data as a JSON reader meets it."""
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, Fraction):
        return float(value)
    if not isinstance(value, str) and hasattr(value, "__iter__"):
        return [plain(each) for each in value]
    assert value is None or isinstance(value, str | int | bool)
    return value


def complaints(data: Mapping[str, Any]) -> list[str]:
    errors = Draft202012Validator(SCHEMA).iter_errors(data)
    return [f"{error.json_path}: {error.message}" for error in errors]


def keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        yield from schema.get("properties", {})
        for each in schema.values():
            yield from keys(each)


def row(found: Answer, id: str) -> dict[str, Any]:
    rows: Any = plan.page(found).data["initiatives"]
    return next(each for each in rows if each["id"] == id)


def test_the_schema_is_itself_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("command", PAGES)
@pytest.mark.parametrize("found", [FULL, EMPTY], ids=["full", "empty"])
def test_what_a_command_says_keeps_the_contract(command: str, found: Answer) -> None:
    assert complaints(plain(PAGES[command](found).data)) == []


@pytest.mark.parametrize("id", full().initiatives)
def test_an_explanation_of_any_initiative_keeps_the_contract(id: str) -> None:
    assert complaints(plain(explain.page(FULL, id).data)) == []


def test_the_contract_refuses_a_row_that_lacks_a_key() -> None:
    data = plain(plan.page(FULL).data)
    del data["initiatives"][0]["score"]

    assert complaints(data) == ["$.initiatives[0]: 'score' is a required property"]


def test_the_manual_names_every_key_of_the_contract() -> None:
    manual = (DOCS / "json.md").read_text(encoding="utf-8")

    assert [key for key in dict.fromkeys(keys(SCHEMA)) if f"`{key}`" not in manual] == []


def test_the_plan_lists_every_initiative_of_every_status() -> None:
    rows: Any = plan.page(FULL).data["initiatives"]

    assert [each["id"] for each in rows] == sorted(full().initiatives)


def test_delivered_work_is_in_no_plan_and_not_unplaced() -> None:
    data: Any = plan.page(FULL).data

    assert row(FULL, "done")["start_day"] is None
    assert [each["id"] for each in data["plan"]["unplaced"]] == [
        "gone", "idea", "one", "rests", "two",
    ]  # fmt: skip


def test_what_is_unplaced_says_why_and_has_no_dates() -> None:
    assert row(FULL, "one")["reasons"] == ["depends on `two`, which depends on it in turn"]
    assert (row(FULL, "one")["start"], row(FULL, "one")["position"]) == (None, None)


def test_dates_are_inclusive_and_days_are_not() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 1})

    assert {
        key: row(found, "a")[key]
        for key in ("start", "end", "start_day", "end_day", "rank", "position", "step")
    } == {
        "start": "2027-01-04",
        "end": date(2027, 1, 15).isoformat(),
        "start_day": 0,
        "end_day": 10,
        "rank": 1,
        "position": 1,
        "step": 1,
    }
    assert row(found, "a")["parts"] == {
        "team": {"people": 2, "start_day": 0, "end_day": 10}
    }


def test_running_work_stands_in_step_0_without_a_step_score() -> None:
    assert (row(FULL, "runs")["step"], row(FULL, "runs")["step_score"]) == (0, None)


def test_a_command_writes_only_what_it_computed() -> None:
    found = scored(full())
    bare = Answer(found.portfolio, found.framework, found.scores)

    assert sorted(listing.page(bare).data) == [
        "findings",
        "format",
        "initiatives",
        "portfolio",
    ]
    assert sorted(needs.page(bare).data)[3] == "needs"


def test_a_filter_chooses_the_rows_and_leaves_the_plan_alone() -> None:
    filtered: Any = plan.page(scored(full(), shown=frozenset(["star"]))).data
    whole: Any = plan.page(FULL).data

    assert [each["id"] for each in filtered["initiatives"]] == ["star"]
    assert filtered["plan"] == whole["plan"]


def test_a_finding_says_where_it_is() -> None:
    data: Any = plan.page(FULL).data

    assert data["findings"] == [
        {
            "code": "RM001",
            "name": "broken-file",
            "severity": "error",
            "message": "a tab where spaces belong",
            "help": None,
            "path": "a.yaml",
            "line": 3,
            "column": 1,
            "end_line": 3,
            "end_column": 2,
            "initiative": None,
            "fingerprint": "f00",
        }
    ]
