"""Resuming: annealing that begins with the order of another plan, in part of its budget."""

from __future__ import annotations

from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.objective import finish
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, begun, scheduled
from roadmap.sequencing.search.annealing import Annealing
from roadmap.sequencing.search.pace import pace
from roadmap.sequencing.search.priority_rules import priority_orders
from roadmap.sequencing.search.search import budget, by_start, least_price, schedule_of

SHARE = 4
"""One in so many of the steps of a whole search."""


def resumed(problem: Problem, wish: Timetable) -> Timetable:
    """What a shorter search makes of the best of a plan's order and the usual ones."""
    table, slower = begun(problem), SHARE * pace(finish(wish))
    for group in groups(problem):
        orders = [by_start(wish, group), *priority_orders(problem, group)]
        schedules = [schedule_of(problem, table, order) for order in orders]
        best = min(schedules, key=lambda schedule: schedule.total)
        walk = Annealing(best, budget(len(group)) // slower, least_price(best, table))
        walk.run()
        table = schedule_of(problem, table, walk.best).table()
    return scheduled(table, valueless(problem))
