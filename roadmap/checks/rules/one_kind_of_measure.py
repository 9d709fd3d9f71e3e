"""All measures are of one kind: customer, commercial or operational.

What is measured gets done. Sales figures do not show whether customers are better off, and
satisfaction does not show whether anybody pays for it.

Bad:   five measures, all of them revenue
Good:  a measure on a need next to the key results of commercial objectives
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule("RM510", "one-kind-of-measure", Severity.NOTE, __doc__)
LEAST = Limit(RULE.name, "least", Fraction(3), "the fewest measures that the rule judges")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The kind that all measures share, in a portfolio with objectives."""
    if "objectives" not in subject.portfolio.sections:
        return
    measures = _measures(subject)
    kind, place = next(measures, ("", None))
    count = 1
    for other, _ in measures:
        if other != kind:
            return
        count += 1
    if kind and count >= subject.limit(LEAST):
        yield Diagnostic(
            RULE,
            f"all {count} measures are {kind}",
            place,
            cure="add a measure of another kind: customer, commercial or operational",
        )


def _measures(subject: Subject) -> Iterator[tuple[str, Place]]:
    """The kind of each measure: that of its objective; on a need, customer."""
    objectives = subject.portfolio.objectives
    for initiative in subject.judged:
        for claim in initiative.outcomes:
            if claim.measure:
                yield "customer", claim.place / "measure"
        for claim in initiative.contributions:
            if claim.measure and claim.target in objectives:
                yield objectives[claim.target].kind, claim.place / "measure"
    for objective in objectives.values():
        for index, _ in enumerate(objective.key_results):
            yield objective.kind, objective.place / "key_results" / index


CHECK = Check(RULE, find, limits=(LEAST,))
