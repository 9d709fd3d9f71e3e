"""Where the schedule departs from the ranking: what starts first, why, what it saves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from roadmap.model.portfolio import Minimise
from roadmap.scoring.figures import brief
from roadmap.sequencing.results import InversionKind, OutOfOrder, Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.constraints import value_weeks
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.dates import deserved, short
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import quoted

MOST, NAMED = 5, 3
TITLE = "Where the schedule departs from the ranking"


def out_of_order(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """A line for each initiative that is overtaken; the first few unless all are wanted."""
    every = _overtaken(answer, plan)
    kept = _kept(answer, every)
    lines = [Line(_sentence(answer, plan, pairs), "item") for pairs in kept]
    if len(kept) < len(every):
        lines.append(Line(f"and {len(every) - len(kept)} more (--all)", "item"))
    lines += [Line(text, "faint") for text in _legend(plan, kept)]
    return (Prose(tuple(lines), TITLE),) if lines else ()


def worth_a_price(answer: Answer, plan: Plan) -> list[tuple[str, str]]:
    """The pairs that the page names: first those that are in this order by choice.

    Then the first of each line, the second, and so on.
    """
    kept = _kept(answer, _overtaken(answer, plan))
    turns = zip_longest(*(pairs[:NAMED] for pairs in kept))
    named = [pair for turn in turns for pair in turn if pair]
    named.sort(key=lambda pair: pair.kind is not InversionKind.CHOICE)
    return [(pair.first, pair.second) for pair in named]


def _overtaken(answer: Answer, plan: Plan) -> list[list[OutOfOrder]]:
    """The pairs that are shown, by what is overtaken and why."""
    pairs: dict[OutOfOrder, list[OutOfOrder]] = {}
    for pair in plan.out_of_order:
        if answer.shows(pair.first) or answer.shows(pair.second):
            alike = replace(pair, first="", team="", price=None, late=0)
            pairs.setdefault(alike, []).append(pair)
    return list(pairs.values())


def _kept(answer: Answer, every: list[list[OutOfOrder]]) -> list[list[OutOfOrder]]:
    return every if answer.all else every[:MOST]


def _sentence(answer: Answer, plan: Plan, pairs: list[OutOfOrder]) -> str:
    pair, one = pairs[0], len(pairs) == 1
    second = quoted(answer.portfolio, pair.second)
    others = listed([_first(answer, plan, pair) for pair in pairs], NAMED)
    start, team = "starts" if one else "start", _team(answer, pair)
    match pair.kind:
        case InversionKind.DEPENDENCY:
            blocker = quoted(answer.portfolio, pair.other or "")
            return f"{second} is blocked by {blocker}, so {others} {start} first."
        case InversionKind.NOT_BEFORE:
            day = _day(answer, pair)
            return f"{second} may not start before {day}, so {others} {start} first."
        case InversionKind.PRESENCE:
            away = f"{team} is away on {_day(answer, pair)}"
            return f"{away}, so {others} {start} before {second}."
        case InversionKind.PEOPLE:
            lacking = f"No {team} capacity for {second}{_until(answer, plan, pair)}"
            free = "which needs none" if one else "which need none"
            return f"{lacking}, so {others}, {free}, {start} first."
        case InversionKind.GAP:
            lacking = f"Too little {team} capacity for {second}{_until(answer, plan, pair)}"
            fits = "which fits in" if one else "which fit in"
            return f"{lacking}, so {others}, {fits}, {start} first."
        case InversionKind.CHOICE:
            why = ", as published" if _as_published(answer, pairs) else " by choice"
            return f"Nothing blocks {second}; {others} {start} first{why}."


def _as_published(answer: Answer, pairs: list[OutOfOrder]) -> bool:
    """Whether pairs are in the order in which they were published, to keep it."""
    published = answer.portfolio.published
    if published is None or answer.portfolio.steadiness is None:
        return False
    dates = published.dates
    return all(
        pair.first in dates
        and pair.second in dates
        and dates[pair.first].start < dates[pair.second].start
        for pair in pairs
    )


def _team(answer: Answer, pair: OutOfOrder) -> str:
    known = answer.portfolio.teams.get(pair.lacking or "")
    return known.title or known.id if known else pair.lacking or ""


def _day(answer: Answer, pair: OutOfOrder) -> str:
    return short(answer.portfolio, answer.portfolio.calendar.date_of(pair.day or 0))


def _until(answer: Answer, plan: Plan, pair: OutOfOrder) -> str:
    """Until when capacity is lacking, where nothing else delays the start after that."""
    reason, slot = plan.reasons.get(pair.second), plan.slots.get(pair.second)
    if reason is None or slot is None or reason.team != pair.lacking:
        return ""
    start = answer.portfolio.calendar.date_of(slot.start_day)
    assumed = answer.portfolio.initiatives[pair.second].effort_assumed
    when = deserved(answer.portfolio, start, assumed=assumed, exact=answer.exact)
    return f" until {when}"


def _first(answer: Answer, plan: Plan, pair: OutOfOrder) -> str:
    """What starts first, and what that saves where it is known."""
    title = quoted(answer.portfolio, pair.first)
    kept = not pair.price and not pair.late and _as_published(answer, [pair])
    return title if pair.price is None or kept else f"{title} (saves {_saved(plan, pair)})"


def _saved(plan: Plan, pair: OutOfOrder) -> str:
    if pair.late:
        return f"{count(pair.late, 'working day')} of lateness"
    if not pair.price:
        return "nothing"
    ends = plan.minimises is Minimise.MAKESPAN
    return brief(pair.price) if ends else value_weeks(pair.price)


def _legend(plan: Plan, kept: list[list[OutOfOrder]]) -> Iterator[str]:
    """What the figures in brackets mean; nothing where there are none."""
    shown = [pair for pairs in kept for pair in pairs[:NAMED]]
    units = []
    if any(pair.price and not pair.late for pair in shown):
        ends = plan.minimises is Minimise.MAKESPAN
        units.append("working days of the final delivery" if ends else "value-weeks")
    if any(pair.late for pair in shown):
        units.append("lateness of mandatory work")
    if units:
        cost = "what the reverse order would cost, at most"
        yield f"In brackets: {cost}, in {listed(units)}."
