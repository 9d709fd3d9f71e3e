"""The dates `started` and `delivered` contradict the status, each other or `as_of`.

Pages that say how long work took, or what was delivered when, would be wrong. A month,
quarter or half-year that contains `as_of` is no contradiction.

Bad:   {status: proposed, delivered: 2026-11-20}
Good:  {status: delivered, delivered: 2026-11-20}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM410", "contradictory-dates", Severity.WARNING, __doc__)
_NOT_BEGUN = (Status.IDEA, Status.PROPOSED, Status.COMMITTED)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each date of an initiative that contradicts something."""
    portfolio = subject.portfolio
    for initiative in portfolio.initiatives.values():
        yield from _started(initiative, portfolio)
        yield from _delivered(initiative, portfolio)


def _started(initiative: Initiative, portfolio: Portfolio) -> Iterator[Diagnostic]:
    if initiative.started is None:
        return
    if initiative.started > portfolio.as_of:
        later = f"`started` lies after `as_of` ({portfolio.as_of})"
        cure = "move `as_of` to today, or state a planned start as `not_before`"
        yield _finding(initiative, "started", later, cure)
    elif initiative.status in _NOT_BEGUN and initiative.delivered is None:
        message = f"`started` is given, but the status is `{initiative.status.value}`"
        cure = "write `status: in_progress`, or remove `started`"
        yield _finding(initiative, "started", message, cure)


def _delivered(initiative: Initiative, portfolio: Portfolio) -> Iterator[Diagnostic]:
    if initiative.delivered is None:
        return
    if initiative.status is not Status.DELIVERED:
        message = f"`delivered` is given, but the status is `{initiative.status.value}`"
        cure = "write `status: delivered`, or remove `delivered`"
        yield _finding(initiative, "delivered", message, cure)
    elif not portfolio.has_happened(initiative.delivered):
        message = f"`delivered` lies after `as_of` ({portfolio.as_of})"
        yield _finding(
            initiative, "delivered", message, "correct it, or move `as_of` to today"
        )
    if initiative.started is not None and initiative.delivered.last < initiative.started:
        message = f"`delivered` lies before `started` ({initiative.started})"
        yield _finding(initiative, "delivered", message, "correct one of the two")


def _finding(initiative: Initiative, key: str, message: str, cure: str) -> Diagnostic:
    place = initiative.place / key
    return Diagnostic(RULE, message, place, cure=cure, initiative=initiative.id)


CHECK = Check(RULE, find)
