"""An initiative has no effort.

`default_effort` is assumed, or four weeks where there is none. Its score and dates are
marked as assumed.

Bad:   {title: Checkout in one page}
Good:  {title: Checkout in one page, effort: {web: 2w..5w}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM201", "missing-effort", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative whose effort is assumed."""
    for initiative in subject.judged:
        faulty = subject.doubted(initiative.place, "effort", "team")
        if initiative.effort_assumed and not faulty:
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` has no effort: {_counted(initiative)} assumed",
                initiative.place,
                cure="add an estimate, a range is enough: `effort: 2w..5w`",
                initiative=initiative.id,
            )


def _counted(initiative: Initiative) -> str:
    parts = [f"{part.work.text} of `{part.team}`" for part in initiative.effort]
    return " and ".join(parts) or "none"


CHECK = Check(RULE, find)
