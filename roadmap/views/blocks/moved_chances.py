"""Dates to keep whose chance moved, and why, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap.studies.chances import ChanceShift
from roadmap.studies.difference import Difference
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.causes import chance_because
from roadmap.views.phrases.commitments import commitment, deadline
from roadmap.views.phrases.dates import stated
from roadmap.views.phrases.forecasts import chance_text
from roadmap.views.phrases.names import clipped

COLUMNS = (
    Column("Initiative", shrink=2, wrap=True),
    Column("Date to keep", shrink=3, wrap=True),
    Column("Chance"),
    Column("Cause", shrink=1, wrap=True),
)
_LONGEST = 60


def chances_table(
    answer: Answer, difference: Difference, shifts: Iterable[ChanceShift]
) -> Iterator[Table]:
    """A row for every deadline and commitment whose chance moved."""
    rows = tuple(_row(answer, difference, shift) for shift in shifts)
    if rows:
        title = "Chances that moved, and why"
        yield Table("chances", COLUMNS, (Group("", rows),), title)


def _row(answer: Answer, difference: Difference, shift: ChanceShift) -> Row:
    cells = (
        clipped(answer.title(shift.id), _LONGEST),
        _date(difference, shift),
        _pair(shift),
        chance_because(difference, shift),
    )
    return Row(cells)


def _pair(shift: ChanceShift) -> str:
    """`71 ± 1 % → 48 ± 1 %`."""
    before = chance_text(shift.before.chance, shift.draws[0])
    return f"{before} → {chance_text(shift.after.chance, shift.draws[1])}"


def _date(difference: Difference, shift: ChanceShift) -> str:
    """`deadline by 12 Feb`, `commitment to a partner by 2027-Q2 (was 2027-Q1)`."""
    portfolio = difference.new.portfolio
    initiative = portfolio.initiatives[shift.id]
    what = commitment(initiative) if shift.promise else deadline(initiative)
    by, was = stated(portfolio, shift.after.by), ""
    if shift.before.by.last != shift.after.by.last:
        was = f" (was {stated(difference.old.portfolio, shift.before.by)})"
    return f"{what} by {by}{was}"
