"""Committed work cannot be scheduled.

It depends, through other initiatives, on work that is not planned.

Bad:   committed work that depends on an enabler, which depends on paused work
Good:  the paused work resumed, or the commitment withdrawn
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.forecast import Forecast, Obstacle
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM407", "unplaced-commitment", Severity.WARNING, __doc__)
UNPLANNED = {"idea": "only an idea", "paused": "paused", "dropped": "dropped"}


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment that is not scheduled because of an indirect dependency."""
    for initiative in subject.judged:
        if not _counted_on(initiative, subject):
            continue
        why = subject.forecast.unplaced.get(initiative.id)
        if why and why.kind == "waits" and _far(subject.forecast, initiative.id):
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` is {_kind(initiative)} but cannot be scheduled: "
                f"{_reason(subject.forecast, why)}",
                initiative.place / "depends_on" / (why.because or ""),
                cure="plan what it depends on, or remove the dependency",
                initiative=initiative.id,
            )


def _counted_on(initiative: Initiative, subject: Subject) -> bool:
    return initiative in subject.committed or bool(initiative.must or initiative.promised)


def _kind(initiative: Initiative) -> str:
    return "mandatory" if initiative.must else "committed"


def _far(forecast: Forecast, id: str) -> bool:
    """Whether the cause lies beyond its own dependencies, and no other rule tells it."""
    unplaced = forecast.unplaced
    first, cause = unplaced[id].because, unplaced[id].cause
    if first is None or cause is None or unplaced[first].kind != "waits":
        return False
    return unplaced[cause].kind not in {"circle", "beyond"}


def _reason(forecast: Forecast, why: Obstacle) -> str:
    root = forecast.unplaced[why.cause or ""].because or ""
    status = UNPLANNED[forecast.unplaced[root].kind]
    return f"it depends on `{why.because}` and, through it, on `{root}`, which is {status}"


CHECK = Check(RULE, find, needs="plan")
