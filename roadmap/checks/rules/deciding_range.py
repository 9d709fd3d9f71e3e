"""A range is so wide that it alone decides a commitment.

With this one estimate fixed at its median, the commitment would be safe
(`forecast: {safe: 85%}`), or at least more likely kept than missed. Nothing makes the date
surer than a closer look at this work. Only ranges wider than what a single number takes
count, and of each commitment the one that moves its end most. The rule looks at the five
least likely commitments, which costs at most five more forecasts.

Bad:   effort: {web: 4w..30w}   and a commitment with a chance of 60 %
Good:  effort: {web: 8w..14w}   after a spike
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.check import Check, Subject
from roadmap.checks.estimates import ranges
from roadmap.checks.forecast import days_late, deciding_ranges
from roadmap.diagnostics import Diagnostic, Rule, Severity

if TYPE_CHECKING:
    from roadmap.simulation.results import DateChance

RULE = Rule("RM417", "deciding-range", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each range that alone decides a commitment that the plan keeps."""
    deciding = tuple(deciding_ranges(subject.drawn, _kept(subject)))
    every = ranges(subject, lambda _: True) if deciding else ()
    stated = {
        (team_estimate.initiative.id, team_estimate.part.team): team_estimate
        for team_estimate in every
    }
    for decision in deciding:
        estimate = stated.get((decision.id, decision.team))
        if estimate is None:
            continue
        yield Diagnostic(
            RULE,
            f"`{estimate.part.work.text}` alone decides the commitment of "
            f"`{decision.date.id}` for `{decision.date.by.text}`: its chance is "
            f"{round(100 * decision.date.chance)} %, and would be "
            f"{round(100 * decision.certain)} % with this range fixed at its median",
            estimate.place,
            cure="try the riskiest part of this work first, and narrow its range",
            initiative=decision.id,
        )


def _kept(subject: Subject) -> tuple[DateChance, ...]:
    """The dates that the plan itself keeps; those that it misses are another rule's."""
    portfolio, ends = subject.portfolio, subject.forecast.ends
    dates = subject.chances.dates if subject.chances else ()
    return tuple(it for it in dates if not days_late(portfolio, ends[it.id], it.by))


CHECK = Check(RULE, find, needs="plan")
