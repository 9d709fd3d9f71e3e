"""History: how forecasts, promised dates, ranks and value move from commit to commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from roadmap.model.calendar import Calendar
from roadmap.model.initiative import Status
from roadmap.model.published import PublishedDates
from roadmap.outcomes.deliveries import delivered
from roadmap.simulation.results import DateChance, PlanForecast
from roadmap.studies.chances import LEAST, by_date
from roadmap.studies.forecast_position import forecast_positions
from roadmap.studies.outlook import Outlook

T = TypeVar("T")
MOST = 60
"""Commits that are planned."""


@dataclass(frozen=True, slots=True)
class InitiativeForecast:
    """What a commit says of an initiative: forecast end, promised date and rank.

    `told` are the dates that were published, None where they were not.
    """

    title: str
    status: Status
    end: date | None = None
    promised: date | None = None
    rank: int | None = None
    told: PublishedDates | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a commit's portfolio comes to.

    `when` is the day of its neighbours in history where its own is unknown (not `dated`).
    `left_out` are the files whose errors leave something out. `value` is that of all that
    is scheduled, `mean_wait` its average time to value in weeks. `needs` are the statements
    of the needs, `served` those of them that something delivered addresses.
    """

    commit: str
    when: date
    subject: str
    forecasts: Mapping[str, InitiativeForecast]
    value: Fraction
    cost: Fraction
    mean_wait: Fraction | None
    needs: Mapping[str, str] = field(default_factory=dict)
    served: frozenset[str] = frozenset()
    dated: bool = True
    left_out: tuple[str, ...] = ()
    forecast: PlanForecast | None = None

    @property
    def scheduled(self) -> int:
        """How many initiatives it schedules."""
        return sum(forecast.end is not None for forecast in self.forecasts.values())


@dataclass(frozen=True, slots=True)
class Trail:
    """An initiative over the snapshots; None where a snapshot does not schedule it.

    `slip` is by how many working days its last forecast is later than its baseline; `slips`
    how often it moved later. The baseline is what was published first, `told`, and only
    what goes beyond that counts; where nothing was, it is the first forecast.
    """

    id: str
    title: str
    ends: tuple[date | None, ...]
    promised: tuple[date | None, ...]
    ranks: tuple[int | None, ...]
    slip: int
    slips: int
    told: PublishedDates | None = None


@dataclass(frozen=True, slots=True)
class ChanceTrail:
    """A date to keep over the snapshots; None where one does not forecast it.

    `draws` are how often each snapshot was drawn.
    """

    id: str
    promise: bool
    title: str
    dates: tuple[DateChance | None, ...]
    draws: tuple[int, ...]

    @property
    def known(self) -> tuple[DateChance, ...]:
        """The date where it is forecast, the oldest first."""
        return tuple(date_chance for date_chance in self.dates if date_chance)

    @property
    def points(self) -> Fraction:
        """By how much its last chance is above its first; below 0 where it fell."""
        return self.known[-1].chance - self.known[0].chance

    @property
    def moves(self) -> bool:
        """Whether its chance moves so far that it is worth telling."""
        chances = [date_chance.chance for date_chance in self.known]
        return max(chances) - min(chances) >= LEAST


@dataclass(frozen=True, slots=True)
class NeedWait:
    """How long customers have waited for something that addresses a need.

    `until` is None while they still wait. `days` are those of the calendar: customers
    wait on weekends too.
    """

    need: str
    statement: str
    since: date
    until: date | None
    days: int


def snapshot(
    commit: str,
    when: date,
    subject: str,
    outlook: Outlook,
    forecast: PlanForecast | None = None,
) -> Snapshot:
    """The snapshot of a commit's outlook."""
    portfolio, plan = outlook.portfolio, outlook.plan
    return Snapshot(
        commit,
        when,
        subject,
        _forecasts(outlook),
        sum((outlook.scores[id].weight for id in plan.slots), Fraction(0)),
        plan.cost,
        plan.mean_wait_weeks,
        {id: need.statement for id, need in portfolio.needs.items()},
        frozenset(
            it.target for initiative in delivered(portfolio) for it in initiative.outcomes
        ),
        forecast=forecast,
    )


def _forecasts(outlook: Outlook) -> dict[str, InitiativeForecast]:
    positions, published = forecast_positions(outlook), outlook.portfolio.published
    told = published.dates if published else {}
    return {
        id: InitiativeForecast(
            initiative.title,
            initiative.status,
            _end(outlook, id),
            initiative.promised.period.last if initiative.promised else None,
            positions[id].rank,
            told.get(id),
        )
        for id, initiative in outlook.portfolio.initiatives.items()
    }


def _end(outlook: Outlook, id: str) -> date | None:
    day = outlook.end(id)
    return None if day is None else outlook.portfolio.calendar.date_of(max(day - 1, 0))


def trails(snapshots: tuple[Snapshot, ...], calendar: Calendar) -> tuple[Trail, ...]:
    """Every initiative that any snapshot schedules, those that slip most first.

    Working days are those of one calendar, whatever it was before.
    """
    ids = {id for each in snapshots for id, said in each.forecasts.items() if said.end}
    every = [
        _trail(id, [each.forecasts.get(id) for each in snapshots], calendar) for id in ids
    ]
    return tuple(sorted(every, key=lambda trail: (-trail.slip, -trail.slips, trail.id)))


def _trail(
    id: str, forecasts: list[InitiativeForecast | None], calendar: Calendar
) -> Trail:
    ends = tuple(forecast.end if forecast else None for forecast in forecasts)
    told, slip, slips = _slips(forecasts, calendar)
    return Trail(
        id,
        next(forecast.title for forecast in reversed(forecasts) if forecast),
        ends,
        tuple(forecast.promised if forecast else None for forecast in forecasts),
        tuple(forecast.rank if forecast else None for forecast in forecasts),
        slip,
        slips,
        told,
    )


def _slips(
    forecasts: list[InitiativeForecast | None], calendar: Calendar
) -> tuple[PublishedDates | None, int, int]:
    """What was published first, by how much it slipped from its baseline, and how often."""
    known = [it for it in forecasts if it and it.end]
    ends = [it.end for it in known if it.end]
    since, told = next(((n, it.told) for n, it in enumerate(known) if it.told), (0, None))
    if told is None:
        first, last = (calendar.day_on_or_before(end) for end in (ends[0], ends[-1]))
        later = sum(after > before for before, after in pairwise(ends))
        return None, calendar.days_later(first, last), later
    moves = [told.slip(calendar, end) for end in ends[since:]]
    later = sum(after > max(0, before) for before, after in pairwise(moves))
    return told, moves[-1], later


def chance_trails(snapshots: tuple[Snapshot, ...]) -> tuple[ChanceTrail, ...]:
    """Every date to keep that any snapshot forecasts, those that fell most first."""
    every = [by_date(it.forecast) if it.forecast else {} for it in snapshots]
    draws = tuple(it.forecast.draws if it.forecast else 0 for it in snapshots)
    titles = {id: said.title for it in snapshots for id, said in it.forecasts.items()}
    keys = {key for dates in every for key in dates}
    trails = [
        ChanceTrail(
            key[0], key[1], titles[key[0]], tuple(it.get(key) for it in every), draws
        )
        for key in keys
    ]
    return tuple(sorted(trails, key=lambda trail: (trail.points, trail.id, trail.promise)))


def need_waits(snapshots: tuple[Snapshot, ...]) -> tuple[NeedWait, ...]:
    """How long each need waited for something delivered, the longest first."""
    ids = {id for each in snapshots for id in each.needs}
    every = [_need_wait(id, snapshots) for id in ids]
    return tuple(sorted(every, key=lambda wait: (-wait.days, wait.need)))


def _need_wait(id: str, snapshots: tuple[Snapshot, ...]) -> NeedWait:
    having = [each for each in snapshots if id in each.needs]
    since, statement = having[0].when, having[-1].needs[id]
    served = next((each.when for each in having if id in each.served), None)
    until = served or snapshots[-1].when
    return NeedWait(id, statement, since, served, (until - since).days)


def placed(days: Sequence[date | None], today: date) -> tuple[date, ...]:
    """Days in the order of history, an unknown one as its neighbour: that before it first.

    >>> placed([None, date(2027, 1, 4), None], date(2027, 2, 1))[2]
    datetime.date(2027, 1, 4)
    """
    last = next((day for day in days if day), today)
    found = []
    for day in days:
        last = day or last
        found.append(last)
    return tuple(found)


def evenly(things: Iterable[T], most: int = MOST) -> tuple[T, ...]:
    """At most `most` items, evenly spaced from the first to the last.

    >>> evenly(range(10), 4)
    (0, 3, 6, 9)
    """
    every = tuple(things)
    if len(every) <= most:
        return every
    last = len(every) - 1
    return tuple(every[round(n * last / (most - 1))] for n in range(most))
