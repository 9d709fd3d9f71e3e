"""A pin makes a mandatory initiative miss its deadline.

Pinned work goes first, with everything it depends on. Without the pins this deadline would
be met, or missed by less.

Bad:   two pinned months of work for a team whose mandatory work is due in one
Good:  the mandatory work first: remove the pin, or give some pinned work to another team
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.deadlines import by_pin
from roadmap.checks.forecast import working_days
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM403", "must-late-by-pin", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each mandatory initiative that pins make late, or later."""
    pinned = [initiative for initiative in subject.judged if initiative.pin]
    late = by_pin(subject) if pinned else {}
    pins = tuple(
        ((initiative.place / "pin").key, f"`{initiative.id}` is pinned")
        for initiative in pinned
    )
    for id, days in late.items():
        yield _late_by_pin(subject.portfolio.initiatives[id], days, pins)


def _late_by_pin(
    must: Initiative, days: int, pins: tuple[tuple[Place, str], ...]
) -> Diagnostic:
    return Diagnostic(
        RULE,
        f"`{must.id}` is mandatory, and pinned work makes it {working_days(days)} late",
        must.place / "deadline",
        related=pins,
        cure="remove the pin, or reduce the scope before the deadline",
        initiative=must.id,
    )


CHECK = Check(RULE, find, needs="plan")
