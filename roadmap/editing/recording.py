"""What happened, written into the file of an initiative: delivery, actuals, work spent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from roadmap.diagnostics import Place
from roadmap.editing.values import with_values
from roadmap.reading.tree import tree

DELIVERED = "delivered"
COMMENT = b"#"
"""What would be lost with a comment within a value that is written anew."""
PlacedValue = tuple[Place, Any]


@dataclass(frozen=True, slots=True)
class MetricReading:
    """A metric as read on a date, and the place of its `measure`."""

    measure: Place
    date: str
    value: int | float


@dataclass(frozen=True, slots=True)
class WhatHappened:
    """What to write down about an initiative, as in files.

    `closes`: it has to get the status `delivered`. `spent` is work by team, or work
    alone under an empty name; `owner` is the team whose work stands alone in the file.
    """

    delivered: str | None = None
    closes: bool = False
    readings: tuple[MetricReading, ...] = ()
    spent: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""


def recorded(place: Place, data: bytes, record: WhatHappened) -> bytes | None:
    """The file of an initiative with a record in it, all else as it was.

    What it says already stays as it is. None where that cannot be done in place, or
    without losing something.
    """
    for change in _changes(place, record):
        documents = tree(place.file, data).documents
        if place.document >= len(documents):
            return None
        wanted = change(documents[place.document])
        if None in wanted:
            return None
        settings = [
            (at, value)
            for at, value in wanted
            if _value(documents[at.document], at) != value
        ]
        made = with_values(place.file, data, settings) if settings else data
        if made is None or made.count(COMMENT) < data.count(COMMENT):
            return None
        data = made
    return data


def _changes(place: Place, record: WhatHappened) -> Iterator[Any]:
    """Functions from the document as it is to what has to be set in it, one by one."""
    if record.closes:
        yield lambda _: [(place / "status", DELIVERED)]
    if record.delivered is not None:
        yield lambda _: [(place / DELIVERED, record.delivered)]
    for reading in record.readings:
        yield lambda document, reading=reading: [_actual(document, reading)]
    for team, work in record.spent.items():
        said = team, work, record.owner
        yield lambda document, said=said: [_spent(document, place, *said)]


def _actual(document: Any, reading: MetricReading) -> PlacedValue | None:
    """Where a reading goes: into the list of actuals, or over one of the same date."""
    place = reading.measure / "actual"
    new = {"date": reading.date, "value": reading.value}
    known = _value(document, place)
    if isinstance(known, dict):
        if known.get("date") == reading.date:
            return place / "value", reading.value
        return place, [known, new]
    if not isinstance(known, list):
        return (place, [new]) if known is None else None
    for index, each in enumerate(known):
        if isinstance(each, dict) and each.get("date") == reading.date:
            return place / index / "value", reading.value
    return place / len(known), new


def _spent(
    document: Any, place: Place, team: str, work: str, owner: str
) -> PlacedValue | None:
    """Where the work of a team goes, or that of all under an empty name."""
    whole = place / "spent"
    known = _value(document, whole)
    if not team:
        return (whole, work) if not isinstance(known, dict) or not known else None
    if not isinstance(known, dict):
        kept = {owner: known} if known is not None and owner not in ("", team) else {}
        return whole, {**kept, team: work}
    if isinstance(known.get(team), dict):
        return whole / team / "work", work
    return whole / team, work


def _value(document: Any, place: Place) -> Any:
    """What stands at a place of a document; None where nothing does."""
    for step in place.route:
        if isinstance(document, dict):
            document = document.get(step)
        elif isinstance(document, list) and isinstance(step, int):
            document = document[step] if step < len(document) else None
        else:
            return None
    return document
