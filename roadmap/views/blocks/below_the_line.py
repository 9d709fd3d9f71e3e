"""Below the line: what is not funded, what just missed first, and what it would take."""

from __future__ import annotations

from roadmap.sequencing.selection.selection import Below, BelowKind, Selection
from roadmap.views.answer import Answer
from roadmap.views.blocks.facts import money
from roadmap.views.page import Column, Group, Line, Number, Prose, Row, Table
from roadmap.views.phrases.english import listed, sentence
from roadmap.views.phrases.funding import FULL, below_why

TITLE = "Below the line"
COLUMNS = (
    Column("Initiative", shrink=2, wrap=True),
    Column("Prerequisites", shrink=3, wrap=True, sparse=True),
    Column("Value", right=True),
    Column("Effort", right=True),
    Column("Cost", right=True, sparse=True),
    Column("Why, or what it would take", shrink=1, wrap=True),
)
LEGEND = (
    "Value and effort (person-weeks) include prerequisites that are not funded either. "
    "Best value for effort first."
)
NAMED, FEW = 12, 2
"""Rows, and prerequisites of each, that a page shows without --all."""


def below_the_line(answer: Answer, most: int = NAMED) -> tuple[Table | Prose, ...]:
    """A row for each initiative that is not funded; nothing where all are."""
    selection = answer.selection
    shown = (
        [below for below in selection.below if answer.shows(below.id)] if selection else []
    )
    if selection is None or not shown:
        return ()
    kept = shown if answer.all else shown[:most]
    rows = tuple(_row(answer, selection, below) for below in kept)
    left = len(shown) - len(kept)
    more = f" {left} more are not shown (--all)." if left else ""
    over = (Line(sentence(FULL), "warning"),) if selection.over else ()
    return (
        Table("below", COLUMNS, (Group("", rows),), TITLE),
        Prose((*over, Line(LEGEND + more, "faint"))),
    )


def _needs(answer: Answer, below: Below) -> str | None:
    most = len(below.needs) if answer.all else FEW
    return listed([answer.title(id) for id in below.needs], most) if below.needs else None


def _why(answer: Answer, found: Selection, below: Below) -> str:
    """Why it is not funded; what holds for every row stands below the table."""
    full = below.kind is BelowKind.FULL
    return "no room left" if full else below_why(answer.portfolio, found, below)


def _row(answer: Answer, found: Selection, below: Below) -> Row:
    initiative = answer.portfolio.initiatives[below.id]
    return Row(
        (
            answer.title(below.id),
            _needs(answer, below),
            Number(below.value),
            Number(below.effort),
            money(answer, initiative) or None,
            _why(answer, found, below),
        ),
        id=below.id,
    )
