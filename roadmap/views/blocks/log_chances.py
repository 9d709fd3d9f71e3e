"""Chances over the commits of a history: where each date to keep went, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from roadmap.model.initiative import Initiative, Status
from roadmap.simulation.results import DateChance
from roadmap.studies.chances import LEAST
from roadmap.studies.history import ChanceTrail, Snapshot, chance_trails
from roadmap.views.answer import Answer
from roadmap.views.blocks.moved_chances import COLUMNS, LONGEST, TITLE
from roadmap.views.page import Block, Column, Group, Line, Prose, Row, Table
from roadmap.views.phrases.chance_moves import ToldMove, ToldStep, chance_pair
from roadmap.views.phrases.commitments import commitment, deadline
from roadmap.views.phrases.dates import short, stated
from roadmap.views.phrases.english import count
from roadmap.views.phrases.forecasts import basis, chance_text
from roadmap.views.phrases.names import clipped
from roadmap.views.phrases.sparklines import chances_line
from roadmap.views.titles import title_of

FEW = 10
"""Moves that are shown; older ones are folded up."""
TRAILS = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Date to keep", shrink=2, wrap=True),
    Column("Trend"),
    Column("Baseline", right=True),
    Column("Now", right=True),
)
_CLOSED = (Status.DELIVERED, Status.DROPPED)


def shown_chances(
    answer: Answer, snapshots: tuple[Snapshot, ...]
) -> tuple[ChanceTrail, ...]:
    """The dates to keep that the filters let through, those that fell most first."""
    return tuple(it for it in chance_trails(snapshots) if answer.shows(it.id))


def fell_most(answer: Answer, trails: Sequence[ChanceTrail]) -> Iterator[Line]:
    """The date to keep whose chance fell most since the first commit."""
    worst = next((trail for trail in trails if trail.dates[-1]), None)
    if worst is None or worst.points > -LEAST:
        return
    title, date = clipped(_title(answer, worst), LONGEST), _date(answer, worst)
    chances = f"{_baseline(worst)} → {_now(answer, worst)}"
    yield Line(f"The chance of “{title}”, {date}, fell most: {chances}.", "strong")


def chance_blocks(
    answer: Answer,
    snapshots: tuple[Snapshot, ...],
    steps: tuple[ToldStep, ...],
    trails: Sequence[ChanceTrail],
) -> Iterator[Block]:
    """How the chances of all dates to keep moved, then what moved them."""
    moving = trails if answer.all else [trail for trail in trails if trail.moves]
    rows = tuple(_trail(answer, trail) for trail in moving)
    if rows:
        yield Table("chance-trails", TRAILS, (Group("", rows),), "How chances moved")
    yield from _moves(answer, snapshots, steps)
    if trails:
        yield Prose(tuple(_notes(snapshots, len(trails) - len(moving))))


def _notes(snapshots: tuple[Snapshot, ...], still: int) -> Iterator[Line]:
    if still:
        least = count(100 * LEAST, "percentage point")
        yield Line(f"{count(still, 'chance')} moved by less than {least}.", "faint")
    last = next((it.forecast for it in reversed(snapshots) if it.forecast), None)
    if last:
        yield Line(f"Chances: {basis(last)}.", "faint")


def _moves(
    answer: Answer, snapshots: tuple[Snapshot, ...], steps: tuple[ToldStep, ...]
) -> Iterator[Table]:
    """What moved chances, by commit, the newest first."""
    groups = [
        Group(_heading(answer, snapshots, step), tuple(map(_row, kept)))
        for step in reversed(steps)
        if (kept := [it for it in step.moves.values() if answer.shows(it.shift.id)])
    ]
    few = len(groups) if answer.all else _first(groups)
    if groups:
        yield Table("chances", COLUMNS, tuple(groups[:few]), TITLE)
    if groups[few:]:
        older = "Older chances that moved, and why"
        yield Table("older-chances", COLUMNS, tuple(groups[few:]), older, folded=True)


def _first(groups: Sequence[Group]) -> int:
    """How many groups hold the first few rows; one at least."""
    rows = 0
    for number, group in enumerate(groups):
        rows += len(group.rows)
        if rows > FEW:
            return max(number, 1)
    return len(groups)


def _heading(answer: Answer, snapshots: Iterable[Snapshot], step: ToldStep) -> str:
    """`30 Nov 2026, b8caee6a24: move the launch`."""
    it = next(snapshot for snapshot in snapshots if snapshot.commit == step.commit)
    when = f"{short(answer.portfolio, it.when)}, " if it.dated else ""
    return f"{when}{it.commit[:10]}: {clipped(it.subject, LONGEST)}"


def _row(move: ToldMove) -> Row:
    title = clipped(move.title, LONGEST)
    return Row((title, move.date, chance_pair(move.shift), move.because))


def _trail(answer: Answer, trail: ChanceTrail) -> Row:
    title = clipped(_title(answer, trail), LONGEST)
    line = chances_line([it.chance if it else None for it in trail.dates])
    cells = (_date(answer, trail), line, _baseline(trail), _now(answer, trail))
    return Row((title, *cells))


def _baseline(trail: ChanceTrail) -> str:
    """The chance in the first commit that forecasts it."""
    both = zip(trail.dates, trail.draws, strict=True)
    return next(chance_text(it.chance, draws) for it, draws in both if it)


def _now(answer: Answer, trail: ChanceTrail) -> str:
    """The chance in the last commit, or why there is none."""
    last = trail.dates[-1]
    if last:
        return chance_text(last.chance, trail.draws[-1])
    it = answer.portfolio.initiatives.get(trail.id)
    if it is None:
        return "removed"
    if it.status in _CLOSED:
        return it.status.value
    return "not scheduled" if _has_date(it, trail) else "no date"


def _has_date(initiative: Initiative, trail: ChanceTrail) -> bool:
    held = initiative.promised if trail.promise else initiative.deadline
    return held is not None


def _title(answer: Answer, trail: ChanceTrail) -> str:
    known = trail.id in answer.portfolio.initiatives
    return title_of(answer.portfolio, trail.id) if known else trail.title


def _date(answer: Answer, trail: ChanceTrail) -> str:
    """`deadline by 12 Feb (was 30 Jan)`, `commitment to a partner by Q2`."""
    first, last = trail.known[0], trail.known[-1]
    it = answer.portfolio.initiatives.get(trail.id)
    what = "commitment" if trail.promise else "deadline"
    if it is not None and _has_date(it, trail):
        what = commitment(it) if trail.promise else deadline(it)
    by = stated(answer.portfolio, last.by)
    was = f" (was {stated(answer.portfolio, first.by)})" if _moved(first, last) else ""
    return f"{what} by {by}{was}"


def _moved(first: DateChance, last: DateChance) -> bool:
    return first.by.last != last.by.last
