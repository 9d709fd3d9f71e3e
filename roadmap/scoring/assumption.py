"""Assumptions as data: which fact is missing, about what, and what counts instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative, Status
from roadmap.model.portfolio import Portfolio


class Fact(StrEnum):
    """A fact that the files may leave out."""

    SURVEY = "survey"
    IMPORTANCE = "importance"
    SATISFACTION = "satisfaction"
    AFFECTS = "affects"
    LIFETIME_VALUE = "lifetime_value"
    CUSTOMERS = "customers"
    AUDIENCE = "audience"
    REACH = "reach"
    IMPACT = "impact"
    CONFIDENCE = "confidence"
    HARM = "harm"
    EFFORT = "effort"
    REMAINING = "remaining"

    @property
    def of_work(self) -> bool:
        """Whether it concerns the effort; otherwise it concerns the value."""
        return self in (Fact.EFFORT, Fact.REMAINING)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact that was not stated, and what counts instead.

    `of` holds the ids it is about: a need, an objective or segments; empty for effort.
    `amount` is what counts: 0 to 10 for importance and satisfaction; a share of 1 for
    affects, reach, impact, confidence, and harm (the confidence in it); a number for
    lifetime value, customers, and audience (the customers of an outcome); person-weeks
    for effort. It is None for a survey (neither importance nor satisfaction was asked)
    and for what remains (all of the effort). `word` is the level of an impact, or the
    class of the evidence behind a confidence, empty without evidence; `inherited` marks
    evidence of the need itself.
    """

    fact: Fact
    of: tuple[str, ...] = ()
    amount: Fraction | None = None
    word: str = ""
    inherited: bool = False


def assumed_work(portfolio: Portfolio, initiative: Initiative) -> tuple[Assumption, ...]:
    """The effort that is assumed to be left, unless it is stated."""
    if initiative.effort_assumed:
        return (Assumption(Fact.EFFORT, amount=portfolio.size(initiative)),)
    if initiative.status is Status.IN_PROGRESS and initiative.remaining is None:
        return (Assumption(Fact.REMAINING),)
    return ()


def assumed_affects(need: Need) -> tuple[Assumption, ...]:
    """That everybody is assumed to have a need, unless the share is stated."""
    if need.affects is not None:
        return ()
    return (Assumption(Fact.AFFECTS, (need.id,), Fraction(1)),)


def assumed_reach(claim: Claim) -> tuple[Assumption, ...]:
    """That an outcome is assumed to reach everybody, unless its reach is stated."""
    if claim.reach is not None:
        return ()
    return (Assumption(Fact.REACH, (claim.target,), Fraction(1)),)
