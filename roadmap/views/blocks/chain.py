"""An initiative's dates, and the chain of reasons that holds them there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from roadmap.model.initiative import Status
from roadmap.scoring.figures import brief
from roadmap.sequencing.results import Plan, Reason, Slot
from roadmap.views.answer import Answer
from roadmap.views.away import away
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.dates import dates_of, deserved, spelled
from roadmap.views.phrases.english import count
from roadmap.views.phrases.reasons import STALLED, reason_text, unplaced_text


@dataclass(frozen=True, slots=True)
class Link:
    """One initiative of a chain, and what holds its start where it is."""

    id: str
    slot: Slot
    reason: Reason


def chain(plan: Plan, id: str) -> Iterator[Link]:
    """The reasons of an initiative's start, from itself back to what nothing holds."""
    seen: set[str] = set()
    at: str | None = id
    while at is not None and at not in seen and at in plan.slots and at in plan.reasons:
        seen.add(at)
        yield Link(at, plan.slots[at], plan.reasons[at])
        at = plan.reasons[at].other


def dates_prose(answer: Answer, id: str) -> tuple[Prose, ...]:
    """When it runs, which part sets that, and why it starts then."""
    plan = answer.plan
    if plan is None:
        return ()
    slot = plan.slots.get(id)
    if slot is None:
        return (Prose(tuple(_nowhere(answer, plan, id)), "Its dates"),)
    lines = [Line(f"{_stay(answer, plan, slot)}{_length(answer, slot)}")]
    if slot.stalled:
        lines.append(Line(STALLED, "warning", 1))
    for depth, link in enumerate(chain(plan, id)):
        text = reason_text(answer.portfolio, plan, link.reason)
        lines.append(Line(f"which {text}" if depth else text, indent=depth + 1))
    return (Prose(tuple(lines), "Its dates"),)


def chain_data(plan: Plan | None, id: str) -> list[dict[str, Any]]:
    """The chain as plain data, the initiative itself first."""
    return [
        {
            "id": link.id,
            "kind": link.reason.kind,
            "day": link.reason.day,
            "other": link.reason.other,
            "team": link.reason.team,
        }
        for link in (chain(plan, id) if plan else ())
    ]


def _nowhere(answer: Answer, plan: Plan, id: str) -> Iterator[Line]:
    initiative = answer.portfolio.initiatives[id]
    if initiative.status is Status.DELIVERED:
        when = initiative.delivered
        on = f" on {spelled(answer.portfolio, when)}" if when else ""
        yield Line(f"It was delivered{on}.")
        return
    left = {each.id: each for each in plan.unplaced}
    reason = f"it {unplaced_text(left, id)}" if id in left else initiative.status.value
    yield Line(f"It is not in the plan: {reason}.")


def _stay(answer: Answer, plan: Plan, slot: Slot) -> str:
    start, end = dates_of(answer.portfolio, slot)
    said = [_date(answer, when, slot) for when in (start, end)]
    return said[0] if said[0] == said[1] else f"{said[0]} to {said[1]}"


def _date(answer: Answer, when: date, slot: Slot) -> str:
    if answer.exact:
        return spelled(answer.portfolio, when)
    assumed = answer.portfolio.initiatives[slot.id].effort_assumed
    return deserved(answer.portfolio, when, assumed=assumed, full=True)


def _length(answer: Answer, slot: Slot) -> str:
    """` (15 working days, set by web: 6 weeks of work by 2 people)`."""
    if not slot.parts:
        return " (a milestone)"
    days = count(slot.end_day - slot.start_day, "working day")
    team, part = max(slot.parts.items(), key=lambda pair: (pair[1].end_day, pair[0]))
    initiative = answer.portfolio.initiatives[slot.id]
    work = sum(
        (each.work.middle for each in initiative.parts if each.team == team), Fraction(0)
    )
    weeks = count(Fraction(brief(answer.portfolio.weeks(work))), "week")
    people = count(part.people, "person", "people")
    focus = answer.portfolio.teams[team].focus
    at = f" at {brief(focus * 100)} % of their time" if focus != 1 else ""
    gone = ", ".join(away(answer.portfolio, team, part))
    days += f", {gone};" if gone else ","
    return f" ({days} set by {team}: {weeks} of work by {people}{at})"
