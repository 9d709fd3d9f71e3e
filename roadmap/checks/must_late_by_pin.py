"""A pin makes an obligation miss its deadline.

Pinned work goes first with all that it needs, whatever waits. Without the pins, this
obligation would be kept, or be less late. Found where rules may look at a plan.

Bad:   a pin on two months of work for the team that the law needs in one
Good:  the obligation first: drop the pin, or give part of the pinned work to others
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM403", "must-late-by-pin", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each obligation that is later with the pins than it would be without them."""
    musts = [each for each in subject.judged if each.must and each.deadline]
    pinned = [each for each in subject.judged if each.pin]
    if not musts or not pinned:
        return
    late = _late(subject, subject.portfolio, musts)
    if not any(late.values()):
        return
    unpinned = _late(subject, _without_pins(subject.portfolio), musts)
    pins = tuple(((each.place / "pin").key, f"`{each.id}` is pinned") for each in pinned)
    for each in musts:
        more = late.get(each.id, 0) - unpinned.get(each.id, 0)
        if more > 0:
            yield _late_by_pin(each, more, pins)


def _late(
    subject: Subject, portfolio: Portfolio, musts: list[Initiative]
) -> Mapping[str, int]:
    """Working days by which each obligation misses its deadline in the plan."""
    from roadmap.sequencing.plan import plan
    from roadmap.sequencing.sequence import sequence

    scores = subject.scores
    if not scores:
        return {}
    slots = plan(portfolio, scores, sequence(portfolio, scores)).slots
    calendar = portfolio.calendar
    return {
        each.id: max(
            0, slots[each.id].end_day - 1 - calendar.day_on_or_before(each.deadline.last)
        )
        for each in musts
        if each.deadline and each.id in slots
    }


def _without_pins(portfolio: Portfolio) -> Portfolio:
    free = {id: replace(each, pin=None) for id, each in portfolio.initiatives.items()}
    return replace(portfolio, initiatives=free)


def _late_by_pin(
    must: Initiative, days: int, pins: tuple[tuple[Place, str], ...]
) -> Diagnostic:
    unit = "working day" if days == 1 else "working days"
    return Diagnostic(
        RULE,
        f"pinned work makes `{must.id}` {days} {unit} late",
        must.place / "deadline",
        related=pins,
        cure="drop the pin, or do less before the deadline",
        initiative=must.id,
    )


CHECK = Check(RULE, find, needs="plan")
