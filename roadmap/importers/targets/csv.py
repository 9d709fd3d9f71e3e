"""CSV for a spreadsheet: one row an initiative; `roadmap import` reads it again."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.importers.outgoing import (
    OWN_ID,
    Form,
    Outgoing,
    Written,
    amount,
    csv_lines,
    day,
    listed,
)

HEADER = (
    OWN_ID, "Title", "Status", "Rank", "Start", "End", "Effort (person-weeks)", "Owner",
    "Theme", "Kind", "Priority", "Labels", "Parent", "Depends on", "Key", "Link", "Summary",
)  # fmt: skip


def _write(rows: Sequence[Outgoing], days_a_week: int) -> Written:
    return Written(csv_lines(HEADER, map(_cells, rows)))


def _cells(row: Outgoing) -> tuple[str, ...]:
    return (
        row.id,
        row.title,
        row.status.value,
        "" if row.rank is None else str(row.rank),
        day(row.start),
        day(row.end),
        "" if row.weeks is None else amount(row.weeks),
        listed(row.owners),
        row.theme,
        row.kind,
        row.priority,
        listed(row.labels),
        row.parent,
        "; ".join(row.depends_on),
        row.key,
        row.url,
        row.summary,
    )


FORM = Form("csv", _write)
