"""The tables of the diff page: moves, edits, values and order, and the teams' load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from roadmap.scoring.figures import brief, figure
from roadmap.studies.change import INITIATIVES, PORTFOLIO, Change
from roadmap.studies.difference import Difference
from roadmap.studies.outlook import Outlook
from roadmap.studies.shifts import Shift
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.causes import because, stretch
from roadmap.views.phrases.changes import clipped, from_to
from roadmap.views.phrases.dates import dates_of, deserved

_LONGEST = 60
MOVES = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Was done"),
    Column("Now done"),
    Column("Moves"),
    Column("Because", shrink=2, wrap=True),
)
EDITS = (
    Column("What", shrink=2),
    Column("Key"),
    Column("From", shrink=1, wrap=True),
    Column("To", shrink=1, wrap=True),
)
ORDERS = (
    Column("Initiative", shrink=1),
    Column("Score", right=True),
    Column("Rank", right=True),
    Column("With what it needs", right=True),
    Column("In the order", right=True),
)
LOADS = (
    Column("Team"),
    Column("Work before", right=True),
    Column("Now", right=True),
    Column("Busy until"),
    Column("Now until"),
)


def moves_table(
    answer: Answer,
    found: Difference,
    moved: Iterable[Shift],
    title: str,
    *,
    folded: bool = False,
) -> Table:
    """A row for every initiative whose dates move; an edit is told once, then named."""
    known: set[int] = set()
    rows = tuple(_move(answer, found, each, known) for each in moved)
    id = "moves-more" if folded else "moves"
    return Table(id, MOVES, (Group("", rows),), title, folded=folded)


def _move(answer: Answer, found: Difference, move: Shift, known: set[int]) -> Row:
    cause = found.causes.get(move.id)
    ends = (_end(answer, side, move.id) for side in (found.old, found.new))
    late = move in found.deadlines_missed
    why = because(found, cause, known) if cause else None
    known.update(
        number for share in (cause.shares if cause else ()) for number in share.changes
    )
    far = _far(found, move)
    return Row((clipped(answer.title(move.id), _LONGEST), *ends, far, why), strong=late)


def _far(found: Difference, move: Shift) -> str:
    portfolio = found.new.portfolio
    if move.end is None:
        return "no place now" if move.after and move.after.end_day is None else "placed now"
    if move.end:
        return f"{'+' if move.end > 0 else '−'}{stretch(portfolio, abs(move.end))}"
    start = move.start or 0
    return f"starts {'+' if start > 0 else '−'}{stretch(portfolio, abs(start))}"


def _end(answer: Answer, side: Outlook, id: str) -> str:
    slot = side.plan.slots.get(id)
    if slot is None:
        return "–"
    each = side.portfolio.initiatives[id]
    when = dates_of(side.portfolio, slot)[1]
    return deserved(answer.portfolio, when, assumed=each.effort_assumed, exact=answer.exact)


def edits_table(
    answer: Answer, found: Difference, shown: Iterable[Change], *, folded: bool
) -> Iterator[Table]:
    """A row for every key that differs; what is new or gone with when it is done."""
    rows = tuple(row for each in shown for row in _edit(answer, found, each))
    if rows:
        yield Table("edits", EDITS, (Group("", rows),), "What was edited", folded=folded)


def _edit(answer: Answer, found: Difference, edit: Change) -> Iterator[Row]:
    where = edit.id if edit.section == INITIATIVES else f"{edit.section}: {edit.id}"
    where = "portfolio.yaml" if edit.section == PORTFOLIO else where
    if edit.section == INITIATIVES and not edit.key:
        sides = ((found.old, "gone"), (found.new, "new"))
        yield Row((where, None, *(_planned(answer, *each, edit.id) for each in sides)))
    elif not edit.details:
        yield Row((where, edit.key or None, None, edit.kind))
    for each in edit.details:
        before, after = (clipped(text) for text in from_to(each))
        key = ".".join(filter(None, [edit.key, *each.route]))
        yield Row((where, key, before or "–", after or "–"), faint=edit.inert)


def _planned(answer: Answer, side: Outlook, word: str, id: str) -> str:
    """When what is on one side alone is done there: `new: done Mar`."""
    if id not in side.portfolio.initiatives:
        return "–"
    end = _end(answer, side, id)
    return f"{word}: not planned" if end == "–" else f"{word}: done {end}"


def orders_table(answer: Answer, found: Difference, most: int | None) -> Iterator[Table]:
    """A row for every initiative whose own score, rank or step score moves."""
    moved = [each for each in found.shifts if each.ranked and answer.shows(each.id)]
    rows = [row for each in moved if (row := _order(answer, each)) is not None]
    if rows:
        group = Group("", tuple(rows[:most]))
        yield Table("orders", ORDERS, (group,), "Scores and order", folded=True)


def _order(answer: Answer, move: Shift) -> Row | None:
    one, other = move.before, move.after
    if one is None or other is None:
        return None
    cells = (
        _pair(one.score, other.score),
        _pair(one.rank, other.rank),
        _pair(one.step_score, other.step_score),
        _pair(one.position, other.position),
    )
    if not any(cells[:3]):
        return None
    return Row((clipped(answer.title(move.id), _LONGEST), *cells))


def _pair(one: Fraction | int | None, other: Fraction | int | None) -> str | None:
    before, after = (_said(each) for each in (one, other))
    return None if before == after else f"{before} → {after}"


def _said(value: Fraction | int | None) -> str:
    if value is None:
        return "–"
    return figure(value) if isinstance(value, Fraction) else str(value)


def loads_table(answer: Answer, found: Difference) -> Iterator[Table]:
    """A row for every team whose work, or the day on which it ends, is another."""
    rows = []
    for before, after in found.workloads:
        days = (
            _until(answer, found.old, before.until),
            _until(answer, found.new, after.until),
        )
        work = tuple(
            "–" if side.work is None else brief(side.work) for side in (before, after)
        )
        if work[0] != work[1] or days[0] != days[1]:
            rows.append(Row((after.team, *work, *days)))
    if rows:
        title = "The load of the teams, in person-weeks"
        yield Table("loads", LOADS, (Group("", tuple(rows)),), title, folded=True)


def _until(answer: Answer, side: Outlook, day: int | None) -> str:
    if day is None:
        return "–"
    when: date = side.portfolio.calendar.date_of(day - 1)
    return deserved(answer.portfolio, when, exact=answer.exact)
