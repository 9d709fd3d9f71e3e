"""Which needs the plan addresses when, in the customers' own words."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.horizons import Horizon, horizon_of


@dataclass(frozen=True, slots=True)
class Addressed:
    """A need as customers say it, and the work that addresses it, by when that starts."""

    statement: str
    titles: dict[Horizon, list[str]]


def addressed_needs(answer: Answer, plan: Plan) -> tuple[Addressed, ...]:
    """The needs that planned work addresses, those with the soonest work first."""
    found: dict[str, Addressed] = {}
    slots = (slot for slot in plan.slots.values() if answer.shows(slot.id))
    for slot in sorted(slots, key=lambda slot: (slot.start_day, slot.end_day, slot.id)):
        initiative = answer.portfolio.initiatives[slot.id]
        when = horizon_of(answer.portfolio, slot)
        for target in dict.fromkeys(claim.target for claim in initiative.outcomes):
            need = answer.portfolio.needs.get(target)
            if need is not None:
                addressed = found.setdefault(target, Addressed(need.statement, {}))
                addressed.titles.setdefault(when, []).append(answer.title(slot.id))
    return tuple(found.values())
