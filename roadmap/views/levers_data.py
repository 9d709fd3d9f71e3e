"""Levers as plain data."""

from __future__ import annotations

from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.views.answer import Answer
from roadmap.views.blocks.levers import days_later, told_levers
from roadmap.views.lever_plans import LeverPlan
from roadmap.views.phrases.dates import dates_of


def forward_data(answer: Answer, id: str) -> list[dict[str, Any]] | None:
    """What would bring an initiative forward; None where nobody tried."""
    if answer.levers is None:
        return None
    return [_lever(answer.portfolio, lever) | _end(answer, lever, id)
            for lever in told_levers(answer, id)]  # fmt: skip


def one_more_data(answer: Answer) -> list[dict[str, Any]] | None:
    """What one more person in each of the busiest teams brings; None: nobody tried."""
    if answer.levers is None:
        return None
    return [_lever(answer.portfolio, lever) for lever in answer.levers]


def _end(answer: Answer, lever_plan: LeverPlan, id: str) -> dict[str, Any]:
    slot = lever_plan.difference.new.plan.slots[id]
    return {
        "end": dates_of(answer.portfolio, slot)[1].isoformat(),
        "days_earlier": -days_later(answer, lever_plan, id),
    }


def _lever(portfolio: Portfolio, lever_plan: LeverPlan) -> dict[str, Any]:
    lever, moved = lever_plan.lever, lever_plan.difference
    waits, part = moved.shared_waits, lever.part
    left = [id for id in moved.old.plan.slots if id not in moved.new.plan.slots]
    return {
        "kind": lever.kind,
        "id": lever.id or None,
        "team": lever.team or None,
        "people": lever.people or None,
        "effort": portfolio.weeks(part.work.middle) if part else None,
        "command": lever_plan.command,
        "weeks_sooner": waits[0] - waits[1] if waits else None,
        "finish_day": moved.new.plan.finish_day,
        "later": [
            {"id": it.id, "days": it.end} for it in moved.shifts if (it.end or 0) > 0
        ],
        "unscheduled": sorted(left),
    }
