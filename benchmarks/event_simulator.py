"""Carries out a plan day by day, written from docs/forecast.md and nothing else.

It shares no code with the forecast or the planner: it knows the files' portfolio and the
JSON of `roadmap plan`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.scheduled_work import ScheduledWork, Stay, in_turn
from benchmarks.true_lengths import Lengths, drawn_lengths, planned_lengths
from benchmarks.workdays import Pace, Workdays
from roadmap.model.portfolio import Portfolio


class Simulator:
    """Executes one plan again and again."""

    def __init__(self, portfolio: Portfolio, answer: Mapping[str, Any]) -> None:
        self.portfolio = portfolio
        self.workdays = Workdays(portfolio.calendar)
        self.pace = Pace(portfolio, self.workdays)
        self.as_of = self.workdays.on_or_after(portfolio.as_of)
        self.order = in_turn(portfolio, answer, self.workdays)
        self.planned_lengths = planned_lengths(portfolio, self.workdays)
        self.deliberate = self._deliberate_starts()

    def as_planned(self) -> Mapping[str, Stay]:
        """When everything runs if it takes what the plan counts."""
        return self.carried_out(self.planned_lengths)

    def executed(self, random: Random) -> Mapping[str, Stay]:
        """When everything runs in one execution, with lengths of its own."""
        return self.carried_out(drawn_lengths(self.portfolio, self.workdays, random))

    def carried_out(self, lengths: Lengths) -> Mapping[str, Stay]:
        """When everything runs with such lengths."""
        return _Execution(self, lengths, self.deliberate).run()

    def _deliberate_starts(self) -> Mapping[str, int]:
        """What the plan starts later than the rules do, with the plan's own lengths."""
        soonest = _Execution(self, self.planned_lengths, {}).run()
        planned = {work.id: work.planned.start_day for work in self.order}
        return {id: day for id, day in planned.items() if soonest[id].start_day < day}


class _Execution:
    """One execution under way; nothing starts before its day in `earliest`."""

    def __init__(
        self, simulator: Simulator, lengths: Lengths, earliest: Mapping[str, int]
    ) -> None:
        self.stays: dict[str, Stay] = {}
        self._as_of = simulator.as_of
        self._pace = simulator.pace
        self._lengths = lengths
        self._earliest = earliest
        self._waiting = list(simulator.order)
        self._started: dict[str, int] = {}
        self._left: dict[str, dict[str, Fraction]] = {}
        self._working: dict[str, ScheduledWork] = {}
        self._free = {id: team.people for id, team in simulator.portfolio.teams.items()}

    def run(self) -> Mapping[str, Stay]:
        """Go through the calendar until everything is done; when it ran."""
        day = self._as_of
        while self._waiting or self._working:
            while self._start_what_can(day):
                pass
            self._work(day)
            day += 1
        return self.stays

    def _start_what_can(self, day: int) -> bool:
        """Start what the rules allow, in turn; whether anything did."""
        before = len(self._waiting)
        waiting, self._waiting = self._waiting, []
        closed: set[str] = set()
        for work in waiting:
            its_turn = closed.isdisjoint(work.people)
            if self._goes_on(work) or (its_turn and self._can_start(work, day)):
                self._start(work, day)
            else:
                self._waiting.append(work)
                closed.update(work.people)
        return len(self._waiting) < before

    def _goes_on(self, work: ScheduledWork) -> bool:
        """Whether it is work in progress that has its people on the day of `as_of`."""
        return work.running and work.planned.start_day == self._as_of

    def _can_start(self, work: ScheduledWork, day: int) -> bool:
        ended = all(
            other in self.stays and self.stays[other].end_day <= day
            for other in work.waits_for
        )
        date_has_come = work.running or day >= self._lengths.not_before.get(work.id, 0)
        return (
            ended
            and date_has_come
            and day >= self._earliest.get(work.id, 0)
            and all(
                self._free[team] >= people and self._pace.of(team, day) > 0
                for team, people in work.people.items()
            )
        )

    def _start(self, work: ScheduledWork, day: int) -> None:
        self._started[work.id] = day
        if not work.people:
            self.stays[work.id] = Stay(day, day, self._done_milestone(work))
            return
        self._working[work.id] = work
        self._left[work.id] = {}
        for team, people in work.people.items():
            self._free[team] -= people
            self._left[work.id][team] = self._lengths.work[work.id, team] / people

    def _done_milestone(self, work: ScheduledWork) -> int:
        dates = [self._as_of, self._earliest.get(work.id, 0)]
        if not work.running:
            dates.append(self._lengths.not_before.get(work.id, 0))
        return max(*dates, *(self.stays[other].done_day for other in work.waits_for))

    def _work(self, day: int) -> None:
        """Let everybody work for a day; whoever is done is free on the next."""
        for id, work in list(self._working.items()):
            left = self._left[id]
            for team in list(left):
                left[team] -= self._pace.of(team, day)
                if left[team] <= 0:
                    del left[team]
                    self._free[team] += work.people[team]
            if not left:
                del self._working[id]
                self.stays[id] = Stay(self._started[id], day + 1, day)
