"""Commitments and deadlines of work that is over: kept, or missed by so many days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadmap.model.calendar import Calendar, Period
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.deliveries import delivered_on, is_delivered


class Verdict(StrEnum):
    """What became of a date that somebody was told."""

    KEPT = "kept"
    MISSED = "missed"
    UNKNOWN = "day unknown"
    DROPPED = "dropped"


class DateSource(StrEnum):
    """Where the date comes from that a delivery is judged against.

    PUBLISHED: nobody was promised one, and this is the last day of what people were shown.
    """

    PUBLISHED = "published"
    FIRST_TOLD = "first told"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A date of work that is over: a commitment to somebody, or a deadline.

    `day` is the day of delivery, None if it was dropped or nobody knows. `days_late`
    counts working days, at least 1 where it was missed, 0 where it was kept, and None
    where nobody knows. Pages show it until the day `shown_until`.
    """

    id: str
    commitment: bool
    due: Period
    day: date | None
    verdict: Verdict
    days_late: int | None
    shown_until: date
    source: DateSource = DateSource.FILE


Told = Mapping[str, tuple[Period, DateSource]]
"""The dates to judge commitments by, where they differ from those in the files."""


def settled(portfolio: Portfolio, told: Told | None = None) -> tuple[Commitment, ...]:
    """Every commitment and deadline of delivered or dropped work, the earliest first."""
    commitments = [
        commitment
        for initiative in portfolio.initiatives.values()
        for commitment in commitments_of(portfolio, initiative, told)
    ]
    return tuple(sorted(commitments, key=lambda it: (it.due.last, it.id, it.commitment)))


def recently_settled(
    portfolio: Portfolio, told: Told | None = None
) -> tuple[Commitment, ...]:
    """Those that pages still show: until the end of the quarter after."""
    every = settled(portfolio, told)
    return tuple(
        commitment for commitment in every if portfolio.as_of <= commitment.shown_until
    )


def overdue(portfolio: Portfolio, told: Told | None = None) -> Iterator[tuple[str, int]]:
    """Open work whose commitment has passed, and by how many working days."""
    for initiative in portfolio.initiatives.values():
        over = initiative.status is Status.DROPPED or is_delivered(portfolio, initiative)
        due = None if over else _due(portfolio, initiative, told)
        if due is None:
            continue
        late = working_days_late(portfolio.calendar, due[0].last, portfolio.as_of)
        if late:
            yield initiative.id, late


def commitments_of(
    portfolio: Portfolio, initiative: Initiative, told: Told | None = None
) -> Iterator[Commitment]:
    """The dates of one initiative, if it is delivered or dropped; deadline first."""
    done = is_delivered(portfolio, initiative)
    if not done and initiative.status is not Status.DROPPED:
        return
    if initiative.deadline is not None:
        yield _judged(portfolio, initiative, initiative.deadline, DateSource.FILE, False)
    due = _due(portfolio, initiative, told)
    if due is not None:
        yield _judged(portfolio, initiative, *due, True)


def _due(
    portfolio: Portfolio, initiative: Initiative, told: Told | None
) -> tuple[Period, DateSource] | None:
    """The date that an initiative is judged by: what somebody was promised, or all read.

    A promise says more than what was published, so it counts where there is one.
    """
    first = (told or {}).get(initiative.id)
    published = first is not None and first[1] is DateSource.PUBLISHED
    if initiative.promised is not None:
        stated = initiative.promised.period, DateSource.FILE
        return stated if first is None or published else first
    if published:
        return first
    dates = portfolio.published.dates if portfolio.published else {}
    known = dates.get(initiative.id)
    return (known.told, DateSource.PUBLISHED) if known else None


def _judged(
    portfolio: Portfolio,
    initiative: Initiative,
    due: Period,
    source: DateSource,
    told: bool,
) -> Commitment:
    done = initiative.status is Status.DELIVERED
    day = delivered_on(portfolio, initiative) if done else None
    late = None if day is None else working_days_late(portfolio.calendar, due.last, day)
    if late is None:
        verdict = Verdict.UNKNOWN if done else Verdict.DROPPED
    else:
        verdict = Verdict.MISSED if late else Verdict.KEPT
    until = _end_of_next_quarter(portfolio, day or due.last)
    return Commitment(initiative.id, told, due, day, verdict, late, until, source)


def working_days_late(calendar: Calendar, due: date, day: date) -> int:
    """Working days from a date to a later one without holidays; at least 1, otherwise 0.

    >>> working_days_late(Calendar(date(2027, 1, 4)), date(2027, 1, 31), date(2027, 2, 26))
    20
    >>> working_days_late(Calendar(date(2027, 1, 4)), date(2027, 1, 8), date(2027, 1, 9))
    1
    """
    if day <= due:
        return 0
    days = map(calendar.day_on_or_before, (due, day))
    return max(1, calendar.worked_days(*days))


def _end_of_next_quarter(portfolio: Portfolio, day: date) -> date:
    """The last day of the quarter after the one that a day lies in."""
    year, number = portfolio.fiscal_year.quarter_of(day)
    years, place = divmod(number, 4)
    try:
        return portfolio.fiscal_year.quarter(year + years, place + 1)[1]
    except ValueError:  # past the last year of the calendar
        return date.max
