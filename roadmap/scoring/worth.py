"""What each segment is worth, as a share of all: customers × lifetime value × weight."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from roadmap.model.customers import Segment
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.remembered import remembered

Segments = Mapping[str, Segment]


@remembered
def worth_shares(segments: Segments) -> Mapping[str, Fraction]:
    """Each segment's share of the total worth; together 1, all alike if nobody has worth.

    Worth = (customers + prospects) × lifetime value × weight. Weight 0 says that we choose
    not to serve a segment. No segments, no shares.
    """
    mean = _mean_lifetime_value(segments)
    worth = {id: _worth(each, mean) for id, each in segments.items()}
    total = sum(worth.values())
    if not total:
        return {id: Fraction(1, len(segments)) for id in segments}
    return {id: each / total for id, each in worth.items()}


def assumed_of(segments: Segments, id: str) -> tuple[Assumption, ...]:
    """What was assumed of a segment, beside those of which it is stated."""
    each, found = segments[id], []
    if each.lifetime_value is None and _some(segments, "lifetime_value"):
        mean = _mean_lifetime_value(segments)
        found.append(Assumption(Fact.LIFETIME_VALUE, (id,), mean))
    if each.customers is None and _some(segments, "customers"):
        found.append(Assumption(Fact.CUSTOMERS, (id,), Fraction(1)))
    return tuple(found)


def customers(segment: Segment) -> Fraction:
    """How many customers a segment has; 1 when nobody says."""
    return Fraction(1) if segment.customers is None else segment.customers


def _worth(segment: Segment, mean: Fraction) -> Fraction:
    people = customers(segment) + (segment.prospects or 0)
    value = mean if segment.lifetime_value is None else segment.lifetime_value
    return people * value * (1 if segment.weight is None else segment.weight)


def _mean_lifetime_value(segments: Segments) -> Fraction:
    """The mean of those that are stated; 1 when none is."""
    stated = [
        each.lifetime_value for each in segments.values() if each.lifetime_value is not None
    ]
    return sum(stated, Fraction(0)) / len(stated) if stated else Fraction(1)


def _some(segments: Segments, name: str) -> bool:
    return any(getattr(each, name) is not None for each in segments.values())
