"""Presence: how much of a team is there on each working day, as exact prefix sums."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate, pairwise, repeat
from math import gcd, lcm

from roadmap.model.calendar import Calendar
from roadmap.model.teams import Team


@dataclass(slots=True)
class Presence:
    """A team's presence in whole units, `scale` of them a person.

    `full` units are there on a day without absence; from day `regular` on every day is
    such a day. `changes` are (day, units from that day on), the first for day 0.
    `prefix[d]` is the units present before day d, computed as far as it was needed.
    """

    scale: int
    full: int
    regular: int
    changes: tuple[tuple[int, int], ...]
    prefix: list[int] = field(default_factory=lambda: [0])

    @property
    def step(self) -> int:
        """The units that each day's presence is a multiple of."""
        return gcd(self.full, *(units for _, units in self.changes))

    def end(self, start: int, need: int) -> int:
        """The first day by which `need` units were present from day `start` on."""
        if start >= self.regular:
            return start - (-need // self.full)
        wanted = self.before(start) + need
        while self.prefix[-1] < wanted and len(self.prefix) <= self.regular:
            self.reach(min(2 * len(self.prefix), self.regular))
        if self.prefix[-1] < wanted:
            there = len(self.prefix) - 1
            return there - (self.prefix[there] - wanted) // self.full
        return bisect_left(self.prefix, wanted, start)

    def ends(self, days: range, need: int) -> list[int]:
        """The same for each of some days before `regular`."""
        self.reach(self.regular)
        wanted = [there + need for there in self.prefix[days.start : days.stop]]
        most = self.prefix[self.regular]
        inside = bisect_right(wanted, most)
        early = map(bisect_left, repeat(self.prefix), wanted[:inside])
        late = (self.regular - (most - units) // self.full for units in wanted[inside:])
        return [*early, *late]

    def closed(self) -> list[int]:
        """The days on which nobody is present."""
        self.reach(self.regular)
        sums = pairwise(self.prefix[: self.regular + 1])
        return [day for day, (before, after) in enumerate(sums) if before == after]

    def open(self, day: int) -> int:
        """The first day from `day` on with anybody present."""
        if day >= self.regular:
            return day
        there = self.before(day)
        while self.prefix[-1] == there:
            self.reach(2 * len(self.prefix))
        return bisect_right(self.prefix, there) - 1

    def before(self, day: int) -> int:
        """Units present on all days before `day`."""
        if day >= len(self.prefix):
            self.reach(day)
        return self.prefix[day]

    def reach(self, day: int) -> None:
        """Compute the prefix sums up to `day`."""
        first = len(self.prefix) - 1
        place = bisect_right(self.changes, first, key=lambda change: change[0]) - 1
        while len(self.prefix) <= day:
            until = self.changes[place + 1][0] if place + 1 < len(self.changes) else day
            days = min(until, day) - len(self.prefix) + 1
            units = [self.changes[place][1]] * days
            self.prefix.extend(list(accumulate(units, initial=self.prefix[-1]))[1:])
            place += 1


def presence(team: Team, calendar: Calendar) -> Presence:
    """A team's presence on the calendar, from day 0 on.

    >>> from datetime import date
    >>> from roadmap.model.calendar import Period
    >>> new_year = Period(date(2027, 1, 1), date(2027, 1, 5))
    >>> calendar = Calendar(date(2027, 1, 4), holidays=(new_year,))
    >>> presence(Team("web", Fraction(2), Fraction(2)), calendar).end(1, 5)
    5
    """
    scale = lcm(
        team.people.denominator,
        *(absence.people.denominator for absence in team.away if absence.people),
    )
    full = int(team.people * scale)
    away = [(calendar.days_of(absence.period), _units(absence.people, team, scale))
            for absence in team.away]  # fmt: skip
    off = [(calendar.days_of(holiday), full) for holiday in calendar.holidays]
    changes = _changes(full, [*away, *off])
    return Presence(scale, full, changes[-1][0], changes)


def _units(people: Fraction | None, team: Team, scale: int) -> int:
    return int((team.people if people is None else people) * scale)


def _changes(full: int, gone: list[tuple[range, int]]) -> tuple[tuple[int, int], ...]:
    steps: Counter[int] = Counter({0: 0})
    for days, units in gone:
        if days.stop > max(0, days.start):
            steps[max(0, days.start)] += units
            steps[days.stop] -= units
    days_in_order = sorted(steps)
    missing = accumulate(steps[day] for day in days_in_order)
    return tuple(zip(days_in_order, (max(0, full - m) for m in missing), strict=True))
