"""An initiative serves no need, no objective, no law and no other initiative.

Nobody can say whom it is for, so it is worth nothing and comes last. Ideas, delivered
and dropped initiatives are exempt.

Bad:   {title: Rewrite the ledger, effort: 12w}
Good:  {title: Rewrite the ledger, effort: 12w, contributes_to: {cheaper-to-serve: medium}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM301", "purposeless-initiative", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative that serves nobody."""
    if "initiatives" in subject.read.unread:
        return
    for initiative in subject.judged:
        serves = initiative.outcomes or initiative.contributions or initiative.overrides
        needed = initiative.must or subject.dependents[initiative.id]
        if serves or needed:
            continue
        if not subject.doubted(initiative.place, "outcomes", "contributes_to", "must"):
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` serves no need, no objective and no other initiative",
                initiative.place,
                cure="say under `outcomes` which need it meets, or drop it",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find)
