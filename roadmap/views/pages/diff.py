"""The diff page: what was edited, what moves, and which edit moved it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction

from roadmap.model.portfolio import Minimise
from roadmap.scoring.figures import apart, percent
from roadmap.studies.change import INITIATIVES, Change
from roadmap.studies.difference import Difference
from roadmap.studies.shifts import Shift
from roadmap.views.answer import Answer
from roadmap.views.blocks.dates_at_risk import dates_at_risk
from roadmap.views.blocks.diff_tables import (
    edits_table,
    loads_table,
    moves_table,
    orders_table,
)
from roadmap.views.blocks.diff_unread import unread_before, unread_now
from roadmap.views.blocks.moved_chances import chances_table
from roadmap.views.blocks.notices import headed, left_out
from roadmap.views.diff_data import Side, diff_data, uncertain
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Line, Page, Prose
from roadmap.views.phrases.causes import one_cause
from roadmap.views.phrases.english import count, grouped, listed

FEW = 10
"""Rows of the main table; further ones are folded up."""


def page(
    answer: Answer,
    difference: Difference,
    sides: tuple[Side, Side],
    most: int | None = None,
) -> Page:
    """The difference of two portfolios; `answer` is that of the new one.

    `most` is the most rows of a table.
    """
    title = headed(answer, f"changes from {sides[0].name} to {sides[1].name}")
    blocks = tuple(_blocks(answer, difference, sides, most))
    return Page(title, blocks, envelope(answer, diff=diff_data(difference, sides)))


def _blocks(
    answer: Answer, difference: Difference, sides: tuple[Side, Side], most: int | None
) -> Iterator[Block]:
    lost = (*unread_before(answer, difference, sides), *left_out(answer))
    lost += tuple(unread_now(answer, difference, sides))
    yield Prose((*lost, *_summary(answer, difference, sides)))
    shifts = dated(answer, difference)
    few = len(shifts) if answer.all else FEW
    cause = one_cause(difference, shifts)
    if cause:
        yield Prose((Line(f"Everything moves for one reason: {cause}."),))
    title = "Delivery dates that moved" if cause else "Delivery dates that moved, and why"
    alone = bool(cause)
    yield moves_table(answer, difference, shifts[:few], title, one_cause=alone)
    rest = shifts[few:] if most is None else shifts[few:most]
    if rest:
        title = "More delivery dates that moved"
        yield moves_table(answer, difference, rest, title, folded=True, one_cause=alone)
    yield from _cut(len(shifts), most)
    chances = [chance for chance in difference.chances if answer.shows(chance.id)]
    yield from chances_table(answer, difference, chances[:most])
    yield from _cut(len(chances), most)
    shown = [change for change in difference.changes if _shown(answer, change)]
    unsure = uncertain(difference, sides)
    few_edits = len(shown) <= FEW
    yield from edits_table(answer, difference, shown[:most], unsure, folded=not few_edits)
    yield from _cut(len(shown), most)
    yield from orders_table(answer, difference, most)
    yield from loads_table(answer, difference)


def dated(answer: Answer, difference: Difference) -> list[Shift]:
    """The moves of dates that are shown, the greatest first."""
    kept = (it for it in difference.shifts if it.dated and answer.shows(it.id))
    return sorted(
        kept, key=lambda it: (it.end is not None, -abs(it.end or it.start or 0), it.id)
    )


def _shown(answer: Answer, change: Change) -> bool:
    return change.section != INITIATIVES or answer.shows(change.id)


def _cut(there: int, most: int | None) -> Iterator[Block]:
    if most is not None and there > most:
        text = f"{there - most} more are left out to keep this short."
        yield Prose((Line(text, "faint"),))


def _summary(
    answer: Answer, difference: Difference, sides: tuple[Side, Side]
) -> Iterator[Line]:
    if not difference.changes:
        lost = sides[0].left_out or sides[1].left_out
        yield Line(f"Nothing differs{' in what could be read' if lost else ''}.")
        return
    yield Line(_extent(difference, uncertain(difference, sides)))
    yield from dates_at_risk(answer, difference)
    yield from _cost(difference)
    if not any(shift.dated for shift in difference.shifts):
        yield Line("No dates move.", "good")
    if difference.tried < difference.live:
        tried = f"{difference.tried} of {difference.live} edits were tried one at a time"
        yield Line(f"{tried}, the others as one.", "faint")


def _extent(difference: Difference, unsure: Collection[str]) -> str:
    """How many edits there are, and how many initiatives they move."""
    new = [shift.id for shift in difference.shifts if shift.before is None]
    gone = [shift.id for shift in difference.shifts if shift.after is None]
    edits = len(difference.changes) - len(new) - len(gone)
    parts = [*_counted(new, unsure, "added", "may not be new")]
    parts += _counted(gone, unsure, "removed", "may still be there")
    parts += [count(edits, "other edit" if parts else "edit")] if edits else []
    moved = ", ".join(_moves(difference.shifts))
    return f"{listed(parts)}.{f' Deliveries: {moved}.' if moved else ''}"


def _moves(shifts: Iterable[Shift]) -> Iterator[str]:
    """How many deliveries move, and how: `2 later`, `1 no longer scheduled`."""
    dated = [shift for shift in shifts if shift.dated]
    without = [shift.unscheduled for shift in dated if shift.end is None]
    moves = (
        (sum((shift.end or 0) > 0 for shift in dated), "later"),
        (sum((shift.end or 0) < 0 for shift in dated), "earlier"),
        (sum(without), "no longer scheduled"),
        (len(without) - sum(without), "newly scheduled"),
    )
    return (f"{number} {way}" for number, way in moves if number)


def _counted(
    ids: list[str], unsure: Collection[str], sure: str, perhaps: str
) -> Iterator[str]:
    """`2 initiatives added`, `1 initiative that may not be new`."""
    doubtful = sum(id in unsure for id in ids)
    if len(ids) > doubtful:
        yield f"{count(len(ids) - doubtful, 'initiative')} {sure}"
    if doubtful:
        yield f"{count(doubtful, 'initiative')} that {perhaps}"


def _cost(difference: Difference) -> Iterator[Line]:
    before, after = difference.old.plan, difference.new.plan
    aims = before.minimises, after.minimises
    if Minimise.MAKESPAN in aims or before.cost == after.cost:
        return
    change = after.cost - before.cost
    share = ""
    if before.cost:
        sign, by = "+" if change > 0 else "−", percent(abs(change) / before.cost, 0)
        share = f" ({sign}{by})" if by != "0 %" else ""
    verb = "rises" if change > 0 else "falls"
    costs = f"from {_costs(before.cost, after.cost)} value-weeks{share}"
    waits = _average(before.mean_wait_weeks, after.mean_wait_weeks)
    yield Line(f"Cost of delay {verb} {costs}{waits}.")


def _average(before: Fraction | None, after: Fraction | None) -> str:
    if before is None or after is None or before == after:
        return ""
    weeks = " to ".join(apart(before, after))
    return f"; average time to value goes from {weeks} weeks"


def _costs(before: Fraction, after: Fraction) -> str:
    """`1 200 to 1 300`, with as many decimals as it takes to tell them apart."""
    texts = grouped(Fraction(round(before))), grouped(Fraction(round(after)))
    return " to ".join(apart(before, after) if texts[0] == texts[1] else texts)
