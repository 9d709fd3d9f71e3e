"""What differs, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from roadmap.studies.causes import Cause
from roadmap.studies.change import Change, Detail
from roadmap.studies.difference import Difference
from roadmap.studies.forecast_position import ForecastPosition
from roadmap.studies.outlook import Outlook
from roadmap.studies.shifts import Shift
from roadmap.studies.workloads import Workload
from roadmap.views.phrases.causes import because
from roadmap.views.phrases.changes import from_to, phrase
from roadmap.views.phrases.dates import dates_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: what it is called, and its commit if it is one."""

    name: str
    commit: str | None = None


def diff_data(found: Difference, sides: tuple[Side, Side]) -> dict[str, Any]:
    """The section `diff`, every key present."""
    old, new = ({"name": each.name, "commit": each.commit} for each in sides)
    return {
        "old": old,
        "new": new,
        "edits": [_edit(number, each) for number, each in enumerate(found.changes, 1)],
        "live": found.live,
        "tried": found.tried,
        "moves": [_move(found, each) for each in found.shifts if tells(each)],
        "deadlines_missed": [each.id for each in found.deadlines_missed],
        "deadlines_saved": [each.id for each in found.deadlines_saved],
        "promises_missed": [each.id for each in found.promises_missed],
        "promises_saved": [each.id for each in found.promises_saved],
        "teams": [_load(*each) for each in found.workloads],
        "cost": _cost(found),
    }


def tells(move: Shift) -> bool:
    """Whether an initiative is new, gone, or stands elsewhere than it did."""
    return move.before is None or move.after is None or move.dated or move.ranked


def _edit(number: int, edit: Change) -> dict[str, Any]:
    return {
        "number": number,
        "section": edit.section,
        "id": edit.id or None,
        "key": edit.key or None,
        "kind": edit.kind,
        "moves": not edit.inert,
        "says": phrase(edit),
        "details": [_detail(each) for each in edit.details],
    }


def _detail(detail: Detail) -> dict[str, Any]:
    before, after = from_to(detail)
    return {"key": list(detail.route), "from": before or None, "to": after or None}


def _move(found: Difference, move: Shift) -> dict[str, Any]:
    return {
        "id": move.id,
        "start_days": move.start,
        "end_days": move.end,
        "before": _standing(found.old, move.before),
        "after": _standing(found.new, move.after),
        "cause": _cause(found, found.causes.get(move.id)),
    }


def _standing(side: Outlook, standing: ForecastPosition | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    slot = side.plan.slots.get(standing.id)
    dates = dates_of(side.portfolio, slot) if slot else (None, None)
    return {
        "status": standing.status,
        "value": standing.value,
        "score": standing.score,
        "rank": standing.rank,
        "position": standing.position,
        "step": standing.step,
        "step_score": standing.step_score,
        "start": dates[0].isoformat() if dates[0] else None,
        "end": dates[1].isoformat() if dates[1] else None,
        "deadline": standing.deadline,
        "promise": standing.promise,
    }


def _cause(found: Difference, cause: Cause | None) -> dict[str, Any] | None:
    if cause is None:
        return None
    return {
        "kind": cause.kind,
        "says": because(found, cause),
        "rest_days": cause.rest,
        "shares": [
            {"edits": [number + 1 for number in each.changes], "days": each.days}
            for each in cause.shares
        ],
    }


def _load(before: Workload, after: Workload) -> dict[str, Any]:
    return {
        "team": after.team,
        "work_before": before.work,
        "work_after": after.work,
        "until_day_before": before.until,
        "until_day_after": after.until,
    }


def _cost(found: Difference) -> dict[str, Any]:
    before, after = found.old.plan, found.new.plan
    return {
        "before": before.cost,
        "after": after.cost,
        "change": after.cost / before.cost - 1 if before.cost else None,
        "mean_wait_weeks_before": before.mean_wait_weeks,
        "mean_wait_weeks_after": after.mean_wait_weeks,
    }
