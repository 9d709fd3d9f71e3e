"""A timeline as a table: a row for each bar, its dates to the day, for programs."""

from __future__ import annotations

from roadmap.views.page import Bar, Column, Group, Row, Table, Timeline
from roadmap.writers.text.symbols import WORDS

HEADS = (
    "Group", "Id", "Initiative", "Kind", "Teams", "Start", "End", "Deadline", "Commitment",
)  # fmt: skip
COLUMNS = tuple(map(Column, HEADS))


def calendar(timeline: Timeline) -> Table:
    """A timeline's bars, each with its group; what has no date is empty."""
    bars = [(group.title, bar) for group in timeline.groups for bar in group.bars]
    rows = [_row(timeline, group, bar) for group, bar in bars]
    columns = COLUMNS
    if any(bar.p85 for _, bar in bars):
        columns = (*COLUMNS, Column("85 % date"))
        pairs = zip(rows, bars, strict=True)
        rows = [Row((*row.cells, bar.p85)) for row, (_, bar) in pairs]
    return Table(timeline.id, columns, (Group("", tuple(rows)),), timeline.title)


def _row(timeline: Timeline, group: str, bar: Bar) -> Row:
    return Row(
        (
            group,
            bar.id,
            bar.title,
            WORDS.get(bar.kind, bar.kind),
            ", ".join(bar.teams),
            timeline.dates.get(bar.start_day),
            timeline.dates.get(max(bar.end_day - 1, bar.start_day)),
            bar.stated.get("deadline"),
            bar.stated.get("promise"),
        )
    )
