"""What a claim is worth: points as a product of its terms, rounded once to 0.01."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import Assumption, unsaid_work
from roadmap.scoring.confidence import Confidence
from roadmap.scoring.figures import rounded
from roadmap.scoring.framework import Leaf, Score, Term


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim that counts: its leaf, and what nobody stated about it."""

    leaf: Leaf
    assumed: tuple[Assumption, ...] = ()


def leaf(
    claim: Claim,
    kind: str,
    terms: Sequence[Term],
    sure: Confidence,
    counted: Callable[[Fraction], Fraction] = rounded,
) -> Leaf:
    """The leaf of a claim: the product of its terms and its confidence, as `counted`.

    Unless told otherwise points are rounded to 0.01, half away from zero.
    """
    amounts = [term.amount for term in terms if term.amount is not None]
    above = prod(amount.numerator for amount in amounts)
    below = prod(amount.denominator for amount in amounts)

    def points(sure: Fraction) -> Fraction:
        return counted(Fraction(above * sure.numerator, below * sure.denominator))

    worth = points(sure.counted)
    return Leaf(
        target=claim.target,
        kind=kind,
        points=worth,
        terms=(*terms, sure_term(sure)),
        place=claim.place,
        confidence=sure.counted,
        allowed=sure.best.cap if sure.best else None,
        stated=sure.stated,
        best=sure.best.id if sure.best else None,
        evidence_class=sure.best.kind if sure.best else None,
        gain=None if sure.confirmed is None else points(sure.confirmed) - worth,
        next_class=sure.following,
    )


def sure_term(sure: Confidence) -> Term:
    """The last factor of every claim."""
    evidence = (sure.best.id,) if sure.best and sure.best.id else ()
    return Term("confidence", sure.text, sure.counted, sure.stated is None, evidence)


def stated_leaf(target: str, points: Fraction, text: str) -> Leaf:
    """The leaf of a value that the initiative itself states for a framework."""
    return Leaf(target, "term", points, (Term("stated", text, points),))


def total(
    portfolio: Portfolio,
    initiative: Initiative,
    counted: Sequence[Counted],
    missing: Sequence[str],
    size: Fraction | None = None,
) -> Score:
    """The score that claims add up to; unknown without any. `size` replaces the effort."""
    leaves = tuple(each.leaf for each in counted)
    assumed = [unsaid for each in counted for unsaid in each.assumed]
    if size is None:
        assumed.extend(unsaid_work(portfolio, initiative))
    return Score(
        id=initiative.id,
        value=sum((leaf.points for leaf in leaves), Fraction(0)) if leaves else None,
        size=portfolio.size(initiative) if size is None else size,
        leaves=leaves,
        assumed=tuple(dict.fromkeys(assumed)),
        missing=tuple(dict.fromkeys(missing)),
    )
