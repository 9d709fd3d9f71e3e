"""Committed work has no place in the plan.

It waits, through others, for something that nobody plans. Somebody counts on it all the
same.

Bad:   committed work that waits for an enabler, which waits for paused work
Good:  the paused work resumed, or the commitment taken back
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.forecast import Forecast, Unplaced
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM407", "unplaced-commitment", Severity.WARNING, __doc__)
UNPLANNED = {
    "idea": "which is only an idea",
    "paused": "which is paused",
    "dropped": "which was dropped",
}


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment without a place, unless its own dependency is a finding already."""
    for each in subject.judged:
        if not _counted_on(each, subject):
            continue
        why = subject.forecast.unplaced.get(each.id)
        if why and why.kind == "waits" and _far(subject.forecast, each.id):
            yield Diagnostic(
                RULE,
                f"`{each.id}` is counted on and has no place in the plan: "
                f"{_reason(subject.forecast, why)}",
                each.place / "depends_on" / (why.because or ""),
                cure="plan what it waits for, or do without it",
                initiative=each.id,
            )


def _counted_on(initiative: Initiative, subject: Subject) -> bool:
    return initiative in subject.committed or bool(initiative.must or initiative.promised)


def _far(forecast: Forecast, id: str) -> bool:
    """Whether what holds it lies beyond its own dependencies, and is no circle."""
    unplaced = forecast.unplaced
    first, cause = unplaced[id].because, unplaced[id].cause
    if first is None or cause is None or unplaced[first].kind != "waits":
        return False
    return unplaced[cause].kind != "circle"


def _reason(forecast: Forecast, why: Unplaced) -> str:
    last = forecast.unplaced[why.cause or ""]
    through = "" if why.cause == why.because else f", and so for `{why.cause}`"
    unplanned = UNPLANNED[forecast.unplaced[last.because or ""].kind]
    return (
        f"waits for `{why.because}`{through}, which waits for `{last.because}`, {unplanned}"
    )


CHECK = Check(RULE, find, needs="plan")
