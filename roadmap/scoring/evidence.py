"""What evidence counts for: its kind, downgraded for a small sample and for age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from roadmap.model.customers import Evidence
from roadmap.model.periods import month
from roadmap.scoring.constants import CLASSES, Constants

HUNCH, REQUEST, OBLIGATION = "hunch", "request", "obligation"
VOICES = CLASSES[CLASSES.index("interview") :]
"""The classes of evidence in which customers voice a need."""


class Weakness(StrEnum):
    """Why evidence counts as a lower class than its own."""

    FEW_ANSWERS = "few_answers"
    OLD = "old"
    OBLIGATION_ONLY = "obligation_only"
    ANTICIPATED = "anticipated"


@dataclass(frozen=True, slots=True)
class Downgrade:
    """A weakness, and the limit it crosses: answers needed, or months of freshness."""

    weakness: Weakness
    limit: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """The class that evidence counts as, and why it was downgraded."""

    kind: str
    downgrades: tuple[Downgrade, ...] = ()


def weight(
    evidence: Evidence, as_of: date, settled: Constants, *, obliges: bool = False
) -> Weight:
    """Downgraded one class for a small sample and one for age, never below hunch.

    An obligation supports only what is done to fulfil it (`obliges`); elsewhere it counts
    as a request. Evidence that names no date or sample is taken as fresh and large enough.
    """
    if evidence.kind == OBLIGATION and not obliges:
        return Weight(REQUEST, (Downgrade(Weakness.OBLIGATION_ONLY),))
    possible = (_small(evidence, settled), _old(evidence, as_of, settled))
    downgrades = tuple(downgrade for downgrade in possible if downgrade)
    lower = max(0, CLASSES.index(evidence.kind) - len(downgrades))
    return Weight(CLASSES[lower], downgrades)


def unvoiced(counts: Weight) -> Weight:
    """What evidence on an anticipated need counts for: a hunch, unless it has voices."""
    if counts.kind in (HUNCH, *VOICES):
        return counts
    return Weight(HUNCH, (*counts.downgrades, Downgrade(Weakness.ANTICIPATED)))


def months_later(when: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month.

    >>> months_later(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    years, place = divmod(when.month - 1 + months, 12)
    first, last = month(min(when.year + years, date.max.year - 1), place + 1)
    return first.replace(day=min(when.day, last.day))


def _small(evidence: Evidence, settled: Constants) -> Downgrade | None:
    enough = settled.samples.get(evidence.kind)
    if enough is None or evidence.sample is None or evidence.sample >= enough:
        return None
    return Downgrade(Weakness.FEW_ANSWERS, enough)


def _old(evidence: Evidence, as_of: date, settled: Constants) -> Downgrade | None:
    fresh = settled.months.get(evidence.kind)
    if fresh is None or evidence.date is None:
        return None
    aged = as_of > months_later(evidence.date, int(fresh))
    return Downgrade(Weakness.OLD, fresh) if aged else None
