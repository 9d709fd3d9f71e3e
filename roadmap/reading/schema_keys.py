"""The keys that a record knows at a route, for suggestions and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from roadmap.diagnostics import Step
from roadmap.reading.kinds import Kind
from roadmap.reading.near import Names
from roadmap.reading.record import Key, Record


def keys_at(record: type[Record], route: Iterable[Step]) -> Names:
    """The keys of every mapping that can be at `route`."""
    return _names(_records_at(record, route))


def key_at(record: type[Record], route: Sequence[Step]) -> Key | None:
    """The key at the end of a route; None where that is an item or a name."""
    if not route or not isinstance(route[-1], str):
        return None
    records = _records_at(record, route[:-1])
    return next((each.KEYS[route[-1]] for each in records if route[-1] in each.KEYS), None)


def _records_at(record: type[Record], route: Iterable[Step]) -> tuple[type[Record], ...]:
    records: tuple[type[Record], ...] = (record,)
    for step in route:
        records = tuple(found for each in records for found in _below(each, step))
    return records


@lru_cache(maxsize=64)
def _names(records: tuple[type[Record], ...]) -> Names:
    return Names({name for record in records for name in record.KEYS})


def _below(record: type[Record], step: Step) -> list[type[Record]]:
    key = record.KEYS.get(str(step))
    return [record] if key is None else list(dict.fromkeys(records_in(key.kind)))


def records_in(kind: Kind) -> Iterator[type[Record]]:
    """The records that a value of a kind can be or contain, without those inside them."""
    if kind.record is not None:
        yield kind.record
    for inner in (*kind.forms, *([kind.of] if kind.of else ())):
        yield from records_in(inner)
