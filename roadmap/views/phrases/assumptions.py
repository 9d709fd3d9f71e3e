"""Assumptions in words: in full, with what counts instead, or in short."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.figures import brief, joined, percent


def in_full(assumptions: Iterable[Assumption]) -> tuple[str, ...]:
    """Assumptions with what counts instead, each text once.

    >>> in_full([Assumption(Fact.REACH, ("bill",), Fraction(1))])
    ('reach 100 %',)
    """
    return tuple(dict.fromkeys(map(_full, assumptions)))


def in_short(assumptions: Iterable[Assumption]) -> tuple[str, ...]:
    """What assumptions are about, each text once.

    >>> in_short([Assumption(Fact.CONFIDENCE, ("bill",), Fraction(1, 2), "interview")])
    ('confidence',)
    """
    return tuple(dict.fromkeys(map(short, assumptions)))


def short(assumption: Assumption) -> str:
    """What an assumption is about."""
    of = joined(assumption.of)
    match assumption.fact:
        case Fact.SURVEY:
            return f"importance and satisfaction of {of}"
        case Fact.IMPORTANCE | Fact.SATISFACTION | Fact.CUSTOMERS as fact:
            return f"{fact} of {of}"
        case Fact.LIFETIME_VALUE:
            return f"lifetime value of {of}"
        case Fact.AFFECTS:
            return "customers affected"
        case Fact.AUDIENCE:
            return "customers"
        case Fact.HARM:
            return "confidence"
        case Fact.REMAINING:
            return "remaining effort"
        case fact:
            return str(fact)


def _full(assumption: Assumption) -> str:
    about, amount = short(assumption), assumption.amount
    match assumption.fact:
        case Fact.SURVEY:
            return f"{about} (not surveyed)"
        case Fact.REMAINING:
            return f"{about}: all of it"
        case Fact.AUDIENCE if amount is not None:
            return _audience(assumption, amount)
        case Fact.IMPACT:
            return f"{about} {assumption.word}"
        case Fact.CONFIDENCE | Fact.HARM if amount is not None:
            return f"{about} {percent(amount)} ({_basis(assumption)})"
        case Fact.AFFECTS | Fact.REACH if amount is not None:
            return f"{about} {percent(amount)}"
        case Fact.LIFETIME_VALUE if amount is not None:
            return f"{about} {brief(amount, 2)} (mean)"
        case Fact.EFFORT if amount is not None:
            return f"{about} {brief(amount)}w"
        case _ if amount is not None:
            return f"{about} {brief(amount, 2)}"
    return about


def _audience(assumption: Assumption, amount: Fraction) -> str:
    if assumption.of:
        return f"{brief(amount, 2)} customers ({joined(assumption.of)})"
    return f"{brief(amount, 2)} percent of customers"


def _basis(assumption: Assumption) -> str:
    """Where an assumed confidence comes from."""
    if assumption.fact is Fact.HARM:
        return "harm"
    whose = "the need's " if assumption.inherited else ""
    return f"{whose}{assumption.word or 'no evidence'}"
