"""How far each initiative shifts between two outlooks, in the later one's working days."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.model.portfolio import Portfolio
from roadmap.studies.forecast_position import ForecastPosition, forecast_positions
from roadmap.studies.outlook import Outlook, day_of


@dataclass(frozen=True, slots=True)
class Shift:
    """An initiative before and after; None: that portfolio does not have it.

    `start` and `end` are the working days by which it starts and ends later (below 0:
    earlier), None where one of the plans does not schedule it.
    """

    id: str
    before: ForecastPosition | None
    after: ForecastPosition | None
    start: int | None = None
    end: int | None = None

    @property
    def dated(self) -> bool:
        """Whether both portfolios have it and its dates move, appear or disappear."""
        if self.before is None or self.after is None:
            return False
        scheduled = (self.before.end_day is None) == (self.after.end_day is None)
        return not scheduled or bool(self.start) or bool(self.end)

    @property
    def unscheduled(self) -> bool:
        """Whether the later plan has no dates for it."""
        return self.after is not None and self.after.end_day is None

    @property
    def ranked(self) -> bool:
        """Whether its value, score, rank, bundle score or position differs."""
        one, other = self.before, self.after
        if one is None or other is None:
            return False
        names = ("value", "score", "rank", "step_score", "position")
        return any(getattr(one, name) != getattr(other, name) for name in names)


def shifts(old: Outlook, new: Outlook) -> tuple[Shift, ...]:
    """Every initiative of either side, by id."""
    before, after = forecast_positions(old), forecast_positions(new)
    ids = sorted(before.keys() | after.keys())
    return tuple(_shift(old, new, before.get(id), after.get(id), id) for id in ids)


def _shift(
    old: Outlook,
    new: Outlook,
    before: ForecastPosition | None,
    after: ForecastPosition | None,
    id: str,
) -> Shift:
    if before is None or after is None:
        return Shift(id, before, after)
    start = days_later(old.portfolio, before.start_day, new.portfolio, after.start_day)
    end = days_later(old.portfolio, before.end_day, new.portfolio, after.end_day)
    return Shift(id, before, after, start, end)


def days_later(
    old: Portfolio, before: int | None, new: Portfolio, after: int | None
) -> int | None:
    """By how many of the new calendar's working days `after` is later; no holidays."""
    moved = day_in(new, old, before)
    if moved is None or after is None:
        return None
    return new.calendar.days_later(moved - 1, after - 1)


def day_in(new: Portfolio, old: Portfolio, day: int | None) -> int | None:
    """A day of one portfolio's calendar as a day of another's; None stays None."""
    return None if day is None else day_of(new, old, day)
