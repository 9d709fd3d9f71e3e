"""The tables of an import: what is written, in conflict, gone, and lost."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.importers.drafts import Drafted
from roadmap.importers.export import Lost
from roadmap.importers.reconciling import Fate, Reconciliation
from roadmap.importers.references import Says
from roadmap.importers.report import Report
from roadmap.views.page import Column, Group, Line, Prose, Row, Table
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.imports import WHY, value_text

FILES = (
    Column("Id", shrink=2, wrap=True),
    Column("Initiative", shrink=1, wrap=True),
    Column("Status", sparse=True),
    Column("Effort", right=True, sparse=True),
    Column("Depends on", shrink=3, optional=True, wrap=True, sparse=True),
    Column("File", shrink=2, optional=True),
)
CHANGES = (
    Column("Id", shrink=3, wrap=True),
    Column("Field"),
    Column("Before", shrink=2, wrap=True),
    Column("Now", shrink=1, wrap=True),
)
CONFLICTS = (
    Column("Id", shrink=4, wrap=True),
    Column("Field"),
    Column("Source before", shrink=3, wrap=True),
    Column("Source now", shrink=2, wrap=True),
    Column("Your file", shrink=1, wrap=True),
)
GONE = (
    Column("Id", shrink=2, wrap=True),
    Column("Initiative", shrink=1, wrap=True),
    Column("Key"),
)
DROPPED = (
    Column("Column", shrink=1, wrap=True),
    Column("Values", right=True),
    Column("Why"),
)
STATUSES = (Column("Status word", shrink=1, wrap=True), Column("Items", right=True))
UNRESOLVED = (
    Column("From"),
    Column("Link"),
    Column("To", shrink=1, wrap=True),
    Column("Nearest", optional=True),
)
CIRCLES = (Column("Depends"), Column("On"))
_WORDS = {
    Says.DEPENDS_ON: "depends on",
    Says.BLOCKS: "blocks",
    Says.PARENT: "is part of",
    Says.RELATED: "is related to",
    Says.FOLLOWS: "follows",
}
MAP_STATUS = "Map them in portfolio.yaml: `import: {status: {WORD: paused}}`."
FEW = 20
"""Rows of a table in a report; `--all` shows the rest."""


def new_table(report: Report) -> Iterator[Table]:
    """The files that come."""
    rows = tuple(
        _file(reconciliation)
        for reconciliation in report.shown
        if reconciliation.fate is Fate.NEW
    )
    if rows:
        yield Table("new", FILES, (Group("", rows),), "New")


def changes_table(report: Report) -> Iterator[Table]:
    """The fields that follow the source."""
    rows = tuple(
        Row(
            (
                reconciliation.id,
                change.field,
                value_text(change.before),
                value_text(change.now),
            )
        )
        for reconciliation in report.shown
        for change in reconciliation.changes
    )
    if rows:
        yield Table("changes", CHANGES, (Group("", rows),), "Changed by the source")


def conflicts_table(report: Report) -> Iterator[Table | Prose]:
    """The fields that both sides changed."""
    rows = tuple(
        Row(
            (
                conflict.id,
                change.field,
                value_text(change.before),
                value_text(change.now),
                value_text(change.here),
            )
        )
        for conflict in report.conflicts
        for change in conflict.conflicts
    )
    if rows:
        yield Table("conflicts", CONFLICTS, (Group("", rows),), "Conflicts, left alone")
        said = (
            "Add --resolve mine to keep your files, --resolve source to follow the source."
        )
        yield Prose((Line(said, "faint"),))


def gone_tables(report: Report) -> Iterator[Table]:
    """Initiatives that have no item of their own any more."""
    named = (
        ("vanished", "Vanished from the source, kept here", report.reconciled.vanished),
        (
            "folded",
            "Now part of another initiative, kept here",
            report.reconciled.folded,
        ),
        ("twins", "Share their item with another initiative", report.reconciled.twins),
    )
    for id, title, known in named:
        rows = tuple(Row((each.id, each.title, each.key)) for each in known)
        if rows:
            yield Table(id, GONE, (Group("", rows),), title)


def loss_tables(drafted: Drafted, *, all: bool) -> Iterator[Table | Prose]:
    """The loss report: statuses, links and columns that are not imported."""
    words = [Row((word or "(none)", number)) for word, number in drafted.statuses.items()]
    title = "Unknown status words: no status is written"
    yield from _cut("statuses", STATUSES, words, title, all)
    if any(drafted.statuses):
        yield Prose((Line(MAP_STATUS, "faint"),))
    away = [
        Row((outside.key, _WORDS[outside.says], outside.to, outside.nearest or None))
        for outside in drafted.outside
    ]
    yield from _cut("unresolved", UNRESOLVED, away, "Links to items not in the export", all)
    edges = [
        Row((waits, waits_for), rule=number > 0 and first == 0)
        for number, circle in enumerate(drafted.circles)
        for first, (waits, waits_for) in enumerate(circle)
    ]
    title = "Circles of dependencies, kept as x-links"
    yield from _cut("circles", CIRCLES, edges, title, all)
    lost = [
        Row((dropped.column, dropped.values, WHY[dropped.why]))
        for dropped in drafted.dropped
        if dropped.why is not Lost.EMPTY
    ]
    yield from _cut("dropped", DROPPED, lost, "Columns that are not imported", all)
    empty = [dropped.column for dropped in drafted.dropped if dropped.why is Lost.EMPTY]
    if empty:
        names = listed(empty, len(empty) if all else 5)
        yield Prose((Line(f"{count(len(empty), 'empty column')}: {names}.", "faint"),))


def _cut(
    id: str, columns: tuple[Column, ...], rows: list[Row], title: str, all: bool
) -> Iterator[Table | Prose]:
    kept = rows if all else rows[:FEW]
    if kept:
        yield Table(id, columns, (Group("", tuple(kept)),), title)
    if len(rows) > len(kept):
        said = f"{count(len(rows) - len(kept), 'more row')}; --all shows them."
        yield Prose((Line(said, "faint"),))


def _file(reconciliation: Reconciliation) -> Row:
    said = reconciliation.said
    return Row(
        (
            reconciliation.id,
            reconciliation.draft.title,
            str(said.get("status", "")).replace("_", " ") or None,
            said.get("effort"),
            value_text(said["depends_on"]) if said.get("depends_on") else None,
            reconciliation.file,
        )
    )
