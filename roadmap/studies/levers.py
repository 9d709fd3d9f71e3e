"""Levers: changes that may bring an initiative forward, the most expected first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil

from roadmap.model.amounts import Range
from roadmap.model.initiative import Initiative, Part, Pin, Status
from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.explain.next_reason import next_reasons
from roadmap.sequencing.prices import retraced
from roadmap.sequencing.results import Plan, Reason, ReasonKind
from roadmap.studies.outlook import Outlook

LINKS = 6
"""So many links of the chain of reasons are looked at."""
RIVALS = 4
"""So many competitors are looked at that no reason names."""
LESS = Fraction(3, 4)
"""What is left of a team's work where there is less of it."""
TENTHS = 10
UNHELD = (
    ReasonKind.START,
    ReasonKind.RUNNING,
    ReasonKind.PINNED,
    ReasonKind.MILESTONE,
)
"""The reasons of what nothing holds, so that there is nothing to take away."""


class LeverKind(StrEnum):
    """What is changed: a team, the work itself, what is in the way, or the ranking.

    PERSON: one more person in a team. LESS: less work for a team. DROP: without something
    that is in the way. ASIDE: the same of running work, and of what merely competes. PIN:
    ahead of the ranking.
    """

    PERSON = "person"
    LESS = "less"
    DROP = "drop"
    ASIDE = "aside"
    PIN = "pin"


@dataclass(frozen=True, slots=True)
class Lever:
    """A change to a team, or to the initiative `id`.

    `people` are those of the team then; `part` is what is left of its work.
    """

    kind: LeverKind
    id: str = ""
    team: str = ""
    people: Fraction = Fraction(0)
    part: Part | None = None


def expected(at: Outlook, id: str) -> list[Lever]:
    """What a reader would expect to help an initiative; nothing where nothing holds it.

    More people in its teams, less of it, less of what holds it now or nothing of that, and
    a pin.
    """
    slot, reason = at.plan.slots.get(id), at.plan.reasons.get(id)
    if slot is None or reason is None or reason.kind in UNHELD:
        return []
    reasons = reason.all
    own = sorted(slot.parts.items(), key=lambda part: (-part[1].end_day, part[0]))
    teams = [*(reason.team for reason in reasons), *(team for team, _ in own)]
    levers = [*_more_people(at, teams), *_less(at, id), *_in_the_way(at, id, reasons)]
    if at.portfolio.initiatives[id].pin is None:
        levers.append(Lever(LeverKind.PIN, id))
    return levers


def further(at: Outlook, id: str) -> list[Lever]:
    """What may bring it forward besides: what holds it next, or holds what holds it.

    Last comes what merely competes.
    """
    links = _holding(at.plan, id)
    reasons = [*_next(at, id), *(reason for link in links for reason in link)]
    teams = {reason.team for reason in reasons[:1]} | at.plan.slots[id].parts.keys()
    return [
        *_more_people(at, (reason.team for reason in reasons)),
        *_in_the_way(at, id, reasons),
        *_rivals(at, id, teams, {reason.other for reason in reasons}),
    ]


def one_more_person(at: Outlook, most: int) -> list[Lever]:
    """One more person in each of the teams for which most value waits."""
    waited = sorted(at.plan.waiting.items(), key=lambda pair: (-pair[1], pair[0]))
    return list(_more_people(at, (team for team, value in waited if value)))[:most]


def pulled(initiative: Initiative, lever: Lever) -> Initiative:
    """An initiative with a lever pulled that is about it."""
    match lever.kind:
        case LeverKind.DROP:
            return replace(initiative, status=Status.DROPPED)
        case LeverKind.ASIDE:
            return replace(initiative, status=Status.PAUSED)
        case LeverKind.PIN:
            return replace(initiative, pin=Pin("what if"))
    parts = tuple(
        lever.part if lever.part and part.team == lever.team else part
        for part in initiative.parts
    )
    remaining = initiative.status is Status.IN_PROGRESS and initiative.remaining is not None
    if remaining:
        return replace(initiative, remaining=parts)
    return replace(initiative, effort=parts)


def is_pulled(portfolio: Portfolio, lever: Lever) -> bool:
    """Whether a portfolio says what a lever would make of it."""
    if lever.kind is LeverKind.PERSON:
        team = portfolio.teams.get(lever.team)
        return team is not None and team.people == lever.people
    there = portfolio.initiatives.get(lever.id)
    if there is None:
        return False
    if lever.part is not None:
        return any(_alike(part, lever.part) for part in there.parts)
    then = pulled(there, lever)
    return there.status is then.status and (there.pin is None) == (then.pin is None)


def _alike(one: Part, other: Part) -> bool:
    """Whether two parts are the same work of the same people, whoever wrote it how."""
    return (one.team, one.work.middle, one.people) == (
        other.team,
        other.work.middle,
        other.people,
    )


def _holding(plan: Plan, id: str) -> Iterator[tuple[Reason, ...]]:
    """All that holds an initiative, then all that holds the biggest lever of that."""
    at: str | None = id
    seen: set[str] = set()
    while at is not None and at in plan.reasons and at not in seen and len(seen) < LINKS:
        seen.add(at)
        reasons = plan.reasons[at].all
        yield reasons
        at = next((reason.other for reason in reasons if reason.other), None)


def _next(at: Outlook, id: str) -> tuple[Reason, ...]:
    """What would hold it next if all that holds it were gone."""
    table = retraced(at.portfolio, at.scores, at.sequence, at.plan)
    next_reason = next_reasons(table, at.plan.reasons, (id,)).get(id)
    return next_reason.reason.all if next_reason else ()


def _more_people(at: Outlook, teams: Iterable[str | None]) -> Iterator[Lever]:
    """One more person in each team that the portfolio describes."""
    for id in dict.fromkeys(teams):
        team = None if id is None else at.portfolio.teams[id]
        if team is not None and team.place is not None:
            yield Lever(LeverKind.PERSON, team=team.id, people=team.people + 1)


def _in_the_way(at: Outlook, id: str, reasons: Iterable[Reason]) -> Iterator[Lever]:
    """Less of each blocker, or nothing of it where nothing that matters needs it."""
    initiatives, staying = at.portfolio.initiatives, _staying(at, id)
    for reason in reasons:
        if reason.other is not None:
            yield from _less(at, reason.other)
            if reason.other not in staying:
                running = initiatives[reason.other].status is Status.IN_PROGRESS
                yield Lever(LeverKind.ASIDE if running else LeverKind.DROP, reason.other)


def _less(at: Outlook, id: str) -> Iterator[Lever]:
    """Less work for the team that takes longest in an initiative."""
    slot, initiative = at.plan.slots[id], at.portfolio.initiatives[id]
    parts = [part for part in initiative.parts if part.team in slot.parts]
    if not parts or initiative.effort_assumed:
        return
    longest = max(parts, key=lambda part: slot.parts[part.team].end_day)
    week = at.portfolio.calendar.days_a_week
    tenths = ceil(longest.work.middle * LESS * TENTHS / week)
    work = Fraction(tenths * week, TENTHS)
    if work < longest.work.middle:
        part = replace(longest, work=Range(work, work))
        yield Lever(LeverKind.LESS, id, longest.team, part=part)


def _rivals(
    at: Outlook, id: str, teams: Collection[str | None], named: Collection[str | None]
) -> Iterator[Lever]:
    """Other work that takes most of some teams before an initiative starts."""
    slots, start = at.plan.slots, at.plan.slots[id].start_day
    staying = _staying(at, id)
    taken = {
        other: sum(
            part.people * (min(part.end_day, start) - part.start_day)
            for team, part in slot.parts.items()
            if team in teams
        )
        for other, slot in slots.items()
        if slot.start_day < start and other not in staying and other not in named
    }
    most = sorted(taken, key=lambda other: (-taken[other], other))
    for other in most[:RIVALS]:
        if taken[other]:
            yield Lever(LeverKind.ASIDE, other)


def _staying(at: Outlook, id: str) -> set[str]:
    """An initiative, all that is mandatory or pinned, and all that these need."""
    initiatives = at.portfolio.initiatives
    left = [id, *(it.id for it in initiatives.values() if it.must or it.pin)]
    seen = set(left)
    while left:
        for needed in initiatives[left.pop()].depends_on or ():
            if needed in initiatives and needed not in seen:
                seen.add(needed)
                left.append(needed)
    return seen
