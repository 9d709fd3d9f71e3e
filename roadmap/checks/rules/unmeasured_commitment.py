"""Committed work has no measure with a baseline, a target and a date.

Once it is delivered, nobody will know whether it helped. A `gain` on an objective whose key
result has a date counts as a measure too.

Bad:   {status: committed, outcomes: {know-my-bill: {impact: high}}}
Good:  the same with `measure: {metric: bill-shock contacts a month, baseline: 1200,
       target: 700, by: 2027-Q3}`
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Claim, Initiative, Measure
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.impact import measured

RULE = Rule("RM504", "unmeasured-commitment", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment that claims something without measuring it."""
    for initiative in subject.committed:
        claimed = list(claims(initiative))
        if not claimed or any(_measured(claim, subject.portfolio) for claim in claimed):
            continue
        if subject.doubted(initiative.place, "outcomes", "contributes_to"):
            continue
        status = initiative.status.replace("_", " ")
        yield Diagnostic(
            RULE,
            f"`{initiative.id}` is {status} but {_lacking(claimed)}",
            _place(initiative, claimed),
            cure="add `measure: {metric: …, baseline: …, target: …, by: …}`",
            initiative=initiative.id,
        )


def _measured(claim: Claim, portfolio: Portfolio) -> bool:
    if claim.measure:
        return not _missing(claim.measure)
    objective = portfolio.objectives.get(claim.target)
    if objective is None or claim.impact is None or claim.impact.gain is None:
        return False
    result = measured(objective)
    return result is not None and result.by is not None


def _missing(measure: Measure) -> list[str]:
    parts = {"baseline": measure.baseline, "target": measure.target, "by": measure.by}
    return [name for name, value in parts.items() if value is None]


def _lacking(claimed: list[Claim]) -> str:
    begun = [_missing(claim.measure) for claim in claimed if claim.measure]
    if not begun:
        return "nothing measures whether it helps"
    return f"its measure has no {' and no '.join(f'`{name}`' for name in begun[0])}"


def _place(initiative: Initiative, claimed: list[Claim]) -> Place:
    begun = next((claim for claim in claimed if claim.measure), None)
    return begun.place / "measure" if begun else initiative.place / "status"


CHECK = Check(RULE, find)
