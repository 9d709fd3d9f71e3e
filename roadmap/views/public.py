"""What customers may see: everything else is removed before any view looks at it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from types import MappingProxyType

from roadmap.model.initiative import Initiative, Status
from roadmap.scoring.constants import constants
from roadmap.scoring.impact import impact
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer

_SAID = ("id", "title", "place", "theme", "status", "outcomes", "delivered")


def nothing_is_decided(answer: Answer) -> bool:
    """Whether customers see no work because nothing they may see is decided."""
    work = [
        initiative
        for initiative in answer.portfolio.initiatives.values()
        if not initiative.internal
    ]
    return bool(work) and all(
        initiative.status in _undecided(answer) for initiative in work
    )


def _undecided(answer: Answer) -> Set[Status]:
    return {Status.PROPOSED, Status.IDEA} - answer.statuses


def public(answer: Answer) -> Answer:
    """The answer without internal or undecided work; of other work, only what it is for.

    What is published counts as a commitment, so proposals and ideas are in it only where
    somebody asked for these statuses by name.

    It holds no dependency, reason, commitment, finding, score or effort, so that none of
    them can give away what is not shown.
    """
    portfolio = answer.portfolio
    undecided = _undecided(answer)
    kept = {
        id: _stripped(answer, initiative)
        for id, initiative in portfolio.initiatives.items()
        if not initiative.internal and initiative.status not in undecided
    }
    return replace(
        answer,
        portfolio=replace(
            portfolio,
            initiatives=MappingProxyType(kept),
            objectives={},
            evidence={},
            settings={},
        ),
        scores=None,
        sequence=None,
        plan=_public_plan(answer.plan, kept) if answer.plan else None,
        forecast=None,
        findings=(),
        left_out=(),
    )


def _stripped(answer: Answer, initiative: Initiative) -> Initiative:
    """An initiative with no more than title, theme, status and what it improves."""
    settled = constants(answer.portfolio)
    better = tuple(
        replace(claim, evidence=(), measure=None)
        for claim in initiative.outcomes
        if impact(claim.impact, settled).share > 0
    )
    said = {name: getattr(initiative, name) for name in _SAID}
    return Initiative(**said | {"outcomes": better})


def _public_plan(plan: Plan, kept: Mapping[str, Initiative]) -> Plan:
    slots = {id: replace(slot, parts={}) for id, slot in plan.slots.items() if id in kept}
    return replace(
        plan,
        slots=slots,
        reasons={},
        unplaced=(),
        out_of_order=(),
        prices=(),
        waiting={},
    )
