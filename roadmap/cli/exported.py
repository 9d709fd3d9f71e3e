"""What the exports on a command line say, read by the tracker that they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap.cli.exits import stop, unknown
from roadmap.cli.import_options import ImportOptions

if TYPE_CHECKING:
    from roadmap.importers.export import Export
    from roadmap.importers.item import Item
    from roadmap.importers.source import Source, Wishes


def exported(given: ImportOptions) -> Export:
    """What all exports of a command line say; they must come from one tracker."""
    from roadmap.importers.export import Refusal

    wishes = _wishes(given)
    exports: list[Export] = []
    for path in given.files:
        one = _one(path, given.source, wishes)
        if isinstance(one, Refusal):
            from roadmap.views.phrases.imports import refusal_text

            stop(f"`{path}` {refusal_text(one)}")
        exports.append(one)
    names = sorted({export.source for export in exports})
    if len(names) > 1:
        stop(f"these come from {' and '.join(names)}; import one tracker at a time")
    return _together(exports)


def _one(path: Path, name: str | None, wishes: Wishes) -> Any:
    from roadmap.cli.exports import raw_export
    from roadmap.importers.catalogue import detected, sources
    from roadmap.importers.export import Missing, Refusal

    raw = raw_export(path)
    known: Mapping[str, Source] = sources()
    if name is not None and name not in known:
        unknown("tracker", name, known, most=100)
    source = detected(raw) if name is None else known[name]
    if source is None:
        return Refusal(Missing.NOT_RECOGNISED, tuple(known))
    if raw.sheet is not None:
        _refuse_unknown_columns(wishes, raw.sheet.header)
    return source.read(raw, wishes)


def _refuse_unknown_columns(wishes: Wishes, header: Sequence[str]) -> None:
    """Leave where an option names a field or a column that there is not."""
    from roadmap.importers.headers import plain
    from roadmap.importers.rows import FIELDS

    columns = {plain(name) for name in header}
    for name, column in wishes.columns.items():
        if name not in FIELDS:
            unknown("field", name, FIELDS, "--map: ", most=40)
        if plain(column) not in columns:
            unknown("column", column, header, "--map: ", most=40)
    for column in sorted(wishes.keep):
        if column.casefold() not in {name.casefold() for name in header}:
            unknown("column", column, header, "--keep: ", most=40)


def _together(exports: list[Export]) -> Export:
    """Several exports as one; of items with the same key the first one stays."""
    from roadmap.importers.export import Note, Remark

    if len(exports) == 1:
        return exports[0]
    items: dict[str, Item] = {}
    again = 0
    for item in (item for export in exports for item in export.items):
        again += item.key in items
        items.setdefault(item.key, item)
    said = tuple(note for export in exports for note in export.notes)
    twice = (Note(Remark.REPEATED_KEY, again),) if again else ()
    return replace(
        exports[0],
        items=tuple(items.values()),
        dropped=tuple(column for export in exports for column in export.dropped),
        notes=(*said, *twice),
        deleted=tuple(item for export in exports for item in export.deleted),
    )


def _wishes(given: ImportOptions) -> Wishes:
    from roadmap.importers.rows import OUR_NAMES
    from roadmap.importers.source import Wishes

    if given.day_first and given.month_first:
        stop("choose one of --day-first and --month-first")
    columns = {}
    for each in given.map or ():
        name, sign, header = each.partition("=")
        if not (sign and name.strip() and header.strip()):
            stop(f"--map {each}: write it as FIELD=HEADER, such as title=Headline")
        field = name.strip()
        columns[OUR_NAMES.get(field, field)] = header.strip()
    first = True if given.day_first else False if given.month_first else None
    keep = frozenset(column.strip() for column in given.keep or ())
    return Wishes(columns=columns, day_first=first, keep=keep)
