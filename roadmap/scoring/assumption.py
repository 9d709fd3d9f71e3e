"""What nobody stated, as data: which fact, of what, and what counts in its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative, Status
from roadmap.model.portfolio import Portfolio


class Fact(StrEnum):
    """A fact that the files may leave unsaid."""

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
        """Whether the effort rests on it; otherwise the value does."""
        return self in (Fact.EFFORT, Fact.REMAINING)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact that nobody stated, and what counts in its place.

    `of` are the ids of what it is about: a need, an objective, or segments; empty for the
    work of an initiative. `amount` is what counts: 0 to 10 for importance and
    satisfaction, a share of 1 for affects, reach, impact, confidence and harm (the
    confidence in it), a number for lifetime value, customers and audience (the customers
    whom an outcome is for), person-weeks for effort. None: nothing else is known of a
    survey (importance and satisfaction, both unasked), all the effort of what remains.
    `word` is the level that an impact counts as, or the class of the evidence that a
    confidence comes from, empty without evidence; `inherited`: it is the need's own.
    """

    fact: Fact
    of: tuple[str, ...] = ()
    amount: Fraction | None = None
    word: str = ""
    inherited: bool = False


def unsaid_work(portfolio: Portfolio, initiative: Initiative) -> tuple[Assumption, ...]:
    """What is taken for the effort that is left, where nobody said how much."""
    if initiative.effort_assumed:
        return (Assumption(Fact.EFFORT, amount=portfolio.size(initiative)),)
    if initiative.status is Status.IN_PROGRESS and initiative.remaining is None:
        return (Assumption(Fact.REMAINING),)
    return ()


def unsaid_affects(need: Need) -> tuple[Assumption, ...]:
    """That everybody is taken to have a need, where nobody said how many do."""
    if need.affects is not None:
        return ()
    return (Assumption(Fact.AFFECTS, (need.id,), Fraction(1)),)


def unsaid_reach(claim: Claim) -> tuple[Assumption, ...]:
    """That an outcome is taken to reach everybody, where nobody said how many."""
    if claim.reach is not None:
        return ()
    return (Assumption(Fact.REACH, (claim.target,), Fraction(1)),)
