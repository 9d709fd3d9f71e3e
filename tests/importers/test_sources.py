"""Sources read an export's items, links, parents and states as the tracker means them."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.importers.catalogue import detected, sources
from roadmap.importers.export import Dropped, Export, Lost, Missing, Note, Refusal, Remark
from roadmap.importers.item import Estimate, EstimateUnit, Item, Relation
from roadmap.importers.source import Raw, Wishes
from roadmap.model.initiative import Status


def export(raw: Raw, wishes: Wishes | None = None) -> Export:
    source = detected(raw)
    assert source is not None
    found = source.read(raw, wishes or Wishes())
    assert isinstance(found, Export)
    return found


def of_json(value: Any) -> Raw:
    return Raw("export.json", {"export.json": json.dumps(value).encode()})


def of_lines(*records: Any) -> Raw:
    return Raw(
        "issues.jsonl", {"issues.jsonl": "\n".join(map(json.dumps, records)).encode()}
    )


def of_folder(**files: str) -> Raw:
    named = {name.replace("__", "/") + ".md": text.encode() for name, text in files.items()}
    return Raw("backlog", {"config.yml": b"project_name: Shop\n", **named}, folder=True)


def issue(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "title": f"Do {id}", "status": "open", "issue_type": "task", **more}


def link(kind: str, to: str) -> dict[str, str]:
    return {"issue_id": "?", "depends_on_id": to, "type": kind}


def by_key(found: Export) -> dict[str, Item]:
    return {item.key: item for item in found.items}


def test_only_blocks_orders_in_beads() -> None:
    links = [link(kind, f"b-{kind}") for kind in ("blocks", "related", "parent-child")]

    (item,) = export(of_lines(issue("a", dependencies=links))).items

    assert item.depends_on == ("b-blocks",)
    assert item.parent == "b-parent-child"
    assert item.relations == (Relation("related", "b-related"),)


def test_what_beads_deleted_is_counted_and_not_imported() -> None:
    found = export(of_lines(issue("a"), issue("b", status="tombstone")))

    assert [item.key for item in found.items] == ["a"]
    assert [item.key for item in found.deleted] == ["b"]
    assert Note(Remark.DELETED, 1, ("b",)) in found.notes


def test_a_line_that_is_no_json_costs_that_line_alone() -> None:
    raw = of_lines(issue("a"))
    raw = Raw(
        raw.name, {raw.name: raw.only + b"\n{broken\n" + json.dumps(issue("c")).encode()}
    )

    found = export(raw)

    assert [item.key for item in found.items] == ["a", "c"]
    assert Note(Remark.UNREAD, 1, ("line 2",)) in found.notes


def test_beads_minutes_are_time_and_its_number_is_a_priority() -> None:
    (item,) = export(of_lines(issue("a", estimated_minutes=90, priority=1))).items

    assert item.estimate == Estimate(Fraction(5400), EstimateUnit.SECONDS)
    assert item.priority == "P1"


def test_a_time_with_nine_decimals_is_still_a_day() -> None:
    (item,) = export(
        of_lines(issue("a", created_at="2025-11-26T23:37:14.250670509Z"))
    ).items

    assert item.created == date(2025, 11, 26)


def task(id: int, *dependencies: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "title": f"Do {id}",
        "status": "pending",
        "dependencies": list(dependencies),
        "subtasks": [],
        **more,
    }


def test_a_number_in_a_subtask_means_its_sibling() -> None:
    steps = [task(1), task(2, 1), task(3, "4.2"), task(9, 5)]

    found = by_key(
        export(of_json({"master": {"tasks": [task(4, subtasks=steps), task(5)]}}))
    )

    assert found["4.2"].follows == ("4.1",)
    assert found["4.3"].follows == ("4.2",)
    assert found["4.9"].depends_on == ("5",)
    assert {found[key].parent for key in ("4.1", "4.2", "4.3", "4.9")} == {"4"}


def test_tags_keep_equal_numbers_apart() -> None:
    tasks = {tag: {"tasks": [task(1), task(2, 1)]} for tag in ("master", "beta")}

    found = by_key(export(of_json(tasks)))

    assert set(found) == {"1", "2", "beta:1", "beta:2"}
    assert found["beta:2"].depends_on == ("beta:1",)
    assert found["beta:2"].theme == "beta"


def test_a_task_file_from_before_there_were_tags_is_read() -> None:
    assert set(by_key(export(of_json({"tasks": [task(1), task(2, 1)]})))) == {"1", "2"}


def card(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "shortLink": id[-4:], "name": f"Do {id}", "idList": "l1", **more}


def board(*cards: dict[str, Any], **more: Any) -> Raw:
    lists = [{"id": "l1", "name": "Doing"}, {"id": "l2", "name": "Old", "closed": True}]
    return of_json({"cards": list(cards), "lists": lists, **more})


def test_the_list_of_a_card_is_its_state_and_its_id_tells_when_it_was_made() -> None:
    (item,) = export(board(card("6785e16d09cc15bb17666cdf"))).items

    assert (item.key, item.status) == ("6cdf", "Doing")
    assert item.created == date(2025, 1, 14)


def test_archived_cards_and_lists_are_left_out_and_counted() -> None:
    found = export(
        board(card("a" * 24), card("b" * 24, closed=True), card("c", idList="l2"))
    )

    assert len(found.items) == 1
    assert Note(Remark.ARCHIVED, 2) in found.notes


def test_checklist_items_are_reported_as_lost() -> None:
    steps = [{"idCard": "c1", "checkItems": [{"name": "one"}, {"name": "two"}]}]

    found = export(board(card("c1"), checklists=steps))

    assert found.dropped == (Dropped("checklist items", 2, Lost.NO_PLACE),)


def test_a_custom_field_of_a_card_is_kept_by_its_name() -> None:
    fields = [
        {"id": "f", "name": "Cost"},
        {"id": "g", "name": "Area", "options": [{"id": "o", "value": {"text": "L"}}]},
    ]
    stated = [
        {"idCustomField": "f", "value": {"number": "3"}},
        {"idCustomField": "g", "idValue": "o"},
    ]

    (item,) = export(board(card("c1", customFieldItems=stated), customFields=fields)).items

    assert item.extra == (("Cost", "3"), ("Area", "L"))


def gh(number: int, **more: Any) -> dict[str, Any]:
    return {"number": number, "title": f"Do {number}", **more}


def nodes(*numbers: int, total: int | None = None) -> dict[str, Any]:
    found = [
        {"number": number, "url": f"https://github.com/o/r/issues/{number}"}
        for number in numbers
    ]
    return {"nodes": found, "totalCount": len(found) if total is None else total}


def test_github_issues_wait_for_what_blocks_them_and_belong_to_their_parent() -> None:
    issues = [
        gh(1, subIssues=nodes(2)),
        gh(2, blockedBy=nodes(3)),
        gh(3, blocking=nodes(1)),
    ]

    found = by_key(export(of_json(issues)))

    assert found["#2"].depends_on == ("#3",)
    assert found["#3"].blocks == ("#1",)
    assert found["#2"].parent == "#1"
    assert found["#1"].level == 1


def test_an_issue_of_another_repository_keeps_its_name() -> None:
    other = {"number": 9, "url": "https://github.com/o/other/issues/9"}
    home = gh(2, url="https://github.com/o/r/issues/2", blockedBy=[other])

    assert by_key(export(of_json([home])))["o/r#2"].depends_on == ("o/other#9",)


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("COMPLETED", Status.DELIVERED),
        ("NOT_PLANNED", Status.DROPPED),
        (None, Status.DELIVERED),
    ],
)
def test_the_reason_of_a_closed_issue_decides(reason: str | None, state: Status) -> None:
    closed = gh(1, state="CLOSED", stateReason=reason, body="")

    assert export(of_json([closed])).items[0].state is state


def test_what_was_not_asked_for_is_unknown_rather_than_open() -> None:
    (item,) = export(of_json([gh(1, labels=[{"name": "prio:p1"}])])).items

    assert (item.state, item.status, item.labels) == (None, "", ("prio:p1",))


def test_a_project_says_how_many_items_were_cut_off() -> None:
    item = {"id": "P", "title": "Do", "content": {"number": 1, "repository": "o/r"}}
    raw = of_json({"items": [item], "totalCount": 32})

    assert Note(Remark.INCOMPLETE, 31, ("items",)) in export(raw).notes


def test_a_project_keeps_own_fields_and_names_issues_by_repository() -> None:
    content = {
        "type": "Issue",
        "number": 7,
        "repository": "o/r",
        "title": "Do",
        "body": "b",
    }
    item = {
        "id": "P",
        "title": "Do",
        "content": content,
        "landscape URL": "x",
        "estimate": 3,
    }

    (found,) = export(of_json({"items": [item], "totalCount": 1})).items

    assert (found.key, found.extra) == ("o/r#7", (("landscape URL", "x"),))
    assert found.estimate == Estimate(Fraction(3), EstimateUnit.POINTS)


def page(id: str, *lines: str) -> str:
    return "\n".join(["---", f"id: {id}", f"title: Do {id}", *lines, "---", "", "Text"])


def test_backlog_tasks_are_one_whatever_their_prefix() -> None:
    found = by_key(
        export(
            of_folder(
                tasks__a=page("BACK-100", "dependencies: [task-100.1, task-9]"),
                completed__b=page("BACK-100.1", "parent_task_id: task-100", "status: Done"),
            )
        )
    )

    assert found["BACK-100"].depends_on == ("BACK-100.1", "task-9")
    assert found["BACK-100.1"].parent == "BACK-100"


def test_ten_is_no_one() -> None:
    found = export(of_folder(tasks__a=page("4.1"), tasks__b=page("4.10")))

    assert sorted(by_key(found)) == ["4.1", "4.10"]


def test_front_matter_that_is_no_yaml_is_read_all_the_same() -> None:
    found = export(of_folder(tasks__a=page("BACK-1", "assignee: @ann", "labels: [@x, b]")))

    assert found.items[0].owners == ("ann",)
    assert found.items[0].labels == ("@x", "b")
    assert Note(Remark.LENIENT, 1, ("tasks/a.md",)) in found.notes


@pytest.mark.parametrize(
    ("folder", "status", "state"),
    [
        ("drafts", "To Do", Status.IDEA),
        ("tasks", "To Do", None),
        ("archive__tasks", "To Do", Status.DROPPED),
        ("archive__tasks", "Done", None),
    ],
)
def test_a_backlog_folder_says_what_became_of_a_task(
    folder: str, status: str, state: Status | None
) -> None:
    raw = of_folder(**{f"{folder}__a": page("BACK-1", f"status: {status}")})

    assert export(raw).items[0].state is state


def test_a_day_that_can_be_read_in_two_ways_waits_for_the_user() -> None:
    raw = of_folder(tasks__a=page("BACK-1", "created_date: 03-04-2025"))

    assert export(raw).items[0].created is None
    assert export(raw, Wishes(day_first=True)).items[0].created == date(2025, 4, 3)
    assert export(raw, Wishes(day_first=False)).items[0].created == date(2025, 3, 4)


EMPTY: list[Raw] = [of_json({"master": {"tasks": []}}), of_json({"cards": [], "lists": []})]


@pytest.mark.parametrize("raw", EMPTY, ids=["taskmaster", "trello"])
def test_an_export_without_items_is_refused(raw: Raw) -> None:
    source = detected(raw)

    assert source is not None
    assert source.read(raw, Wishes()) == Refusal(Missing.ITEMS)


WORDS = (
    "id title status number items content tasks subtasks cards lists name dependencies "
    "type depends_on_id labels totalCount nodes blockedBy subIssues parent master url state"
)
NAMES = st.sampled_from(WORDS.split(" ")) | st.text(max_size=4)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=20,
)


@given(value=JSON, name=st.sampled_from(["beads", "github", "taskmaster", "trello"]))
def test_any_json_is_read_or_refused(value: Any, name: str) -> None:
    found = sources()[name].read(of_json(value), Wishes())

    assert isinstance(found, Export | Refusal)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_recognised_or_not(data: bytes) -> None:
    raw = Raw("a.csv", {"a.csv": data})

    for source in sources().values():
        assert 0 <= source.recognises(raw) <= 100
        assert isinstance(source.read(raw, Wishes()), Export | Refusal)


@given(text=st.text(max_size=80))
def test_any_front_matter_is_read_or_said_to_be_unread(text: str) -> None:
    raw = of_folder(tasks__a="---\nid: BACK-1\n" + text, tasks__b=page("BACK-2"))

    assert "BACK-2" in by_key(export(raw))


def test_nesting_without_end_is_refused() -> None:
    raw = Raw("a.json", {"a.json": b'{"cards":' + b"[" * 100_000})

    assert isinstance(sources()["trello"].read(raw, Wishes()), Refusal)
