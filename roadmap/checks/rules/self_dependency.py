"""An initiative depends on itself, so it can never start.

Bad:   {id: checkout-v2, depends_on: [checkout-v2]}
Good:  {id: checkout-v2, depends_on: []}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM110", "self-dependency", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative that depends on itself."""
    for initiative in subject.portfolio.initiatives.values():
        if initiative.id in (initiative.depends_on or ()):
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` depends on itself",
                initiative.place / "depends_on" / initiative.id,
                cure="remove it from its own `depends_on`",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find)
