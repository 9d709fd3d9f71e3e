"""An initiative takes something away from a segment that has worth.

That may be right, and then somebody should say so: the harm is a claim like any other and
is never discounted. A comment `# roadmap: allow[harmed-segment] why` keeps the decision.

Bad:   outcomes: {one-answer: {segments: [families], impact: -low}}
Good:  the same gain without the victim
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.scoring.figures import joined
from roadmap.scoring.surveys import meant
from roadmap.scoring.worth import worth_shares

RULE = Rule("RM512", "harmed-segment", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each outcome that costs a segment with worth something."""
    portfolio = subject.portfolio
    shares = worth_shares(portfolio.segments)
    for initiative in subject.judged:
        for claim in initiative.outcomes:
            if claim.impact is None or not claim.impact.negative:
                continue
            harmed = [id for id in meant(portfolio, claim.segments) if shares[id]]
            if harmed:
                yield Diagnostic(
                    RULE,
                    f"`{initiative.id}` takes from {joined([f'`{id}`' for id in harmed])} "
                    f"some of `{claim.target}`",
                    claim.place / "impact",
                    cure="find a way without harm, or let a comment say who decided it: "
                    f"`# roadmap: allow[{RULE.name}] …`",
                    initiative=initiative.id,
                )


CHECK = Check(RULE, find)
