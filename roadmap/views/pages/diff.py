"""The diff page: what was edited, what moves, and which edit moved it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.scoring.figures import figure, percent
from roadmap.studies.change import INITIATIVES
from roadmap.studies.difference import Difference
from roadmap.studies.shifts import Shift
from roadmap.views.answer import Answer
from roadmap.views.blocks.diff_tables import (
    edits_table,
    loads_table,
    moves_table,
    orders_table,
)
from roadmap.views.blocks.notices import headed, left_out
from roadmap.views.diff_data import Side, diff_data
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Line, Page, Prose
from roadmap.views.phrases.causes import because, sentence_of
from roadmap.views.phrases.english import count, grouped, listed

FEW = 10
"""Rows of the main table; further ones are folded up."""


def page(
    answer: Answer,
    found: Difference,
    sides: tuple[Side, Side],
    lost: tuple[str, ...] = (),
    most: int | None = None,
) -> Page:
    """The difference of two portfolios; `answer` is that of the new one.

    `lost` is what could not be read of the old one, `most` the most rows of a table.
    """
    title = headed(answer, f"from {sides[0].name} to {sides[1].name}")
    blocks = tuple(_blocks(answer, found, lost, most))
    return Page(title, blocks, envelope(answer, diff=diff_data(found, sides)))


def _blocks(
    answer: Answer, found: Difference, lost: tuple[str, ...], most: int | None
) -> Iterator[Block]:
    gone = tuple(Line(f"Left out of the old side: {text}", "warning") for text in lost)
    yield Prose((*gone, *left_out(answer), *_summary(answer, found)))
    moved = dated(answer, found)
    few = len(moved) if answer.all else FEW
    yield moves_table(answer, found, moved[:few], "What moves, and why")
    rest = moved[few:] if most is None else moved[few:most]
    if rest:
        yield moves_table(answer, found, rest, "What else moves", folded=True)
    yield from _cut(len(moved), most)
    shown = [each for each in found.changes if _concerns(answer, each.section, each.id)]
    yield from edits_table(answer, found, shown[:most], folded=len(shown) > FEW)
    yield from _cut(len(shown), most)
    yield from orders_table(answer, found, most)
    yield from loads_table(answer, found)


def dated(answer: Answer, found: Difference) -> list[Shift]:
    """The moves of dates that are shown, the greatest first."""
    kept = (each for each in found.shifts if each.dated and answer.shows(each.id))
    return sorted(
        kept, key=lambda it: (it.end is not None, -abs(it.end or it.start or 0), it.id)
    )


def _concerns(answer: Answer, section: str, id: str) -> bool:
    return section != INITIATIVES or answer.shown is None or answer.shows(id)


def _cut(there: int, most: int | None) -> Iterator[Block]:
    if most is not None and there > most:
        yield Prose(
            (Line(f"{there - most} more are left out to keep this short.", "faint"),)
        )


def _summary(answer: Answer, found: Difference) -> Iterator[Line]:
    if not found.changes:
        yield Line("Nothing differs.")
        return
    yield Line(_extent(found))
    for what, moves, kind in _told(found):
        for each in moves:
            if answer.shows(each.id):
                yield Line(_deadline(found, each, what), kind)
    yield from _cost(found)
    if not any(each.dated for each in found.shifts):
        yield Line("No date moves.", "good")
    if found.tried < found.live:
        said = f"{found.tried} of {found.live} edits were tried one at a time"
        yield Line(f"{said}, the others as one.", "faint")


def _extent(found: Difference) -> str:
    new = [each.id for each in found.shifts if each.before is None]
    gone = [each.id for each in found.shifts if each.after is None]
    keys = len(found.changes) - len(new) - len(gone)
    said = [f"{count(len(new), 'initiative')} added"] if new else []
    said += [f"{count(len(gone), 'initiative')} removed"] if gone else []
    said += [count(keys, "edit") + (" of what was there" if said else "")] if keys else []
    later = sum((each.end or 0) > 0 for each in found.shifts)
    sooner = sum((each.end or 0) < 0 for each in found.shifts)
    ends = f"; {later} end later, {sooner} sooner" if later or sooner else ""
    return f"{listed(said)}{ends}."


def _told(found: Difference) -> tuple[tuple[str, tuple[Shift, ...], str], ...]:
    return (
        ("now misses its deadline", found.deadlines_missed, "warning"),
        ("now misses what was promised", found.promises_missed, "warning"),
        ("keeps its deadline again", found.deadlines_saved, "good"),
        ("keeps what was promised again", found.promises_saved, "good"),
    )


def _deadline(found: Difference, move: Shift, what: str) -> str:
    if move.dated:
        return f"`{move.id}` {what}: {sentence_of(found, move).partition('` ')[2]}"
    cause = found.causes.get(move.id)
    why = f" because {because(found, cause)}" if cause else ""
    return f"`{move.id}` {what}{why}."


def _cost(found: Difference) -> Iterator[Line]:
    before, after = found.old.plan, found.new.plan
    if before.minimises == "makespan" or after.minimises == "makespan":
        return
    if before.cost == after.cost:
        return
    said = (
        f"The total cost of delay goes from {_whole(before.cost)} to {_whole(after.cost)}"
    )
    unit = "value-weeks"
    share = ""
    if before.cost:
        change = after.cost / before.cost - 1
        share = f" ({'+' if change > 0 else '−'}{percent(abs(change), 0)})"
    one, other = before.mean_wait_weeks, after.mean_wait_weeks
    waits = ""
    if one is not None and other is not None and figure(one) != figure(other):
        waits = f"; a point of value waits {figure(other)} weeks instead of {figure(one)}"
    yield Line(f"{said} {unit}{share}{waits}.")


def _whole(value: Fraction) -> str:
    return grouped(Fraction(round(value)))
