"""Only one perspective has looked at committed work, or none.

Customers, business and operations see different faults. Work is best agreed on when each
has a name under `perspectives`. Said only where a portfolio uses them.

Bad:   {status: committed, perspectives: {commercial: Felix Adler}}
Good:  {status: committed, perspectives: {customer: Mara Engel, commercial: Felix Adler}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM511", "lone-perspective", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment that fewer than two perspectives have looked at."""
    if not any(each.perspectives for each in subject.portfolio.initiatives.values()):
        return
    for each in subject.committed:
        if len(each.perspectives) > 1 or subject.doubted(each.place, "perspectives"):
            continue
        looked = [name for name, _ in each.perspectives]
        who = f"only the {looked[0]} perspective has" if looked else "nobody has"
        yield Diagnostic(
            RULE,
            f"{who} looked at `{each.id}`, which is {each.status.replace('_', ' ')}",
            each.place / ("perspectives" if looked else "status"),
            cure="have another look at it: `perspectives: {customer: …, operational: …}`",
            initiative=each.id,
        )


CHECK = Check(RULE, find)
