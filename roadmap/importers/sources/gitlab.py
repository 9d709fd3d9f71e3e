"""GitLab: its CSV export of issues; times are seconds, and `0` is no estimate."""

from __future__ import annotations

import re
from dataclasses import replace

from roadmap.importers.export import Export, Missing, Refusal
from roadmap.importers.headers import columns, plain
from roadmap.importers.item import EstimateUnit, Item
from roadmap.importers.rows import SheetRow, arranged, exported
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.model.initiative import Status

_NAMES = {
    "key": ("issue id", "iid", "id"),
    "url": ("url",),
    "title": ("title",),
    "description": ("description",),
    "kind": ("type",),
    "status": ("state",),
    "owners": ("assignee", "assignees", "assignee(s)"),
    "labels": ("labels",),
    "created": ("created at (utc)", "created at"),
    "updated": ("updated at (utc)", "updated at"),
    "finished": ("closed at (utc)", "closed at"),
    "starts": ("start date",),
    "due": ("due date",),
    "parent": ("parent iid", "parent id", "epic title", "parent title"),
}
_PROJECT = re.compile(r"https?://[^/\s]+/([^\s]+?)/(?:-/)?(?:issues|work_items|epics)/\d+$")
_STATES = {"closed": Status.DELIVERED, "open": Status.PROPOSED, "opened": Status.PROPOSED}
_OWN = frozenset({"created at (utc)", "time estimate", "confidential", "assignee username"})


def _recognises(raw: Raw) -> int:
    if raw.sheet is None:
        return 0
    header = {plain(name) for name in raw.sheet.header}
    return 85 if {"title", "state"} <= header and len(_OWN & header) >= 2 else 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    table = raw.sheet
    if table is None:
        return Refusal(Missing.BROKEN)
    seconds, points = EstimateUnit.SECONDS, EstimateUnit.POINTS
    layout = arranged(
        table.header,
        _NAMES,
        wishes,
        amounts={
            "estimate": {"time estimate": seconds, "weight": points},
            "spent": {"time spent": seconds},
        },
        commas=frozenset({"labels", "owners"}),
        personal=["author", "author username", "assignee username"],
    )
    others = (at for name in ("url", "id", "title") for at in columns(table.header, [name]))
    layout = replace(layout, columns={**layout.columns, "aliases": tuple(others)})
    read = exported("gitlab", table, layout, wishes, state=_state, key=_key)
    if isinstance(read, Refusal) or not columns(table.header, ["parent iid"]):
        return read
    return replace(read, items=tuple(_below(item) for item in read.items))


def _below(item: Item) -> Item:
    """An item whose parent is a number: that of an issue in its own project."""
    number = item.parent.removeprefix("#")
    project = item.key.partition("#")[0]
    return replace(item, parent=f"{project}#{number}") if number.isdigit() else item


def _state(row: SheetRow) -> Status | None:
    word = row.one("status").casefold()
    return _STATES.get(word)


def _key(row: SheetRow) -> str:
    """The number, after the project where the address says which one it is."""
    id = row.line("key").removeprefix("#")
    project = _PROJECT.match(row.one("url"))
    return f"{project[1] if project else ''}#{id}" if id else ""


SOURCE = Source("gitlab", "GitLab", _recognises, _read)
