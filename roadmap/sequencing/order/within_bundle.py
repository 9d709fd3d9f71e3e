"""The order inside a step: proven best while small, improved and bounded beyond."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.sequencing.order.bundle_ranking import in_order
from roadmap.sequencing.order.dynamic_programming import exact_order, search
from roadmap.sequencing.order.peel import peeled
from roadmap.sequencing.order.relaxation import relaxed
from roadmap.sequencing.order.sidney import tight_pieces
from roadmap.sequencing.order.windows import improved

EASY, HOPELESS, PEELS = 1_000, 160, 30


@dataclass(frozen=True, slots=True)
class Work:
    """Jobs as plain arrays, in an order in which each comes after what it needs."""

    values: list[int]
    sizes: list[int]
    needs: list[list[int]]

    def __len__(self) -> int:
        return len(self.values)

    def among(self, members: Sequence[int]) -> Work:
        """Some of the jobs by themselves, numbered anew."""
        place = {i: k for k, i in enumerate(members)}
        return Work(
            [self.values[i] for i in members],
            [self.sizes[i] for i in members],
            [[place[j] for j in self.needs[i] if j in place] for i in members],
        )

    def cost(self, order: Sequence[int]) -> int:
        """Σ value × completion of an order that begins at 0."""
        total = done = 0
        for i in order:
            done += self.sizes[i]
            total += self.values[i] * done
        return total


def inside(work: Work, start: Sequence[int], most: int) -> tuple[list[int], int]:
    """A step's order, no worse than `start`, and what no order of it costs less than.

    What must come first or last is taken off, the rest falls into steps of its own, and
    so on. At most `most` sets done first are looked at in each of those.
    """
    place = {i: k for k, i in enumerate(start)}
    order: list[int] = []
    bound = done = 0
    spent, pending = 0, [(list(range(len(work))), True)]
    while pending:
        members, whole = pending.pop()
        part = work.among(members)
        first, rest, last = peeled(part.needs) if whole else ([], [], [])
        spent += len(members)
        if (first or last) and spent <= PEELS * len(work):
            pending += [([members[k]], False) for k in reversed(last)]
            pending += [(step, True) for step in _steps(work, [members[k] for k in rest])]
            pending += [([members[k]], False) for k in reversed(first)]
            continue
        begin = sorted(range(len(members)), key=lambda k: place[members[k]])
        found, least = _solved(part, begin, most)
        order += [members[k] for k in found]
        bound += least + done * sum(part.values)
        done += sum(part.sizes)
    return order, bound


def _steps(work: Work, members: list[int]) -> list[list[int]]:
    """The steps of some members, last first."""
    part = work.among(members)
    pieces = list(tight_pieces(part.values, part.sizes, part.needs))
    found = in_order(part.values, part.sizes, part.needs, pieces)
    return [[members[k] for k in step] for step in reversed(found)]


def _solved(part: Work, start: Sequence[int], most: int) -> tuple[list[int], int]:
    """The order of what does not fall apart, and its bound."""
    values, sizes, needs = part.values, part.sizes, part.needs
    if len(part) <= 2:
        return list(range(len(part))), part.cost(range(len(part)))
    order = exact_order(values, sizes, needs, EASY)
    if order is not None:
        return order, part.cost(order)
    order = improved(values, sizes, needs, start)
    least = relaxed(values, sizes, needs)
    now = part.cost(order)
    if least.bound >= now or len(part) > HOPELESS:
        return order, min(now, least.bound)
    above = now * least.scale - least.floor
    found = search(sizes, needs, least.rise, least.paid, above, most)
    order = found.order or order
    return order, part.cost(order) if found.whole else least.bound
