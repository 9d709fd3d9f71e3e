"""Bars before and after: where each initiative lay, where it lies now, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from roadmap.sequencing.results import Plan
from roadmap.studies.difference import Difference
from roadmap.studies.shifts import Shift
from roadmap.views.answer import Answer
from roadmap.views.blocks.diff_tables import moves_table
from roadmap.views.blocks.timeline import bar, ticks
from roadmap.views.page import Bar, BarGroup, Timeline

LATER, EARLIER, STARTS = "Later", "Earlier", "Other start, same delivery"
SCHEDULED, ADDED = "Scheduled now", "Added"
GROUPS = (LATER, EARLIER, STARTS, SCHEDULED, ADDED)


def moved_bars(answer: Answer, difference: Difference, shifts: Iterable[Shift]) -> Timeline:
    """A bar for everything that moves and has a place in the new plan, by direction."""
    plan, calendar = difference.new.plan, answer.portfolio.calendar
    here = [shift for shift in shifts if shift.id in plan.slots]
    added = [shift for shift in difference.shifts if _is_added(answer, plan, shift)]
    found: dict[str, list[Bar]] = {name: [] for name in GROUPS}
    for shift, moved in zip(here, _bars(answer, difference, here), strict=True):
        found[_group(shift)].append(moved)
    found[ADDED] += [bar(answer, plan, plan.slots[shift.id]) for shift in added]
    groups = tuple(BarGroup(name, tuple(bars)) for name, bars in found.items() if bars)
    first, last = _days(answer, groups)
    return Timeline(
        "moved",
        first,
        last,
        tuple(ticks(answer, first, last)),
        groups,
        (),
        {day: calendar.date_of(day) for day in range(first, last + 1)},
        "What moves, and why",
        answer.portfolio.as_of,
    )


def _is_added(answer: Answer, plan: Plan, shift: Shift) -> bool:
    return shift.before is None and shift.id in plan.slots and answer.shows(shift.id)


def _bars(answer: Answer, difference: Difference, shifts: list[Shift]) -> Iterator[Bar]:
    """Bars with what the table of moves says of each."""
    table = moves_table(answer, difference, shifts, "")
    rows = [row.cells for group in table.groups for row in group.rows]
    for shift, (_, before, now, moved, why) in zip(shifts, rows, strict=True):
        drawn = bar(answer, difference.new.plan, difference.new.plan.slots[shift.id])
        said = f"{moved}: {why}" if why else str(moved)
        dates = f"{before} → {now}" if before != now else str(now)
        yield replace(drawn, before=_before(shift, drawn), ends=dates, note=said)


def _before(shift: Shift, drawn: Bar) -> tuple[int, int] | None:
    """The days that it had, as the new plan counts them."""
    if shift.start is None or shift.end is None:
        return None
    return drawn.start_day - shift.start, drawn.end_day - shift.end


def _group(shift: Shift) -> str:
    if shift.end is None:
        return SCHEDULED
    return LATER if shift.end > 0 else EARLIER if shift.end < 0 else STARTS


def _days(answer: Answer, groups: tuple[BarGroup, ...]) -> tuple[int, int]:
    bars = [bar for group in groups for bar in group.bars]
    starts = [bar.start_day for bar in bars] + [bar.before[0] for bar in bars if bar.before]
    ends = [bar.end_day for bar in bars] + [bar.before[1] for bar in bars if bar.before]
    first = min([answer.portfolio.today, *starts])
    last = max([first + 5, *ends])
    far = last + (last - first) // 2
    marks = [day + 1 for bar in bars for day, _ in bar.marks if day < far]
    return first, max(last, *marks) if marks else last
