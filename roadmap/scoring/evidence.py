"""What evidence counts for: its kind, downgraded for a small sample and for age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmap.model.customers import Evidence
from roadmap.model.periods import month
from roadmap.scoring.constants import CLASSES, Constants
from roadmap.scoring.figures import brief

REQUEST, OBLIGATION = "request", "obligation"


@dataclass(frozen=True, slots=True)
class Weight:
    """The class that evidence counts as, and in words why it was downgraded."""

    kind: str
    reasons: tuple[str, ...] = ()


def weight(
    evidence: Evidence, as_of: date, settled: Constants, *, obliges: bool = False
) -> Weight:
    """Downgraded one class for a small sample and one for age, never below hunch.

    An obligation supports only what is done to fulfil it (`obliges`); elsewhere it counts
    as a request. Evidence that names no date or sample is taken as fresh and large enough.
    """
    if evidence.kind == OBLIGATION and not obliges:
        return Weight(REQUEST, ("it obliges us, and does not prove that customers gain",))
    reasons = (_small(evidence, settled), _old(evidence, as_of, settled))
    stated = tuple(filter(None, reasons))
    return Weight(CLASSES[max(0, CLASSES.index(evidence.kind) - len(stated))], stated)


def months_later(when: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month.

    >>> months_later(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    years, place = divmod(when.month - 1 + months, 12)
    first, last = month(min(when.year + years, date.max.year - 1), place + 1)
    return first.replace(day=min(when.day, last.day))


def _small(evidence: Evidence, settled: Constants) -> str:
    enough = settled.samples.get(evidence.kind)
    if enough is None or evidence.sample is None or evidence.sample >= enough:
        return ""
    return f"fewer than {brief(enough, 2)} answers"


def _old(evidence: Evidence, as_of: date, settled: Constants) -> str:
    fresh = settled.months.get(evidence.kind)
    if fresh is None or evidence.date is None:
        return ""
    aged = as_of > months_later(evidence.date, int(fresh))
    return f"older than {brief(fresh, 2)} months" if aged else ""
