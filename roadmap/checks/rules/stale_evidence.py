"""Evidence has aged, and claims still rest on it.

It counts one class lower: interviews after 18 months, surveys after 12, product data after
6, experiments after 24. What customers said then need not be what they want now.

Bad:   leavers-survey: {kind: survey, date: 2025-10-31}   looked at in January 2027
Good:  the survey repeated, with the new date
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.scoring.constants import constants
from roadmap.scoring.evidence import months_later
from roadmap.scoring.figures import brief

RULE = Rule("RM505", "stale-evidence", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each piece of evidence that has aged and that somebody relies on."""
    portfolio, settled = subject.portfolio, constants(subject.portfolio)
    relied = relied_on(subject)
    for each in portfolio.evidence.values():
        fresh = settled.months.get(each.kind)
        if fresh is None or each.date is None or each.id not in relied:
            continue
        if portfolio.as_of > months_later(each.date, int(fresh)):
            yield Diagnostic(
                RULE,
                f"`{each.id}` is older than {brief(fresh, 2)} months, and "
                f"{_claims(relied[each.id])} on it",
                each.place / "date",
                cure="look again; until then it counts one class lower",
            )


def relied_on(subject: Subject) -> dict[str, int]:
    """How many claims that count rest on each piece of evidence, by id.

    A claim's own evidence, else its initiative's, else that of the need.
    """
    found: dict[str, int] = {}
    needs = subject.portfolio.needs
    for initiative in subject.judged:
        own = [claim.evidence or initiative.evidence for claim in claims(initiative)]
        for index, claim in enumerate(initiative.outcomes):
            if not own[index] and claim.target in needs:
                own[index] = needs[claim.target].evidence
        for named in own:
            for id in dict.fromkeys(named):
                found[id] = found.get(id, 0) + 1
    return found


def _claims(count: int) -> str:
    return "one claim rests" if count == 1 else f"{count} claims rest"


CHECK = Check(RULE, find)
