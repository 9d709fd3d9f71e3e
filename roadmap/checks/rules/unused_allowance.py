"""A comment allows a finding that no longer exists.

Left in place, it would hide the next one, which nobody has reviewed. The comment may stay
while its rule does not run: because it needs `--plan`, or is ignored.

Bad:   date: 2026-12-04   # roadmap: allow[stale-evidence] repeated in December
Good:  date: 2026-12-04
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.reading.quoting import shown

RULE = Rule("RM011", "unused-allowance", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each allowance that no finding has used."""
    from roadmap.checks.catalogue import rules
    from roadmap.checks.run import silent

    asleep = silent(subject.settings)
    known = [rule for rule in rules() if rule.code not in asleep]
    for allowance in subject.allowances.all():
        meant = next((rule for rule in known if allowance.means(rule)), None)
        if meant and not allowance.used:
            yield Diagnostic(
                RULE,
                f"{shown(allowance.name)} is allowed here but no longer found",
                allowance.place,
                cure="remove it from the comment",
            )


CHECK = Check(RULE, find, needs="files", last=True)
