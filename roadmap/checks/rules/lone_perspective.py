"""Committed work was reviewed from one perspective only, or from none.

Customers, business and operations spot different problems. Agree on work once each of them
has a name under `perspectives`. The rule applies only to portfolios that use the key.

Bad:   {status: committed, perspectives: {commercial: Felix Adler}}
Good:  {status: committed, perspectives: {customer: Mara Engel, commercial: Felix Adler}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM511", "lone-perspective", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment reviewed from fewer than two perspectives."""
    if not any(
        initiative.perspectives for initiative in subject.portfolio.initiatives.values()
    ):
        return
    for each in subject.committed:
        if len(each.perspectives) > 1 or subject.doubted(each.place, "perspectives"):
            continue
        looked = [name for name, _ in each.perspectives]
        who = f"only from the {looked[0]} perspective" if looked else "by nobody"
        yield Diagnostic(
            RULE,
            f"`{each.id}` is {each.status.replace('_', ' ')} but reviewed {who}",
            each.place / ("perspectives" if looked else "status"),
            cure="have it reviewed: `perspectives: {customer: …, operational: …}`",
            initiative=each.id,
        )


CHECK = Check(RULE, find)
