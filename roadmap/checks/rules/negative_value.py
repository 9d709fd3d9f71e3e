"""An initiative does more harm than good.

Its value counts as 0 in the ranking, so it comes last.

Bad:   outcomes: {reach-a-person: -high}
Good:  the same with an outcome that outweighs the harm, or `status: dropped`
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.amounts import Level
from roadmap.model.initiative import Initiative

RULE = Rule("RM302", "negative-value", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative whose value is below zero."""
    for initiative in subject.judged:
        harms = _may_harm(initiative) and not _in_doubt(subject, initiative)
        score = subject.score(initiative) if harms else None
        if score is not None and score.value is not None and score.value < 0:
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` does more harm than good: "
                f"value {float(score.value):.1f}, counted as 0",
                initiative.place,
                cure="reduce the harm, or drop it",
                initiative=initiative.id,
            )


def _in_doubt(subject: Subject, initiative: Initiative) -> bool:
    """Whether some of its value could not be counted, which is another finding."""
    named = {
        "needs": [claim.target for claim in initiative.outcomes],
        "objectives": [claim.target for claim in initiative.contributions],
        "evidence": [id for claim in claims(initiative) for id in claim.evidence],
    }
    lacking = (subject.lacks(section, id) for section in named for id in named[section])
    return any(lacking) or subject.doubted(
        initiative.place, "outcomes", "contributes_to", "evidence"
    )


def _may_harm(initiative: Initiative) -> bool:
    """Whether anything in it can be negative; the others need no score to tell."""
    levels = (claim.impact for claim in claims(initiative) if claim.impact)
    return bool(initiative.overrides) or any(_negative(level) for level in levels)


def _negative(level: Level) -> bool:
    return level.negative or level.gain is not None


CHECK = Check(RULE, find, needs="scores")
