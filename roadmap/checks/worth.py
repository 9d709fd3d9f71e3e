"""Whether segments have any customer value."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from roadmap.model.customers import Segment


def worthless(segments: Collection[Segment]) -> bool:
    """Whether there are segments and none of them has customer value."""
    values = [
        segment.lifetime_value for segment in segments if segment.lifetime_value is not None
    ]
    mean = sum(values) if values else 1
    return bool(segments) and not any(_worth(segment, mean) for segment in segments)


def _worth(segment: Segment, mean: Fraction | int) -> bool:
    people = segment.customers is None or segment.customers or segment.prospects
    value = mean if segment.lifetime_value is None else segment.lifetime_value
    return bool(people and value and segment.weight != 0)
