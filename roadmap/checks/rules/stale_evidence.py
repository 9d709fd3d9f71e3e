"""Evidence that claims rely on is out of date, so it is downgraded one level.

Interviews last 18 months, surveys 12, product data 6, experiments 24. What customers said
then need not be what they want now.

Bad:   leavers-survey: {kind: survey, date: 2025-10-31}   as of January 2027
Good:  the survey repeated, with the new date
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.scoring.constants import constants
from roadmap.scoring.evidence import months_later

RULE = Rule("RM505", "stale-evidence", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each piece of evidence that is out of date and that claims rely on."""
    portfolio, settled = subject.portfolio, constants(subject.portfolio)
    relied = relied_on(subject)
    for evidence in portfolio.evidence.values():
        if (
            evidence.kind not in settled.months
            or evidence.date is None
            or evidence.id not in relied
        ):
            continue
        fresh = int(settled.months[evidence.kind])
        if portfolio.as_of > months_later(evidence.date, fresh):
            yield Diagnostic(
                RULE,
                f"`{evidence.id}` downgraded one level: older than {fresh} months; "
                f"{_claims(relied[evidence.id])} on it",
                evidence.place / "date",
                cure="repeat the study, or cite newer evidence",
            )


def relied_on(subject: Subject) -> dict[str, int]:
    """How many claims rely on each piece of evidence, by id.

    A claim without evidence relies on that of its initiative, or of its need.
    """
    counts: dict[str, int] = {}
    needs = subject.portfolio.needs
    for initiative in subject.judged:
        own = [claim.evidence or initiative.evidence for claim in claims(initiative)]
        for index, claim in enumerate(initiative.outcomes):
            if not own[index] and claim.target in needs:
                own[index] = needs[claim.target].evidence
        for named in own:
            for id in dict.fromkeys(named):
                counts[id] = counts.get(id, 0) + 1
    return counts


def _claims(count: int) -> str:
    return "1 claim relies" if count == 1 else f"{count} claims rely"


CHECK = Check(RULE, find)
