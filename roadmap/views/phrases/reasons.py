"""Why an initiative starts when it does, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.results import Plan, Reason, Unplaced
from roadmap.views.answer import Answer
from roadmap.views.phrases.dates import dates_of, spelled

STALLED = "is in progress, but its people are all at work elsewhere"


def short_reasons(
    answer: Answer, unplaced: Mapping[str, Unplaced], id: str
) -> Iterator[str]:
    """Why an initiative starts when it does, or has no place at all; exact dates."""
    if answer.plan is None:
        return
    if id in unplaced:
        yield unplaced[id].reason
    reason, slot = answer.plan.reasons.get(id), answer.plan.slots.get(id)
    if slot and slot.stalled:
        yield STALLED
    if reason and slot:
        yield reason_text(answer.portfolio, answer.plan, reason)


def reason_text(portfolio: Portfolio, plan: Plan, reason: Reason) -> str:
    """One reason, said of the initiative: `waits for login, which ends 20 January`."""
    day = spelled(portfolio, portfolio.calendar.date_of(reason.day))
    eve = spelled(portfolio, portfolio.calendar.date_of(max(reason.day - 1, 0)))
    match reason.kind:
        case "dependency":
            return f"waits for {reason.other}, which ends {_end(portfolio, plan, reason)}"
        case "team" if reason.other:
            return f"waits for {reason.team}, busy with {reason.other} until {eve}"
        case "team":
            return f"waits for {reason.team}, busy until {eve}"
        case "not-before":
            return f"may not start before {day}"
        case "presence":
            return f"waits for {reason.team}, away until {eve}"
        case "running":
            return "is in progress, and goes on"
        case "pinned":
            return "is pinned to go first"
        case "milestone":
            return "waits for nothing"
        case _:
            return "starts with the plan; nothing holds it"


def _end(portfolio: Portfolio, plan: Plan, reason: Reason) -> str:
    """The date that is printed for the end of what is waited for."""
    last = dates_of(portfolio, plan.slots[reason.other or ""])[1]
    return spelled(portfolio, last)
