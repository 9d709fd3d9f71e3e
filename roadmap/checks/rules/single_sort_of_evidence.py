"""Nearly all outcomes rest on one kind of evidence.

Surveys show what people say, product data what they do, interviews why. One kind shows one
side: a portfolio built on requests alone serves those who ask loudest.

Bad:   every outcome supported by tickets
Good:  tickets here, a survey there, an experiment for the largest bet
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.customers import Evidence

RULE = Rule("RM309", "single-sort-of-evidence", Severity.NOTE, __doc__)
SHARE = Limit(
    RULE.name,
    "share",
    Fraction(9, 10),
    "the share of evidence of one kind that is too much",
    share=True,
)
LEAST = Limit(RULE.name, "least", Fraction(5), "the fewest outcomes that the rule judges")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The kind that nearly all evidence is of."""
    proven = list(_proven(subject))
    if not proven or len(proven) < subject.limit(LEAST):
        return
    kind, count = Counter(evidence.kind for evidence in proven).most_common(1)[0]
    if count >= len(proven) * subject.limit(SHARE):
        first = next(evidence for evidence in proven if evidence.kind == kind)
        share = f"all {count}" if count == len(proven) else f"{count} of {len(proven)}"
        yield Diagnostic(
            RULE,
            f"{share} outcomes rest on one kind of evidence: {kind}",
            first.place / "kind",
            cure="test the largest outcomes in another way too",
        )


def _proven(subject: Subject) -> Iterator[Evidence]:
    """The evidence that outcomes name, once for each outcome."""
    known = subject.portfolio.evidence
    for initiative in subject.judged:
        for claim in initiative.outcomes:
            named = claim.evidence or initiative.evidence
            yield from (known[id] for id in dict.fromkeys(named) if id in known)


CHECK = Check(RULE, find, limits=(SHARE, LEAST))
