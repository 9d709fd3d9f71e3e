"""What moves between two outlooks, in working days of the later one's calendar."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.model.portfolio import Portfolio
from roadmap.studies.forecast_position import Standing, standings
from roadmap.studies.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Move:
    """An initiative before and after; None: it is not in that portfolio.

    `start` and `end` are the working days by which it starts and ends later (below 0:
    sooner), None where it has no place on one of the sides.
    """

    id: str
    before: Standing | None
    after: Standing | None
    start: int | None = None
    end: int | None = None

    @property
    def dated(self) -> bool:
        """Whether its dates move, or it gains or loses its place, in both portfolios."""
        if self.before is None or self.after is None:
            return False
        placed = (self.before.end_day is None) == (self.after.end_day is None)
        return not placed or bool(self.start) or bool(self.end)

    @property
    def ranked(self) -> bool:
        """Whether its value, score, rank or step score is another."""
        one, other = self.before, self.after
        if one is None or other is None:
            return False
        names = ("value", "score", "rank", "step_score", "position")
        return any(getattr(one, name) != getattr(other, name) for name in names)


def moves(old: Outlook, new: Outlook) -> tuple[Move, ...]:
    """Every initiative of either side, by id."""
    one, other = standings(old), standings(new)
    ids = sorted(one.keys() | other.keys())
    return tuple(_move(old, new, one.get(id), other.get(id), id) for id in ids)


def _move(
    old: Outlook, new: Outlook, one: Standing | None, other: Standing | None, id: str
) -> Move:
    if one is None or other is None:
        return Move(id, one, other)
    start = later(old.portfolio, one.start_day, new.portfolio, other.start_day)
    end = later(old.portfolio, one.end_day, new.portfolio, other.end_day)
    return Move(id, one, other, start, end)


def later(old: Portfolio, day: int | None, new: Portfolio, other: int | None) -> int | None:
    """By how many of the new calendar's working days `other` is after `day`."""
    moved = day_in(new, old, day)
    return None if moved is None or other is None else other - moved


def day_in(new: Portfolio, old: Portfolio, day: int | None) -> int | None:
    """A day of one portfolio's calendar as a day of another's."""
    one, two = old.calendar, new.calendar
    if day is None or (one.start, one.week) == (two.start, two.week):
        return day
    return two.day_on_or_after(one.date_of(day))
