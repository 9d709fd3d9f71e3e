"""Customer value of each segment, as a share: customers × lifetime value × weight."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from roadmap.model.customers import Segment
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.remembered import remembered

Segments = Mapping[str, Segment]


@remembered
def worth_shares(segments: Segments) -> Mapping[str, Fraction]:
    """The share of each segment in customer value; equal shares if the total is 0.

    A segment is worth (customers + prospects) × lifetime value × weight. Weight 0 means
    that we choose not to serve it. The shares add up to 1.
    """
    mean = _mean_lifetime_value(segments)
    worth = {id: _worth(segment, mean) for id, segment in segments.items()}
    total = sum(worth.values())
    if not total:
        return {id: Fraction(1, len(segments)) for id in segments}
    return {id: share / total for id, share in worth.items()}


def assumed_of(segments: Segments, id: str) -> tuple[Assumption, ...]:
    """What is assumed of a segment because it is stated of others only."""
    segment, assumed = segments[id], []
    if segment.lifetime_value is None and _some(segments, "lifetime_value"):
        mean = _mean_lifetime_value(segments)
        assumed.append(Assumption(Fact.LIFETIME_VALUE, (id,), mean))
    if segment.customers is None and _some(segments, "customers"):
        assumed.append(Assumption(Fact.CUSTOMERS, (id,), Fraction(1)))
    return tuple(assumed)


def customers(segment: Segment) -> Fraction:
    """How many customers a segment has; 1 unless stated."""
    return Fraction(1) if segment.customers is None else segment.customers


def _worth(segment: Segment, mean: Fraction) -> Fraction:
    people = customers(segment) + (segment.prospects or 0)
    value = mean if segment.lifetime_value is None else segment.lifetime_value
    return people * value * (1 if segment.weight is None else segment.weight)


@remembered
def _mean_lifetime_value(segments: Segments) -> Fraction:
    """The mean of the stated lifetime values; 1 without any."""
    stated = [
        segment.lifetime_value
        for segment in segments.values()
        if segment.lifetime_value is not None
    ]
    return sum(stated, Fraction(0)) / len(stated) if stated else Fraction(1)


@remembered
def _some(segments: Segments, name: str) -> bool:
    return any(getattr(segment, name) is not None for segment in segments.values())
