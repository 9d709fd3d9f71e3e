"""History: how forecasts, promises, ranks and value moved from commit to commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from roadmap.model.calendar import Calendar
from roadmap.model.initiative import Status
from roadmap.studies.forecast_position import standings
from roadmap.studies.outlook import Outlook

T = TypeVar("T")
MOST = 60
"""Commits that are looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a commit says of an initiative: forecast end, promised date and rank."""

    title: str
    status: str
    end: date | None = None
    promised: date | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """What a commit's portfolio comes to.

    `value` is that of all that is planned, `wait` the mean wait in weeks. `needs` are
    those that somebody stated, `met` those of them that something delivered serves.
    """

    commit: str
    when: date
    subject: str
    said: Mapping[str, Said]
    value: Fraction
    cost: Fraction
    wait: Fraction | None
    needs: Mapping[str, str] = field(default_factory=dict)
    met: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trail:
    """An initiative over the moments; None where a moment has it nowhere in its plan.

    `slip` is by how many working days its last forecast is after its first; `slips` how
    often it went later.
    """

    id: str
    title: str
    ends: tuple[date | None, ...]
    promised: tuple[date | None, ...]
    ranks: tuple[int | None, ...]
    slip: int
    slips: int


@dataclass(frozen=True, slots=True)
class Wait:
    """A need that customers wait for: since when, and until when; None: still.

    `days` are those of the calendar: customers wait on holidays too.
    """

    need: str
    statement: str
    since: date
    until: date | None
    days: int


def moment(commit: str, when: date, subject: str, found: Outlook) -> Moment:
    """What is kept of a commit's outlook."""
    portfolio, plan = found.portfolio, found.plan
    standing = standings(found)
    every = portfolio.initiatives
    said = {
        id: Said(
            each.title,
            each.status.value,
            _end(found, id),
            each.promised.period.last if each.promised else None,
            standing[id].rank,
        )
        for id, each in every.items()
    }
    delivered = (each for each in every.values() if each.status is Status.DELIVERED)
    return Moment(
        commit,
        when,
        subject,
        said,
        sum((found.scores[id].weight for id in plan.slots), Fraction(0)),
        plan.cost,
        plan.mean_wait_weeks,
        {id: need.statement for id, need in portfolio.needs.items()},
        frozenset(claim.target for each in delivered for claim in each.outcomes),
    )


def _end(found: Outlook, id: str) -> date | None:
    day = found.end(id)
    return None if day is None else found.portfolio.calendar.date_of(max(day - 1, 0))


def trails(moments: tuple[Moment, ...], calendar: Calendar) -> tuple[Trail, ...]:
    """Every initiative that any moment plans, those that slip most first.

    Working days are those of one calendar, whatever it was before.
    """
    ids = {id for each in moments for id, said in each.said.items() if said.end}
    found = (_trail(id, [each.said.get(id) for each in moments], calendar) for id in ids)
    return tuple(sorted(found, key=lambda each: (-each.slip, -each.slips, each.id)))


def _trail(id: str, said: list[Said | None], calendar: Calendar) -> Trail:
    ends = tuple(each.end if each else None for each in said)
    known = [end for end in ends if end]
    later = sum(other > one for one, other in pairwise(known))
    first, last = (calendar.day_on_or_before(end) for end in (known[0], known[-1]))
    return Trail(
        id,
        next(each.title for each in reversed(said) if each),
        ends,
        tuple(each.promised if each else None for each in said),
        tuple(each.rank if each else None for each in said),
        last - first,
        later,
    )


def waits(moments: tuple[Moment, ...]) -> tuple[Wait, ...]:
    """How long each need waited for something delivered, the longest first."""
    found = []
    for id in {id for each in moments for id in each.needs}:
        having = [each for each in moments if id in each.needs]
        met = next((each.when for each in having if id in each.met), None)
        since, statement = having[0].when, having[-1].needs[id]
        days = ((met or moments[-1].when) - since).days
        found.append(Wait(id, statement, since, met, days))
    return tuple(sorted(found, key=lambda each: (-each.days, each.need)))


def evenly(things: Iterable[T], most: int = MOST) -> tuple[T, ...]:
    """At most so many of some things, from the first to the last at even distances.

    >>> evenly(range(10), 4)
    (0, 3, 6, 9)
    """
    every = tuple(things)
    if len(every) <= most:
        return every
    last = len(every) - 1
    return tuple(every[round(n * last / (most - 1))] for n in range(most))
