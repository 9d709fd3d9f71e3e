"""Where initiatives rank in the sequence, and why there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.placeable import blockers
from roadmap.sequencing.results import Bundle, RankedSequence

Neighbours = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Others:
    """Some initiatives: the greatest of them, and how many there are."""

    first: str
    number: int


@dataclass(frozen=True, slots=True)
class SequencePosition:
    """The number of an initiative in the sequence, from 1, and its bundle.

    `pulled_by`: dependents in its bundle that score above the bundle, while it scores
    below. `includes`: prerequisites in its bundle that score below the bundle, while it
    scores above. `unblocks`: dependents in other bundles. The first one named has the
    greatest value, among prerequisites the greatest effort.
    """

    number: int
    bundle: Bundle
    pulled_by: Others | None = None
    includes: Others | None = None
    unblocks: Others | None = None


def sequence_positions(
    portfolio: Portfolio, scores: Mapping[str, Score], sequence: RankedSequence
) -> Mapping[str, SequencePosition]:
    """The position of every initiative in the sequence."""
    after, before = _links(portfolio, sequence)
    bundles = {id: bundle for bundle in sequence.bundles for id in bundle.ids}
    side = {id: _side(scores[id], bundles[id]) for id in sequence.ids}
    later = _Reach(sequence.ids, lambda id: scores[id].weight, after, sequence.ids[::-1])
    sooner = _Reach(sequence.ids, lambda id: scores[id].size, before, sequence.ids)
    above = later.mask(id for id in sequence.ids if side[id] > 0)
    below = sooner.mask(id for id in sequence.ids if side[id] < 0)
    positions = {}
    rank = {id: number for number, id in enumerate(sequence.ids, 1)}
    for bundle in sequence.bundles:
        dependents, prerequisites = later.mask(bundle.ids), sooner.mask(bundle.ids)
        for id in bundle.ids:
            positions[id] = SequencePosition(
                rank[id],
                bundle,
                later.others(id, dependents & above) if side[id] < 0 else None,
                sooner.others(id, prerequisites & below) if side[id] > 0 else None,
                later.others(id, ~dependents),
            )
    return positions


class _Reach:
    """What each initiative leads to along links, as bits, the highest for the greatest."""

    def __init__(
        self,
        ids: Iterable[str],
        weight: Callable[[str], Fraction],
        links: Neighbours,
        order: Iterable[str],
    ) -> None:
        backwards = sorted(sorted(ids, reverse=True), key=weight)
        self._ids = backwards
        self._bit = {id: 1 << place for place, id in enumerate(backwards)}
        self._reached: dict[str, int] = {}
        for id in order:
            bits = 0
            for other in links[id]:
                bits |= self._bit[other] | self._reached[other]
            self._reached[id] = bits

    def mask(self, ids: Iterable[str]) -> int:
        bits = 0
        for id in ids:
            bits |= self._bit[id]
        return bits

    def others(self, id: str, among: int) -> Others | None:
        bits = self._reached[id] & among
        return Others(self._ids[bits.bit_length() - 1], bits.bit_count()) if bits else None


def _links(portfolio: Portfolio, sequence: RankedSequence) -> tuple[Neighbours, Neighbours]:
    """The dependents and the prerequisites of each initiative in the sequence."""
    rank = {id: number for number, id in enumerate(sequence.ids)}
    after: dict[str, list[str]] = {id: [] for id in rank}
    before: dict[str, list[str]] = {id: [] for id in rank}
    for id in sequence.ids:
        for dependency in blockers(portfolio.initiatives[id]):
            if rank.get(dependency, len(rank)) < rank[id]:
                after[dependency].append(id)
                before[id].append(dependency)
    return after, before


def _side(score: Score, bundle: Bundle) -> int:
    """Whether a stand-alone score is above (1) or below (-1) that of its bundle."""
    if bundle.score is None or len(bundle.ids) == 1:
        return 0
    alone, together = score.weight * bundle.size, bundle.value * score.size
    return (alone > together) - (alone < together)
