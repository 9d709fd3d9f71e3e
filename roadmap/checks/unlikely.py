"""Dates that the plan keeps, but with too small a chance."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Subject
from roadmap.checks.forecast import days_late
from roadmap.diagnostics import Diagnostic, Rule
from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative


def unlikely(
    subject: Subject, rule: Rule, initiative: Initiative, period: Period, key: str
) -> Iterator[Diagnostic]:
    """The finding about a date that the plan keeps and most draws might not.

    A date that the plan itself misses is another rule's.
    """
    end, forecast = subject.forecast.ends.get(initiative.id), subject.chances
    if end is None or forecast is None or days_late(subject.portfolio, end, period):
        return
    date = forecast.date_of(initiative.id, promise=key == "promised")
    if date is None or date.chance >= forecast.safe:
        return
    safe = subject.portfolio.calendar.date_of(date.safe_day)
    yield Diagnostic(
        rule,
        f"`{period.text}` has a chance of {round(100 * date.chance)} % "
        f"(safe from {round(100 * forecast.safe)} % on): the safe date is {safe}",
        initiative.place / key,
        cure="narrow the estimates that `roadmap forecast` names, or name a later date",
        initiative=initiative.id,
    )
