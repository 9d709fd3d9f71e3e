"""Our own CSV, as `roadmap export` writes it: what comes back changes nothing by itself.

Rank, dates and effort are computed from the files, so they are not read again.
"""

from __future__ import annotations

from dataclasses import replace

from roadmap.importers.export import Export, Missing, Refusal
from roadmap.importers.headers import columns, plain
from roadmap.importers.outgoing import OWN_ID, in_list
from roadmap.importers.rows import Layout, exported
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.importers.tables import unmarked
from roadmap.model.initiative import Status

_NAMES = {
    "key": (plain(OWN_ID),),
    "title": ("title", "summary"),
}
_OF_CSV = {
    "status": ("status",),
    "owners": ("owner",),
    "kind": ("kind",),
    "priority": ("priority",),
    "labels": ("labels",),
    "parent": ("parent",),
    "depends_on": ("depends on",),
}


def _recognises(raw: Raw) -> int:
    if raw.sheet is None:
        return 0
    return 100 if plain(OWN_ID) in map(plain, raw.sheet.header) else 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    sheet = raw.sheet
    if sheet is None:
        return Refusal(Missing.BROKEN)
    header = [plain(name) for name in sheet.header]
    names = _NAMES | (_OF_CSV if "depends on" in header else {})
    found = {name: columns(sheet.header, several) for name, several in names.items()}
    commas = frozenset({"depends_on"})
    read = exported(NAME, sheet, Layout(found, commas=commas), wishes)
    if isinstance(read, Refusal):
        return read
    keys = {item.key for item in read.items}
    words = {status.value: status for status in Status}
    items = tuple(
        replace(
            item,
            title=unmarked(item.title),
            kind=unmarked(item.kind),
            priority=unmarked(item.priority),
            owners=_several(item.owners),
            labels=_several(item.labels),
            state=words.get(item.status),
            depends_on=item.depends_on if keys.issuperset(item.depends_on) else (),
            parent=unmarked(item.parent),
        )
        for item in read.items
    )
    return replace(read, items=items)


def _several(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for cell in cells for name in in_list(unmarked(cell)))


NAME = "roadmap"
SOURCE = Source(NAME, "a roadmap that was exported", _recognises, _read)
