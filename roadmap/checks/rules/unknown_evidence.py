"""A claim, need, survey or actual refers to evidence that `evidence` does not list.

Unknown evidence supports nothing: the claim counts as a hunch.

Bad:   know-my-bill: {impact: high, evidence: [survey-2062q3]}
Good:  know-my-bill: {impact: high, evidence: [survey-2026q3]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.customers import KeyResult
from roadmap.model.initiative import Measure
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM105", "unknown-evidence", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each unknown piece of evidence that anything names."""
    for name, place, initiative in _named(subject.portfolio):
        if subject.lacks("evidence", name):
            yield unknown(subject, RULE, "evidence", "evidence", name, place, initiative)


Named = Iterator[tuple[str, Place, str | None]]


def _named(portfolio: Portfolio) -> Named:
    for initiative in portfolio.initiatives.values():
        yield from _listed(initiative.evidence, initiative.place, initiative.id)
        for claim in claims(initiative):
            yield from _listed(claim.evidence, claim.place, initiative.id)
            yield from _measured(claim.measure, initiative.id)
    for need in portfolio.needs.values():
        yield from _listed(need.evidence, need.place, None)
        for survey in need.surveys:
            if survey.evidence is not None:
                yield survey.evidence, survey.place / "evidence", None
    for objective in portfolio.objectives.values():
        for result in objective.key_results:
            yield from _measured(result, None)


def _listed(names: tuple[str, ...], place: Place, initiative: str | None) -> Named:
    for name in dict.fromkeys(names):
        yield name, place / "evidence" / name, initiative


def _measured(measure: Measure | KeyResult | None, initiative: str | None) -> Named:
    for actual in measure.actual if measure else ():
        if actual.evidence is not None:
            yield actual.evidence, actual.place / "evidence", initiative


CHECK = Check(RULE, find)
