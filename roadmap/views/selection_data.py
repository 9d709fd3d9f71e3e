"""A selection as plain data."""

from __future__ import annotations

from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.selection.selection import LimitUse, Selection
from roadmap.views.phrases.funding import below_why


def selection_data(portfolio: Portfolio, found: Selection) -> dict[str, Any]:
    """What is funded, by id, and what is below the line, what just missed first."""
    return {
        "chosen": [
            {"id": id, "forced": str(found.forced[id]) if id in found.forced else None}
            for id in found.funded
        ],
        "below": [
            {
                "id": below.id,
                "kind": str(below.kind),
                "why": below_why(portfolio, found, below),
                "needs": list(below.needs),
                "value": below.value,
                "effort": below.effort,
                "short": [
                    {"limit": k, "amount": amount} for k, amount in below.short.items()
                ],
            }
            for below in found.below
        ],
        "limits": [_use(use) for use in found.uses],
        "value": found.value,
        "bound": found.bound,
        "gap": found.gap,
        "status": str(found.status),
        "effort": found.effort,
        "cost": found.cost,
    }


def _use(use: LimitUse) -> dict[str, Any]:
    return {
        "kind": str(use.limit.kind),
        "team": use.limit.team,
        "amount": use.limit.amount,
        "delivered": use.limit.delivered,
        "forced": use.forced,
        "chosen": use.chosen,
        "left": use.left,
    }
