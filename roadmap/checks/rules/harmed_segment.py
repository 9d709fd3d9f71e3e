"""An initiative makes things worse for a segment that has customer value.

That may be the right decision, but somebody should take it knowingly: its confidence is
never capped. Record the decision in a comment, such as
`# roadmap: allow[harmed-segment] agreed with support, May 2027`.

Bad:   outcomes: {one-answer: {segments: [families], impact: -low}}
Good:  the same gain without the harm
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
    """Each outcome that harms a segment with customer value."""
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
                    f"`{initiative.id}` harms {_segments(harmed)} on `{claim.target}`",
                    claim.place / "impact",
                    cure="find a way without harm, or record who accepted it: "
                    f"`# roadmap: allow[{RULE.name}] …`",
                    initiative=initiative.id,
                )


def _segments(ids: list[str]) -> str:
    named = joined([f"`{id}`" for id in ids])
    return f"segment {named}" if len(ids) == 1 else f"segments {named}"


CHECK = Check(RULE, find)
