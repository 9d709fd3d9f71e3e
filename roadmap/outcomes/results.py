"""What each claim of an initiative promised, and what was measured since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.actuals import Actual
from roadmap.model.initiative import Claim, Initiative, Measure, Status
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.commitments import Commitment, Told, commitments_of
from roadmap.outcomes.deliveries import delivered, delivered_on, is_delivered
from roadmap.outcomes.measurements import latest, measurements
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import CLASSES, constants
from roadmap.scoring.evidence import months_later
from roadmap.scoring.impact import impact
from roadmap.scoring.progress import newest, progress

QUARTER = 3
"""Months after a delivery from which on a measure without an actual is due."""


class ClaimKind(StrEnum):
    """What a claim is about."""

    NEED = "need"
    OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True)
class Result:
    """What one claim promised, and what happened.

    `confidence` (a share of 1) and `evidence_class` are those of the day on which work
    began, or was delivered if nobody knows. `actual` is the newest one since the delivery,
    `progress` 1 at the target and below 0 where the metric got worse; None if it was not
    measured. `credit` is the share of that progress which is this claim's. `due` is the
    day from which on the measure is overdue; None if it is measured, or cannot be.
    """

    initiative: str
    target: str
    kind: ClaimKind
    place: Place
    confidence: Fraction
    evidence_class: str
    harms: bool
    measure: Measure | None = None
    actual: Actual | None = None
    progress: Fraction | None = None
    credit: Fraction = Fraction(1)
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """Delivered work: when (None if nobody knows), with what result, and whom to tell.

    `commitments` has a deadline too, if there is one. `tell` are the people behind the
    evidence for its claims by `as_of`, by name.
    """

    id: str
    delivered: date | None
    results: tuple[Result, ...]
    commitments: tuple[Commitment, ...] = ()
    tell: tuple[str, ...] = ()


def deliveries(portfolio: Portfolio, told: Told | None = None) -> tuple[Delivery, ...]:
    """All work delivered by `as_of`, the newest first, undated work last."""
    found = [_delivery(portfolio, initiative, told) for initiative in delivered(portfolio)]
    return tuple(sorted(found, key=lambda it: (-_ordinal(it.delivered), it.id)))


def due(portfolio: Portfolio) -> tuple[Result, ...]:
    """The claims of delivered work that should have been measured by `as_of`."""
    late = [
        (result.due, result)
        for delivery in deliveries(portfolio)
        for result in delivery.results
        if result.due is not None and result.due <= portfolio.as_of
    ]
    late.sort(key=lambda it: (it[0], it[1].initiative))
    return tuple(result for _, result in late)


def in_flight(portfolio: Portfolio) -> tuple[Result, ...]:
    """The claims of work in progress, with what their metrics are now, by initiative."""
    every = portfolio.initiatives.values()
    running = (
        initiative for initiative in every if initiative.status is Status.IN_PROGRESS
    )
    return tuple(
        result for initiative in running for result in results(portfolio, initiative)
    )


def results(portfolio: Portfolio, initiative: Initiative) -> Iterator[Result]:
    """The result of each claim of an initiative, outcomes first."""
    for claim in initiative.outcomes:
        yield _result(portfolio, initiative, claim, ClaimKind.NEED)
    for claim in initiative.contributions:
        yield _result(portfolio, initiative, claim, ClaimKind.OBJECTIVE)


def _delivery(portfolio: Portfolio, initiative: Initiative, told: Told | None) -> Delivery:
    return Delivery(
        initiative.id,
        delivered_on(portfolio, initiative),
        tuple(results(portfolio, initiative)),
        tuple(commitments_of(portfolio, initiative, told)),
        tell(portfolio, initiative),
    )


def tell(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    """Who asked for an initiative: the names behind the evidence for its claims."""
    named = [*initiative.evidence]
    for claim in (*initiative.outcomes, *initiative.contributions):
        named += claim.evidence
    for claim in initiative.outcomes:
        if claim.target in portfolio.needs:
            named += portfolio.needs[claim.target].evidence
    known = (portfolio.evidence[id] for id in named if id in portfolio.evidence)
    heard = (it for it in known if it.date is None or it.date <= portfolio.as_of)
    return tuple(dict.fromkeys(name for evidence in heard for name in evidence.heard_from))


def _result(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, kind: ClaimKind
) -> Result:
    need = portfolio.needs.get(claim.target) if kind is ClaimKind.NEED else None
    harms = impact(claim.impact, constants(portfolio)).share < 0
    when = _begun(portfolio, initiative)
    sure = confidence(portfolio, initiative, claim, need, harms=harms, when=when)
    done = is_delivered(portfolio, initiative)
    actual, reached, credit = _measured(portfolio, initiative, claim, done=done)
    return Result(
        initiative=initiative.id,
        target=claim.target,
        kind=kind,
        place=claim.place,
        confidence=sure.counted,
        evidence_class=(sure.best and sure.best.kind) or CLASSES[0],
        harms=harms,
        measure=claim.measure,
        actual=actual,
        progress=reached,
        credit=credit,
        due=_due(portfolio, initiative, claim.measure) if done and not actual else None,
    )


def _measured(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, *, done: bool
) -> tuple[Actual | None, Fraction | None, Fraction]:
    """The actual of a claim, its progress and its credit for that."""
    one = Fraction(1)
    if claim.measure is None:
        return None, None, one
    if done:
        measurement = measurements(portfolio).get((initiative.id, claim.place))
        if measurement is not None:
            return measurement.actual, measurement.progress, measurement.credit
        return latest(portfolio, initiative, claim), None, one
    actual = newest(portfolio, claim.measure.actual)
    if actual is None:
        return None, None, one
    ends = claim.measure.baseline, claim.measure.target
    return actual, progress(*ends, actual.value), one


def _begun(portfolio: Portfolio, initiative: Initiative) -> date | None:
    """The day of a guess: the start of work, otherwise its delivery; None if unknown."""
    if initiative.started is not None and initiative.started <= portfolio.as_of:
        return initiative.started
    if not is_delivered(portfolio, initiative):
        return None
    return delivered_on(portfolio, initiative)


def _due(
    portfolio: Portfolio, initiative: Initiative, measure: Measure | None
) -> date | None:
    """The day after `by`, or a quarter after the delivery if that is earlier."""
    if measure is None:
        return None
    day = delivered_on(portfolio, initiative)
    days = [] if day is None else [months_later(day, QUARTER)]
    if measure.by is not None and measure.by.last < date.max:
        days.append(measure.by.last + timedelta(days=1))
    return min(days, default=None)


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()
