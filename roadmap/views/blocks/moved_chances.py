"""Dates to keep whose chance moved, and why, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap.studies.chances import ChanceShift
from roadmap.studies.difference import Difference
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.causes import chance_because
from roadmap.views.phrases.chance_moves import chance_pair
from roadmap.views.phrases.dates_to_keep import date_to_keep
from roadmap.views.phrases.names import clipped

COLUMNS = (
    Column("Initiative", shrink=2, wrap=True),
    Column("Date to keep", shrink=3, wrap=True),
    Column("Chance"),
    Column("Cause", shrink=1, wrap=True),
)
LONGEST = 60
TITLE = "Chances that moved, and why"


def chances_table(
    answer: Answer, difference: Difference, shifts: Iterable[ChanceShift]
) -> Iterator[Table]:
    """A row for every deadline and commitment whose chance moved."""
    rows = tuple(_row(answer, difference, shift) for shift in shifts)
    if rows:
        yield Table("chances", COLUMNS, (Group("", rows),), TITLE)


def _row(answer: Answer, difference: Difference, shift: ChanceShift) -> Row:
    cells = (
        clipped(answer.title(shift.id), LONGEST),
        date_to_keep(difference, shift.id, promise=shift.promise),
        chance_pair(shift),
        chance_because(difference, shift),
    )
    return Row(cells)
