"""Does each slot keep to its dependencies, dates, teams and arithmetic, day by day?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from tests.checker_facts import NOBODY_NAMED, Initiative
from tests.checker_view import View, close


def slot_violations(view: View) -> Iterator[str]:
    for one in view.placed:
        yield from _waits(view, one)
        yield from _begins(view, one)
        yield from _lasts(view, one)
        yield from _dates(view, one)
        yield from _horizon(view, one)
    yield from _capacity(view)


def _waits(view: View, one: Initiative) -> Iterator[str]:
    start = view.slots[one.id][0]
    for need in view.needs(one):
        if need in view.slots and view.slots[need][1] > start:
            end = view.slots[need][1]
            yield f"`{one.id}` starts on day {start}, before `{need}` ends on day {end}"


def _begins(view: View, one: Initiative) -> Iterator[str]:
    start, facts = view.slots[one.id][0], view.facts
    if start < facts.as_of:
        yield f"`{one.id}` starts on day {start}, before the day we stand on, {facts.as_of}"
    if one.running:
        return
    if one.not_before is not None and start < one.not_before:
        yield f"`{one.id}` starts on day {start}, not before day {one.not_before} was asked"
    if not facts.staffed(one, start):
        yield f"`{one.id}` starts on day {start}, when one of its teams has nobody"


def _lasts(view: View, one: Initiative) -> Iterator[str]:
    start, end = view.slots[one.id]
    parts = _written_parts(view, one)
    if set(parts) != {part.team for part in one.parts}:
        wanted = sorted(part.team for part in one.parts)
        yield f"`{one.id}` has parts of {sorted(parts)}, not of {wanted}"
        return
    right_end = start
    for part in one.parts:
        written, part_end = parts[part.team], view.facts.end(part, start)
        if not close(written["people"], float(part.people)):
            yield f"`{one.id}` holds {written['people']} of {part.team}, not {part.people}"
        if written["start_day"] != start:
            yield f"the part of {part.team} in `{one.id}` does not start with it"
        if written["end_day"] != part_end:
            yield (
                f"the part of {part.team} in `{one.id}` ends on day {part_end},"
                f" not on day {written['end_day']}"
            )
        right_end = max(right_end, part_end)
    if end != right_end:
        yield f"`{one.id}` ends on day {right_end}, not on day {end}"


def _written_parts(view: View, one: Initiative) -> Mapping[str, Any]:
    """The answer's parts that hold somebody; a team in no file goes by any name."""
    parts = {
        team: part
        for team, part in (view.rows[one.id]["parts"] or {}).items()
        if part["people"] and part["start_day"] != part["end_day"]
    }
    if [part.team for part in one.parts] == [NOBODY_NAMED] and len(parts) == 1:
        return {NOBODY_NAMED: next(iter(parts.values()))}
    return parts


def _dates(view: View, one: Initiative) -> Iterator[str]:
    row, (first, last) = view.rows[one.id], days_shown(view, one)
    for key, day in (("start", first), ("end", last)):
        right = view.facts.calendar.date_of(day).isoformat()
        if row[key] != right:
            yield f"the {key} of `{one.id}` is {right}, not {row[key]}"


def days_shown(view: View, one: Initiative) -> tuple[int, int]:
    """Numbers of the first and last day of a slot, the last inclusive."""
    start, end = view.slots[one.id]
    if not one.milestone:
        return start, end - 1
    known, needs = view.facts.initiatives, view.needs(one)
    after = (days_shown(view, known[need])[1] for need in needs if need in view.slots)
    own = 0 if one.running else one.not_before or 0
    day = max([view.facts.as_of, own, *after])
    return day, day


def _horizon(view: View, one: Initiative) -> Iterator[str]:
    row, ahead = view.rows[one.id], days_shown(view, one)[0] - view.facts.as_of
    now, soon = view.facts.horizons
    right = "now" if ahead < now else "next" if ahead < now + soon else "later"
    if row.get("horizon", right) != right:
        yield f"`{one.id}` belongs to {right}, not to {row['horizon']}"


def _capacity(view: View) -> Iterator[str]:
    held: defaultdict[tuple[str, int], Fraction] = defaultdict(Fraction)
    for one in view.placed:
        start = view.slots[one.id][0]
        for part in one.parts:
            for day in range(start, view.facts.end(part, start)):
                held[part.team, day] += part.people
    for (team, day), people in sorted(held.items()):
        if people > view.facts.teams[team].people:
            yield f"{people} of {team} are held on day {day}: more than there are"
