"""An initiative has no title, so every table and report shows its id.

Bad:   {id: pay-1184, effort: 3w}
Good:  {id: pay-1184, title: Pay a bill by card, effort: 3w}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM010", "missing-title", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative without a title."""
    for initiative in subject.portfolio.initiatives.values():
        if initiative.untitled and not subject.doubted(initiative.place, "title"):
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` has no title",
                initiative.place,
                cure="add a `title` that says what customers get",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find)
