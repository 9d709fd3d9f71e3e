"""Which initiatives can be scheduled, and why the others cannot."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.graphs import strong_components
from roadmap.sequencing.results import Unplaced, UnplacedKind

UNPLANNED = {
    Status.IDEA: UnplacedKind.IDEA,
    Status.PAUSED: UnplacedKind.PAUSED,
    Status.DROPPED: UnplacedKind.DROPPED,
}
LOOKED_AT = 100
"""How many initiatives are looked at for a way round, so that huge circles cost little."""


def placeable(
    portfolio: Portfolio, ideas: bool = False
) -> tuple[list[str], tuple[Unplaced, ...]]:
    """The ids that can be scheduled, and those that cannot with the reason, both by id.

    Delivered work is in neither. A dependency that does not exist blocks nothing; a
    finding reports it.
    """
    planned = {
        id: initiative
        for id, initiative in sorted(portfolio.initiatives.items())
        if initiative.status is not Status.DELIVERED
    }
    trouble = _unplanned(planned, ideas)
    open_ids = [id for id in planned if id not in trouble]
    trouble |= _held_at_once(planned, open_ids, trouble)
    trouble |= _circles(planned, open_ids)
    _spread(planned, trouble)
    placed = [id for id in planned if id not in trouble]
    return placed, tuple(trouble[id] for id in sorted(trouble))


def blockers(initiative: Initiative) -> tuple[str, ...]:
    """What blocks an initiative: its dependencies; nothing blocks work in progress."""
    if initiative.status is Status.IN_PROGRESS:
        return ()
    return tuple(dict.fromkeys(initiative.depends_on or ()))


def _unplanned(planned: Mapping[str, Initiative], ideas: bool) -> dict[str, Unplaced]:
    return {
        id: Unplaced(id, UNPLANNED[one.status])
        for id, one in planned.items()
        if one.status in UNPLANNED and not (ideas and one.status is Status.IDEA)
    }


def _held_at_once(
    planned: Mapping[str, Initiative],
    ids: list[str],
    trouble: Mapping[str, Unplaced],
) -> dict[str, Unplaced]:
    """What depends on something unplanned, said of the first such dependency."""
    held: dict[str, Unplaced] = {}
    for id in ids:
        for wanted in blockers(planned[id]):
            if wanted in trouble:
                held[id] = Unplaced(id, UnplacedKind.WAITS, wanted, wanted)
                break
    return held


def _circles(planned: Mapping[str, Initiative], ids: list[str]) -> dict[str, Unplaced]:
    index = {id: i for i, id in enumerate(ids)}
    arcs = [[index[w] for w in blockers(planned[id]) if w in index] for id in ids]
    trouble: dict[str, Unplaced] = {}
    for piece in strong_components(arcs):
        members = set(piece)
        for i in piece:
            inside = next((head for head in arcs[i] if head in members), None)
            if inside is None:
                continue
            way = _round_trip(arcs, members, i)
            because = ids[way[0] if way else inside]
            circle = tuple(ids[member] for member in _circle(i, way))
            trouble[ids[i]] = Unplaced(ids[i], UnplacedKind.CIRCLE, because, circle=circle)
    return trouble


def _round_trip(arcs: list[list[int]], members: set[int], start: int) -> list[int]:
    """The shortest way from one member back to itself, without it; empty if that is far."""
    before = {head: start for head in arcs[start] if head in members}
    if start in before:
        return [start]
    queue = deque(before)
    while queue and len(before) <= LOOKED_AT:
        at = queue.popleft()
        if start in arcs[at]:
            way = [at]
            while before[way[-1]] != start:
                way.append(before[way[-1]])
            return way[::-1]
        fresh = [head for head in arcs[at] if head in members and head not in before]
        before |= dict.fromkeys(fresh, at)
        queue.extend(fresh)
    return []


def _circle(start: int, way: list[int]) -> list[int]:
    """A circle from one of its members on, each once; empty where no way is known."""
    return [start, *(member for member in way if member != start)] if way else []


def _spread(planned: Mapping[str, Initiative], trouble: dict[str, Unplaced]) -> None:
    """Add what waits for trouble, directly or through others, the nearest cause first."""
    waiting: dict[str, list[str]] = {}
    for id, initiative in planned.items():
        for wanted in blockers(initiative):
            waiting.setdefault(wanted, []).append(id)
    cause = {id: id for id in trouble}
    queue = deque(sorted(trouble))
    while queue:
        wanted = queue.popleft()
        for id in waiting.get(wanted, ()):
            if id not in trouble:
                cause[id] = cause[wanted]
                trouble[id] = Unplaced(id, UnplacedKind.WAITS, wanted, cause[id])
                queue.append(id)
