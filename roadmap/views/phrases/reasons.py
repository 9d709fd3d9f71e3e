"""Why an initiative starts when it does, before another, or not at all, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from roadmap.model.calendar import LAST_YEAR
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
from roadmap.views.phrases.english import listed
from roadmap.views.phrases.funding import unfunded_text
from roadmap.views.phrases.names import quoted

STALLED = "in progress, but stalled: its people are all busy elsewhere"
NAMED = 5
"""A circle of more is told by its first two."""


def short_reasons(
    answer: Answer, unplaced: Mapping[str, Unplaced], id: str
) -> Iterator[str]:
    """Why an initiative starts when it does, or is not scheduled; exact dates."""
    if answer.plan is None:
        return
    if id in unplaced:
        yield why_unplaced(answer, unplaced, id)
    reason, slot = answer.plan.reasons.get(id), answer.plan.slots.get(id)
    if slot and slot.stalled:
        yield STALLED
    if reason and slot:
        yield from _texts(answer.portfolio, answer.plan, reason)


def reason_text(portfolio: Portfolio, plan: Plan, reason: Reason) -> str:
    """Why an initiative does not start sooner: `blocked by “One login” until 6 May`."""
    texts = [*_texts(portfolio, plan, reason)]
    blocked = "blocked by"
    for place, (before, text) in enumerate(pairwise(texts), 1):
        if before.startswith(("by ", blocked)) and text.startswith(blocked):
            texts[place] = text.removeprefix("blocked ")
    return listed(texts, NAMED)


def _texts(portfolio: Portfolio, plan: Plan, reason: Reason) -> Iterator[str]:
    """All that holds a start, the biggest lever first; what is alike is said at once."""
    alike: dict[tuple[ReasonKind, str | int | None], list[Reason]] = {}
    for each in reason.all:
        by_day = each.kind is ReasonKind.DEPENDENCY
        alike.setdefault((each.kind, each.day if by_day else each.team), []).append(each)
    for reasons in alike.values():
        yield _text(portfolio, plan, reasons)


def _text(portfolio: Portfolio, plan: Plan, reasons: Sequence[Reason]) -> str:
    """Reasons of one kind, which are about one team or one day."""
    reason = reasons[0]
    day = spelled(portfolio, portfolio.calendar.date_of(reason.day))
    eve = spelled(portfolio, portfolio.calendar.date_of(max(reason.day - 1, 0)))
    others = listed([quoted(portfolio, it.other) for it in reasons if it.other])
    match reason.kind:
        case ReasonKind.DEPENDENCY:
            return f"blocked by {others} until {_end(portfolio, plan, reason)}"
        case ReasonKind.TEAM:
            busy = f" (busy with {others})" if others else ""
            return f"no {reason.team} capacity until {eve}{busy}"
        case ReasonKind.NOT_BEFORE:
            return f"may not start before {day}"
        case ReasonKind.PRESENCE:
            return f"{reason.team} is away until {eve}"
        case ReasonKind.RUNNING:
            return "in progress"
        case ReasonKind.PINNED:
            return "pinned to go first"
        case ReasonKind.MILESTONE:
            return "a milestone that nothing blocks"
        case ReasonKind.START:
            return "starts on day one, unblocked"


def why_unplaced(answer: Answer, unplaced: Mapping[str, Unplaced], id: str) -> str:
    """Why an initiative is not scheduled; of what is not funded, what it would take."""
    if unplaced[id].kind is UnplacedKind.UNFUNDED:
        return unfunded_text(answer.portfolio, answer.selection, id)
    return unplaced_text(unplaced, id)


def _as_code(id: str) -> str:
    """An id to be typed, in code."""
    return f"`{id}`"


def unplaced_text(
    unplaced: Mapping[str, Unplaced], id: str, named: Callable[[str], str] = _as_code
) -> str:
    """Why an initiative is not scheduled: "depends on `login`, which is paused".

    `named` is what other initiatives are called.
    """
    left = unplaced[id]
    match left.kind:
        case UnplacedKind.IDEA:
            return "is only an idea"
        case UnplacedKind.PAUSED:
            return "is paused"
        case UnplacedKind.DROPPED:
            return "was dropped"
        case UnplacedKind.UNFUNDED:
            return "is not funded"
        case UnplacedKind.BEYOND:
            return f"would end after {LAST_YEAR}, the last year of the calendar"
        case UnplacedKind.CIRCLE:
            return _circle(left, named)
        case UnplacedKind.WAITS:
            cause = left.cause or ""
            through = "" if cause == left.because else f", and so on {named(cause)}"
            why = unplaced_text(unplaced, cause, named)
            return f"depends on {named(left.because or '')}{through}, which {why}"


def _circle(left: Unplaced, named: Callable[[str], str]) -> str:
    other = left.because or ""
    if other == left.id:
        return "depends on itself"
    if len(left.circle) == 2:
        return f"depends on {named(other)}, which depends on it in turn"
    short = 0 < len(left.circle) <= NAMED
    told = [*map(named, left.circle)] if short else [named(left.id), named(other), "…"]
    return f"is part of a dependency circle: {' → '.join([*told, named(left.id)])}"


def inversion_text(portfolio: Portfolio, pair: OutOfOrder) -> str:
    """What holds the overtaken one of a pair back, said of it: "blocked by `login`"."""
    match pair.kind:
        case InversionKind.DEPENDENCY:
            return f"blocked by `{pair.other}`"
        case InversionKind.NOT_BEFORE:
            return f"may not start before {_dated(portfolio, pair)}"
        case InversionKind.PRESENCE:
            return f"`{pair.lacking}` is away on {_dated(portfolio, pair)}"
        case InversionKind.PEOPLE:
            return f"no `{pair.lacking}` capacity"
        case InversionKind.GAP:
            return f"too little `{pair.lacking}` capacity"
        case InversionKind.CHOICE:
            return "not blocked"


def _dated(portfolio: Portfolio, pair: OutOfOrder) -> str:
    date = portfolio.calendar.date_of(pair.day or 0)
    return f"{date.day} {MONTHS[date.month - 1][:3]} {date.year}"


def _end(portfolio: Portfolio, plan: Plan, reason: Reason) -> str:
    """The date that is printed for the end of what is waited for."""
    last = dates_of(portfolio, plan.slots[reason.other or ""])[1]
    return spelled(portfolio, last)
