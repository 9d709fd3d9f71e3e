"""Calibration: how often guesses on each class of evidence came true."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.beta import quantile
from roadmap.outcomes.results import Result, deliveries
from roadmap.scoring.constants import CLASSES, constants
from roadmap.scoring.figures import rounded

PRIOR = 5
"""How many measured claims the cap of a class counts as."""
_TAIL = 0.1
"""The share of guesses on either side of an interval of 80 %."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The guesses on one class of evidence: what was claimed, and what was reached.

    `measured` of `due` claims have an actual. `claimed` is their mean confidence and
    `reached` their mean progress, clipped to 0 to 1; `low` to `high` is an interval of
    80 % for the latter. All are shares of 1, None if nothing was measured. `cap` is the
    confidence that the class allows now, and `proposed` another one, None unless the cap
    lies outside of the interval.
    """

    evidence_class: str
    measured: int
    due: int
    cap: Fraction
    claimed: Fraction | None = None
    reached: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    proposed: Fraction | None = None


def calibrations(portfolio: Portfolio) -> tuple[Calibration, ...]:
    """A row for each class with claims of delivered work that are measured or due.

    Harm is left out, since its confidence has no cap.
    """
    by_class: dict[str, list[Result]] = defaultdict(list)
    for delivery in deliveries(portfolio):
        for result in delivery.results:
            if not result.harms and _counts(portfolio, result):
                by_class[result.evidence_class].append(result)
    classes = [name for name in CLASSES if name in by_class]
    return tuple(_calibration(portfolio, name, by_class[name]) for name in classes)


def _counts(portfolio: Portfolio, result: Result) -> bool:
    """Whether a claim is measured, or should be."""
    overdue = result.due is not None and result.due <= portfolio.as_of
    return result.progress is not None or overdue


def _calibration(portfolio: Portfolio, name: str, results: list[Result]) -> Calibration:
    cap = constants(portfolio).caps[name]
    known = [(it.confidence, it.progress) for it in results if it.progress is not None]
    n = len(known)
    if not n:
        return Calibration(name, 0, len(results), cap)
    reached = sum((clipped(progress) for _, progress in known), Fraction(0))
    low, high = interval(reached, n)
    within = low <= cap <= high
    return Calibration(
        name,
        n,
        len(results),
        cap,
        sum((sure for sure, _ in known), Fraction(0)) / n,
        reached / n,
        low,
        high,
        None if within else rounded((PRIOR * cap + reached) / (PRIOR + n), 20),
    )


def clipped(progress: Fraction) -> Fraction:
    """Progress as a share of a claim: at least 0, at most 1."""
    return max(Fraction(0), min(Fraction(1), progress))


def interval(reached: Fraction, n: int) -> tuple[Fraction, Fraction]:
    """The interval of 80 % for a share, from the sum of `n` shares, to a thousandth.

    Beta(½ + Σx, ½ + n − Σx), Jeffreys's interval. It is too wide rather than too narrow
    for progress, which need not be all or nothing.

    >>> [float(end) for end in interval(Fraction(3), 4)]
    [0.432, 0.925]
    """
    a, b = float(reached) + 0.5, float(n - reached) + 0.5
    low, high = (quantile(share, a, b) for share in (_TAIL, 1 - _TAIL))
    return rounded(Fraction(low), 1000), rounded(Fraction(high), 1000)
