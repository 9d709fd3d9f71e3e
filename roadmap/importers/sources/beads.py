"""beads: an issue a line in `.beads/issues.jsonl`; only `blocks` orders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmap.importers.export import Export, Missing, Refusal, Remark, notes
from roadmap.importers.item import Estimate, EstimateUnit, Item, Relation
from roadmap.importers.json_text import (
    day,
    fields,
    json_value,
    leftovers,
    line_of,
    number,
    objects,
    text,
    texts,
)
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.model.initiative import Status

_DELETED = "tombstone"
_USED = fields(
    "id title description status priority issue_type created_at updated_at "
    "closed_at started_at due_at assignee owner labels dependencies parent "
    "estimated_minutes dependency_count dependent_count comment_count"
)


def _recognises(raw: Raw) -> int:
    start = raw.only[:200_000].lstrip(b"\xef\xbb\xbf \r\n")
    record = json_value(start.split(b"\n", 1)[0])
    if not isinstance(record, dict) or not {"id", "title", "status"} <= record.keys():
        return 0
    return 90 if {"issue_type", "created_at"} & record.keys() else 40


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    records, unread = _records(raw.only)
    titled = [record for record in records if line_of(record.get("title"))]
    untitled = [line_of(r.get("id")) for r in records if not line_of(r.get("title"))]
    first = {line_of(each.get("id")): each for each in reversed(titled)}
    first = {key: first[key] for key in reversed(first) if key}
    items: list[Item] = []
    deleted: list[Item] = []
    for key, each in first.items():
        gone = text(each.get("status")) == _DELETED
        (deleted if gone else items).append(_item(key, each))
    if not first:
        return Refusal(Missing.ITEMS)
    remarks = notes(
        (Remark.DELETED, len(deleted), [item.key for item in deleted]),
        (Remark.WITHOUT_TITLE, len(untitled), untitled),
        (Remark.REPEATED_KEY, len(titled) - len(first), ()),
        (Remark.UNREAD, len(unread), [f"line {line}" for line in unread]),
    )
    return Export("beads", tuple(items), notes=remarks, deleted=tuple(deleted))


def _records(data: bytes) -> tuple[list[dict[str, Any]], list[int]]:
    """The issues, and the lines that hold none."""
    records, unread = [], []
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    for at, line in enumerate(lines, start=1):
        if line.strip():
            record = json_value(line)
            if isinstance(record, dict):
                records.append(record)
            else:
                unread.append(at)
    return records, unread


def _item(key: str, record: dict[str, Any]) -> Item:
    links = [
        (text(each.get("type")), line_of(each.get("depends_on_id")))
        for each in objects(record.get("dependencies"))
    ]
    kind, closed = line_of(record.get("issue_type")), text(record.get("status")) == "closed"
    priority = text(record.get("priority"))
    elsewhere = text(record.get("external_ref"))
    address = elsewhere if elsewhere.startswith(("http://", "https://")) else ""
    return Item(
        key,
        line_of(record.get("title")),
        url=address,
        description=text(record.get("description")),
        kind=kind,
        level=1 if kind == "epic" else 0,
        status=line_of(record.get("status")),
        state=Status.DELIVERED if closed else None,
        priority=f"P{priority}" if priority.isdigit() else priority,
        estimate=_estimate(record.get("estimated_minutes")),
        owners=texts(record.get("assignee") or record.get("owner")),
        labels=texts(record.get("labels")),
        created=day(record.get("created_at")),
        updated=day(record.get("updated_at")),
        started=day(record.get("started_at")),
        finished=day(record.get("closed_at")) if closed else None,
        due=day(record.get("due_at")),
        parent=_parent(record, links),
        depends_on=tuple(to for kind, to in links if kind == "blocks" and to),
        relations=tuple(_relations(links)),
        extra=tuple(leftovers(record, _USED | ({"external_ref"} if address else set()))),
    )


def _parent(record: dict[str, Any], links: list[tuple[str, str]]) -> str:
    linked = next((to for kind, to in links if kind == "parent-child"), "")
    return linked or line_of(record.get("parent"))


def _relations(links: list[tuple[str, str]]) -> Iterator[Relation]:
    for kind, to in links:
        if to and kind not in ("blocks", "parent-child"):
            yield Relation(kind or "related", to)


def _estimate(minutes: Any) -> Estimate | None:
    found = number(minutes)
    return Estimate(found * 60, EstimateUnit.SECONDS) if found else None


SOURCE = Source("beads", "beads", _recognises, _read)
