"""Steadiness: a plan that keeps the dates that people were told, for a stated share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.results import SolveStatus
from roadmap.sequencing.schedule.calendar_end import ends_in_time
from roadmap.sequencing.schedule.objective import aims, beyond, cost
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import Timetable, begun
from roadmap.sequencing.search.search import Solution
from roadmap.sequencing.search.steady import Stay, SteadyRule, settled, steady


def in_force(portfolio: Portfolio, whole: Problem) -> bool:
    """Whether a plan has published dates to keep."""
    published = portfolio.published
    if published is None or portfolio.steadiness is None:
        return False
    return any(id in published.dates for id in whole.ids)


def steadied(portfolio: Portfolio, fixed: Timetable, free: Solution) -> Solution:
    """The steady plan beside one that was found freely; that one without published dates.

    It is bounded at best: nothing proves that no other plan keeps more dates.
    """
    whole, share = fixed.problem, portfolio.steadiness
    if not in_force(portfolio, whole) or share is None:
        return free
    if free.status is SolveStatus.INTERRUPTED:
        return free
    told, table = with_told(portfolio, whole), free.table
    known = Timetable(told, table.busy, table.start, table.end)
    try:
        timetable = steady(begun(told), known, tuple(_stays(portfolio, whole)), share)
    except KeyboardInterrupt:
        return replace(free, status=SolveStatus.INTERRUPTED)
    table = Timetable(whole, timetable.busy, timetable.start, timetable.end)
    if not ends_in_time(table, portfolio.calendar.last_day):
        table = free.table
    return replace(free, table=table, status=SolveStatus.BOUNDED)


def near(
    portfolio: Portfolio, fixed: Timetable, free: Solution, before: Mapping[str, Stay]
) -> Solution:
    """The solution nearest to another plan, unless the free one is clearly better.

    `before` are the first and last day of each initiative in that plan.
    """
    if free.status is SolveStatus.INTERRUPTED:
        return free
    stays = [before.get(id) for id in fixed.problem.ids]
    timetable = settled(fixed, free.table, stays)
    every = range(fixed.problem.count)
    if not ends_in_time(timetable, portfolio.calendar.last_day):
        return free
    as_good = aims(timetable, every) == aims(free.table, every)
    return replace(free, table=timetable, status=free.status if as_good else None)


def with_told(portfolio: Portfolio, whole: Problem) -> Problem:
    """A problem with the published dates that are in force; otherwise as it is."""
    if not in_force(portfolio, whole):
        return whole
    return replace(whole, told=told_days(portfolio, whole))


def date_price(portfolio: Portfolio, table: Timetable) -> int:
    """What one published date may cost in a plan near another one; 0: none is in force."""
    whole, share = table.problem, portfolio.steadiness
    if not in_force(portfolio, whole) or share is None:
        return 0
    return 1 + int(cost(table, range(whole.count)) * share)


def steadiest(portfolio: Portfolio, tables: Sequence[Timetable]) -> Timetable:
    """Of some plans the one to choose, where the best without regard to dates is free."""
    whole = tables[0].problem
    every = range(whole.count)
    free = min(tables, key=lambda table: aims(table, every))
    share = portfolio.steadiness
    if not in_force(portfolio, whole) or share is None:
        return free
    rule, told = SteadyRule(free, share, (tuple(every),)), told_days(portfolio, whole)

    def rank(table: Timetable) -> tuple[int, tuple[int, ...]]:
        return beyond(whole, table.end, told), aims(table, every)

    return min(filter(rule.allows, tables), key=rank)


def told_days(portfolio: Portfolio, whole: Problem) -> tuple[int, ...]:
    """By number the last working day that people were shown, FAR where they were not."""
    dates = portfolio.published.dates if portfolio.published else {}
    on_or_before = portfolio.calendar.day_on_or_before
    return tuple(on_or_before(dates[id].until) if id in dates else FAR for id in whole.ids)


def _stays(portfolio: Portfolio, whole: Problem) -> Iterator[Stay | None]:
    """By number the first and last working day that were published."""
    dates = portfolio.published.dates if portfolio.published else {}
    on_or_before = portfolio.calendar.day_on_or_before
    for id in whole.ids:
        told = dates.get(id)
        yield (on_or_before(told.start), on_or_before(told.end)) if told else None
