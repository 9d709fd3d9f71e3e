"""Ranges of work that alone decide whether a commitment is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.amounts import Range
from roadmap.simulation.courses import DrawnDays
from roadmap.simulation.drawn import Drawn
from roadmap.simulation.forecast import last_days_of
from roadmap.simulation.quantiles import share_by
from roadmap.simulation.results import DateChance, DatedKind
from roadmap.simulation.sensitivity import days_moved

TRIES = 5
"""Commitments that are looked at, and so forecasts that are made, at most."""
EVEN = Fraction(1, 2)
LEAST_RISE = Fraction(1, 10)
"""A chance that rises by less is not decided by what makes it rise."""

WorkKey = tuple[str, str]
"""An initiative's id, and the team whose work is estimated."""


@dataclass(frozen=True, slots=True)
class DecidingRange:
    """The range of a team's work in `id` decides a commitment.

    Fixed at its median, it takes the chance of `date` from what it is to `certain`.
    """

    id: str
    team: str
    date: DateChance
    certain: Fraction


def deciding_ranges(drawn: Drawn, dates: Iterable[DateChance]) -> Iterator[DecidingRange]:
    """Ranges that keep a commitment among `dates` below the safe or an even chance.

    Of each commitment the range that moves its end most is tried, the least likely
    commitments first. It costs one more forecast each, of five at most.
    """
    safe = drawn.settings.safe
    unsafe = [it for it in dates if it.kind is DatedKind.PROMISE and it.chance < safe]
    ranges = list(_wide(drawn)) if unsafe else []
    again: dict[WorkKey, dict[str, DrawnDays]] = {}
    for date in sorted(unsafe, key=lambda it: (it.chance, it.id))[:TRIES]:
        estimate = _moving_most(drawn, ranges, date.id)
        if estimate is None:
            continue
        if estimate not in again:
            again[estimate] = last_days_of(drawn, drawn.without(estimate))
        by = drawn.portfolio.calendar.day_on_or_before(date.by.last)
        certain = share_by(again[estimate][date.id], by)
        if _decides(date.chance, certain, safe):
            yield DecidingRange(*estimate, date, certain)


def _decides(chance: Fraction, certain: Fraction, safe: Fraction) -> bool:
    crossed = any(chance < bound <= certain for bound in (EVEN, safe))
    return crossed and certain - chance >= LEAST_RISE


def _wide(drawn: Drawn) -> Iterator[tuple[WorkKey, DrawnDays]]:
    """The stated ranges that are wider than a single number's, with draws that differ."""
    for (id, team), draws in drawn.estimates():
        parts = drawn.portfolio.initiatives[id].parts
        wide = any(part.team == team and _wider(drawn, part.work) for part in parts)
        if team is not None and wide and min(draws) < max(draws):
            yield (id, team), draws


def _wider(drawn: Drawn, work: Range) -> bool:
    low, high = drawn.settings.low, drawn.settings.high
    return work.low < work.high and work.high * low > work.low * high


def _moving_most(
    drawn: Drawn, ranges: list[tuple[WorkKey, DrawnDays]], id: str
) -> WorkKey | None:
    """The range whose draws move an end most; None where none makes it later."""
    end = drawn.courses.end[drawn.course.problem.ids.index(id)]
    moves = {key: days_moved(draws, [end])[0] for key, draws in ranges}
    found = min(moves, key=lambda it: (-round(moves[it], 6), it), default=None)
    return found if found is not None and moves[found] > 0 else None
