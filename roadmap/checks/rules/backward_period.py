"""A holiday, an absence or the funded time ends before it begins.

Days off then keep nobody away from work, and nothing can be funded.

Bad:   holidays: [{from: 2027-12-31, to: 2027-12-24}]
Good:  holidays: [{from: 2027-12-24, to: 2027-12-31}]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.calendar import Period

RULE = Rule("RM116", "backward-period", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each holiday, absence and funded time whose dates are the wrong way round."""
    for place, period in _periods(subject):
        if period.last < period.first:
            first, last = period.first.isoformat(), period.last.isoformat()
            message = f"days off end on {last}, before they begin on {first}"
            yield Diagnostic(RULE, message, place, cure="put the earlier date in `from`")
    yield from _funded(subject)


def _funded(subject: Subject) -> Iterator[Diagnostic]:
    funding = subject.portfolio.funding
    if funding is None or funding.since is None or funding.until is None:
        return
    if funding.until.last < funding.since.first:
        first, last = funding.since.first.isoformat(), funding.until.last.isoformat()
        place = Place(subject.portfolio.file) / "funding" / "until"
        message = f"funding ends on {last}, before it begins on {first}"
        yield Diagnostic(RULE, message, place, cure="put the earlier date in `from`")


def _periods(subject: Subject) -> Iterator[tuple[Place, Period]]:
    home = Place(subject.portfolio.file) / "holidays"
    for index, period in enumerate(subject.portfolio.calendar.holidays):
        yield home / index, period
    for team in subject.portfolio.teams.values():
        for index, absence in enumerate(team.away):
            if team.place is not None:
                yield team.place / "away" / index, absence.period


CHECK = Check(RULE, find)
