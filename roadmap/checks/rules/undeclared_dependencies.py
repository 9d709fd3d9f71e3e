"""Initiatives do not declare their dependencies.

Without `depends_on` nobody knows whether an initiative has to wait; `[]` says that it does
not. A schedule is only as good as its dependencies. One finding covers all such
initiatives.

Bad:   {title: Checkout in one page}
Good:  {title: Checkout in one page, depends_on: []}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Edit, Rule, Severity

RULE = Rule("RM113", "undeclared-dependencies", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One finding for all initiatives that do not declare their dependencies."""
    silent = [
        initiative
        for initiative in subject.judged
        if initiative.depends_on is None
        and not subject.doubted(initiative.place, "depends_on")
        and not subject.allows(RULE, initiative.place)
    ]
    if not silent:
        return
    first = min(
        silent,
        key=lambda initiative: (
            initiative.place.file,
            initiative.place.document,
            initiative.id,
        ),
    )
    others = len(silent) - 1
    more = f" and {others} more" if others else ""
    yield Diagnostic(
        RULE,
        f"dependencies not declared: `{first.id}`{more}",
        first.place,
        cure="list what has to come first, or write `depends_on: []`",
        initiative=first.id,
        edits=tuple(
            Edit(initiative.place / "depends_on", "[]", safe=False) for initiative in silent
        ),
    )


CHECK = Check(RULE, find)
