"""Limits on funding, amounts of them, and why something is below the line, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.figures import brief
from roadmap.sequencing.selection.limits import FundingLimit, LimitKind
from roadmap.sequencing.selection.selection import (
    Below,
    BelowKind,
    ForcedKind,
    LimitUse,
    Selection,
)
from roadmap.views.phrases.dates import spelled
from roadmap.views.phrases.english import count, grouped, listed

FORCED = {
    ForcedKind.MANDATORY: "mandatory",
    ForcedKind.RUNNING: "in progress",
    ForcedKind.COMMITTED: "committed",
    ForcedKind.NEEDED: "prerequisite of these",
}
FORCED_WORK = "work that is mandatory, committed or in progress"
FULL = f"{FORCED_WORK} already exceeds the limits"


def limit_name(portfolio: Portfolio, limit: FundingLimit) -> str:
    """What a limit is called: `effort`, `web effort`, `web time to 31 Dec`."""
    match limit.kind:
        case LimitKind.COST:
            return "non-labour cost"
        case LimitKind.EFFORT:
            return f"{limit.team} effort" if limit.team else "effort"
        case LimitKind.TIME:
            until = portfolio.funding.until if portfolio.funding else None
            to = f" to {spelled(portfolio, until.last)}" if until else ""
            return f"{limit.team} time{to}"


def more_of(portfolio: Portfolio, limit: FundingLimit, amount: Fraction) -> str:
    """So much more of a limit, rounded up: `2 more web person-weeks`."""
    if limit.kind is LimitKind.COST:
        return f"{grouped(Fraction(ceil(amount)))} {portfolio.currency}".strip() + " more"
    tenths = Fraction(ceil(amount * 10), 10)
    number = brief(tenths)
    whose = f"{limit.team} " if limit.team else ""
    unit = "person-week" if number == "1" else "person-weeks"
    if limit.kind is LimitKind.TIME:
        return f"{number} more {unit} of {whose}time"
    return f"{number} more {whose}{unit}"


def amount_of(portfolio: Portfolio, limit: FundingLimit, amount: Fraction) -> str:
    """An amount of a limit: `96.5 person-weeks`, `12 000 EUR`."""
    if limit.kind is LimitKind.COST:
        return f"{grouped(amount)} {portfolio.currency}".strip()
    return count(amount, "person-week")


def below_why(portfolio: Portfolio, found: Selection, below: Below) -> str:
    """Why something is not funded, and what it would take."""
    match below.kind:
        case BelowKind.FULL:
            return FULL
        case BelowKind.WORTHLESS:
            return "adds no value"
        case BelowKind.SCORE:
            return _low(portfolio, below)
        case BelowKind.LIMIT:
            return listed(list(_short(portfolio, found.uses, below.short)), 9)


def unfunded_text(portfolio: Portfolio, found: Selection | None, id: str) -> str:
    """Why an initiative is not scheduled: "is not funded: it takes 4 more person-weeks"."""
    below = next((each for each in found.below if each.id == id), None) if found else None
    if found is None or below is None:
        return "is not funded"
    why = below_why(portfolio, found, below)
    takes = "it takes " if below.kind is BelowKind.LIMIT else ""
    return f"is not funded: {takes}{why}"


def _low(portfolio: Portfolio, below: Below) -> str:
    least = portfolio.funding.minimum_score if portfolio.funding else None
    at = f" of {brief(least, 2)}" if least is not None else ""
    if not below.effort:
        return f"its prerequisites score below the minimum{at}"
    score = brief(below.value / below.effort, 2)
    what = "scores" if not below.needs else "with prerequisites, scores"
    return f"{what} {score}, below the minimum{at}"


def _short(
    portfolio: Portfolio, uses: tuple[LimitUse, ...], short: Mapping[int, Fraction]
) -> Iterator[str]:
    for k, amount in short.items():
        yield more_of(portfolio, uses[k].limit, amount)
