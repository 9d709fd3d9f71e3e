"""Jira's CSV import: parents first, every field a column; links in a second file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from roadmap.importers.outgoing import OWN_ID, Form, Outgoing, Written, csv_lines, day
from roadmap.model.initiative import Status

HOURS = 8
"""Hours of a working day: estimates are seconds in Jira."""
STATUSES = {
    Status.IDEA: "To Do",
    Status.PROPOSED: "To Do",
    Status.COMMITTED: "To Do",
    Status.IN_PROGRESS: "In Progress",
    Status.PAUSED: "To Do",
    Status.DELIVERED: "Done",
    Status.DROPPED: "Done",
}
LINKS = ("Outward issue", "Inward issue", "Link type")


def _write(rows: Sequence[Outgoing], days_a_week: int) -> Written:
    ordered = list(_parents_first(rows))
    numbers = {row.id: number for number, row in enumerate(ordered, start=1)}
    widest = max((len(row.labels) for row in ordered), default=0)
    header = (
        "Issue id", "Issue key", "Parent", "Issue Type", "Summary", "Status", "Resolution",
        "Priority", "Assignee", "Start date", "Due date", "Original estimate", "Rank",
        "Description", *["Labels"] * widest, OWN_ID,
    )  # fmt: skip
    cells = (_cells(row, numbers, widest, days_a_week) for row in ordered)
    links = csv_lines(LINKS, _links(ordered, numbers))
    return Written(csv_lines(header, cells), {"-links.csv": links})


def _parents_first(rows: Sequence[Outgoing]) -> Iterable[Outgoing]:
    """Every row after its parent; a circle of parents in the order in which it comes."""
    by_id = {row.id: row for row in rows}
    done: set[str] = set()
    for row in rows:
        chain = []
        while row is not None and row.id not in done:
            done.add(row.id)
            chain.append(row)
            row = by_id.get(row.parent)  # type: ignore[assignment]
        yield from reversed(chain)


def _cells(
    row: Outgoing, numbers: Mapping[str, int], widest: int, days_a_week: int
) -> tuple[str, ...]:
    labels = [label.replace(" ", "-") for label in row.labels]
    dropped = row.status is Status.DROPPED
    seconds = None if row.weeks is None else round(row.weeks * days_a_week * HOURS * 3600)
    parent = numbers.get(row.parent)
    return (
        str(numbers[row.id]),
        row.key,
        "" if parent is None else str(parent),
        row.kind or "Task",
        row.title,
        STATUSES[row.status],
        "Won't Do" if dropped else "Done" if row.status is Status.DELIVERED else "",
        row.priority,
        row.owners[0] if row.owners else "",
        day(row.start),
        day(row.end),
        "" if seconds is None else str(seconds),
        "" if row.rank is None else str(row.rank),
        row.summary,
        *labels,
        *[""] * (widest - len(labels)),
        row.id,
    )


def _links(
    rows: Sequence[Outgoing], numbers: Mapping[str, int]
) -> Iterable[tuple[str, str, str]]:
    """What blocks what; an issue that Jira knows by its key, any other by its number."""
    names = {row.id: row.key or str(numbers[row.id]) for row in rows}
    for row in rows:
        for first in row.depends_on:
            if first in names:
                yield names[first], names[row.id], "Blocks"


FORM = Form("jira", _write)
