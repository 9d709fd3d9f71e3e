"""Is everything placed that can be, once, and is fixed work where it has to be?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from tests.checker_facts import Initiative
from tests.checker_view import Slot, View


def placement_violations(view: View) -> Iterator[str]:
    yield from _rows(view)
    yield from _unplaced(view)
    yield from _running(view)
    yield from _pinned(view)


def _rows(view: View) -> Iterator[str]:
    listed = Counter(row["id"] for row in view.answer["initiatives"])
    yield from (f"`{id}` is listed {n} times" for id, n in listed.items() if n > 1)
    known = view.facts.initiatives
    yield from (f"`{id}` is not listed" for id in known if id not in listed)
    yield from (f"`{id}` is listed and in no file" for id in listed if id not in known)
    for id in known.keys() & view.rows:
        one, row = known[id], view.rows[id]
        if row["status"] != one.status:
            yield f"`{id}` is {one.status}, not {row['status']}"
        if id in view.placeable and id not in view.slots:
            yield f"`{id}` can be placed and is not"
        if id in view.slots and id not in view.placeable:
            yield f"`{id}` is placed, though it is {one.status} or waits for ever"
        times = [row[key] for key in ("start", "end", "start_day", "end_day")]
        if any(t is None for t in times) != all(t is None for t in times):
            yield f"`{id}` has some of its dates and days and lacks others"


def _unplaced(view: View) -> Iterator[str]:
    listed = Counter(entry["id"] for entry in view.plan["unplaced"])
    yield from (f"`{id}` is unplaced {n} times" for id, n in listed.items() if n > 1)
    for entry in view.plan["unplaced"]:
        id = entry["id"]
        if id in view.placeable or id in view.slots:
            yield f"`{id}` can be placed and is listed as unplaced"
        if id not in view.facts.initiatives:
            yield f"`{id}` is unplaced and in no file"
        elif view.facts.initiatives[id].status == "delivered":
            yield f"`{id}` is delivered and listed as unplaced"
        if not entry["reason"]:
            yield f"`{id}` is unplaced without a reason"
    for id, one in view.facts.initiatives.items():
        silent = one.status not in {"idea", "paused", "dropped", "delivered"}
        if silent and id not in view.placeable and id not in listed:
            yield f"`{id}` is neither placed nor listed as unplaced"


def _running(view: View) -> Iterator[str]:
    """Running work holds its people from the day we stand on; the rest of it is stalled."""
    at_work, stalled = _shared_out(view)
    held = _Held(view)
    for one in at_work:
        if one.id not in view.slots:
            continue
        start, today = view.slots[one.id][0], view.facts.as_of
        # Where that day is a day off for its teams, it begins on it or right after it.
        if start not in (today, held.staffed_from(one, today)):
            yield f"`{one.id}` runs from day {today}, not from day {start}"
        held.hold(one, view.slots[one.id])
    for one in stalled:
        yield from _at_its_earliest(view, held, one, view.facts.as_of, "is stalled and")


def _shared_out(view: View) -> tuple[list[Initiative], list[Initiative]]:
    running = sorted(
        (one for one in view.facts.initiatives.values() if one.running),
        key=lambda one: (one.started or date.max, one.id),
    )
    free = {id: team.people for id, team in view.facts.teams.items()}
    at_work, stalled = [], []
    for one in running:
        if all(part.people <= free[part.team] for part in one.parts):
            at_work.append(one)
            for part in one.parts:
                free[part.team] -= part.people
        else:
            stalled.append(one)
    return at_work, stalled


def _pinned(view: View) -> Iterator[str]:
    """Pinned work and what it needs follow running work, each at its earliest."""
    held = _Held(view)
    held.hold_all(one for one in view.placed if one.running)
    for id in view.sequence["ids"]:
        if id in view.pinned:
            one = view.facts.initiatives[id]
            ends = [view.slots[need][1] for need in view.needs(one) if need in view.slots]
            ready = max([view.facts.as_of, one.not_before or 0, *ends])
            yield from _at_its_earliest(view, held, one, ready, "goes first and")


def _at_its_earliest(
    view: View, held: _Held, one: Initiative, ready: int, why: str
) -> Iterator[str]:
    if one.id in view.slots:
        start, earliest = view.slots[one.id][0], held.earliest(one, ready)
        if start != earliest:
            yield f"`{one.id}` {why} can start on day {earliest}, not on day {start}"
        held.hold(one, view.slots[one.id])


class _Held:
    """How many people of each team are held on each day."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.people: defaultdict[tuple[str, int], Fraction] = defaultdict(Fraction)

    def hold_all(self, them: Iterable[Initiative]) -> None:
        for one in them:
            self.hold(one, self.view.slots[one.id])

    def hold(self, one: Initiative, slot: Slot) -> None:
        for part in one.parts:
            for day in range(slot[0], self.view.facts.end(part, slot[0])):
                self.people[part.team, day] += part.people

    def staffed_from(self, one: Initiative, day: int) -> int:
        while not self.view.facts.staffed(one, day):
            day += 1
        return day

    def earliest(self, one: Initiative, ready: int) -> int:
        start = self.staffed_from(one, ready)
        while not self._fits(one, start):
            start = self.staffed_from(one, start + 1)
        return start

    def _fits(self, one: Initiative, start: int) -> bool:
        facts = self.view.facts
        return all(
            self.people[part.team, day] + part.people <= facts.teams[part.team].people
            for part in one.parts
            for day in range(start, facts.end(part, start))
        )
