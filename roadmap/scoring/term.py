"""The terms that a value is the product of: each a label, an amount and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from roadmap.scoring.confidence import Confidence
from roadmap.scoring.impact import Impact


class AmountUnit(StrEnum):
    """What an amount is measured in."""

    NUMBER = "number"
    SHARE = "share"
    TENTHS = "tenths"
    SHARE_OF_CUSTOMERS = "share of customers"
    SHARE_OF_AFFECTED = "share of affected"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount that its unit explains; `label` names what is counted ("points").

    `stated` marks an amount that the files give as it is.
    """

    unit: AmountUnit = AmountUnit.NUMBER
    label: str = ""
    stated: bool = False


@dataclass(frozen=True, slots=True)
class PointsScale:
    """The points that all needs, or all objectives of a kind, can earn."""

    of: str


@dataclass(frozen=True, slots=True)
class WeightShare:
    """The share of an objective in the weight of its kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class SegmentAudience:
    """The segments that an outcome is for, with their share of customer value.

    `everybody` marks an outcome that is for all customers, `by_segment` a sum over
    segments that answered differently. `unserved` names those we choose not to serve.
    """

    segments: tuple[str, ...]
    share: Fraction = Fraction(0)
    everybody: bool = False
    by_segment: bool = False
    unserved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headcount:
    """The customers of some segments; a percentage of all where `segments` is None."""

    segments: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SegmentProduct:
    """The factors of one summand: a share of customer value, then the other terms."""

    share: Fraction
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class ScaledImpact:
    """An impact on another scale than its own."""

    impact: Impact


TermDetail = (
    Quantity
    | PointsScale
    | WeightShare
    | SegmentAudience
    | Headcount
    | SegmentProduct
    | Impact
    | ScaledImpact
    | Confidence
)
"""What a term counts. A framework with plain numbers needs no other than `Quantity`."""


@dataclass(frozen=True, slots=True)
class Term:
    """One factor of a leaf: its label, how much it is, and what it counts.

    `amount` is a number without a unit (0.64). `assumed` marks what was not stated;
    `evidence` names what supports it. Where a factor is a sum, `parts` are its summands,
    whose amounts add up to `amount`. The product of a leaf's amounts is its points before
    rounding.
    """

    name: str
    amount: Fraction
    detail: TermDetail = Quantity()
    assumed: bool = False
    evidence: tuple[str, ...] = ()
    parts: tuple[Term, ...] = ()
