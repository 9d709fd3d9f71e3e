"""How many dates a scenario moves, and how: rows that add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from roadmap.studies.shifts import Shift
from roadmap.views.page import Row
from roadmap.views.scenario_side import ScenarioSide


class Way(StrEnum):
    """How the dates of an initiative move, as it stands below how many do."""

    LATER = "– delivered later"
    EARLIER = "– delivered earlier"
    START = "– only the start moves"
    NEW = "– newly scheduled"
    GONE = "– no longer scheduled"


def moved_rows(sides: Sequence[ScenarioSide]) -> Iterator[Row]:
    """The dates moved on each side, and a row for each way in which any moves."""
    yield _row("Dates moved", sides, [side.moved for side in sides])
    for way in Way:
        counts = [_counted(side, way) for side in sides]
        if any(counts):
            yield _row(way, sides, counts)


def _row(title: str, sides: Sequence[ScenarioSide], counts: Sequence[int]) -> Row:
    """Today moves nothing, so it says nothing."""
    pairs = zip(sides, counts, strict=True)
    return Row((title, *(str(count) if side.difference else None for side, count in pairs)))


def _counted(side: ScenarioSide, way: Way) -> int:
    shifts = side.difference.shifts if side.difference else ()
    return sum(_way(shift) is way for shift in shifts if shift.dated)


def _way(shift: Shift) -> Way:
    if shift.end is None:
        return Way.GONE if shift.unscheduled else Way.NEW
    if not shift.end:
        return Way.START
    return Way.LATER if shift.end > 0 else Way.EARLIER
