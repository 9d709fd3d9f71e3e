"""What a plan schedules, and in which turn, read from its JSON and the portfolio."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from benchmarks.true_lengths import parts_with_work
from benchmarks.workdays import Workdays
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Stay:
    """When something ran: its first day, the day after its last, and the day it was done.

    A milestone starts and ends on one day and is done on it, or on the day before if that
    is when the work it waited for was done.
    """

    start_day: int
    end_day: int
    done_day: int


@dataclass(frozen=True, slots=True)
class ScheduledWork:
    """An initiative of the plan, with the people each team gives it.

    `waits_for` are the scheduled initiatives that have to end first; none where `running`.
    """

    id: str
    planned: Stay
    people: Mapping[str, Fraction]
    running: bool
    waits_for: tuple[str, ...]


def in_turn(
    portfolio: Portfolio, answer: Mapping[str, Any], workdays: Workdays
) -> tuple[ScheduledWork, ...]:
    """Everything that the JSON of a plan schedules, in the order in which it starts."""
    shown = {
        each["id"]: each for each in answer["initiatives"] if each["start_day"] is not None
    }
    ahead = _pinned_with_needs(portfolio, shown)
    works = []
    for id, dates in shown.items():
        initiative = portfolio.initiatives[id]
        running = initiative.status is Status.IN_PROGRESS
        needed = () if running else initiative.depends_on or ()
        works.append(
            ScheduledWork(
                id,
                _planned_stay(dates, workdays),
                _people(initiative, portfolio),
                running,
                tuple(other for other in dict.fromkeys(needed) if other in shown),
            )
        )
    return tuple(
        sorted(
            works,
            key=lambda work: (
                work.planned.start_day,
                not work.running,
                not work.running and work.id not in ahead,
                shown[work.id]["position"],
            ),
        )
    )


def _planned_stay(dates: Mapping[str, Any], workdays: Workdays) -> Stay:
    done = workdays.on_or_before(date.fromisoformat(dates["end"]))
    return Stay(dates["start_day"], dates["end_day"], done)


def _pinned_with_needs(portfolio: Portfolio, shown: Iterable[str]) -> frozenset[str]:
    scheduled = set(shown)
    waiting = [id for id in scheduled if portfolio.initiatives[id].pin is not None]
    ahead: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in ahead and id in scheduled:
            ahead.add(id)
            waiting.extend(portfolio.initiatives[id].depends_on or ())
    return frozenset(ahead)


def _people(initiative: Initiative, portfolio: Portfolio) -> Mapping[str, Fraction]:
    """How many people each team gives an initiative: its share, or what is stated."""
    people = {}
    for part in parts_with_work(initiative):
        team = portfolio.teams[part.team]
        halves = Fraction(team.people / team.at_once * 2 // 1, 2)
        given = max(Fraction(1), halves) if part.people is None else part.people
        people[part.team] = min(team.people, given)
    return people
