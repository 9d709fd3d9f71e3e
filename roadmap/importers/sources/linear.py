"""Linear: its CSV export of issues, and the shape that its own importer reads."""

from __future__ import annotations

from dataclasses import replace

from roadmap.importers.export import Export, Missing, Refusal
from roadmap.importers.headers import plain
from roadmap.importers.item import EstimateUnit
from roadmap.importers.rows import arranged, exported
from roadmap.importers.source import Raw, Source, Wishes

_NAMES = {
    "key": ("id",),
    "aliases": ("uuid",),
    "title": ("title",),
    "description": ("description", "issue description"),
    "status": ("status",),
    "priority": ("priority",),
    "owners": ("assignee",),
    "labels": ("labels",),
    "theme": ("project",),
    "created": ("created",),
    "updated": ("updated",),
    "started": ("started",),
    "finished": ("completed",),
    "due": ("due date",),
    "parent": ("parent issue",),
    "depends_on": ("blocked by",),
    "blocks": ("blocks", "blocking"),
}
_OWN = frozenset({"cycle name", "cycle start", "cycle end", "issue description"})


def _recognises(raw: Raw) -> int:
    if raw.sheet is None:
        return 0
    header = {plain(name) for name in raw.sheet.header}
    if not {"title", "status"} <= header:
        return 0
    return 85 if "issue description" in header or len(_OWN & header) >= 2 else 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    table = raw.sheet
    if table is None:
        return Refusal(Missing.BROKEN)
    layout = arranged(
        table.header,
        _NAMES,
        wishes,
        amounts={"estimate": {"estimate": EstimateUnit.POINTS}},
        relations={"related to": "related", "duplicate of": "duplicate"},
        personal=["creator"],
    )
    read = exported("linear", table, layout, wishes)
    if isinstance(read, Refusal):
        return read
    items = tuple(
        replace(item, title=_typed(item.title), description=_typed(item.description))
        for item in read.items
    )
    return replace(read, items=items)


def _typed(text: str) -> str:
    """A text without the `'` that Linear puts before what a spreadsheet would compute."""
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" and text[1:] else text


SOURCE = Source("linear", "Linear", _recognises, _read)
