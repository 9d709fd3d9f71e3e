"""A pin makes an obligation miss its deadline.

Pinned work goes first with all that it needs, whatever waits. Without the pins, this
obligation would be kept, or be less late.

Bad:   a pin on two months of work for the team that the law needs in one
Good:  the obligation first: drop the pin, or give part of the pinned work to others
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.deadlines import by_pin
from roadmap.checks.phrases import working_days
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM403", "must-late-by-pin", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each obligation that is later with the pins than it would be without them."""
    pinned = [each for each in subject.judged if each.pin]
    late = by_pin(subject) if pinned else {}
    pins = tuple(((each.place / "pin").key, f"`{each.id}` is pinned") for each in pinned)
    for id, days in late.items():
        yield _late_by_pin(subject.portfolio.initiatives[id], days, pins)


def _late_by_pin(
    must: Initiative, days: int, pins: tuple[tuple[Place, str], ...]
) -> Diagnostic:
    return Diagnostic(
        RULE,
        f"pinned work makes `{must.id}` {working_days(days)} late",
        must.place / "deadline",
        related=pins,
        cure="drop the pin, or do less before the deadline",
        initiative=must.id,
    )


CHECK = Check(RULE, find, needs="plan")
