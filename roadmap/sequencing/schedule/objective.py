"""What a plan minimises: lateness of musts, then cost of delay, or the last end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from roadmap.model.calendar import Calendar
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable


def floors(problem: Problem) -> list[int]:
    """A day before which each is not over: the first on which it may start.

    For a milestone that is no day before that of a milestone for which it waits.
    """
    floor = list(problem.earliest)
    for number in range(problem.count):
        if not problem.holds[number]:
            marks = (one for one in problem.before[number] if not problem.holds[one])
            floor[number] = max([floor[number], *(floor[one] for one in marks)])
    return floor


def last_day(end: int, floor: int) -> int:
    """The day on which something is over: the one before its end, but not before its floor.

    So a milestone is over on the last day of the work that it ends, or on its own date.
    """
    return max(end - 1, floor)


def last_days(problem: Problem, end: Sequence[int]) -> list[int]:
    """The day on which each is over, by number."""
    return list(map(last_day, end, floors(problem)))


def late(table: Timetable, over: Iterable[int]) -> int:
    """Working days late over the musts among some initiatives, those that move."""
    problem = table.problem
    last = last_days(problem, table.end)
    return sum(max(0, last[i] - problem.due[i]) for i in over if problem.must[i])


def worked_late(table: Timetable, calendar: Calendar) -> int:
    """Days on which people work, holidays left out, by which all musts are late."""
    problem = table.problem
    last = last_days(problem, table.end)
    return sum(
        calendar.days_later(problem.due[i], last[i])
        for i in range(problem.count)
        if problem.must[i] and last[i] > problem.due[i]
    )


def beyond(problem: Problem, end: Sequence[int], told: Sequence[int]) -> int:
    """How many initiatives are over only after the last day that people were told."""
    last = last_days(problem, end)
    return sum(day > until for day, until in zip(last, told, strict=True))


def cost(table: Timetable, over: Iterable[int]) -> int:
    """Units of value × working days from today, twice beyond a deadline."""
    problem = table.problem
    last = last_days(problem, table.end)
    return sum(
        problem.weight[i]
        * (table.end[i] - problem.today + max(0, last[i] - problem.due[i]))
        for i in over
        if problem.weight[i]
    )


def waited(table: Timetable, over: Iterable[int]) -> int:
    """Units of value × working days from today, whatever the deadlines."""
    problem = table.problem
    return sum(problem.weight[i] * (table.end[i] - problem.today) for i in over)


def finish(table: Timetable) -> int:
    """Working days from today to the last end."""
    today = table.problem.today
    return max(table.end, default=today) - today


def aims(
    table: Timetable, over: Sequence[int], ended: Iterable[int] | None = None
) -> tuple[int, int, int]:
    """The aims over some initiatives, the smaller the better, compared in this order.

    The last end is that of `ended`, not given: of all that is placed.
    """
    value = cost(table, over)
    if table.problem.makespan:
        ends = table.end if ended is None else [table.end[number] for number in ended]
        return late(table, over), max(ends, default=0), value
    return late(table, over), value, 0


def unit_of_cost(problem: Problem, days_a_week: int) -> Fraction:
    """What 1 of a timetable's cost or last end is in a plan: value-weeks, or days."""
    return Fraction(1) if problem.makespan else problem.value_unit / days_a_week


def units(problem: Problem, told_unit: int = 0) -> tuple[int, int]:
    """Prices of a day late and of a later last end, each above all that comes after it.

    The last end has a price of 0 where it is not minimised. `told_unit` is the price of an
    end after the day that was told.
    """
    days = problem.horizon(range(problem.count)) - min([0, *problem.due])
    most = 2 * sum(problem.weight) * days + told_unit * problem.count
    end = 1 << most.bit_length()
    if not problem.makespan:
        return end, 0
    return end << days.bit_length(), end
