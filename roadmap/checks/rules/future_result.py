"""A survey or an actual is dated after `as_of`, so it counts for nothing.

A roadmap never sees the future, so that it can be looked at as of an earlier day. If the
date is right, `as_of` is out of date.

Bad:   as_of: 2027-01-04  with  surveys: [{date: 2027-02-15, satisfaction: 6}]
Good:  as_of: 2027-02-15
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.calendar import Period
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM413", "future-result", Severity.WARNING, __doc__)
DatedEntry = tuple[str, Period, Place, str | None]


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each survey and each actual that is dated after `as_of`."""
    portfolio = subject.portfolio
    for what, when, place, initiative in _dated(portfolio):
        if not portfolio.has_happened(when):
            yield Diagnostic(
                RULE,
                f"this {what} lies after `as_of` ({portfolio.as_of}), so it counts for "
                "nothing",
                place,
                cure="correct the date, or move `as_of` to today",
                initiative=initiative,
            )


def _dated(portfolio: Portfolio) -> Iterator[DatedEntry]:
    for need in portfolio.needs.values():
        if need.surveyed is not None:
            yield "survey", need.surveyed, need.place / "surveyed", None
        for survey in need.surveys:
            yield "survey", survey.date, survey.place / "date", None
    for objective in portfolio.objectives.values():
        for result in objective.key_results:
            for actual in result.actual:
                yield "actual", actual.date, actual.place / "date", None
    for initiative in portfolio.initiatives.values():
        for claim in claims(initiative):
            for actual in claim.measure.actual if claim.measure else ():
                yield "actual", actual.date, actual.place / "date", initiative.id


CHECK = Check(RULE, find)
