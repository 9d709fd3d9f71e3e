"""What differs, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from roadmap.studies.causes import Cause
from roadmap.studies.chances import ChanceShift
from roadmap.studies.change import Change, Detail
from roadmap.studies.difference import Difference
from roadmap.studies.forecast_position import ForecastPosition
from roadmap.studies.outlook import Outlook
from roadmap.studies.shifts import Shift
from roadmap.studies.workloads import Workload
from roadmap.views.phrases.causes import because, chance_because, names_of
from roadmap.views.phrases.changes import from_to, phrase
from roadmap.views.phrases.dates import dates_of
from roadmap.views.phrases.names import PairNames


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: what it is called, and its commit if it is one.

    `left_out` are the files whose errors leave something out. Any of `unread` may hold
    initiatives that were not read.
    """

    name: str
    commit: str | None = None
    left_out: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()


def diff_data(difference: Difference, sides: tuple[Side, Side]) -> dict[str, Any]:
    """The section `diff`, every key present."""
    old, new = (_side(side) for side in sides)
    names = names_of(difference)
    return {
        "old": old,
        "new": new,
        "edits": [
            _edit(number, change, names)
            for number, change in enumerate(difference.changes, 1)
        ],
        "live": difference.live,
        "tried": difference.tried,
        "uncertain": sorted(uncertain(difference, sides)),
        "moves": [_move(difference, it) for it in difference.shifts if differs(it)],
        "chances": [_chance(difference, it) for it in difference.chances],
        "deadlines_missed": [shift.id for shift in difference.deadlines_missed],
        "deadlines_saved": [shift.id for shift in difference.deadlines_saved],
        "promises_missed": [shift.id for shift in difference.promises_missed],
        "promises_saved": [shift.id for shift in difference.promises_saved],
        "teams": [_load(*sides) for sides in difference.workloads],
        "cost": _cost(difference),
    }


def uncertain(difference: Difference, sides: tuple[Side, Side]) -> dict[str, str]:
    """What counts as added or removed, and may not be: ids, each with the unread file."""
    every = ((it, 0 if it.before is None else 1) for it in difference.shifts)
    one_sided = ((it.id, n) for it, n in every if it.before is None or it.after is None)
    held = (difference.new.portfolio.initiatives, difference.old.portfolio.initiatives)
    files = ((id, held[n][id].place.file, sides[n].unread) for id, n in one_sided)
    return {id: file for id, file, unread in files if file in unread}


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "commit": side.commit,
        "left_out": list(side.left_out),
    }


def differs(shift: Shift) -> bool:
    """Whether an initiative was added or removed, or its dates or its rank moved."""
    return shift.before is None or shift.after is None or shift.dated or shift.ranked


def _edit(number: int, change: Change, names: PairNames) -> dict[str, Any]:
    return {
        "number": number,
        "section": change.section,
        "id": change.id or None,
        "key": change.key or None,
        "kind": change.kind,
        "moves": not change.inert,
        "says": phrase(change, names),
        "details": [_detail(detail, change.key) for detail in change.details],
    }


def _detail(detail: Detail, own: str) -> dict[str, Any]:
    before, after = from_to(detail, own)
    return {"key": list(detail.route), "from": before or None, "to": after or None}


def _move(difference: Difference, shift: Shift) -> dict[str, Any]:
    return {
        "id": shift.id,
        "start_days": shift.start,
        "end_days": shift.end,
        "before": _position(difference.old, shift.before),
        "after": _position(difference.new, shift.after),
        "cause": _cause(difference, difference.causes.get(shift.id)),
    }


def _position(side: Outlook, position: ForecastPosition | None) -> dict[str, Any] | None:
    if position is None:
        return None
    slot = side.plan.slots.get(position.id)
    start, end = dates_of(side.portfolio, slot) if slot else (None, None)
    return {
        "status": position.status,
        "value": position.value,
        "score": position.score,
        "rank": position.rank,
        "position": position.position,
        "step": position.step,
        "step_score": position.step_score,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "deadline": position.deadline,
        "promise": position.promise,
    }


def _cause(difference: Difference, cause: Cause | None) -> dict[str, Any] | None:
    if cause is None:
        return None
    return {
        "kind": cause.kind,
        "says": because(difference, cause),
        "rest_days": cause.rest,
        "shares": [
            {"edits": [number + 1 for number in share.changes], "days": share.days}
            for share in cause.shares
        ],
    }


def _chance(difference: Difference, shift: ChanceShift) -> dict[str, Any]:
    return {
        "id": shift.id,
        "kind": shift.after.kind,
        "by_before": shift.before.by.last.isoformat(),
        "by_after": shift.after.by.last.isoformat(),
        "chance_before": shift.before.chance,
        "chance_after": shift.after.chance,
        "says": chance_because(difference, shift),
    }


def _load(before: Workload, after: Workload) -> dict[str, Any]:
    return {
        "team": after.team,
        "work_before": before.work,
        "work_after": after.work,
        "until_day_before": before.until,
        "until_day_after": after.until,
    }


def _cost(difference: Difference) -> dict[str, Any]:
    shared = difference.shared_waits or (None, None)
    before, after = difference.old.plan, difference.new.plan
    return {
        "before": before.cost,
        "after": after.cost,
        "change": after.cost / before.cost - 1 if before.cost else None,
        "mean_wait_weeks_before": before.mean_wait_weeks,
        "mean_wait_weeks_after": after.mean_wait_weeks,
        "shared_wait_weeks_before": shared[0],
        "shared_wait_weeks_after": shared[1],
    }
