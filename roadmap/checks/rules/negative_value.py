"""What an initiative costs customers or objectives outweighs what it brings.

Its value counts 0 when things are put in order: it comes last, and nothing pays for the
harm.

Bad:   outcomes: {reach-a-person: -high}
Good:  the same with an outcome or a contribution that outweighs it, or `status: dropped`
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
                f"`{initiative.id}` takes away more than it brings: "
                f"{float(score.value):.1f}, counted as 0",
                initiative.place,
                cure="change what it does, or drop it",
                initiative=initiative.id,
            )


def _in_doubt(subject: Subject, initiative: Initiative) -> bool:
    """Whether something that it may bring could not be counted, which is said elsewhere."""
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
    """Whether anything in it can be negative: most have no need to be scored for that."""
    levels = (claim.impact for claim in claims(initiative) if claim.impact)
    return bool(initiative.overrides) or any(_negative(each) for each in levels)


def _negative(level: Level) -> bool:
    return level.negative or level.gain is not None


CHECK = Check(RULE, find, needs="scores")
