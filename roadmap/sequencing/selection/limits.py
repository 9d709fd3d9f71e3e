"""Limits: what is limited, how much of it there is, and what an initiative takes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from roadmap.model.funding import Funding
from roadmap.model.initiative import Initiative, Part, Status
from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.schedule.presence import presence

NONE = Fraction(0)


class LimitKind(StrEnum):
    """What is limited: effort, money, or the time that a team has until a day."""

    EFFORT = "effort"
    COST = "cost"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class FundingLimit:
    """A limit on all teams together (`team` None) or on one.

    `amount` is in person-weeks, or in money for a cost. `delivered` is how much of it work
    delivered since `from` has taken.
    """

    kind: LimitKind
    team: str | None
    amount: Fraction
    delivered: Fraction = NONE


def limits(portfolio: Portfolio, funding: Funding) -> Iterator[FundingLimit]:
    """The limits of a portfolio: effort, money, then time, teams in their order."""
    done = delivered_since(portfolio, funding)
    week = portfolio.calendar.days_a_week
    stated: list[tuple[LimitKind, str | None, Fraction]] = []
    if funding.effort is not None:
        stated.append((LimitKind.EFFORT, None, funding.effort.middle / week))
    for name, effort in funding.team_effort.items():
        stated.append((LimitKind.EFFORT, name, effort.middle / week))
    if funding.cost is not None:
        stated.append((LimitKind.COST, None, funding.cost))
    for kind, team, amount in stated:
        bare = FundingLimit(kind, team, amount)
        taken = sum((charge(portfolio, bare, initiative) for initiative in done), NONE)
        yield FundingLimit(kind, team, amount, taken)
    if funding.until is not None:
        for team in portfolio.teams:
            yield FundingLimit(LimitKind.TIME, team, time_left(portfolio, funding, team))


def charge(portfolio: Portfolio, limit: FundingLimit, initiative: Initiative) -> Fraction:
    """What an initiative takes of a limit, in its unit."""
    match limit.kind:
        case LimitKind.COST:
            return initiative.cost or NONE
        case LimitKind.EFFORT:
            return portfolio.weeks(_work(charged(initiative), limit.team))
        case LimitKind.TIME:
            return portfolio.weeks(_work(initiative.parts, limit.team))


def charged(initiative: Initiative) -> tuple[Part, ...]:
    """The effort that an initiative costs in all.

    That of delivered work is what it took, otherwise its estimate. Work in progress costs
    what it took and what remains, or its estimate where either is not stated and that is
    more than the other.
    """
    if initiative.spent is None or initiative.status is Status.DELIVERED:
        return initiative.spent or _larger(initiative, initiative.remaining)
    if initiative.status is not Status.IN_PROGRESS:
        return initiative.effort
    if initiative.remaining is None:
        return _larger(initiative, initiative.spent)
    return (*initiative.spent, *initiative.remaining)


def _larger(initiative: Initiative, other: tuple[Part, ...] | None) -> tuple[Part, ...]:
    """The estimate, or what is known of the work in progress if that is more."""
    running = initiative.status is Status.IN_PROGRESS
    more = running and other and _work(other, None) > _work(initiative.effort, None)
    return other if more and other else initiative.effort


def _work(parts: tuple[Part, ...], team: str | None) -> Fraction:
    ours = (part.work.middle for part in parts if team is None or part.team == team)
    return sum(ours, NONE)


def delivered_since(portfolio: Portfolio, funding: Funding) -> list[Initiative]:
    """Work delivered on or after `from` and by `as_of`; none where `from` is not stated."""
    since = funding.since
    if since is None:
        return []
    return [
        initiative
        for initiative in portfolio.initiatives.values()
        if initiative.status is Status.DELIVERED
        and initiative.delivered is not None
        and initiative.delivered.last >= since.first
        and portfolio.has_happened(initiative.delivered)
    ]


def time_left(portfolio: Portfolio, funding: Funding, id: str) -> Fraction:
    """The person-weeks of roadmap work that a team has from now to the last funded day.

    From `from`, if that is later than `as_of`. Holidays, absences and focus count.
    """
    if funding.until is None:
        return NONE
    team, calendar = portfolio.teams[id], portfolio.calendar
    first, last = portfolio.today, calendar.day_on_or_before(funding.until.last)
    if funding.since is not None:
        first = max(first, calendar.day_on_or_after(funding.since.first))
    if last < first:
        return NONE
    there = presence(team, calendar)
    units = there.before(last + 1) - there.before(first)
    return portfolio.weeks(Fraction(units, there.scale) * team.focus)
