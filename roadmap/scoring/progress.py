"""Progress: how far a metric has come from its baseline to its target."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from roadmap.model.actuals import Actual
from roadmap.model.customers import KeyResult
from roadmap.model.portfolio import Portfolio


def newest(portfolio: Portfolio, actuals: Iterable[Actual]) -> Actual | None:
    """The newest actual by `as_of`; of two on one day, the later one in the file."""
    known = [actual for actual in actuals if portfolio.has_happened(actual.date)]
    return max(reversed(known), key=lambda actual: actual.date.last, default=None)


def progress(
    baseline: Fraction | None, target: Fraction | None, now: Fraction
) -> Fraction | None:
    """The share of the way from baseline to target: 1 at the target, below 0 if worse.

    None without a way to go. It works the same for metrics that are to fall.

    >>> progress(Fraction(4600), Fraction(2700), Fraction(3100))
    Fraction(15, 19)
    """
    if baseline is None or target is None or baseline == target:
        return None
    return (now - baseline) / (target - baseline)


def left(portfolio: Portfolio, result: KeyResult) -> Fraction | None:
    """The share of the way that is left, at least 0; None if nothing was measured yet."""
    actual = newest(portfolio, result.actual)
    if actual is None:
        return None
    done = progress(result.baseline, result.target, actual.value)
    return None if done is None else max(Fraction(0), 1 - done)
