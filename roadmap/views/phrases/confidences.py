"""Confidence in words: what counts, what was stated, and what the evidence supports."""

from __future__ import annotations

from roadmap.scoring.confidence import Best, Confidence
from roadmap.scoring.evidence import Downgrade, Weakness
from roadmap.scoring.figures import brief, percent


def confidence(sure: Confidence) -> str:
    """What counts as confidence, and why.

    >>> from fractions import Fraction
    >>> confidence(Confidence(Fraction(1, 10), None, Best(Fraction(1, 10))))
    '10 %, set for lack of evidence'
    """
    counts = percent(sure.counted)
    match sure.best, sure.stated:
        case None, None:
            return f"{counts}: harm is never discounted"
        case None, _:
            return f"{counts} as stated, never capped"
        case Best() as best, None:
            return f"{counts}, set {_source(best)}"
        case Best() as best, stated if stated > best.cap:
            return f"{percent(stated)} as stated, capped at {counts} {_source(best)}"
        case best, _:
            cap = percent(best.cap)
            return f"{counts} as stated, within the cap of {cap} set {_source(best)}"


def _source(best: Best) -> str:
    """What sets the cap: `by the evidence (survey-2026q3, survey)`."""
    if best.id is None:
        return "for lack of evidence"
    why = best.stated_kind or ""
    if best.kind != best.stated_kind:
        why += f" downgraded to {best.kind}"
    if best.downgrades:
        why += f": {' and '.join(map(_downgrade, best.downgrades))}"
    short = "; it supports the need, not the solution" if best.inherited else ""
    return f"by the evidence ({best.id}, {why}{short})"


def _downgrade(downgrade: Downgrade) -> str:
    limit = "" if downgrade.limit is None else brief(downgrade.limit, 2)
    match downgrade.weakness:
        case Weakness.FEW_ANSWERS:
            return f"fewer than {limit} answers"
        case Weakness.OLD:
            return f"older than {limit} months"
        case Weakness.OBLIGATION_ONLY:
            return "it obliges us, and does not prove that customers gain"
        case Weakness.ANTICIPATED:
            return "nobody has voiced this need yet"
