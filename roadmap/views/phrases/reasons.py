"""Why an initiative starts when it does, before another, or not at all, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.results import (
    InversionKind,
    OutOfOrder,
    Plan,
    Reason,
    ReasonKind,
    Unplaced,
    UnplacedKind,
)
from roadmap.views.answer import Answer
from roadmap.views.phrases.dates import MONTHS, dates_of, spelled

STALLED = "is in progress, but its people are all at work elsewhere"
NAMED = 5
"""A circle of more is told by its first two."""


def short_reasons(
    answer: Answer, unplaced: Mapping[str, Unplaced], id: str
) -> Iterator[str]:
    """Why an initiative starts when it does, or has no place at all; exact dates."""
    if answer.plan is None:
        return
    if id in unplaced:
        yield unplaced_text(unplaced, id)
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
        case ReasonKind.DEPENDENCY:
            return f"waits for {reason.other}, which ends {_end(portfolio, plan, reason)}"
        case ReasonKind.TEAM if reason.other:
            return f"waits for {reason.team}, busy with {reason.other} until {eve}"
        case ReasonKind.TEAM:
            return f"waits for {reason.team}, busy until {eve}"
        case ReasonKind.NOT_BEFORE:
            return f"may not start before {day}"
        case ReasonKind.PRESENCE:
            return f"waits for {reason.team}, away until {eve}"
        case ReasonKind.RUNNING:
            return "is in progress, and goes on"
        case ReasonKind.PINNED:
            return "is pinned to go first"
        case ReasonKind.MILESTONE:
            return "waits for nothing"
        case ReasonKind.START:
            return "starts with the plan; nothing holds it"


def unplaced_text(unplaced: Mapping[str, Unplaced], id: str) -> str:
    """Why an initiative has no place, said of it: "waits for `login`, which is paused"."""
    left = unplaced[id]
    match left.kind:
        case UnplacedKind.IDEA:
            return "is only an idea"
        case UnplacedKind.PAUSED:
            return "is paused"
        case UnplacedKind.DROPPED:
            return "was dropped"
        case UnplacedKind.CIRCLE:
            return _circle(left)
        case UnplacedKind.WAITS:
            cause = left.cause or ""
            through = "" if cause == left.because else f", and so for `{cause}`"
            why = unplaced_text(unplaced, cause)
            return f"waits for `{left.because}`{through}, which {why}"


def _circle(left: Unplaced) -> str:
    if left.because == left.id:
        return "waits for itself"
    if len(left.circle) == 2:
        return f"waits for `{left.because}`, which waits for it in turn"
    told = left.circle if 0 < len(left.circle) <= NAMED else (left.id, left.because, "…")
    return f"is part of a circle: `{' → '.join([*map(str, told), left.id])}`"


def inversion_text(portfolio: Portfolio, pair: OutOfOrder) -> str:
    """What holds the overtaken one of a pair back: `waits for people of web`."""
    match pair.kind:
        case InversionKind.DEPENDENCY:
            return f"waits for `{pair.other}`"
        case InversionKind.NOT_BEFORE:
            return f"not before {_dated(portfolio, pair)}"
        case InversionKind.PRESENCE:
            return f"waits for team {pair.lacking}, away on {_dated(portfolio, pair)}"
        case InversionKind.PEOPLE:
            return f"waits for people of {pair.lacking}"
        case InversionKind.GAP:
            return f"fits a gap in team {pair.lacking} that `{pair.second}` cannot use"
        case InversionKind.CHOICE:
            return f"nothing else holds `{pair.second}` back"


def _dated(portfolio: Portfolio, pair: OutOfOrder) -> str:
    date = portfolio.calendar.date_of(pair.day or 0)
    return f"{date.day} {MONTHS[date.month - 1][:3]} {date.year}"


def _end(portfolio: Portfolio, plan: Plan, reason: Reason) -> str:
    """The date that is printed for the end of what is waited for."""
    last = dates_of(portfolio, plan.slots[reason.other or ""])[1]
    return spelled(portfolio, last)
