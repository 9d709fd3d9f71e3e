"""Facts that trackers keep: kind, dates, priority, parent, owners and relations."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.cli.load import words
from roadmap.model.initiative import Initiative
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from tests.reading.cures import cures, found


def only(text: str) -> Initiative:
    """The one initiative of a file in which nothing is wrong."""
    was_read = read(Texts({"a.yaml": text.encode()}), words(), date(2027, 1, 4))
    assert [diagnostic.message for diagnostic in was_read.diagnostics] == []
    return was_read.portfolio.initiatives["a"]


@pytest.mark.parametrize("kind", ["feature", "Bug", "Epic (Business)", "éclair"])
def test_a_kind_is_any_word(kind: str) -> None:
    assert only(f"kind: {kind}").kind == kind


@pytest.mark.parametrize("priority", ["High", "P1", "3", "1.50", "0"])
def test_a_priority_is_kept_as_typed(priority: str) -> None:
    assert only(f"priority: {priority}").priority == priority


@pytest.mark.parametrize("parent", ["EPIC-1", "12", "The billing programme"])
def test_a_parent_is_an_id_or_any_text(parent: str) -> None:
    assert only(f"parent: {parent}").parent == parent


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-30",
        "2026-11-30T10:15:30Z",
        "2026-11-30t10:15:30z",
        "2026-11-30T23:59:60Z",
        "2026-11-30T10:15",
        "2026-11-30T10:15:30.123456+02:00",
        "2026-11-30T10:15:30,5-0500",
        "2026-11-30T10:15:30.000+0000",
        "2026-11-30T23:30:00-11",
        "2026-11-30 10:15:30",
        "2026-11-30 10:15:30 UTC",
        "2026-11-30 10:15:30 +0100",
        "20261130T101530Z",
        "20261130T1015",
    ],
)
def test_a_date_with_a_time_is_the_day_as_written(text: str) -> None:
    found = only(f"created: {text}\nupdated: '{text}'")

    assert found.created == found.updated == date(2026, 11, 30)


def test_of_a_period_created_is_the_first_day_and_updated_the_last() -> None:
    found = only("created: 2026-11\nupdated: 2026-Q4")

    assert (found.created, found.updated) == (date(2026, 11, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30T10:00:00Z",
        "2026-11-30T25:00Z",
        "2026-11-30T10:61",
        "20261331T101530Z",
        "2026-11-30T10:00 CEST",
        "1492-10-12T08:00Z",
        "2026-11-30T",
    ],
)
def test_what_is_no_date_with_a_time_is_found(text: str) -> None:
    (fault,) = found(f"created: {text}")

    assert fault.place is not None
    assert (fault.rule.code, fault.place.route) == ("RM005", ("created",))


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("30/Nov/26 10:30 AM", "write `2026-11-30`"),
        ("Mon, 30 Nov 2026 10:15:30 GMT", "write `2026-11-30`"),
    ],
)
def test_a_trackers_other_form_is_told_ours(text: str, cure: str) -> None:
    assert cures(f'updated: "{text}"') == [cure]


@pytest.mark.parametrize("key", ["not_before", "deadline", "started"])
def test_a_date_of_the_plan_takes_no_time(key: str) -> None:
    assert cures(f"{key}: 2027-01-04T10:00:00Z") == ["write `2027-01-04`"]


@pytest.mark.parametrize("status", ["proposed", "paused", "in_progress", "dropped"])
def test_any_status_may_have_a_reason(status: str) -> None:
    assert only(f"status: {status}\nbecause: The law changed").because == "The law changed"


def test_one_owner_and_several_are_read_alike() -> None:
    assert only("owner: Ana").owners == ("Ana",)
    assert only("owners: [Ana, Ben, Ana]").owners == ("Ana", "Ben")
    assert only("title: A").owners == ()


def test_an_owner_next_to_owners_is_ignored_and_found() -> None:
    (fault,) = found("owner: Ana\nowners: [Ben]")

    assert fault.place is not None
    assert (fault.rule.code, fault.place.route) == ("RM005", ("owner",))
    assert fault.cure == "name everybody under `owners`, and remove `owner`"


def test_a_list_under_owner_is_told_owners() -> None:
    assert cures("owner: [Ana, Ben]") == ["write `owners: [Ana, Ben]`"]
    assert cures("owners: Ana") == ["write `owners: [Ana]`"]


def test_relations_are_ids_or_text_under_words_of_ones_own() -> None:
    text = "relations: {replaces: b, see-also: [c, PEP 8, c], Split from: 12, none: []}"

    assert only(text).relations == {
        "replaces": ("b",),
        "see-also": ("c", "PEP 8"),
        "Split from": ("12",),
    }


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("{replaces b}", "write `replaces: b`, or remove it"),
        ("{replaces: }", "write `replaces: ID`, or remove it"),
        ("[b]", "write `key: value` pairs"),
        ("{replaces: {id: b}}", "look up the key in docs/file-format.md"),
    ],
)
def test_a_relation_that_leads_nowhere_is_found(text: str, cure: str) -> None:
    assert cures(f"relations: {text}") == [cure]
