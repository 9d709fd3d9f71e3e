"""Where initiatives stand in the sequence, what lifts them there and what they pay for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.placeable import blockers
from roadmap.sequencing.results import Bundle, RankedSequence

Links = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Others:
    """Some initiatives: the one that matters most, and how many there are."""

    first: str
    number: int


@dataclass(frozen=True, slots=True)
class Standing:
    """An initiative's place in the sequence; `position` counts from 1.

    `lifted_by`: those of its step that need it and score above the step, while it scores
    below. `pays_for`: those of its step that it needs and that score below the step,
    while it scores above. `opens`: what needs it and comes in another step. Whoever has
    the greatest value (or, of what is paid for, size) is named first.
    """

    position: int
    step: Bundle
    lifted_by: Others | None = None
    pays_for: Others | None = None
    opens: Others | None = None


def standings(
    portfolio: Portfolio, scores: Mapping[str, Score], sequence: RankedSequence
) -> Mapping[str, Standing]:
    """The standing of everything in the sequence."""
    after, before = _links(portfolio, sequence)
    steps = {id: step for step in sequence.bundles for id in step.ids}
    side = {id: _side(scores[id], steps[id]) for id in sequence.ids}
    later = _Reach(sequence.ids, lambda id: scores[id].weight, after, sequence.ids[::-1])
    sooner = _Reach(sequence.ids, lambda id: scores[id].size, before, sequence.ids)
    above = later.mask(id for id in sequence.ids if side[id] > 0)
    below = sooner.mask(id for id in sequence.ids if side[id] < 0)
    found = {}
    place = {id: number for number, id in enumerate(sequence.ids, 1)}
    for step in sequence.bundles:
        with_it, for_it = later.mask(step.ids), sooner.mask(step.ids)
        for id in step.ids:
            found[id] = Standing(
                place[id],
                step,
                later.others(id, with_it & above) if side[id] < 0 else None,
                sooner.others(id, for_it & below) if side[id] > 0 else None,
                later.others(id, ~with_it),
            )
    return found


class _Reach:
    """Whom each leads to along links, as bits of which the highest weighs most."""

    def __init__(
        self,
        ids: Iterable[str],
        weight: Callable[[str], Fraction],
        links: Links,
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


def _links(portfolio: Portfolio, sequence: RankedSequence) -> tuple[Links, Links]:
    """Who waits for each and whom each waits for, as far as the sequence keeps to it."""
    place = {id: number for number, id in enumerate(sequence.ids)}
    after: dict[str, list[str]] = {id: [] for id in place}
    before: dict[str, list[str]] = {id: [] for id in place}
    for id in sequence.ids:
        for wanted in blockers(portfolio.initiatives[id]):
            if place.get(wanted, len(place)) < place[id]:
                after[wanted].append(id)
                before[id].append(wanted)
    return after, before


def _side(score: Score, step: Bundle) -> int:
    """Whether an own score is above (1) or below (-1) that of its step."""
    if step.score is None or len(step.ids) == 1:
        return 0
    own, others = score.weight * step.size, step.value * score.size
    return (own > others) - (own < others)
