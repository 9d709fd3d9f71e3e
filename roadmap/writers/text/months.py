"""Months, quarters, halves or years of a timeline: few enough to compare at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from roadmap.views.page import Timeline
from roadmap.views.phrases.dates import MONTHS

STEPS = (1, 3, 6, 12)
MOST = 8


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """Some months: their name and their days, the end exclusive."""

    name: str
    first_day: int
    end_day: int


def stretches(timeline: Timeline) -> tuple[MonthSpan, ...]:
    """The calendar in at most eight stretches, years apart; one where dates are missing."""
    days = range(timeline.first_day, timeline.last_day)
    if not all(day in timeline.dates for day in days):
        return (MonthSpan("", timeline.first_day, timeline.last_day),)
    dates = [timeline.dates[day] for day in days]
    fits = (step for step in STEPS if len({_key(each, step) for each in dates}) <= MOST)
    step = next(fits, STEPS[-1])
    spans = []
    for key, run in groupby(days, key=lambda day: _key(timeline.dates[day], step)):
        those = list(run)
        name = _name(*key, step, dates[0].year)
        spans.append(MonthSpan(name, those[0], those[-1] + 1))
    return tuple(spans)


def _key(when: date, step: int) -> tuple[int, int]:
    return when.year, (when.month - 1) // step


def _name(year: int, part: int, step: int, this: int) -> str:
    if step == STEPS[-1]:
        return str(year)
    first, last = MONTHS[part * step][:3], MONTHS[part * step + step - 1][:3]
    name = first if step == 1 else f"{first}–{last}"
    return name if year == this else f"{name} {year}"
