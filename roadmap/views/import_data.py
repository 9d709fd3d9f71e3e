"""An import as plain data."""

from __future__ import annotations

from typing import Any

from roadmap.importers.draft import Draft
from roadmap.importers.known import Known
from roadmap.importers.reconciling import Fate, FieldChange, Reconciliation
from roadmap.importers.references import Says
from roadmap.importers.report import Report
from roadmap.views.answer import Answer
from roadmap.views.findings import finding_data
from roadmap.views.portfolio import FORMAT, portfolio_data

_ORDERING = (Says.DEPENDS_ON, Says.BLOCKS, Says.PARENT)


def import_data(answer: Answer, report: Report) -> dict[str, Any]:
    """The answer of `import`: counts of everything, then each initiative and its fate."""
    return {
        "format": FORMAT,
        "portfolio": portfolio_data(answer),
        "findings": [finding_data(finding) for finding in answer.findings],
        "import": _counts(report),
        "imported": {
            "into": report.where,
            "written": report.written,
            "initiatives": [_outcome(reconciliation) for reconciliation in _by_id(report)],
            "vanished": [_known(known) for known in report.reconciled.vanished],
            "folded": [_known(known) for known in report.reconciled.folded],
            "circles": [
                [{"from": waits, "to": waits_for} for waits, waits_for in circle]
                for circle in report.drafted.circles
            ],
        },
    }


def _counts(report: Report) -> dict[str, Any]:
    drafted, counts = report.drafted, report.drafted.counts
    return {
        "source": drafted.source,
        "items": counts.items,
        "initiatives": len(drafted.drafts),
        "links": counts.links,
        "parents": counts.parents,
        "estimates": counts.estimates,
        "done": counts.done,
        "new": report.count(Fate.NEW),
        "changed": report.count(Fate.CHANGED),
        "unchanged": report.count(Fate.UNCHANGED),
        "vanished": len(report.reconciled.vanished),
        "conflicts": sum(len(conflict.conflicts) for conflict in report.conflicts),
        "dropped_columns": [
            {"column": dropped.column, "values": dropped.values, "why": dropped.why.value}
            for dropped in drafted.dropped
        ],
        "unknown_statuses": dict(drafted.statuses),
        "unresolved": [
            {"from": outside.key, "to": outside.to}
            for outside in drafted.outside
            if outside.says in _ORDERING and not outside.deleted
        ],
    }


def _by_id(report: Report) -> list[Reconciliation]:
    return sorted(report.reconciled.outcomes, key=lambda outcome: outcome.id)


def _outcome(reconciliation: Reconciliation) -> dict[str, Any]:
    draft: Draft = reconciliation.draft
    return {
        "id": reconciliation.id,
        "key": draft.key,
        "title": draft.title,
        "file": reconciliation.file,
        "fate": reconciliation.fate.value,
        "changes": [_change(change) for change in reconciliation.changes],
        "conflicts": [_change(change) for change in reconciliation.conflicts],
    }


def _change(change: FieldChange) -> dict[str, Any]:
    return {
        "field": change.field,
        "before": change.before,
        "here": change.here,
        "now": change.now,
    }


def _known(known: Known) -> dict[str, Any]:
    return {"id": known.id, "key": known.key, "title": known.title}
