"""Trials of levers: everything is placed anew, in the order of the plan.

A trial says what is worth planning in full, and no more: a plan may find a better order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.schedule.calendar_end import without
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import begun, feasible, scheduled
from roadmap.sequencing.sequence import sequence
from roadmap.studies.levers import Lever, LeverKind, expected, further, pulled
from roadmap.studies.outlook import Outlook

MOST, PLACED = 60, 50_000
"""So many levers are tried, and fewer where that would place more than so much."""
LITTLE = 1
"""A lever of at most so many working days changes next to nothing."""


@dataclass(frozen=True, slots=True)
class LeverTrial:
    """A lever, and by how many working days an initiative ends sooner in its trial.

    `idle`: readers would expect it to help, and it changes next to nothing.
    """

    lever: Lever
    days: int
    idle: bool = False


def trials(at: Outlook, id: str) -> list[LeverTrial]:
    """The levers of an initiative, each tried: the best first, the most expected first."""
    most = min(MOST, PLACED // max(1, len(at.plan.slots)))
    near = expected(at, id)
    every = [*dict.fromkeys([*near, *(further(at, id) if near else ())])][:most]
    tried = []
    for lever in every:
        days = _days_sooner(at, lever, id)
        idle = days <= LITTLE and lever in near and _weighty(at, lever)
        tried.append(LeverTrial(lever, days, idle))
    return sorted(tried, key=lambda trial: -trial.days)


def _weighty(at: Outlook, lever: Lever) -> bool:
    """Whether a lever is more people, or a week less of some work."""
    if lever.part is None:
        return lever.kind is LeverKind.PERSON
    parts = at.portfolio.initiatives[lever.id].parts
    now = sum(part.work.middle for part in parts if part.team == lever.team)
    return now - lever.part.work.middle >= at.portfolio.calendar.days_a_week


def _days_sooner(at: Outlook, lever: Lever, id: str) -> int:
    """Working days by which an initiative ends sooner, everything placed in its turn."""
    whole = _changed(at, lever)
    slots, fixed = at.plan.slots, begun(whole)
    moved = [number for number in range(whole.count) if fixed.start[number] < 0]
    order = sorted(moved, key=lambda number: (slots[whole.ids[number]].start_day, number))
    end = scheduled(fixed, feasible(whole, order)).end[whole.ids.index(id)]
    return slots[id].end_day - end


def _changed(at: Outlook, lever: Lever) -> Problem:
    """The problem with a lever pulled, for what the plan places."""
    portfolio, order = _pulled(at.portfolio, lever), at.sequence
    gone = portfolio.initiatives.keys() - at.plan.slots.keys()
    if lever.kind is LeverKind.PIN:
        order = sequence(portfolio, at.scores, True, gone)
    elif lever.kind in (LeverKind.DROP, LeverKind.ASIDE):
        gone = {*gone, lever.id}
    return problem(portfolio, at.scores, without(portfolio, order, gone))


def _pulled(portfolio: Portfolio, lever: Lever) -> Portfolio:
    if lever.kind is LeverKind.PERSON:
        team = replace(portfolio.teams[lever.team], people=lever.people)
        return replace(portfolio, teams={**portfolio.teams, lever.team: team})
    initiative = pulled(portfolio.initiatives[lever.id], lever)
    return replace(portfolio, initiatives={**portfolio.initiatives, lever.id: initiative})
