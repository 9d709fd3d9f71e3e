"""No planned outcome is for a segment that has customer value.

If you choose not to serve a segment, set `weight: 0`.

Bad:   renters: {customers: 64000}   and every outcome is for `[families]`
Good:  renters: {customers: 64000, weight: 0}, or an outcome for them
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.worth import worthless
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.scoring.worth import worth_shares

RULE = Rule("RM509", "unserved-segment", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each segment with customer value that no planned outcome is for."""
    portfolio = subject.portfolio
    if "initiatives" in subject.read.unread or worthless(portfolio.segments.values()):
        return
    served = _served(subject)
    shares = worth_shares(portfolio.segments) if served is not None else {}
    for id, share in shares.items():
        if share and id not in (served or ()):
            yield Diagnostic(
                RULE,
                f"no planned initiative is for segment `{id}`",
                portfolio.segments[id].place.key,
                cure="plan something for them, or set `weight: 0`",
            )


def _served(subject: Subject) -> set[str] | None:
    """The segments that outcomes name; None where one is for all, or there is none."""
    served: set[str] = set()
    any_outcome = False
    for initiative in subject.serving:
        for claim in initiative.outcomes:
            if claim.impact and claim.impact.negative:
                continue
            if claim.segments is None:
                return None
            any_outcome = True
            served.update(claim.segments)
    return served if any_outcome else None


CHECK = Check(RULE, find)
