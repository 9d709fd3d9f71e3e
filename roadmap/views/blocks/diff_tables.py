"""The tables of the diff page: moves, edits, scores and ranking, and team workload."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from roadmap.scoring.figures import apart, brief, figure
from roadmap.studies.change import INITIATIVES, PORTFOLIO, Change
from roadmap.studies.difference import Difference
from roadmap.studies.outlook import Outlook
from roadmap.studies.own_keys import PUBLISHED
from roadmap.studies.shifts import Shift
from roadmap.studies.workloads import Workload
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.causes import because, names_of
from roadmap.views.phrases.changes import LONGEST as LONGEST_VALUE
from roadmap.views.phrases.changes import from_to
from roadmap.views.phrases.dates import dates_of, deserved, deserved_pair
from roadmap.views.phrases.names import clipped
from roadmap.views.phrases.spans import moved

_LONGEST = 60
_NOTHING = "–"
MOVES = (
    Column("Initiative", shrink=2, wrap=True),
    Column("Before"),
    Column("Now"),
    Column("Moved"),
    Column("Cause", shrink=1, wrap=True),
)
EDITS = (
    Column("What", shrink=2, wrap=True),
    Column("Key"),
    Column("From", shrink=1, wrap=True),
    Column("To", shrink=1, wrap=True),
)
ORDERS = (
    Column("Initiative", shrink=1),
    Column("Score", right=True),
    Column("Score rank", right=True),
    Column("Bundle score", right=True),
    Column("Ranking", right=True),
)
LOADS = (
    Column("Team"),
    Column("Work before", right=True),
    Column("Work now", right=True),
    Column("Busy until before"),
    Column("Busy until now"),
)


def moves_table(
    answer: Answer,
    difference: Difference,
    shifts: Iterable[Shift],
    title: str,
    *,
    folded: bool = False,
    one_cause: bool = False,
) -> Table:
    """A row for every initiative whose dates move.

    An edit is described once, and then referred to; with `one_cause` for all, said
    elsewhere, pages do without the column.
    """
    known: set[int] = set()
    rows = tuple(_move(answer, difference, shift, known) for shift in shifts)
    id = "moves-more" if folded else "moves"
    columns = (*MOVES[:-1], replace(MOVES[-1], data=True)) if one_cause else MOVES
    return Table(id, columns, (Group("", rows),), title, folded=folded)


def _move(answer: Answer, difference: Difference, shift: Shift, known: set[int]) -> Row:
    cause = difference.causes.get(shift.id)
    why = because(difference, cause, known) if cause else None
    for share in cause.shares if cause else ():
        known.update(share.changes)
    cells = (
        clipped(answer.title(shift.id), _LONGEST),
        *_ends(answer, difference, shift.id),
        _moved(difference, shift),
        why,
    )
    return Row(cells, strong=shift in difference.deadlines_missed)


def _moved(difference: Difference, shift: Shift) -> str:
    portfolio = difference.new.portfolio
    if shift.end is None:
        return "not scheduled" if shift.unscheduled else "scheduled"
    if shift.end:
        return moved(portfolio, shift.end)
    return f"starts {moved(portfolio, shift.start or 0)}"


def _ends(answer: Answer, difference: Difference, id: str) -> tuple[str, str]:
    """When it is delivered on each side, as precise as it takes to tell them apart."""
    old, new = difference.old, difference.new
    before, after = _end_date(old, id), _end_date(new, id)
    if before is None or after is None:
        return _end(answer, old, id), _end(answer, new, id)
    assumed = _assumed(old, id), _assumed(new, id)
    return deserved_pair(
        answer.portfolio, before, after, assumed=assumed, exact=answer.exact
    )


def _end(answer: Answer, side: Outlook, id: str) -> str:
    when = _end_date(side, id)
    if when is None:
        return _NOTHING
    assumed = _assumed(side, id)
    return deserved(answer.portfolio, when, assumed=assumed, exact=answer.exact)


def _end_date(side: Outlook, id: str) -> date | None:
    slot = side.plan.slots.get(id)
    return dates_of(side.portfolio, slot)[1] if slot else None


def _assumed(side: Outlook, id: str) -> bool:
    return side.portfolio.initiatives[id].effort_assumed


def edits_table(
    answer: Answer,
    difference: Difference,
    shown: Iterable[Change],
    unsure: Collection[str] = (),
    *,
    folded: bool,
) -> Iterator[Table]:
    """A row for every key that differs; what was added or removed with its delivery.

    `unsure` may not have been added or removed.
    """
    rows = tuple(
        row for change in shown for row in _edit(answer, difference, change, unsure)
    )
    if rows:
        yield Table("edits", EDITS, (Group("", rows),), "What was edited", folded=folded)


def _edit(
    answer: Answer, difference: Difference, change: Change, unsure: Collection[str]
) -> Iterator[Row]:
    what = clipped(_edited(difference, change), _LONGEST)
    if change.section == INITIATIVES and change.whole:
        yield Row((what, None, *_delivery(answer, difference, change.id, unsure)))
    elif not change.details:
        yield Row((what, change.key or None, None, change.kind))
    details, reason = change.details, ""
    if change.key == "status" and len(details) > 1:  # the second is why it was dropped
        why = from_to(details[1])[1]
        details, reason = details[:1], f" ({why})" if why else ""
    for detail in details:
        before, after = from_to(detail, change.key)
        before, after = (
            clipped(text, LONGEST_VALUE) for text in (before, f"{after}{reason}")
        )
        own = "" if change.key == PUBLISHED else change.key
        key = ".".join(filter(None, [own, *detail.route]))
        cells = (what, key, before or _NOTHING, after or _NOTHING)
        yield Row(cells, faint=change.inert)


def _edited(difference: Difference, change: Change) -> str:
    if change.section == PORTFOLIO:
        return f"{PUBLISHED if change.key == PUBLISHED else PORTFOLIO}.yaml"
    names = names_of(difference)
    if change.section == INITIATIVES:
        return names.title(change.id)
    return names.entry(change.section, change.id)


def _delivery(
    answer: Answer, difference: Difference, id: str, unsure: Collection[str]
) -> tuple[str, str]:
    """When what was added is delivered, or what was removed would have been."""
    side = difference.new if id in difference.new.portfolio.initiatives else difference.old
    end = _end(answer, side, id)
    said = "not scheduled" if end == _NOTHING else f"delivery {end}"
    if side is difference.new:
        return _NOTHING, f"{'may not be new' if id in unsure else 'added'}, {said}"
    return said, "may still be there" if id in unsure else "removed"


def orders_table(
    answer: Answer, difference: Difference, most: int | None
) -> Iterator[Table]:
    """A row for every initiative whose score, rank or bundle score differs."""
    ranked = [it for it in difference.shifts if it.ranked and answer.shows(it.id)]
    rows = [row for shift in ranked if (row := _order(answer, shift)) is not None]
    if rows:
        group = Group("", tuple(rows[:most]))
        yield Table("orders", ORDERS, (group,), "Scores and ranking", folded=True)


def _order(answer: Answer, shift: Shift) -> Row | None:
    one, other = shift.before, shift.after
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
    return Row((clipped(answer.title(shift.id), _LONGEST), *cells))


def _pair(one: Fraction | int | None, other: Fraction | int | None) -> str | None:
    before, after = _number(one), _number(other)
    return None if before == after else f"{before} → {after}"


def _number(value: Fraction | int | None) -> str:
    if value is None:
        return _NOTHING
    return figure(value) if isinstance(value, Fraction) else str(value)


def loads_table(answer: Answer, difference: Difference) -> Iterator[Table]:
    """A row for every team with another amount of work, or busy until another day."""
    rows = tuple(
        row
        for before, after in difference.workloads
        if (row := _load(answer, difference, before, after)) is not None
    )
    if rows:
        title = "Team workload, in person-weeks"
        yield Table("loads", LOADS, (Group("", rows),), title, folded=True)


def _load(
    answer: Answer, difference: Difference, before: Workload, after: Workload
) -> Row | None:
    work = _works(before.work, after.work)
    days = _until(difference.old, before.until), _until(difference.new, after.until)
    if work[0] == work[1] and days[0] == days[1]:
        return None
    return Row((after.team, *work, *_busy(answer, *days)))


def _works(before: Fraction | None, after: Fraction | None) -> tuple[str, str]:
    """The person-weeks of a team on each side, as finely as they differ."""
    one, other = (_NOTHING if work is None else brief(work) for work in (before, after))
    if one == other and before is not None and after is not None:
        return apart(before, after) if before != after else (one, other)
    return one, other


def _busy(answer: Answer, before: date | None, after: date | None) -> tuple[str, str]:
    if before and after:
        return deserved_pair(answer.portfolio, before, after, exact=answer.exact)
    one, other = (
        deserved(answer.portfolio, day, exact=answer.exact) if day else _NOTHING
        for day in (before, after)
    )
    return one, other


def _until(side: Outlook, day: int | None) -> date | None:
    return None if day is None else side.portfolio.calendar.date_of(day - 1)
