"""Task Master: tasks under tags in `tasks.json`; a subtask's id counts within its task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from roadmap.importers.export import Export, Missing, Refusal, Remark, notes
from roadmap.importers.item import Item
from roadmap.importers.json_text import (
    fields,
    json_value,
    leftovers,
    line_of,
    objects,
    text,
)
from roadmap.importers.source import Raw, Source, Wishes

_DEFAULT_TAG = "master"
_USED = fields(
    "id title description status priority dependencies subtasks parentTaskId parentId"
)


def _recognises(raw: Raw) -> int:
    start = raw.only[:400_000]
    if b'"tasks"' not in start or not start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return 0
    return 90 if b'"subtasks"' in start or b'"testStrategy"' in start else 50


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    value = json_value(raw.only)
    if isinstance(value, Refusal):
        return value
    found = [item for tag, tasks in _tags(value) for item in _of_tag(tag, tasks)]
    untitled = [item.key for item in found if not item.title]
    items: dict[str, Item] = {}
    for item in found:
        if item.title:
            items.setdefault(item.key, item)
    repeated = len(found) - len(untitled) - len(items)
    remarks = notes(
        (Remark.WITHOUT_TITLE, len(untitled), untitled), (Remark.REPEATED_KEY, repeated, ())
    )
    if not items:
        return Refusal(Missing.ITEMS)
    return Export("taskmaster", tuple(items.values()), notes=remarks)


def _tags(value: Any) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each tag and its tasks; a file from before there were tags holds one."""
    if isinstance(value, dict):
        if isinstance(value.get("tasks"), list):
            yield _DEFAULT_TAG, objects(value["tasks"])
        for tag, below in value.items():
            if isinstance(below, dict) and isinstance(below.get("tasks"), list):
                yield line_of(tag), objects(below["tasks"])


def _of_tag(tag: str, tasks: list[dict[str, Any]]) -> Iterator[Item]:
    prefix = "" if tag == _DEFAULT_TAG else f"{tag}:"
    for task in tasks:
        key = prefix + line_of(task.get("id"))
        whole = tuple(prefix + to for to in _ids(task.get("dependencies")))
        yield _item(key, task, tag, whole, level=1)
        steps = objects(task.get("subtasks"))
        siblings = {line_of(step.get("id")) for step in steps}
        for step in steps:
            yield _step(key, prefix, step, siblings, tag)


def _step(
    parent: str, prefix: str, step: dict[str, Any], siblings: set[str], tag: str
) -> Item:
    """A subtask: a number alone means another subtask where there is one, never itself."""
    ids = _ids(step.get("dependencies"))
    siblings = siblings - {line_of(step.get("id"))}
    ends = [f"{parent}.{id}" if id in siblings else prefix + id for id in ids]
    inside = tuple(end for end in ends if end.startswith(f"{parent}."))
    outside = tuple(end for end in ends if not end.startswith(f"{parent}."))
    key = f"{parent}.{line_of(step.get('id'))}"
    item = _item(key, step, tag, outside, level=0, parent=parent)
    return replace(item, follows=inside)


def _ids(value: Any) -> list[str]:
    found = (line_of(each) for each in (value if isinstance(value, list) else []))
    return [each for each in found if each]


def _item(
    key: str,
    task: dict[str, Any],
    tag: str,
    depends_on: tuple[str, ...],
    *,
    level: int,
    parent: str = "",
) -> Item:
    return Item(
        key,
        line_of(task.get("title")),
        description=text(task.get("description")),
        kind="subtask" if parent else "task",
        level=level,
        status=line_of(task.get("status")),
        priority=line_of(task.get("priority")),
        theme="" if tag == _DEFAULT_TAG else tag,
        parent=parent,
        depends_on=depends_on,
        extra=tuple(leftovers(task, _USED)),
    )


SOURCE = Source("taskmaster", "Task Master", _recognises, _read)
