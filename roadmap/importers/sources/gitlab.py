"""GitLab: its CSV export of issues; times are seconds, and `0` is no estimate."""

from __future__ import annotations

from roadmap.importers.export import Export, Missing, Refusal
from roadmap.importers.headers import plain
from roadmap.importers.item import EstimateUnit
from roadmap.importers.rows import SheetRow, arranged, exported
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.model.initiative import Status

_NAMES = {
    "key": ("issue id", "iid", "id"),
    "aliases": ("url",),
    "url": ("url",),
    "title": ("title",),
    "description": ("description",),
    "kind": ("type",),
    "status": ("state",),
    "owners": ("assignee", "assignees"),
    "labels": ("labels",),
    "created": ("created at (utc)", "created at"),
    "updated": ("updated at (utc)", "updated at"),
    "finished": ("closed at (utc)", "closed at"),
    "starts": ("start date",),
    "due": ("due date",),
    "parent": ("parent iid", "parent id", "epic title"),
}
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
        commas=frozenset({"labels"}),
        personal=["author", "author username", "assignee username"],
    )
    return exported("gitlab", table, layout, wishes, state=_state, key=_key)


def _state(row: SheetRow) -> Status | None:
    return Status.DELIVERED if row.one("status").casefold() == "closed" else None


def _key(row: SheetRow) -> str:
    id = row.line("key").removeprefix("#")
    return f"#{id}" if id else ""


SOURCE = Source("gitlab", "GitLab", _recognises, _read)
