"""An initiative's dates, and the chain of reasons why it does not start sooner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from roadmap.model.initiative import Status
from roadmap.scoring.figures import brief, percent
from roadmap.scoring.remembered import remembered
from roadmap.sequencing.explain.next_reason import NextReason, next_reasons
from roadmap.sequencing.prices import retraced
from roadmap.sequencing.results import PartSlot, Plan, Reason, Slot
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.views.answer import Answer
from roadmap.views.away import away
from roadmap.views.blocks.own_forecast import own_forecast
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.dates import dates_of, deserved, spelled
from roadmap.views.phrases.english import count, sentence
from roadmap.views.phrases.names import quoted
from roadmap.views.phrases.reasons import STALLED, reason_text, unplaced_text

TITLE = "Schedule"
LONG, FIRST = 6, 4
"""A longer chain is folded after so many links, up to its last one."""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """An initiative in a chain, and why it does not start sooner."""

    id: str
    slot: Slot
    reason: Reason


def chain(plan: Plan, id: str) -> Iterator[ChainLink]:
    """The reasons of an initiative's start, from itself back to what nothing delays."""
    seen: set[str] = set()
    at: str | None = id
    while at is not None and at not in seen and at in plan.slots and at in plan.reasons:
        seen.add(at)
        yield ChainLink(at, plan.slots[at], plan.reasons[at])
        at = next((reason.other for reason in plan.reasons[at].all if reason.other), None)


def dates_prose(answer: Answer, id: str) -> tuple[Prose, ...]:
    """When it runs, which team sets that, and why it does not start sooner."""
    plan = answer.plan
    if plan is None:
        return ()
    slot = plan.slots.get(id)
    if slot is None:
        return (Prose((Line(_unscheduled(answer, plan, id)),), TITLE),)
    lines = [Line(f"{_dates(answer, slot)}: {_length(answer, slot)}.")]
    lines += own_forecast(answer, id)
    if slot.stalled:
        lines.append(Line(sentence(STALLED), "warning"))
    return (Prose((*lines, *_reasons(answer, plan, id)), TITLE),)


def chain_data(answer: Answer, id: str) -> list[dict[str, Any]]:
    """The chain as plain data, the initiative itself first."""
    links = tuple(chain(answer.plan, id)) if answer.plan else ()
    nearly = near_blockers(answer, links)
    return [
        {
            "id": link.id,
            **_reason_data(link.reason),
            "also": [_reason_data(reason) for reason in link.reason.also],
            "next": _reason_data(nearly[link.id].reason) if link.id in nearly else None,
        }
        for link in links
    ]


def _reason_data(reason: Reason) -> dict[str, Any]:
    return {
        "kind": reason.kind,
        "day": reason.day,
        "other": reason.other,
        "team": reason.team,
    }


def _reasons(answer: Answer, plan: Plan, id: str) -> Iterator[Line]:
    """The chain as a flat list, folded in the middle where it is long."""
    links = tuple(chain(plan, id))
    folded = len(links) > LONG and not answer.all
    shown = (*links[:FIRST], links[-1]) if folded else links
    nearly = near_blockers(answer, shown)
    said = [sentence_of(answer, plan, link, nearly.get(link.id)) for link in shown]
    if len(said) == 1:
        yield Line(sentence(said[0]))
        return
    if said:
        yield Line("Why not sooner:")
    for number, (link, text) in enumerate(zip(shown, said, strict=True)):
        if folded and number == FIRST:
            yield Line(f"and {len(links) - FIRST - 1} more in between (--all)", "item")
        title = f"{quoted(answer.portfolio, link.id)}: {text}."
        yield Line(title if number else sentence(text), "item")


def sentence_of(
    answer: Answer, plan: Plan, link: ChainLink, nearly: NextReason | None
) -> str:
    """Why a link does not start sooner, and what would hold it nearly as long."""
    why = reason_text(answer.portfolio, plan, link.reason)
    if nearly is None:
        return why
    sooner = _days_sooner(answer, link, nearly)
    days = f"only {count(sooner, 'working day')} sooner" if sooner else "no sooner"
    then = reason_text(answer.portfolio, plan, nearly.reason)
    that = "these" if link.reason.also else "that"
    return f"{why}; without {that}, it would start {days}: {then}"


def near_blockers(answer: Answer, links: Iterable[ChainLink]) -> Mapping[str, NextReason]:
    """What would hold links next, where without what holds them they win under a week."""
    week = answer.portfolio.calendar.days_a_week
    found = ((link, _next_reason(answer, link.id)) for link in links)
    return {
        link.id: nearly
        for link, nearly in found
        if nearly is not None and _days_sooner(answer, link, nearly) < week
    }


@remembered
def _next_reason(answer: Answer, id: str) -> NextReason | None:
    """Chains of many initiatives share links, so each is looked into once."""
    table = _timetable(answer)
    if table is None or answer.plan is None:
        return None
    return next_reasons(table, answer.plan.reasons, (id,)).get(id)


@remembered
def _timetable(answer: Answer) -> Timetable | None:
    if answer.plan is None or answer.sequence is None or answer.scores is None:
        return None
    return retraced(answer.portfolio, answer.scores, answer.sequence, answer.plan)


def _days_sooner(answer: Answer, link: ChainLink, nearly: NextReason) -> int:
    first, then = nearly.start_day - 1, link.slot.start_day - 1
    return answer.portfolio.calendar.worked_days(first, then)


def _unscheduled(answer: Answer, plan: Plan, id: str) -> str:
    initiative = answer.portfolio.initiatives[id]
    if initiative.status is Status.DELIVERED:
        when = initiative.delivered
        on = f" on {spelled(answer.portfolio, when.last)}" if when else ""
        return f"Delivered{on}."
    unplaced = {each.id: each for each in plan.unplaced}
    if id not in unplaced:
        return f"Not scheduled: {initiative.status.value}."
    named = partial(quoted, answer.portfolio)
    return f"Not scheduled: it {unplaced_text(unplaced, id, named)}."


def _dates(answer: Answer, slot: Slot) -> str:
    start, end = (_date(answer, when, slot) for when in dates_of(answer.portfolio, slot))
    return start if start == end else f"{start} to {end}"


def _date(answer: Answer, when: date, slot: Slot) -> str:
    if answer.exact:
        return spelled(answer.portfolio, when)
    assumed = answer.portfolio.initiatives[slot.id].effort_assumed
    return deserved(answer.portfolio, when, assumed=assumed, full=True)


def _length(answer: Answer, slot: Slot) -> str:
    """`15 working days, set by team web (6 person-weeks by 2 people)`."""
    if not slot.parts:
        return "a milestone"
    worked = answer.portfolio.calendar.worked_days(slot.start_day - 1, slot.end_day - 1)
    team, part = max(slot.parts.items(), key=lambda pair: (pair[1].end_day, pair[0]))
    gone = ", ".join(away(answer.portfolio, team, part))
    days = count(worked, "working day") + (f" ({gone})" if gone else "")
    holidays = slot.end_day - slot.start_day - worked
    days += f" and {count(holidays, 'holiday')}" if holidays else ""
    who = team if "team" in team.lower() else f"team {team}"
    return f"{days}, set by {who} ({_work(answer, slot.id, team, part)})"


def _work(answer: Answer, id: str, team: str, part: PartSlot) -> str:
    """`6 person-weeks by 2 people at 80 % of their time`."""
    portfolio = answer.portfolio
    parts = (each for each in portfolio.initiatives[id].parts if each.team == team)
    work = portfolio.weeks(sum((each.work.middle for each in parts), Fraction(0)))
    people = count(part.people, "person", "people")
    focus = portfolio.teams[team].focus
    at = f" at {percent(focus)} of their time" if focus != 1 else ""
    return f"{count(Fraction(brief(work)), 'person-week')} by {people}{at}"
