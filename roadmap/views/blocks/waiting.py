"""Who waits for whom, directly or not: one set of bits for each initiative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.components import components

Dependents = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that depends on each initiative, as bits by the place of an id in `ids`."""

    ids: tuple[str, ...]
    reached: Mapping[str, int]

    def number(self, id: str) -> int:
        """How many initiatives depend on one."""
        return self.reached[id].bit_count()

    def total(self, id: str, values: Mapping[str, Fraction]) -> Fraction:
        """The values of an initiative and of all that depends on it."""
        bits = self.reached[id]
        waits = (
            (each for at, each in enumerate(self.ids) if bits >> at & 1) if values else ()
        )
        found = (values[each] for each in (id, *waits) if each in values)
        return sum(found, Fraction(0))


def waiting(dependents: Dependents) -> Waiting:
    """All that depends on each initiative; none of them depends on itself.

    >>> found = waiting({"a": ("b",), "b": ("c",), "c": (), "d": ("c",)})
    >>> found.number("a"), found.total("d", {"c": Fraction(2)})
    (2, Fraction(2, 1))
    """
    ids = tuple(dependents)
    bit = {id: 1 << at for at, id in enumerate(ids)}
    reached: dict[str, int] = {}
    for knot in components(dependents):  # those that wait longest come first
        inside = 0
        for id in knot:
            inside |= bit[id]
        beyond = 0
        for id in knot:
            for other in dependents[id]:
                beyond |= bit[other] | reached.get(other, 0)
        for id in knot:
            reached[id] = (beyond | (inside if len(knot) > 1 else 0)) & ~bit[id]
    return Waiting(ids, reached)
