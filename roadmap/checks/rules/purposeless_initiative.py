"""An initiative addresses no need or objective, is not mandatory and unblocks nothing.

Nobody can say whom it is for, so it has no value and comes last. The rule ignores ideas,
delivered and dropped initiatives, and milestones with a date.

Bad:   {title: Rewrite the ledger, effort: 12w}
Good:  {title: Rewrite the ledger, effort: 12w, contributes_to: {cheaper-to-serve: medium}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM301", "purposeless-initiative", Severity.WARNING, __doc__)
CURE = "add the need that it addresses under `outcomes`, or drop it"
MILESTONE = "add it to the `depends_on` of what it unblocks, or give it a `deadline`"


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative without a purpose."""
    if "initiatives" in subject.read.unread or _unclear(subject):
        return
    for initiative in subject.judged:
        serves = initiative.outcomes or initiative.contributions or initiative.overrides
        needed = initiative.must or subject.dependents[initiative.id]
        dated = initiative.is_milestone and (initiative.deadline or initiative.promised)
        if serves or needed or dated:
            continue
        if not subject.doubted(initiative.place, "outcomes", "contributes_to", "must"):
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` addresses no need or objective and unblocks nothing",
                initiative.place,
                cure=MILESTONE if initiative.is_milestone else CURE,
                initiative=initiative.id,
            )


def _unclear(subject: Subject) -> bool:
    """Whether a `depends_on` that could not be read may name such an initiative."""
    every = subject.portfolio.initiatives.values()
    return any(subject.unusable(initiative.place / "depends_on") for initiative in every)


CHECK = Check(RULE, find)
