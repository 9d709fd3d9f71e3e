"""What became of delivered work, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from roadmap.outcomes.calibration import Calibration
from roadmap.outcomes.commitments import Commitment
from roadmap.outcomes.estimates import Estimates
from roadmap.outcomes.results import Delivery, Result


def outcomes_data(
    deliveries: Sequence[Delivery],
    due: Sequence[Result],
    in_flight: Sequence[Result],
    calibrations: Sequence[Calibration],
    estimates: Sequence[Estimates],
) -> dict[str, Any]:
    """The section `outcomes` of the JSON answer."""
    return {
        "delivered": [
            _delivery(delivery) for delivery in sorted(deliveries, key=lambda it: it.id)
        ],
        "due": [_due(result) for result in due],
        "in_flight": [_claim(result) | {"id": result.initiative} for result in in_flight],
        "calibration": [
            {
                "class": calibration.evidence_class,
                "n": calibration.measured,
                "due": calibration.due,
                "claimed": calibration.claimed,
                "reached": calibration.reached,
                "low": calibration.low,
                "high": calibration.high,
                "proposed": calibration.proposed,
            }
            for calibration in calibrations
        ],
        "estimates": [
            {
                "team": estimate.team,
                "n": estimate.n,
                "ratio": estimate.ratio,
                "low": estimate.low,
                "high": estimate.high,
            }
            for estimate in estimates
        ],
    }


def _delivery(delivery: Delivery) -> dict[str, Any]:
    kept = next((it for it in delivery.commitments if it.commitment), None)
    return {
        "id": delivery.id,
        "delivered": delivery.delivered.isoformat() if delivery.delivered else None,
        "claims": [_claim(result) for result in delivery.results],
        "commitment": _verdict(kept),
        "days_late": kept.days_late if kept else None,
        "judged_by": kept.source.value if kept else None,
        "tell": list(delivery.tell),
    }


def _verdict(kept: Commitment | None) -> str | None:
    return kept.verdict.value if kept and kept.days_late is not None else None


def _claim(result: Result) -> dict[str, Any]:
    measure = result.measure
    return {
        result.kind.value: result.target,
        "metric": measure.metric if measure else None,
        "baseline": measure.baseline if measure else None,
        "target": measure.target if measure else None,
        "actual": result.actual.value if result.actual else None,
        "progress": result.progress,
        "confidence": result.confidence,
    }


def _due(result: Result) -> dict[str, Any]:
    return {
        "id": result.initiative,
        result.kind.value: result.target,
        "metric": result.measure.metric if result.measure else None,
        "since": result.due.isoformat() if result.due else None,
    }
