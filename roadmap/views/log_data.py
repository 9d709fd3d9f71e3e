"""The history of a portfolio, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roadmap.studies.chances import DateKey
from roadmap.studies.history import ChanceTrail, NeedWait, Snapshot, Trail, need_waits
from roadmap.views.answer import Answer
from roadmap.views.findings import finding_data
from roadmap.views.phrases.chance_moves import ToldStep
from roadmap.views.portfolio import FORMAT, portfolio_data


def log_data(
    answer: Answer,
    snapshots: tuple[Snapshot, ...],
    there: int,
    lost: Iterable[str],
    shown: Iterable[Trail],
    chances: Iterable[ChanceTrail] = (),
    steps: tuple[ToldStep, ...] = (),
    *,
    shallow: bool = False,
    former: str | None = None,
) -> dict[str, Any]:
    """The answer of `log`: snapshots of `there` commits, and the trails that are shown.

    `chances` are the dates to keep that are shown, `steps` what moved them.
    """
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
            "chances": [_chances(trail, steps) for trail in _by_date(chances)],
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
        "published": trail.told.until.isoformat() if trail.told else None,
        "ranks": list(trail.ranks),
        "slip_days": trail.slip,
        "slips": trail.slips,
    }


def _by_date(chances: Iterable[ChanceTrail]) -> list[ChanceTrail]:
    return sorted(chances, key=lambda trail: (trail.id, trail.promise))


def _chances(trail: ChanceTrail, steps: tuple[ToldStep, ...]) -> dict[str, Any]:
    key = trail.id, trail.promise
    return {
        "id": trail.id,
        "kind": trail.known[-1].kind,
        "by": [date and date.by.last.isoformat() for date in trail.dates],
        "chances": [date and date.chance for date in trail.dates],
        "moves": [_move(step, key) for step in steps if key in step.moves],
    }


def _move(step: ToldStep, key: DateKey) -> dict[str, Any]:
    move = step.moves[key]
    return {
        "commit": step.commit,
        "commit_before": step.before,
        "chance_before": move.shift.before.chance,
        "chance_after": move.shift.after.chance,
        "says": move.because,
    }


def _need(wait: NeedWait) -> dict[str, Any]:
    return {
        "id": wait.need,
        "since": wait.since.isoformat(),
        "until": wait.until.isoformat() if wait.until else None,
        "days": wait.days,
    }
