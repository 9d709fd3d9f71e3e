"""The history of a portfolio, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roadmap.studies.history import NeedWait, Snapshot, Trail, need_waits
from roadmap.views.answer import Answer
from roadmap.views.findings import finding_data
from roadmap.views.portfolio import FORMAT, portfolio_data


def log_data(
    answer: Answer,
    snapshots: tuple[Snapshot, ...],
    there: int,
    lost: Iterable[str],
    shown: Iterable[Trail],
    *,
    shallow: bool = False,
    former: str | None = None,
) -> dict[str, Any]:
    """The answer of `log`: snapshots of `there` commits, and the trails that are shown."""
    by_id = sorted(shown, key=lambda trail: trail.id)
    return {
        "format": FORMAT,
        "portfolio": portfolio_data(answer),
        "findings": [finding_data(finding) for finding in answer.findings],
        "log": {
            "commits": [_commit(snapshot) for snapshot in snapshots],
            "commits_there": there,
            "commits_left_out": list(lost),
            "shallow": shallow,
            "moved_from": former,
            "initiatives": [_trail(trail) for trail in by_id],
            "needs": [_need(wait) for wait in need_waits(snapshots)],
        },
    }


def _commit(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "commit": snapshot.commit,
        "date": snapshot.when.isoformat() if snapshot.dated else None,
        "subject": snapshot.subject,
        "planned": snapshot.scheduled,
        "value": snapshot.value,
        "cost": snapshot.cost,
        "mean_wait_weeks": snapshot.mean_wait,
        "left_out": list(snapshot.left_out),
    }


def _trail(trail: Trail) -> dict[str, Any]:
    return {
        "id": trail.id,
        "title": trail.title,
        "ends": [day and day.isoformat() for day in trail.ends],
        "promised": [day and day.isoformat() for day in trail.promised],
        "ranks": list(trail.ranks),
        "slip_days": trail.slip,
        "slips": trail.slips,
    }


def _need(wait: NeedWait) -> dict[str, Any]:
    return {
        "id": wait.need,
        "since": wait.since.isoformat(),
        "until": wait.until.isoformat() if wait.until else None,
        "days": wait.days,
    }
