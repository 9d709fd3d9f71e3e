"""An actual cannot be judged: its metric lacks a baseline or a target, or both are equal.

Progress is measured from baseline to target. Without both, an actual does not say whether
the work did what it promised.

Bad:   measure: {metric: contacts, target: 2700, actual: {date: 2026-12-15, value: 3100}}
Good:  the same with `baseline: 4600`
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.customers import KeyResult
from roadmap.model.initiative import Measure

RULE = Rule("RM515", "actual-without-target", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each metric with an actual and no way from baseline to target."""
    portfolio = subject.portfolio
    for initiative in portfolio.initiatives.values():
        for claim in claims(initiative):
            if claim.measure is not None:
                place = claim.place / "measure"
                yield from _lacking(subject, claim.measure, place, initiative.id)
    for objective in portfolio.objectives.values():
        for result in objective.key_results:
            if result.actual:
                yield from _lacking(subject, result, objective.place / "key_results", None)


def _lacking(
    subject: Subject, measure: Measure | KeyResult, place: Place, initiative: str | None
) -> Iterator[Diagnostic]:
    ends = {"baseline": measure.baseline, "target": measure.target}
    lacks = [f"`{key}`" for key, value in ends.items() if value is None]
    if not measure.actual or subject.unusable(place):
        return
    if lacks:
        what = f"has an `actual`, but no {' and no '.join(lacks)}"
        cure = f"add {' and '.join(lacks)}"
    elif measure.baseline == measure.target:
        what, cure = "has a `target` equal to its `baseline`", "correct one of the two"
    else:
        return
    message = f"`{measure.metric}` {what}"
    where = measure.actual[0].place
    yield Diagnostic(RULE, message, where, cure=cure, initiative=initiative)


CHECK = Check(RULE, find)
