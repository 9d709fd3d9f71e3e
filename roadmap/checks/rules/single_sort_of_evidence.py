"""All outcomes rest on evidence of one sort.

Surveys say what people say, logs what they do, interviews why. Whoever looks through one
window only sees one side: requests alone make a portfolio for those who ask loudest.

Bad:   every outcome proven by tickets
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
    "outcomes rest on one sort when at least this share of their evidence is of it",
    share=True,
)
LEAST = Limit(RULE.name, "least", Fraction(5), "of fewer outcomes nothing is said")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The one sort of evidence, where there is but one."""
    proven = list(_proven(subject))
    if len(proven) < subject.limit(LEAST):
        return
    kind, count = Counter(each.kind for each in proven).most_common(1)[0]
    if count >= len(proven) * subject.limit(SHARE):
        first = next(each for each in proven if each.kind == kind)
        share = "all" if count == len(proven) else f"{count} of {len(proven)}"
        yield Diagnostic(
            RULE,
            f"{share} outcomes rest on evidence of one sort: {kind}",
            first.place / "kind",
            cure="look at the largest outcomes in another way too",
        )


def _proven(subject: Subject) -> Iterator[Evidence]:
    """The evidence of every outcome that names some, once for each."""
    known = subject.portfolio.evidence
    for initiative in subject.judged:
        for claim in initiative.outcomes:
            named = claim.evidence or initiative.evidence
            yield from (known[id] for id in dict.fromkeys(named) if id in known)


CHECK = Check(RULE, find, limits=(SHARE, LEAST))
