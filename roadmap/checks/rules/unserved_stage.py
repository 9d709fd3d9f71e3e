"""No planned initiative addresses a need in a stage of the customer's journey.

A journey is as strong as its weakest stage: customers who cannot join never see how well
the rest works.

Bad:   journey: [discover, join, use, leave]   and no outcome for a need of `leave`
Good:  a need described for each stage, and work where it is poorly met
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.served import served, unserved
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule("RM508", "unserved-stage", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each unaddressed stage, unless one of its needs is reported."""
    portfolio = subject.portfolio
    if not portfolio.journey or "needs" not in portfolio.sections:
        return
    if subject.read.unread & {"initiatives", "needs"} or not subject.serving:
        return
    stages = {need.stage for need in portfolio.needs.values() if need.stage}
    if stages - set(portfolio.journey):  # one of them may be misspelt
        return
    known, reported = served(subject), {need.id for need in unserved(subject)}
    for stage in dict.fromkeys(portfolio.journey):
        needs = {need.id for need in portfolio.needs.values() if need.stage == stage}
        if needs & reported or any(need in known for need in needs):
            continue
        why = "no planned initiative addresses" if needs else "no need is described for"
        yield Diagnostic(
            RULE,
            f"{why} stage `{stage}`",
            Place(portfolio.file) / "journey" / stage,
            cure="ask customers what they need there",
        )


CHECK = Check(RULE, find)
