"""Terms in words: what each factor of a value counts, and what a value lacks."""

from __future__ import annotations

from fractions import Fraction

from roadmap.scoring.figures import brief, joined, percent
from roadmap.scoring.framework import Lack, ScoreGap
from roadmap.scoring.impact import Impact
from roadmap.scoring.term import (
    AmountUnit,
    Headcount,
    PointsScale,
    Quantity,
    ScaledImpact,
    SegmentAudience,
    SegmentProduct,
    Term,
    WeightShare,
)
from roadmap.views.phrases.confidences import confidence

NO_SEGMENT = "no known segment"


def term_text(term: Term) -> str:
    """What a term counts.

    >>> term_text(Term("importance", Fraction(87, 100), Quantity(AmountUnit.TENTHS)))
    '8.7 of 10'
    >>> term_text(Term("stated", Fraction(40), Quantity(label="points", stated=True)))
    '40 points as stated'
    """
    amount = term.amount
    match term.detail:
        case Quantity() as quantity:
            return _quantity(quantity, amount)
        case PointsScale(of):
            whose = "all needs" if of == "needs" else f"{of} objectives"
            return f"{brief(amount, 2)} points for {whose}"
        case WeightShare(kind):
            return f"{percent(amount)} of {kind} objectives"
        case SegmentAudience() as audience:
            return _audience(audience)
        case Headcount(None):
            return f"{brief(amount, 2)} percent of customers"
        case Headcount(segments):
            return f"{brief(amount, 2)} customers ({joined(segments or ()) or NO_SEGMENT})"
        case SegmentProduct(share, terms):
            factors = (f"{each.name} {term_text(each)}" for each in terms)
            return " × ".join([_of_value(share), *factors])
        case Impact() as impact:
            return _impact(impact)
        case ScaledImpact(impact):
            return f"{brief(amount, 2)} ({_impact(impact)})"
        case sure:
            return confidence(sure)


def gap_text(missing: ScoreGap) -> str:
    """What an initiative lacks to have a value.

    >>> gap_text(ScoreGap(Lack.NEED, "know-my-bill"))
    'unknown need `know-my-bill`'
    """
    match missing.lack:
        case Lack.KEY_RESULT:
            return f"no baseline and target for `{missing.of}`"
        case Lack.TERM:
            return f"no {missing.of}"
        case unknown:
            return f"unknown {unknown} `{missing.of}`"


def _quantity(quantity: Quantity, amount: Fraction) -> str:
    stated = "as stated" if quantity.stated else ""
    return " ".join(
        filter(None, (_measured(quantity.unit, amount), quantity.label, stated))
    )


def _measured(unit: AmountUnit, amount: Fraction) -> str:
    match unit:
        case AmountUnit.NUMBER:
            return brief(amount, 2)
        case AmountUnit.SHARE:
            return percent(amount)
        case AmountUnit.TENTHS:
            return f"{brief(amount * 10, 2)} of 10"
        case AmountUnit.SHARE_OF_CUSTOMERS:
            return f"{percent(amount)} have this need in a year"
        case AmountUnit.SHARE_OF_AFFECTED:
            return f"{percent(amount)} of them"


def _audience(audience: SegmentAudience) -> str:
    """Whom an outcome is for: `families, 64 % of customer value (gov: not served)`."""
    left_out = f" ({joined(audience.unserved)}: not served)" if audience.unserved else ""
    if audience.everybody and not audience.by_segment:
        return "all customers"
    whose = "all customers" if audience.everybody else joined(audience.segments)
    if audience.by_segment:
        return f"{whose}, by segment{left_out}"
    return f"{whose}, {_of_value(audience.share)}{left_out}" if whose else NO_SEGMENT


def _of_value(share: Fraction) -> str:
    return f"{percent(share)} of customer value"


def _impact(impact: Impact) -> str:
    """An impact: `-high: -40 %`, `2.5 of 7 points: 35.7 %` or `12 %`."""
    share, gain = percent(impact.share), impact.gain
    if gain is None:
        of = share if impact.of_left is None else _of_left(impact)
        return f"{impact.word}: {of}" if impact.word else of
    # Percentages differ by points, not by percent.
    unit = "points" if gain.unit == "%" else gain.unit
    far = f"{brief(gain.amount, 2)} of {brief(gain.distance, 2)} {unit}".rstrip()
    if impact.left is not None:
        far += f", {brief(gain.distance * impact.left, 2)} of which are left"
    return f"{far}: {share}"


def _of_left(impact: Impact) -> str:
    """A share of what is left to the target: `40 % of the 50 % left: 20 %`."""
    if not impact.left:
        return "the target is reached"
    share, rest = percent(impact.of_left or Fraction(0)), percent(impact.left)
    return f"{share} of the {rest} left: {percent(impact.share)}"
