"""An override contradicts the facts in the same file.

Terms under a framework's name replace what outcomes, evidence and effort say. Where the
two differ by a factor of three or more, one of them is wrong.

Bad:   {effort: {web: 12w}, value-effort: {effort: 2w}}
Good:  {effort: {web: 2w}}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative
from roadmap.scoring.figures import brief
from roadmap.scoring.framework import Framework, Score

RULE = Rule("RM307", "contradictory-override", Severity.NOTE, __doc__)
TIMES = Limit(
    RULE.name,
    "times",
    Fraction(3),
    "the factor by which an override may differ from the facts",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative whose overrides are far from its own facts."""
    framework = subject.framework
    for initiative in subject.judged if framework else ():
        if framework and framework.name in initiative.overrides:
            yield from _against_facts(subject, initiative, framework)


def _against_facts(
    subject: Subject, initiative: Initiative, framework: Framework
) -> Iterator[Diagnostic]:
    facts = framework.score(subject.portfolio, replace(initiative, overrides={}))
    said = subject.score(initiative)
    times = subject.limit(TIMES)
    for what, one, other in _compared(said, facts, initiative) if said else ():
        if one is not None and other is not None and _far(one, other, times):
            yield Diagnostic(
                RULE,
                f"`{framework.name}` gives {what.format(brief(one))}, "
                f"the facts next to it {brief(other)}",
                (initiative.place / framework.name).key,
                cure="correct the facts, or remove the override",
                initiative=initiative.id,
            )


def _compared(
    said: Score, facts: Score, initiative: Initiative
) -> Iterator[tuple[str, Fraction | None, Fraction | None]]:
    yield "a value of {}", said.value, facts.value
    if not initiative.effort_assumed:
        yield "{} person-weeks of effort", said.size, facts.size


def _far(one: Fraction, other: Fraction, times: Fraction) -> bool:
    if one <= 0 or other <= 0:
        return one * other < 0 or (one != other and 0 in (one, other))
    return max(one, other) >= times * min(one, other)


CHECK = Check(RULE, find, needs="scores", limits=(TIMES,))
