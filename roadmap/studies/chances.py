"""Chances that move: dates to keep, with the chance of each on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from roadmap.simulation.forecast import forecast, uncertain
from roadmap.simulation.results import DateChance, DatedKind, PlanForecast
from roadmap.studies.change import Change
from roadmap.studies.outlook import Outlook

LEAST = Fraction(5, 100)
"""A chance that moves by less is not worth telling."""
_FORECAST_BY = ("promised", "spent", "delivered")
"""Inert keys that may move chances: dates to keep, and what calibrates."""


@dataclass(frozen=True, slots=True)
class ChanceShift:
    """A date to keep whose chance moves; `draws` are those of each side."""

    before: DateChance
    after: DateChance
    draws: tuple[int, int]

    @property
    def id(self) -> str:
        """The initiative that has the date."""
        return self.after.id

    @property
    def promise(self) -> bool:
        """Whether the date is that of a commitment."""
        return self.after.kind is DatedKind.PROMISE

    @property
    def points(self) -> Fraction:
        """By how much the chance rises, as a share; below 0 where it falls."""
        return self.after.chance - self.before.chance


def chance_shifts(old: Outlook, new: Outlook) -> tuple[ChanceShift, ...]:
    """The dates that both sides have and whose chance moves, the greatest move first.

    If one side says how uncertain work is, both are forecast: one forecast a side.
    """
    if not (uncertain(old.portfolio) or uncertain(new.portfolio)):
        return ()
    if not _dated(old) & _dated(new):
        return ()
    before, after = _forecast(old), _forecast(new)
    draws = before.draws, after.draws
    pairs = (
        (before.date_of(each.id, promise=each.kind is DatedKind.PROMISE), each)
        for each in after.dates
    )
    every = (ChanceShift(one, other, draws) for one, other in pairs if one is not None)
    moved = (shift for shift in every if abs(shift.points) >= LEAST)
    return tuple(sorted(moved, key=lambda it: (-abs(it.points), it.id, it.promise)))


def moves_chances(change: Change) -> bool:
    """Whether a change could move a chance, if not a plan."""
    return not change.inert or change.key in _FORECAST_BY


def _dated(outlook: Outlook) -> set[tuple[str, bool]]:
    """The scheduled initiatives with a deadline, and with a commitment."""
    every = outlook.portfolio.initiatives
    scheduled = [every[id] for id in outlook.plan.slots]
    deadlines = {(it.id, False) for it in scheduled if it.deadline}
    return deadlines | {(it.id, True) for it in scheduled if it.promised}


def _forecast(side: Outlook) -> PlanForecast:
    return forecast(side.portfolio, side.scores, side.sequence, side.plan)
