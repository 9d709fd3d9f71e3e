"""Plane: its CSV export of work items."""

from __future__ import annotations

from collections import Counter

from roadmap.importers.export import Export, Missing, Refusal
from roadmap.importers.headers import plain
from roadmap.importers.item import EstimateUnit
from roadmap.importers.rows import SheetRow, arranged, exported
from roadmap.importers.source import Raw, Source, Wishes

_NAMES = {
    "key": ("id",),
    "title": ("name",),
    "description": ("description",),
    "status": ("state",),
    "priority": ("priority",),
    "owners": ("assignee", "assignees"),
    "labels": ("labels",),
    "theme": ("module name", "project"),
    "created": ("created at",),
    "updated": ("updated at",),
    "finished": ("completed at",),
    "starts": ("start date",),
    "due": ("target date",),
    "parent": ("parent",),
    "depends_on": ("blocked by",),
    "blocks": ("blocking", "blocks"),
}
_OWN = frozenset({"module name", "cycle name", "target date", "module start date"})


def _recognises(raw: Raw) -> int:
    if raw.sheet is None:
        return 0
    header = {plain(name) for name in raw.sheet.header}
    return 85 if {"name", "state"} <= header and len(_OWN & header) >= 2 else 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    table = raw.sheet
    if table is None:
        return Refusal(Missing.BROKEN)
    layout = arranged(
        table.header,
        _NAMES,
        wishes,
        amounts={"estimate": {"estimate": EstimateUnit.POINTS}},
        personal=["created by"],
    )
    ids = Counter(SheetRow(layout, cells).line("key") for cells in table.rows())

    def key(row: SheetRow) -> str:
        """The id; with the title where the export repeats the project's name instead."""
        id = row.line("key")
        return id if ids[id] == 1 else f"{id} {row.line('title')}"

    return exported("plane", table, layout, wishes, key=key)


SOURCE = Source("plane", "Plane", _recognises, _read)
