"""Scenarios side by side, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from roadmap.studies.published_shifts import kept_of
from roadmap.studies.scenarios import SideBySide, budget, delivered_by, value_by
from roadmap.views.blocks.bottleneck import shares_of_waiting
from roadmap.views.blocks.scenario_tables import is_kept, open_dates
from roadmap.views.due_dates import DueDate
from roadmap.views.phrases.effects import EffectWords
from roadmap.views.scenario_side import ScenarioSide
from roadmap.views.what_if import what_if_data


def scenarios_data(
    found: SideBySide, sides: Sequence[ScenarioSide]
) -> list[dict[str, Any]]:
    """The section `scenarios`: today, then each other side, in order."""
    return [_side(found, number, side) for number, side in enumerate(sides)]


def _side(found: SideBySide, number: int, side: ScenarioSide) -> dict[str, Any]:
    outlook = found.outlooks[number]
    plan, calendar = outlook.plan, outlook.portfolio.calendar
    dates = open_dates(side)
    kept, every = kept_of(outlook.portfolio, plan)
    supposed = what_if_data(side.answer.overlay)
    last = calendar.date_of(max(plan.finish_day - 1, 0)) if plan.slots else None
    return {
        "name": side.name,
        "title": side.title or None,
        "why": side.why or None,
        "based_on": supposed["based_on"],
        "set": supposed["set"],
        "drop": supposed["drop"],
        "average_time_to_value": plan.mean_wait_weeks,
        "cost": plan.cost,
        "finish_day": plan.finish_day,
        "finish": last.isoformat() if last else None,
        "budget": budget(outlook),
        "values": [
            {"by": when.isoformat(), "value": value_by(outlook, when)}
            for when in found.quarters
        ],
        "mandatory": sum(map(_mandatory, dates)),
        "mandatory_kept": sum(is_kept(due) for due in dates if _mandatory(due)),
        "commitments": sum(due.commitment for due in dates),
        "commitments_kept": sum(is_kept(due) for due in dates if due.commitment),
        "published": every if outlook.portfolio.published else None,
        "published_kept": kept if outlook.portfolio.published else None,
        "dates": [_date(due) for due in dates],
        "bottleneck": _bottleneck(side),
        "first_quarter": list(delivered_by(outlook, found.quarters[0])),
        "moved": side.moved,
        **_effects(found, side),
    }


def _mandatory(due: DueDate) -> bool:
    return not due.commitment and due.initiative.must is not None


def _date(due: DueDate) -> dict[str, Any]:
    chance = due.chance
    return {
        "id": due.initiative.id,
        "commitment": due.commitment,
        "by": due.period.last.isoformat(),
        "kept": is_kept(due),
        "chance": chance.chance if chance else None,
    }


def _bottleneck(side: ScenarioSide) -> dict[str, Any] | None:
    shares = shares_of_waiting(side.answer.plan) if side.answer.plan else []
    return {"team": shares[0][0], "share": shares[0][1]} if shares else None


def _effects(found: SideBySide, side: ScenarioSide) -> dict[str, Any]:
    """What it buys and costs in words; None for today."""
    if side.difference is None:
        return {"buys": None, "costs": None}
    words = EffectWords(side.difference, side.answer.framework.unit, found.quarters[1])
    return {
        "buys": words.sentence(side.effects, gain=True),
        "costs": words.sentence(side.effects, gain=False),
    }
