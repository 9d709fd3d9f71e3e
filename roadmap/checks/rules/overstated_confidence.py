"""A claim states more confidence than its evidence supports, so its confidence is capped.

The strongest evidence sets the cap: none or a hunch 10 %, a request 35 %, interviews 50 %,
a survey 70 %, product data 80 %, an experiment 95 %.

Bad:   know-my-bill: {confidence: 80%, evidence: [five-interviews]}
Good:  know-my-bill: {confidence: 80%, evidence: [pilot-with-data]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.caps import Caps
from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Claim, Initiative
from roadmap.scoring.framework import Leaf

RULE = Rule("RM502", "overstated-confidence", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each claim whose confidence is capped by its evidence."""
    if "evidence" in subject.read.unread:
        return
    caps = Caps(subject.portfolio)
    for initiative in subject.judged:
        sure = {claim.place: claim for claim in caps.overstated(initiative)}
        score = subject.score(initiative) if sure else None
        for leaf in score.leaves if score else ():
            claim = sure.get(leaf.place) if leaf.place else None
            if claim and _overstated(leaf) and not _unproven(subject, initiative, claim):
                yield _cut(leaf, claim, initiative)


def _overstated(leaf: Leaf) -> bool:
    if leaf.stated is None or leaf.allowed is None:
        return False
    return leaf.stated > leaf.allowed


def _unproven(subject: Subject, initiative: Initiative, claim: Claim) -> bool:
    """Whether evidence that it names is unknown, which is another finding."""
    named = claim.evidence or initiative.evidence
    return any(subject.lacks("evidence", each) for each in named)


def _cut(leaf: Leaf, claim: Claim, initiative: Initiative) -> Diagnostic:
    stated = claim.confidence.text if claim.confidence else ""
    allowed = f"{float((leaf.allowed or 0) * 100):g} %"
    proof = f"`{leaf.best}` ({leaf.evidence_class})"
    why = f" by the evidence: {proof}" if leaf.best else ": no evidence"
    return Diagnostic(
        RULE,
        f"confidence `{stated}` capped at {allowed}{why}",
        claim.place / "confidence",
        cure="gather stronger evidence, or claim less",
        initiative=initiative.id,
    )


CHECK = Check(RULE, find, needs="scores")
