"""The published schemas say what the reader knows, and are published as they are."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

import roadmap.reading
from roadmap.cli.load import words
from roadmap.cli.modeline import schema_text
from roadmap.reading.declared import extended
from roadmap.reading.error_model import errors
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.json_schema import NAMES, json_schema
from roadmap.reading.kinds import Unfit
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.published import PublishedFile
from roadmap.reading.record import Record
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms
from roadmap.reading.sources import SCENARIOS
from roadmap.reading.tree import tree
from tests.reading.test_judged import mappings, understood

EXAMPLE = Path(__file__).parents[2] / "initiatives"
PUBLISHED = Path(roadmap.reading.__file__).parent / "schemas"
CHECKED = {name: Draft7Validator(json_schema(name, words())) for name in NAMES}
RECORDS: dict[str, type[Record]] = {
    "initiative": extended(InitiativeFile, words().initiative),
    "portfolio": extended(PortfolioFile, words().portfolio),
    "published": PublishedFile,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_published_as_it_is(name: str) -> None:
    file = PUBLISHED / f"{name}.json"
    if os.environ.get("ROADMAP_REWRITE"):
        file.write_text(schema_text(name), encoding="utf-8", newline="\n")

    assert file.read_text(encoding="utf-8") == schema_text(name), "`make rewrite` renews it"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_of_draft_seven_with_an_address(name: str) -> None:
    said = json.loads(schema_text(name))
    Draft7Validator.check_schema(said)

    assert said["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert said["$id"].endswith(f"/roadmap/reading/schemas/{name}.json")


@pytest.mark.parametrize("name", NAMES)
def test_every_key_has_a_title_a_description_and_an_example_that_fits(name: str) -> None:
    said = json_schema(name, words())
    found = list(properties(said))
    assert found or name not in RECORDS
    for key, each in found:
        assert each["title"], key
        assert each["description"].endswith("."), key
        assert each["examples"], key
        within = Draft7Validator(each | {"definitions": said.get("definitions", {})})
        assert list(within.iter_errors(each["examples"][0])) == [], key


def properties(said: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(said, dict):
        for key, each in said.get("properties", {}).items():
            yield key, each
        for name, inner in said.items():
            if name not in ("examples", "default"):
                within = inner.values() if name == "properties" else [inner]
                for each in within:
                    yield from properties(each)
    elif isinstance(said, list):
        for each in said:
            yield from properties(each)


@pytest.mark.parametrize(
    "file", sorted(EXAMPLE.rglob("*.yaml")), ids=lambda file: file.name
)
def test_the_example_fits(file: Path) -> None:
    top = file.parent == EXAMPLE and file.stem in NAMES
    other = "scenario" if file.parent == EXAMPLE / SCENARIOS else "initiative"
    documents = tree(file.name, file.read_bytes()).documents

    for document in documents:
        assert list(CHECKED[file.stem if top else other].iter_errors(document)) == []


@pytest.mark.parametrize("name", RECORDS)
@given(data=st.data())
def test_what_check_reads_fits_and_what_is_of_a_wrong_type_does_not(
    name: str, data: st.DataObject
) -> None:
    said = data.draw(mappings(RECORDS[name]))
    fits = CHECKED[name].is_valid(said)
    try:
        RECORDS[name].read(said, Terms())
    except (Unfit, Unreadable):
        wrong = [error for error in errors(RECORDS[name], said, Terms()) if told(error)]
        assert not (fits and wrong), wrong
    else:
        every = CHECKED[name].iter_errors(said)
        assert fits or all(map(reported_later, every)), list(every)


def reported_later(error: Any) -> bool:
    """Whether `check` reports a fault once the records are read: an id, a missing value."""
    filled = {
        *("effort", "remaining", "default_effort", "sizes", "link_templates"),
        *("relations", "status_words", "initiatives"),
    }
    without = error.instance is None and not filled.isdisjoint(error.absolute_path)
    unusable = error.validator == "pattern" and list(error.absolute_path)[-1:] == ["id"]
    return without or unusable or "propertyNames" in error.absolute_schema_path


def told(error: Any) -> bool:
    """Whether a fault is one that a schema can tell: a wrong type, key or number."""
    if understood(error):
        return False
    if error["loc"] == ("status",):  # a portfolio may have words of its own
        return not isinstance(error["input"], str)
    if error["type"] == "int_type":
        return not (isinstance(error["input"], float) and error["input"].is_integer())
    return error["type"] != "roadmap" or not isinstance(error["input"], str)


WRONG = [
    ("initiative", "titel: A"),
    ("initiative", "title: [A]"),
    ("initiative", "effort: 3"),
    ("initiative", "effort: {web: {work: 3w, people: 0}}"),
    ("initiative", "effort: {web: {people: 1}}"),
    ("initiative", "status: [begun]"),
    ("initiative", "created: 2027-02-30T10:00Z"),
    ("initiative", "relations: [b]"),
    ("initiative", "owners: Ana"),
    ("portfolio", "status_words: {Done: finished}"),
    ("initiative", "deadline: in June"),
    ("initiative", "deadline: 2027"),
    ("initiative", "cost: -1"),
    ("initiative", "internal: maybe"),
    ("initiative", "outcomes: {a: {reach: 120%}}"),
    ("initiative", "outcomes: {a: {impact: huge}}"),
    ("initiative", "outcomes: [{impact: high}]"),
    ("initiative", "outcomes: {a: [{wrong: high}]}"),
    ("initiative", "outcomes: high"),
    ("initiative", "must: {why: }"),
    ("initiative", "rice: {impact: 4}"),
    ("initiative", "- {title: A, depends_on: b}"),
    ("initiative", "[A]"),
    ("portfolio", "needs: {a: {importance: 11}}"),
    ("portfolio", "teams: {web: {focus: 0%}}"),
    ("portfolio", "teams: [web]"),
    ("portfolio", "week: []"),
    ("portfolio", "fiscal_year_starts: 13"),
    ("portfolio", "format: 2"),
    ("portfolio", "customer-value: {tie: 0.85}"),
    ("portfolio", "check: {severity: {stale-evidence: fatal}}"),
    ("needs", "a: {importance: high}"),
    ("teams", "web: {people: 0}"),
    ("published", "initiatives: {a: {start: 2027-01-04}}"),
    ("scenario", "set: [teams.data.people]"),
    ("scenario", "drop: {a: b}"),
    ("scenario", "add: [{id: a, efort: 2w}]"),
    ("scenario", "titel: More"),
]
RIGHT = [
    ("initiative", ""),
    ("initiative", "{id: 12, title: 2027, owner: , x-own: {a: [1]}}"),
    ("initiative", "[{id: a}, {id: b}]"),
    ("initiative", "outcomes: {a: , b: [{impact: -low}, {impact: 5% .. 10..20%}]}"),
    ("initiative", "contributes_to: [{objective: a, gain: -3..4}]"),
    ("initiative", "effort: {web: M, data: {work: 1..2..5w, people: 0.5, x-who: me}}"),
    ("initiative", "not_before: 2027-H1"),
    ("initiative", "{kind: bug, status: In Review, parent: 12, priority: 3}"),
    ("initiative", "owners: [Ana, 12]"),
    ("initiative", "{created: 2027-01-04T10:00Z, relations: {a: b, c: [d, 5]}}"),
    ("portfolio", "status_words: {In Review: in_progress}"),
    ("portfolio", "holidays: [2027-01, {from: 2027-Q1, to: }]"),
    ("portfolio", "segments: {a: , b: {weight: 0}}"),
    ("evidence", "{a: {kind: survey, sample: 3}, b: }"),
    (
        "published",
        "initiatives: {a: {start: 2027-01, end: 2027-02, shown: 1, until: 2027-Q1}}",
    ),
    ("scenario", ""),
    (
        "scenario",
        "{title: A, why: B, based_on: c, drop: d, set: {a.b: 3, c: , d: {e: []}}}",
    ),
    ("scenario", "add: {id: a, title: A, effort: 2w}"),
    ("scenario", "add: [{id: a, outcomes: {calm: high}}]"),
]


@pytest.mark.parametrize(("name", "text"), WRONG)
def test_what_is_wrong_is_refused(name: str, text: str) -> None:
    (said,) = tree("", text.encode()).documents
    assert not CHECKED[name].is_valid(said)


@pytest.mark.parametrize(("name", "text"), RIGHT)
def test_what_is_right_fits(name: str, text: str) -> None:
    documents = tree("", text.encode()).documents or [None]
    for said in documents:
        assert list(CHECKED[name].iter_errors(said)) == []


def test_every_section_that_may_have_a_file_of_its_own_has_a_schema() -> None:
    beside = {"published", "scenario"}
    assert set(NAMES) == {"initiative", "portfolio", *SECTIONS, *beside}
