"""Estimates of trackers as work in person-days, and as text in a file."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from roadmap.importers.choices import Choices
from roadmap.importers.item import Estimate, EstimateUnit, Item

_HOUR = 3600
_HUNDREDTHS = 100


def days(estimate: Estimate, choices: Choices) -> Fraction | None:
    """An estimate in person-days; None for points and sizes where nothing says their work.

    >>> days(Estimate(Fraction(28800), EstimateUnit.SECONDS), Choices())
    Fraction(1, 1)
    """
    match estimate.unit:
        case EstimateUnit.SECONDS:
            return estimate.amount / _HOUR / choices.hours_a_day
        case EstimateUnit.HOURS:
            return estimate.amount / choices.hours_a_day
        case EstimateUnit.DAYS:
            return estimate.amount
        case EstimateUnit.WEEKS:
            return estimate.amount * choices.days_a_week
        case EstimateUnit.POINTS:
            return None if choices.point is None else estimate.amount * choices.point
        case EstimateUnit.SIZE:
            return choices.sizes.get(estimate.word)


def summed(items: Iterable[Item], choices: Choices) -> Fraction | None:
    """The work of several items in person-days; None where none says it."""
    known = [days(item.estimate, choices) for item in items if item.estimate]
    found = [each for each in known if each is not None]
    return sum(found, Fraction(0)) if found else None


def left(items: Iterable[Item], choices: Choices) -> Fraction | None:
    """The work left of several items in person-days; None where none says it."""
    said = [item.remaining or item.estimate for item in items]
    known = [days(estimate, choices) for estimate in said if estimate]
    found = [each for each in known if each is not None]
    return sum(found, Fraction(0)) if found else None


def spent(items: Iterable[Item], choices: Choices) -> Fraction | None:
    """The work that several items took in person-days; None where none says it."""
    known = [days(item.spent, choices) for item in items if item.spent]
    found = [each for each in known if each is not None]
    return sum(found, Fraction(0)) if found else None


def duration(work: Fraction, days_a_week: int) -> str:
    """Person-days as a file states them; at least a hundredth of a day.

    >>> [duration(Fraction(work), 5) for work in ("10", "15/2", "3/2", "1/999")]
    ['2w', '1.5w', '1.5d', '0.01d']
    """
    halves = 2 * work / days_a_week
    if halves >= 2 and halves.denominator == 1:
        return f"{int(halves) // 2}{'.5' if halves % 2 else ''}w"
    hundredths = max(round(work * _HUNDREDTHS), 1)
    whole, part = divmod(hundredths, _HUNDREDTHS)
    return f"{whole}.{part:02d}".rstrip("0").rstrip(".") + "d"
