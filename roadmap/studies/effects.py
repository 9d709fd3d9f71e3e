"""What a scenario buys and what it costs: each a fact for it, or against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from roadmap.model.initiative import Status
from roadmap.simulation.results import PlanForecast
from roadmap.studies.chances import LEAST, ChanceShift, DateKey, both
from roadmap.studies.difference import Difference
from roadmap.studies.forecast_position import DateStatus, ForecastPosition
from roadmap.studies.outlook import Outlook
from roadmap.studies.scenarios import budget, value_by
from roadmap.studies.shifts import days_later

TELLING = Fraction(1, 20)
"""Weeks and points that pages round to nothing."""
Forecasts = tuple[PlanForecast, PlanForecast]


class EffectKind(StrEnum):
    """What a scenario changes, in the order in which it is told.

    CHANCE: a date becomes more or less likely. DATES: dates are kept or missed, where
    nothing is forecast. GIVEN_UP: dates of what is dropped. PEOPLE, FOCUS: how many people
    a team has, or how much of their time. BUDGET: the non-labour cost. ADDED, DROPPED:
    initiatives, with their work, or their value. WAIT: the average time to value of what
    both plans schedule. VALUE: what is delivered by a day. FINISH: the final delivery.
    DELIVERIES: how many move, and which most.
    """

    CHANCE = "chance"
    DATES = "dates"
    GIVEN_UP = "given up"
    PEOPLE = "people"
    FOCUS = "focus"
    BUDGET = "budget"
    ADDED = "added"
    DROPPED = "dropped"
    WAIT = "wait"
    VALUE = "value"
    FINISH = "finish"
    DELIVERIES = "deliveries"


@dataclass(frozen=True, slots=True)
class ScenarioEffect:
    """A fact for a scenario (`gain`), or against it.

    `amount` is above 0, in the unit of its kind: people, a share of time, money,
    person-weeks, points, weeks; of deliveries, how many. `dates` are the dates to keep and
    `ids` the initiatives that it is about, of deliveries the one that moves most, by `days`
    working days. `chance` is that of a date, before and after.
    """

    kind: EffectKind
    gain: bool
    amount: Fraction = Fraction(0)
    team: str = ""
    dates: tuple[DateKey, ...] = ()
    ids: tuple[str, ...] = ()
    days: int = 0
    chance: ChanceShift | None = None


def effects(
    difference: Difference, until: date, forecasts: Forecasts | None = None
) -> tuple[ScenarioEffect, ...]:
    """All that a scenario changes; value is counted up to a day."""
    moved = both(*forecasts) if forecasts else ()
    return (
        *(_chance(shift) for shift in moved if abs(shift.points) >= LEAST),
        *_dates(difference, foretold=forecasts is not None),
        *_teams(difference.old, difference.new),
        *_signed(EffectKind.BUDGET, budget(difference.old) - budget(difference.new)),
        *_initiatives(difference),
        *_wait(difference),
        *_value(difference, until),
        *_finish(difference),
        *_deliveries(difference),
    )


def _chance(shift: ChanceShift) -> ScenarioEffect:
    date = (shift.id, shift.promise)
    gain = shift.points > 0
    return ScenarioEffect(
        EffectKind.CHANCE, gain, abs(shift.points), dates=(date,), chance=shift
    )


def _dates(difference: Difference, *, foretold: bool) -> Iterator[ScenarioEffect]:
    """Dates that are newly kept or missed, and those of what is no longer done."""
    kept, missed, gone = [], [], []
    for shift in difference.shifts:
        for promise in (False, True):
            date = (shift.id, promise)
            before, after = (_met(it, promise) for it in (shift.before, shift.after))
            if before is not None and after is None and _dropped(shift.after):
                gone.append(date)
            elif after is DateStatus.KEPT and before is DateStatus.MISSED:
                kept.append(date)
            elif after is DateStatus.MISSED and before is DateStatus.KEPT:
                missed.append(date)
    for gain, dates in ((True, kept), (False, missed)):
        if dates and not foretold:
            yield ScenarioEffect(EffectKind.DATES, gain, dates=tuple(dates))
    if gone:
        yield ScenarioEffect(EffectKind.GIVEN_UP, gain=False, dates=tuple(gone))


def _met(position: ForecastPosition | None, promise: bool) -> DateStatus | None:
    if position is None:
        return None
    return position.promise if promise else position.deadline


def _dropped(position: ForecastPosition | None) -> bool:
    return position is None or position.status is Status.DROPPED


def _teams(old: Outlook, new: Outlook) -> Iterator[ScenarioEffect]:
    """How many people each team has more or fewer; of the same people, how much time."""
    before, after = old.portfolio.teams, new.portfolio.teams
    for id in dict.fromkeys((*before, *after)):
        one, other = before.get(id), after.get(id)
        people = [team.people if team else Fraction(0) for team in (one, other)]
        if people[0] != people[1]:
            yield from _signed(EffectKind.PEOPLE, people[0] - people[1], team=id)
        elif one and other:
            yield from _signed(EffectKind.FOCUS, one.focus - other.focus, team=id)


def _signed(kind: EffectKind, less: Fraction, team: str = "") -> Iterator[ScenarioEffect]:
    """An effect of what has a price: less of it is a gain."""
    if less:
        yield ScenarioEffect(kind, less > 0, abs(less), team)


def _initiatives(difference: Difference) -> Iterator[ScenarioEffect]:
    """What is done besides, and what is not done any more."""
    old, new = difference.old, difference.new
    added = [id for id in new.plan.slots if id not in old.plan.slots]
    if added:
        every = (new.portfolio.size(new.portfolio.initiatives[id]) for id in added)
        work = sum(every, Fraction(0))
        yield ScenarioEffect(
            EffectKind.ADDED, gain=False, amount=work, ids=tuple(sorted(added))
        )
    dropped = [id for id in old.plan.slots if id not in new.plan.slots]
    if dropped:
        value = sum((old.scores[id].weight for id in dropped), Fraction(0))
        ids = tuple(sorted(dropped))
        yield ScenarioEffect(EffectKind.DROPPED, gain=False, amount=value, ids=ids)


def _wait(difference: Difference) -> Iterator[ScenarioEffect]:
    before, after = difference.shared_waits or (Fraction(0), Fraction(0))
    if abs(before - after) >= TELLING:
        yield from _signed(EffectKind.WAIT, before - after)


def _value(difference: Difference, until: date) -> Iterator[ScenarioEffect]:
    more = value_by(difference.new, until) - value_by(difference.old, until)
    if abs(more) >= TELLING:
        yield ScenarioEffect(EffectKind.VALUE, more > 0, abs(more))


def _finish(difference: Difference) -> Iterator[ScenarioEffect]:
    old, new = difference.old, difference.new
    ends = old.plan.finish_day, new.plan.finish_day
    later = days_later(old.portfolio, ends[0], new.portfolio, ends[1])
    if later:
        yield ScenarioEffect(EffectKind.FINISH, later < 0, days=abs(later))


def _deliveries(difference: Difference) -> Iterator[ScenarioEffect]:
    """How many deliveries come earlier, and how many later, with the greatest move."""
    moved = [(shift.end, shift.id) for shift in difference.shifts if shift.end]
    for gain in (True, False):
        some = [(abs(days), id) for days, id in moved if (days < 0) is gain]
        if some:
            days, id = min(some, key=lambda it: (-it[0], it[1]))
            kind, count = EffectKind.DELIVERIES, Fraction(len(some))
            yield ScenarioEffect(kind, gain, count, ids=(id,), days=days)
