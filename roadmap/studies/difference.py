"""What differs between two portfolios, what it moves, and which change moved it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from roadmap.model.portfolio import Portfolio
from roadmap.simulation.results import PlanForecast
from roadmap.studies.apply_changes import Between
from roadmap.studies.causes import Cause, causes
from roadmap.studies.chances import LEAST, ChanceShift, both, forecasts
from roadmap.studies.change import Change
from roadmap.studies.changes import changes
from roadmap.studies.forecast_position import DateStatus, ForecastPosition
from roadmap.studies.outlook import AS_STATED, Outlook, OutlookOptions, outlooks
from roadmap.studies.shifts import Shift, day_in, shifts
from roadmap.studies.trials import Trials
from roadmap.studies.workloads import Workload, workloads

Dated = Literal["deadline", "promise"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two outlooks and what lies between them.

    `shifts` holds every initiative of either side; `causes` is by id, for those whose
    dates move. `live` counts the changes that could move anything, `tried` those of them
    that were tried one at a time. `forecasts` is None where nothing was forecast.
    """

    old: Outlook
    new: Outlook
    changes: tuple[Change, ...]
    shifts: tuple[Shift, ...]
    causes: Mapping[str, Cause]
    workloads: tuple[tuple[Workload, Workload], ...]
    tried: int
    live: int
    forecasts: tuple[PlanForecast, PlanForecast] | None = None

    @property
    def chances(self) -> tuple[ChanceShift, ...]:
        """The dates to keep of both sides whose chance moves, the greatest move first."""
        shifts = both(*self.forecasts) if self.forecasts else ()
        return tuple(shift for shift in shifts if abs(shift.points) >= LEAST)

    @property
    def deadlines_missed(self) -> tuple[Shift, ...]:
        """Initiatives that miss their deadline now, and did not."""
        return self._missed("deadline")

    @property
    def deadlines_saved(self) -> tuple[Shift, ...]:
        """Initiatives that missed their deadline, and keep it now."""
        return self._saved("deadline")

    @property
    def promises_missed(self) -> tuple[Shift, ...]:
        """Initiatives that miss their promised date now, and did not."""
        return self._missed("promise")

    @property
    def promises_saved(self) -> tuple[Shift, ...]:
        """Initiatives that missed their promised date, and keep it now."""
        return self._saved("promise")

    @property
    def shared_waits(self) -> tuple[Fraction, Fraction] | None:
        """The average time to value of what both sides schedule, before and now, in weeks.

        Each initiative counts with its value on the new side, so that neither new value nor
        better evidence looks like waiting. None where nothing of that has value.
        """
        old, new = self.old.portfolio, self.new.portfolio
        ends = {
            id: (day_in(new, old, self.old.end(id)), self.new.end(id))
            for id in self.new.plan.slots
        }
        both = {
            id: (a, b) for id, (a, b) in ends.items() if a is not None and b is not None
        }
        weights = {id: self.new.scores[id].weight for id in both}
        total = sum(weights.values(), Fraction(0))
        if not total:
            return None
        before, after = (
            sum(
                (weights[id] * (it[side] - new.today) for id, it in both.items()),
                Fraction(0),
            )
            for side in (0, 1)
        )
        return new.weeks(before / total), new.weeks(after / total)

    def _missed(self, date: Dated) -> tuple[Shift, ...]:
        return tuple(
            shift
            for shift in self.shifts
            if _status(shift.before, date) is not DateStatus.MISSED
            and _status(shift.after, date) is DateStatus.MISSED
        )

    def _saved(self, date: Dated) -> tuple[Shift, ...]:
        return tuple(
            shift
            for shift in self.shifts
            if _status(shift.before, date) is DateStatus.MISSED
            and _status(shift.after, date) is DateStatus.KEPT
        )


def difference(
    old: Portfolio,
    new: Portfolio,
    options: OutlookOptions = AS_STATED,
    advance: Callable[[int], None] = lambda _: None,
    *,
    forecast: bool = False,
) -> Difference:
    """Two portfolios compared. `advance` is called with 1 after each plan.

    `forecast`: forecast both plans too, if either side says how uncertain work is.
    """
    before, after = outlooks(old, [new], options, advance)
    found = compared(before, after, options, advance)
    if not (forecast and found.changes):
        return found
    return replace(found, forecasts=forecasts(before, after))


def compared(
    before: Outlook,
    after: Outlook,
    options: OutlookOptions,
    advance: Callable[[int], None] = lambda _: None,
    most: int | None = None,
) -> Difference:
    """Two outlooks compared, without chances. `advance` is called with 1 after each plan.

    `most`: find causes only where so many further plans are enough.
    """
    old, new = before.portfolio, after.portfolio
    between = Between(old, new, changes(old, new))
    shifted = shifts(before, after)
    trials = Trials(between, options, before, after, advance)
    needed = len(trials.units) if len(trials.units) > 1 else 0
    teams = tuple(dict.fromkeys((*new.teams, *old.teams)))
    loads = zip(workloads(before, teams), workloads(after, teams), strict=True)
    return Difference(
        old=before,
        new=after,
        changes=between.changes,
        shifts=shifted,
        causes=causes(trials, shifted) if most is None or needed <= most else {},
        workloads=tuple(loads),
        tried=sum(len(unit) == 1 for unit in trials.units),
        live=len(trials.live),
    )


def _status(position: ForecastPosition | None, date: Dated) -> DateStatus | None:
    if position is None:
        return None
    return position.deadline if date == "deadline" else position.promise
