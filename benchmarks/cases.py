"""Cases: an instance with what every method is given, and what its plan is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from benchmarks.instances import Instance, files
from roadmap.sequencing import results
from roadmap.sequencing.schedule.objective import cost, finish, late
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.sequence import sequence
from tests.checker_facts import Facts, facts
from tests.checker_placement import placement_violations
from tests.checker_slots import days_shown, slot_violations
from tests.checker_totals import total_violations
from tests.checker_view import View, view

Times = dict[int, tuple[int, int]]
"""First day and end day (exclusive) by number."""


@dataclass(frozen=True)
class Case:
    """An instance in whole numbers, with the work that is fixed before anybody plans."""

    instance: Instance

    @cached_property
    def order(self) -> results.RankedSequence:
        """What can be placed, numbered in this order."""
        return sequence(self.instance.portfolio, self.instance.scores)

    @cached_property
    def problem(self) -> Problem:
        """What is to be planned."""
        return problem(self.instance.portfolio, self.instance.scores, self.order)

    @cached_property
    def fixed(self) -> Timetable:
        """Running work, where it stands."""
        return begun(self.problem)

    @cached_property
    def facts(self) -> Facts:
        """The same instance as the independent checker reads it from its files."""
        return facts(files(self.instance))

    @cached_property
    def last_start(self) -> int:
        """A horizon for rivals: a quarter later than the naive order ends."""
        naive = self.serial(feasible(self.problem, self.problem.naive))
        return 5 * max(end for _, end in naive.values()) // 4

    def serial(self, order: Sequence[int]) -> Times:
        """An order, each on its first days that fit, after what is fixed."""
        moved = [each for each in order if self.fixed.start[each] < 0]
        table = scheduled(self.fixed, moved)
        return dict(enumerate(zip(table.start, table.end, strict=True)))

    def from_starts(self, starts: dict[int, int]) -> Times:
        """Starts with the ends that follow from them."""
        return {each: (start, self._end(each, start)) for each, start in starts.items()}

    def aims(self, times: Times) -> tuple[int, int]:
        """Working days late, then value × days or the last end: the smaller the better."""
        table = self._table(times)
        every = range(self.problem.count)
        aim = finish(table) if self.problem.makespan else cost(table, every)
        return late(table, every), aim

    def broken(self, times: Times) -> list[str]:
        """Every rule that a plan breaks, by the independent checker."""
        seen = view(self.facts, self._answer(times), ideas=False)
        return [
            *placement_violations(seen),
            *slot_violations(seen),
            *total_violations(seen),
        ]

    def _end(self, number: int, start: int) -> int:
        crews, holds = self.problem.crews, self.problem.holds[number]
        ends = (crews[hold.crew].presence.end(start, hold.need) for hold in holds)
        return max(ends, default=start)

    def _table(self, times: Times) -> Timetable:
        days = [times[each] for each in range(self.problem.count)]
        starts, ends = [day for day, _ in days], [day for _, day in days]
        return Timetable(self.problem, [0 for _ in self.problem.crews], starts, ends)

    def _answer(self, times: Times) -> dict[str, Any]:
        """A plan as the checker wants it: its days, and the totals that we claim."""
        days_late, aim = self.aims(times)
        whole = self.problem
        one = 1 if whole.makespan else whole.value_unit / self.facts.week
        value = sum(whole.weight)
        waited = sum(whole.weight[each] * end for each, (_, end) in times.items())
        plan = {
            "unplaced": [],
            "cost": float(aim * one),
            "late": days_late,
            "bound": None,
            "gap": None,
            "status": "feasible",
            "minimises": self.instance.portfolio.minimise,
            "finish_day": max(end for _, end in times.values()),
            "mean_wait_weeks": waited / value / self.facts.week if value else None,
        }
        rows = [self._row(time, times) for time in times]
        order = {"ids": [*self.order.ids]}
        found = {"initiatives": rows, "plan": plan, "sequence": order}
        seen = view(self.facts, found, ideas=False)
        for row in rows:
            row |= self._dates(seen, row["id"])
        return found

    def _row(self, number: int, times: Times) -> dict[str, Any]:
        start, end = times[number]
        one = self.facts.initiatives[self.problem.ids[number]]
        score = self.instance.scores[one.id]
        crews = self.problem.crews
        return {
            "id": one.id,
            "status": one.status,
            "value": float(score.weight),
            "score": None if score.score is None else float(score.score),
            "start_day": start,
            "end_day": end,
            "start": "",
            "end": "",
            "parts": {
                crews[hold.crew].id: {
                    "people": float(hold.people),
                    "start_day": start,
                    "end_day": crews[hold.crew].presence.end(start, hold.need),
                }
                for hold in self.problem.holds[number]
            },
        }

    def _dates(self, seen: View, id: str) -> dict[str, str]:
        first, last = days_shown(seen, self.facts.initiatives[id])
        date_of = self.facts.calendar.date_of
        return {"start": str(date_of(first)), "end": str(date_of(last))}
