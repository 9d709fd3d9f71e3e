"""`published.yaml` tells the date of an initiative that does not exist.

People were told a date for it. Either it was removed without a word to them, or its id was
changed, and then its date is no longer kept.

Bad:   chekout: {start: 2027-03-01, end: 2027-03-26, shown: Mar 2027, until: 2027-03-31}
Good:  checkout: {start: 2027-03-01, end: 2027-03-26, shown: Mar 2027, until: 2027-03-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM125", "unknown-published", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each published id that no initiative has."""
    published = subject.portfolio.published
    for id, dates in published.dates.items() if published else ():
        lacking = subject.lacks("initiatives", id)
        if lacking and not subject.left_out(id, dates.place.file):
            yield unknown(subject, RULE, "initiative", "initiatives", id, dates.place.key)


CHECK = Check(RULE, find)
