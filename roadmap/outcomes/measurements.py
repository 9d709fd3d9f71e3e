"""What the metrics of delivered work turned out to be, claim by claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.actuals import Actual
from roadmap.model.initiative import Claim, Initiative, Measure
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.deliveries import delivered, delivered_on
from roadmap.outcomes.shares import share
from roadmap.scoring.constants import constants
from roadmap.scoring.impact import impact
from roadmap.scoring.progress import newest, progress
from roadmap.scoring.remembered import remembered


@dataclass(frozen=True, slots=True)
class Measurement:
    """The newest actual of a claim's metric since its delivery.

    `progress` is 1 at the target and below 0 where the metric got worse. `credit` is the
    share of it, 0 to 1, that the claim gets: several claims on needs that name one metric
    divide it by what they claim.
    """

    actual: Actual
    progress: Fraction
    credit: Fraction = Fraction(1)


ClaimKey = tuple[str, Place]
"""An initiative's id and the place of one of its claims."""


@remembered
def measurements(portfolio: Portfolio) -> Mapping[ClaimKey, Measurement]:
    """The measurements of delivered work, claim by claim."""
    found: dict[ClaimKey, Measurement] = {}
    together: dict[str, list[tuple[Claim, ClaimKey]]] = defaultdict(list)
    for initiative in delivered(portfolio):
        claims = (*initiative.outcomes, *initiative.contributions)
        for number, claim in enumerate(claims):
            if claim.measure is None:
                continue
            metric = _name(claim.measure)
            measured = _measured(portfolio, initiative, claim.measure, metric)
            if measured is not None:
                key = initiative.id, claim.place
                found[key] = measured
                if number < len(initiative.outcomes) and claim.target in portfolio.needs:
                    together[metric].append((claim, key))
    for sharing in together.values():
        if len(sharing) > 1:
            for key, credit in _credits(portfolio, sharing):
                found[key] = replace(found[key], credit=credit)
    return found


def latest(portfolio: Portfolio, initiative: Initiative, claim: Claim) -> Actual | None:
    """The newest actual of a claim's metric since its delivery, whoever measured it."""
    if claim.measure is None:
        return None
    return _latest(portfolio, initiative, _name(claim.measure))


@remembered
def _newest(portfolio: Portfolio) -> Mapping[str, Actual | None]:
    """The newest actual of each metric, whoever measured it."""
    pool: dict[str, list[Actual]] = defaultdict(list)
    for initiative in portfolio.initiatives.values():
        for claim in (*initiative.outcomes, *initiative.contributions):
            if claim.measure is not None:
                pool[_name(claim.measure)].extend(claim.measure.actual)
    return {metric: newest(portfolio, actuals) for metric, actuals in pool.items()}


def _name(measure: Measure) -> str:
    """A metric's name, the same however it is spaced and capitalised."""
    return " ".join(measure.metric.split()).casefold()


def _measured(
    portfolio: Portfolio, initiative: Initiative, measure: Measure, metric: str
) -> Measurement | None:
    actual = _latest(portfolio, initiative, metric)
    if actual is None:
        return None
    reached = progress(measure.baseline, measure.target, actual.value)
    return None if reached is None else Measurement(actual, reached)


def _latest(portfolio: Portfolio, initiative: Initiative, metric: str) -> Actual | None:
    """The newest actual since the delivery: what was read before measures nothing."""
    since, actual = delivered_on(portfolio, initiative), _newest(portfolio).get(metric)
    if actual is None or (since is not None and actual.date.last < since):
        return None
    return actual


def _credits(
    portfolio: Portfolio, claims: list[tuple[Claim, ClaimKey]]
) -> Iterator[tuple[ClaimKey, Fraction]]:
    """The share of a metric's progress that each claim gets; they add up to 1."""
    claimed = [_claimed(portfolio, claim) for claim, _ in claims]
    total = sum(claimed)
    for much, (_, key) in zip(claimed, claims, strict=True):
        yield key, much / total if total else Fraction(1, len(claims))


def _claimed(portfolio: Portfolio, claim: Claim) -> Fraction:
    """The share of its need that an outcome is for."""
    need = portfolio.needs[claim.target]
    kept = claim.protects or impact(claim.impact, constants(portfolio)).share < 0
    return share(portfolio, claim, need, claim.segments, kept=kept)
