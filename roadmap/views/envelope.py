"""The JSON envelope: one shape for every command, every key of a section always there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from roadmap.model.initiative import Initiative, Status
from roadmap.sequencing.results import Bundle, Plan, RankedSequence, Slot, Unplaced
from roadmap.simulation.results import EndRange
from roadmap.views.answer import Answer
from roadmap.views.blocks.assumed import assumptions
from roadmap.views.findings import finding_data
from roadmap.views.forecast_data import forecast_data, range_data
from roadmap.views.own_ranks import ranked
from roadmap.views.phrases.assumptions import in_full
from roadmap.views.phrases.dates import dates_of
from roadmap.views.phrases.reasons import inversion_text, short_reasons, why_unplaced
from roadmap.views.portfolio import FORMAT, portfolio_data
from roadmap.views.selection_data import selection_data
from roadmap.views.what_if import what_if_data


def envelope(answer: Answer, **sections: Any) -> dict[str, Any]:
    """What an answer says, as plain data; `sections` are a view's own."""
    data = {
        "format": FORMAT,
        "portfolio": portfolio_data(answer),
        "initiatives": _initiatives(answer),
        "findings": [finding_data(finding) for finding in answer.findings],
    }
    if answer.overlay:
        data["what_if"] = what_if_data(answer.overlay)
    if answer.sequence:
        data["sequence"] = _sequence(answer.sequence)
    if answer.selection:
        data["selection"] = selection_data(answer.portfolio, answer.selection)
    if answer.plan:
        data["plan"] = _plan(answer, answer.plan)
    if answer.forecast:
        data["forecast"] = forecast_data(answer.portfolio, answer.forecast)
    return data | sections


def placed_steps(sequence: RankedSequence | None) -> Mapping[str, Bundle]:
    """The step of everything in a sequence."""
    return {id: step for step in sequence.bundles for id in step.ids} if sequence else {}


def _initiatives(answer: Answer) -> list[dict[str, Any]]:
    rank, step = ranked(answer), placed_steps(answer.sequence)
    ids = answer.sequence.ids if answer.sequence else ()
    position = {id: number for number, id in enumerate(ids, 1)}
    left = (
        {unplaced.id: unplaced for unplaced in answer.plan.unplaced} if answer.plan else {}
    )
    return [
        _facts(answer, initiative)
        | {"rank": rank.get(initiative.id), "position": position.get(initiative.id)}
        | {"step": step[initiative.id].number if initiative.id in step else None}
        | {"step_score": step[initiative.id].score if initiative.id in step else None}
        | _stay(answer, left, initiative)
        | {"forecast": range_data(answer.portfolio, _range(answer, initiative.id))}
        for initiative in answer.initiatives
    ]


def _range(answer: Answer, id: str) -> EndRange | None:
    return answer.forecast.ranges.get(id) if answer.forecast else None


def _facts(answer: Answer, initiative: Initiative) -> dict[str, Any]:
    score = answer.score(initiative.id)
    return {
        "id": initiative.id,
        "title": initiative.title,
        "status": initiative.status.value,
        "theme": initiative.theme or None,
        **_tracked(initiative),
        "value": score.value if score else None,
        "effort": score.size if score else answer.portfolio.size(initiative),
        "score": score.score if score else None,
        "assumed": list(in_full(assumptions(answer, initiative.id))),
    }


def _tracked(initiative: Initiative) -> dict[str, Any]:
    created, updated = initiative.created, initiative.updated
    return {
        "kind": initiative.kind or None,
        "because": initiative.because or None,
        "owners": list(initiative.owners),
        "priority": initiative.priority or None,
        "parent": initiative.parent or None,
        "relations": {word: list(ids) for word, ids in initiative.relations.items()},
        "created": created.isoformat() if created else None,
        "updated": updated.isoformat() if updated else None,
    }


def _stay(
    answer: Answer, left: Mapping[str, Unplaced], initiative: Initiative
) -> dict[str, Any]:
    slot = answer.plan.slots.get(initiative.id) if answer.plan else None
    reasons = list(short_reasons(answer, left, initiative.id))
    if slot is None or answer.plan is None or initiative.status is Status.DELIVERED:
        blank = dict.fromkeys(("start", "end", "start_day", "end_day"))
        return blank | {"parts": {}, "reasons": reasons}
    start, end = dates_of(answer.portfolio, slot)
    return {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "start_day": slot.start_day,
        "end_day": slot.end_day,
        "parts": _parts(slot),
        "reasons": reasons,
    }


def _parts(slot: Slot) -> dict[str, Any]:
    return {
        team: {"people": part.people, "start_day": part.start_day, "end_day": part.end_day}
        for team, part in sorted(slot.parts.items())
    }


def _sequence(sequence: RankedSequence) -> dict[str, Any]:
    return {
        "ids": list(sequence.ids),
        "steps": [_step(step) for step in sequence.bundles],
        "cost": sequence.cost,
        "usual_cost": sequence.naive_cost,
        "bound": sequence.bound,
        "status": sequence.status,
    }


def _step(step: Bundle) -> dict[str, Any]:
    return {
        "number": step.number,
        "ids": list(step.ids),
        "value": step.value,
        "size": step.size,
        "score": step.score,
    }


def _plan(answer: Answer, plan: Plan) -> dict[str, Any]:
    left = {unplaced.id: unplaced for unplaced in plan.unplaced}
    return {
        "minimises": plan.minimises,
        "cost": plan.cost,
        "mean_wait_weeks": plan.mean_wait_weeks,
        "usual_cost": plan.naive_cost,
        "usual_mean_wait_weeks": plan.naive_mean_wait_weeks,
        "usual_late": plan.naive_late,
        "bound": plan.bound,
        "bound_mean_wait_weeks": plan.bound_mean_wait_weeks,
        "gap": plan.gap,
        "status": plan.status,
        "finish_day": plan.finish_day if plan.slots else 0,
        "late": plan.late,
        "unplaced": [
            {"id": id, "reason": why_unplaced(answer, left, id)} for id in sorted(left)
        ],
        "out_of_order": [
            {
                "first": pair.first,
                "second": pair.second,
                "team": pair.team,
                "why": inversion_text(answer.portfolio, pair),
                "price": pair.price,
                "late": pair.late,
            }
            for pair in plan.out_of_order
        ],
        "prices": [
            {"id": price.id, "kind": price.kind, "cost": price.cost, "late": price.late}
            for price in plan.prices
        ],
        "published": _published(plan),
        "waiting": dict(sorted(plan.waiting.items())),
    }


def _published(plan: Plan) -> dict[str, Any] | None:
    kept = plan.published
    if kept is None:
        return None
    return {"kept": kept.kept, "moved": kept.moved, "free_cost": kept.free_cost}
