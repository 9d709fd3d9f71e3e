"""Pairs that share a team and run against the sequence, each with its reason.

A reason is what kept the one that is overtaken from starting then, all others but these
two staying where they are; where nothing did, the order was chosen, and has its price.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator
from itertools import islice

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.explain.reasons import Stay, stays_by_crew
from roadmap.sequencing.results import OutOfOrder
from roadmap.sequencing.schedule.problem import Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable

NAMED = 500


def out_of_order(table: Timetable, portfolio: Portfolio) -> tuple[OutOfOrder, ...]:
    """The first `NAMED` pairs that run against the sequence, by who was overtaken."""
    stays = stays_by_crew(table)
    crews = _crews_of(table.problem)
    return tuple(
        OutOfOrder(
            first=table.problem.ids[early],
            second=table.problem.ids[late],
            team=table.problem.crews[min(crews[early] & crews[late])].id,
            why=_why(table, stays, portfolio, early, late),
        )
        for late, early in islice(inversions(table), NAMED)
    )


def inversions(table: Timetable) -> Iterator[tuple[int, int]]:
    """Pairs (overtaken, overtaker): the overtaker comes later in the sequence."""
    crews = _crews_of(table.problem)
    started: list[list[tuple[int, int]]] = [[] for _ in table.problem.crews]
    pairs: list[tuple[int, int]] = []
    for each in reversed(range(table.problem.count)):
        ahead = {
            other
            for crew in crews[each]
            for _, other in started[crew][: _before(started[crew], table.start[each])]
        }
        pairs += [(each, other) for other in ahead]
        for crew in crews[each]:
            insort(started[crew], (table.start[each], each))
    return iter(sorted(pairs))


def _before(started: list[tuple[int, int]], day: int) -> int:
    return sum(1 for start, _ in started if start < day)


def _crews_of(problem: Problem) -> list[set[int]]:
    return [{hold.crew for hold in holds} for holds in problem.holds]


def _why(
    table: Timetable, stays: list[list[Stay]], portfolio: Portfolio, early: int, late: int
) -> str:
    problem, day = table.problem, table.start[early]
    waits = [one for one in problem.before[late] if table.end[one] > day]
    if waits:
        return f"waits for `{problem.ids[max(waits, key=lambda one: table.end[one])]}`"
    if problem.earliest[late] > day:
        return f"not before {_date(portfolio, problem.earliest[late])}"
    for hold in problem.holds[late]:
        crew = problem.crews[hold.crew]
        if crew.presence.open(day) > day:
            return f"waits for team {crew.id}, away on {_date(portfolio, day)}"
    for hold in problem.holds[late]:
        if not _fits(problem, hold, stays[hold.crew], day, (early, late)):
            team, id = problem.crews[hold.crew].id, problem.ids[late]
            if all(one.crew != hold.crew for one in problem.holds[early]):
                return f"waits for people of {team}"
            return f"fits a gap in team {team} that `{id}` cannot use"
    return f"nothing else holds `{problem.ids[late]}` back"


def _date(portfolio: Portfolio, day: int) -> str:
    date = portfolio.calendar.date_of(day)
    return f"{date.day} {date:%b %Y}"


def _fits(
    problem: Problem, hold: Hold, stays: list[Stay], day: int, without: tuple[int, int]
) -> bool:
    crew = problem.crews[hold.crew]
    end = crew.presence.end(day, hold.need)
    others = [
        stay
        for stay in stays
        if stay.start < end and stay.end > day and stay.number not in without
    ]
    moments = [day, *(stay.start for stay in others if stay.start > day)]
    return all(
        sum(stay.held for stay in others if stay.start <= moment < stay.end) + hold.held
        <= crew.capacity
        for moment in moments
    )
