"""The bottleneck: how much value waits for which team."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from roadmap.sequencing.explain.binding import lacking, start_of
from roadmap.sequencing.explain.bookings import bookings_by_crew
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable


def waiting(table: Timetable, days_a_week: int) -> Mapping[str, Fraction]:
    """Points × weeks that ready work waited for each team, by team.

    From the day on which an initiative could start but for people, to its start, it and
    all that depends on it wait for the first of its teams without room the day before.
    """
    problem, bookings = table.problem, bookings_by_crew(table)
    waited = {crew.id: 0 for crew in problem.crews}
    behind = values_behind(problem)
    for number in range(problem.count):
        team = lacking(start_of(table, bookings, number))
        if team is not None:
            days = table.start[number] - table.ready(number)
            waited[team] += behind[number] * days
    unit = problem.value_unit / days_a_week
    return {team: amount * unit for team, amount in waited.items()}


def values_behind(problem: Problem) -> list[int]:
    """The value of each initiative and of all that depends on it, each counted once."""
    reach = [1 << number for number in range(problem.count)]
    for number in reversed(range(problem.count)):
        for later in problem.after[number]:
            reach[number] |= reach[later]
    return [_sum(problem, bits) for bits in reach]


def _sum(problem: Problem, bits: int) -> int:
    digits = f"{bits:b}"[::-1]
    total, place = 0, digits.find("1")
    while place >= 0:
        total += problem.weight[place]
        place = digits.find("1", place + 1)
    return total
