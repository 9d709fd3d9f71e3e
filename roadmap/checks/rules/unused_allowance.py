"""A comment allows what is not found there any more.

It would let the next such fault pass, which nobody has looked at. Of rules that do not run
(without `--plan`, or ignored) nothing is said.

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
    """Each allowance that no finding has met."""
    from roadmap.checks.catalogue import rules
    from roadmap.checks.run import silent

    asleep = silent(subject.settings)
    known = [rule for rule in rules() if rule.code not in asleep]
    for each in subject.allowances.all():
        meant = next((rule for rule in known if each.means(rule)), None)
        if meant and not each.used:
            yield Diagnostic(
                RULE,
                f"{shown(each.name)} is allowed here and not found",
                each.place,
                cure="remove the comment",
            )


CHECK = Check(RULE, find, needs="files", last=True)
