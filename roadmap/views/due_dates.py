"""Dates to keep, each against the forecast: deadlines and commitments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative
from roadmap.outcomes.commitments import Commitment, recently_settled
from roadmap.sequencing.results import Plan, Slot
from roadmap.simulation.results import DateChance
from roadmap.views.answer import Answer


class DueStatus(StrEnum):
    """Whether a date is kept: as far as the forecast tells, or for good."""

    ON_TRACK = "on track"
    AT_RISK = "at risk"
    MISSED = "missed"
    NOT_SCHEDULED = "not scheduled"
    KEPT = "kept"
    DROPPED = "dropped"
    DAY_UNKNOWN = "day unknown"


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date to keep: a commitment to somebody, or a deadline.

    `slot` is None where the initiative is not scheduled; `slack` counts the working days
    between the forecast, or the delivery, and the date, without holidays, below 0 where
    it is late. `delivered` is the day of the delivery. `chance` is that of the forecast,
    None where there is none.
    """

    initiative: Initiative
    commitment: bool
    period: Period
    slot: Slot | None
    slack: int
    outlook: DueStatus
    delivered: date | None = None
    chance: DateChance | None = None


def due_dates(answer: Answer, plan: Plan) -> list[DueDate]:
    """All dates to keep of initiatives that are shown, the nearest first.

    Those of work that is over stay until the end of the quarter after.
    """
    dates = [due_date for one in answer.open for due_date in _of(answer, plan, one)]
    over = (it for it in recently_settled(answer.portfolio) if answer.shows(it.id))
    dates.extend(_settled(answer, commitment) for commitment in over)
    return sorted(
        dates, key=lambda due: (due.period.last, due.initiative.id, due.commitment)
    )


def _settled(answer: Answer, over: Commitment) -> DueDate:
    initiative, late = answer.portfolio.initiatives[over.id], -(over.days_late or 0)
    outlook = DueStatus(over.verdict.value)
    return DueDate(initiative, over.commitment, over.due, None, late, outlook, over.day)


def _of(answer: Answer, plan: Plan, initiative: Initiative) -> Iterator[DueDate]:
    if initiative.deadline:
        yield _due_date(answer, plan, initiative, initiative.deadline, commitment=False)
    if initiative.promised:
        period = initiative.promised.period
        yield _due_date(answer, plan, initiative, period, commitment=True)


def _due_date(
    answer: Answer, plan: Plan, initiative: Initiative, period: Period, *, commitment: bool
) -> DueDate:
    slot = plan.slots.get(initiative.id)
    if slot is None:
        outlook = DueStatus.NOT_SCHEDULED
        return DueDate(initiative, commitment, period, None, 0, outlook)
    due = answer.portfolio.calendar.day_on_or_before(period.last)
    chance = None
    if answer.forecast:
        chance = answer.forecast.date_of(initiative.id, promise=commitment)
    outlook, slack = _status(answer, slot, due, chance), _slack(answer, slot, due)
    return DueDate(initiative, commitment, period, slot, slack, outlook, None, chance)


def _slack(answer: Answer, slot: Slot, due: int) -> int:
    calendar = answer.portfolio.calendar
    if slot.last_day > due:
        return calendar.days_later(slot.last_day, due)
    return calendar.worked_days(slot.last_day, due)


def _status(answer: Answer, slot: Slot, due: int, chance: DateChance | None) -> DueStatus:
    """Whether a date is kept: with a forecast, as likely as counts as safe."""
    safe = answer.forecast.safe if answer.forecast else 0
    if slot.last_day <= due and (chance is None or chance.chance >= safe):
        return DueStatus.ON_TRACK
    return DueStatus.MISSED if due < answer.portfolio.today else DueStatus.AT_RISK
