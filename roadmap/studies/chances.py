"""Chances that move: dates to keep, with the chance of each on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from roadmap.simulation.forecast import forecast, uncertain
from roadmap.simulation.luck import SharedDraws
from roadmap.simulation.results import DateChance, DatedKind, PlanForecast
from roadmap.simulation.settings import ForecastSettings
from roadmap.studies.change import Change
from roadmap.studies.outlook import Outlook

LEAST = Fraction(5, 100)
"""A chance that moves by less is not worth telling."""
_FORECAST_BY = ("promised", "spent", "delivered")
"""Inert keys that may move chances: dates to keep, and what calibrates."""

DateKey = tuple[str, bool]
"""An initiative's id, and whether its date is that of a commitment."""


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


def forecasts(old: Outlook, new: Outlook) -> tuple[PlanForecast, PlanForecast] | None:
    """The forecasts of two sides; None if neither says how uncertain work is.

    None too where the new one has no date to keep, as nothing would be told of them.
    """
    if not dated(new):
        return None
    plan_forecasts = foretold_alike([old, new])
    return (plan_forecasts[0], plan_forecasts[1]) if plan_forecasts else None


def foretold_alike(sides: Sequence[Outlook]) -> tuple[PlanForecast, ...]:
    """The forecasts of several outlooks; none if no side says how uncertain work is."""
    if not any(uncertain(side.portfolio) for side in sides):
        return ()
    kept = SharedDraws()
    return tuple(foretold(side, kept=kept) for side in sides)


def both(before: PlanForecast, after: PlanForecast) -> tuple[ChanceShift, ...]:
    """The dates that two forecasts have in common, those that move most first."""
    known, draws = by_date(before), (before.draws, after.draws)
    common = ((known.get(key), it) for key, it in by_date(after).items())
    shifts = (ChanceShift(one, it, draws) for one, it in common if one is not None)
    return tuple(sorted(shifts, key=lambda it: (-abs(it.points), it.id, it.promise)))


def by_date(forecast: PlanForecast) -> dict[DateKey, DateChance]:
    """The chances of a forecast, by date to keep."""
    return {(it.id, it.kind is DatedKind.PROMISE): it for it in forecast.dates}


def moves_chances(change: Change) -> bool:
    """Whether a change could move a chance, if not a plan."""
    return not change.inert or change.key in _FORECAST_BY


def dated(outlook: Outlook) -> set[DateKey]:
    """The dates to keep of what an outlook schedules."""
    every = outlook.portfolio.initiatives
    scheduled = [every[id] for id in outlook.plan.slots]
    deadlines = {(it.id, False) for it in scheduled if it.deadline}
    return deadlines | {(it.id, True) for it in scheduled if it.promised}


def foretold(
    side: Outlook,
    settings: ForecastSettings | None = None,
    kept: SharedDraws | None = None,
) -> PlanForecast:
    """The forecast of an outlook; `kept` are draws that it shares with others."""
    plan = side.plan
    return forecast(side.portfolio, side.scores, side.sequence, plan, settings, kept)
