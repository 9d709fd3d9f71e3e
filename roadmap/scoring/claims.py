"""The value of claims: points are the product of a claim's terms, rounded once to 0.01."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import Assumption, assumed_work
from roadmap.scoring.confidence import Confidence
from roadmap.scoring.figures import rounded
from roadmap.scoring.framework import Leaf, Score, ScoreGap
from roadmap.scoring.term import Quantity, Term


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim that counts: its leaf, and what was assumed about it."""

    leaf: Leaf
    assumed: tuple[Assumption, ...] = ()


def leaf(
    claim: Claim,
    kind: str,
    terms: Sequence[Term],
    sure: Confidence,
    counted: Callable[[Fraction], Fraction] = rounded,
) -> Leaf:
    """The leaf of a claim: the product of its terms and its confidence.

    `counted` rounds the points, by default to 0.01, half away from zero.
    """
    amounts = [term.amount for term in terms]
    above = prod(amount.numerator for amount in amounts)
    below = prod(amount.denominator for amount in amounts)

    def points(confidence: Fraction) -> Fraction:
        product = Fraction(above * confidence.numerator, below * confidence.denominator)
        return counted(product)

    value = points(sure.counted)
    return Leaf(
        target=claim.target,
        kind=kind,
        points=value,
        terms=(*terms, confidence_term(sure)),
        place=claim.place,
        confidence=sure.counted,
        allowed=sure.best.cap if sure.best else None,
        stated=sure.stated,
        best=sure.best.id if sure.best else None,
        evidence_class=sure.best.kind if sure.best else None,
        gain=None if sure.confirmed is None else points(sure.confirmed) - value,
        next_class=sure.following,
    )


def confidence_term(sure: Confidence) -> Term:
    """Confidence, the last factor of every claim."""
    evidence = (sure.best.id,) if sure.best and sure.best.id else ()
    return Term("confidence", sure.counted, sure, sure.stated is None, evidence)


def stated_leaf(target: str, points: Fraction, label: str = "") -> Leaf:
    """The leaf of a value that an initiative states for a framework."""
    stated = Quantity(label=label, stated=True)
    return Leaf(target, "term", points, (Term("stated", points, stated),))


def total(
    portfolio: Portfolio,
    initiative: Initiative,
    counted: Sequence[Counted],
    missing: Sequence[ScoreGap],
    size: Fraction | None = None,
) -> Score:
    """The score of some claims, unknown without any; `size` replaces the effort."""
    leaves = tuple(claim.leaf for claim in counted)
    assumed = [assumption for claim in counted for assumption in claim.assumed]
    if size is None:
        assumed.extend(assumed_work(portfolio, initiative))
    return Score(
        id=initiative.id,
        value=sum((leaf.points for leaf in leaves), Fraction(0)) if leaves else None,
        size=portfolio.size(initiative) if size is None else size,
        leaves=leaves,
        assumed=tuple(dict.fromkeys(assumed)),
        missing=tuple(dict.fromkeys(missing)),
    )
