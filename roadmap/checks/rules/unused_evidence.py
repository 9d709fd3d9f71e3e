"""Nothing refers to a piece of evidence: no need, no claim and no initiative.

Somebody asked, and nobody acted on the answer. It belongs to a need that is described
already, or to one that is missing.

Bad:   an interview series that no need and no outcome names
Good:  the need that it is about, with `evidence: [mover-interviews]`
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.customers import KeyResult
from roadmap.model.initiative import Measure
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM506", "unused-evidence", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each piece of evidence that nothing names."""
    if subject.read.unread & {"initiatives", "needs"} or not subject.portfolio.evidence:
        return
    used = set(_named(subject.portfolio))
    if used - subject.portfolio.evidence.keys():  # one of them may be misspelt
        return
    for evidence in subject.portfolio.evidence.values():
        if evidence.id not in used:
            yield Diagnostic(
                RULE,
                f"no need, outcome or initiative refers to `{evidence.id}`",
                evidence.place.key,
                cure="add it to the `evidence` of a need or an outcome",
            )


def _named(portfolio: Portfolio) -> Iterator[str]:
    for need in portfolio.needs.values():
        yield from need.evidence
        yield from (survey.evidence for survey in need.surveys if survey.evidence)
    for objective in portfolio.objectives.values():
        for result in objective.key_results:
            yield from _measured(result)
    for initiative in portfolio.initiatives.values():
        yield from initiative.evidence
        for claim in claims(initiative):
            yield from claim.evidence
            yield from _measured(claim.measure)


def _measured(measure: Measure | KeyResult | None) -> Iterator[str]:
    actual = measure.actual if measure else ()
    return (each.evidence for each in actual if each.evidence)


CHECK = Check(RULE, find)
