"""A pool: what may be funded, what each costs under each limit, and what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from roadmap.sequencing.graphs import reach
from roadmap.sequencing.order.jobs import Instance

Merit = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class CandidatePool:
    """Candidates in whole numbers, each after what it needs.

    `values[i]` is at least 0. `charges[k][i]` is what i takes of limit k, of which there is
    `limits[k]`, 0 or more. Of sets of equal value the one of less `effort` wins, then of
    less `money`, then the one that holds the lower `rank` where two sets differ.
    """

    values: list[int]
    effort: list[int]
    money: list[int]
    rank: list[int]
    needs: list[list[int]]
    opens: list[list[int]]
    charges: list[list[int]]
    limits: list[int]

    def __len__(self) -> int:
        return len(self.values)

    def instance(self, sizes: list[int]) -> Instance:
        """The candidates as jobs of some sizes."""
        return Instance(self.values, sizes, self.needs)

    def limited(self, limits: Sequence[int]) -> CandidatePool:
        """The same candidates under other limits."""
        return replace(self, limits=list(limits))

    def used(self, members: Iterable[int]) -> list[int]:
        """What some candidates take of each limit."""
        members = list(members)
        return [sum(map(charge.__getitem__, members)) for charge in self.charges]

    def fits(self, used: Sequence[int]) -> bool:
        """Whether every limit is kept."""
        return all(map(int.__le__, used, self.limits))

    def value(self, members: Iterable[int]) -> int:
        """Σ value."""
        return sum(map(self.values.__getitem__, members))

    def missing(self, wanted: Iterable[int], chosen: set[int]) -> list[int]:
        """Some candidates and all they need, as far as that is not chosen."""
        order = [i for i in dict.fromkeys(wanted) if i not in chosen]
        seen = set(order)
        for i in order:
            for j in self.needs[i]:
                if j not in seen and j not in chosen:
                    seen.add(j)
                    order.append(j)
        return order

    def key(self, members: Iterable[int]) -> Merit:
        """How good a set is, the greatest first; two sets never have the same."""
        members = list(members)
        last = len(self) - 1
        return (
            self.value(members),
            -sum(map(self.effort.__getitem__, members)),
            -sum(map(self.money.__getitem__, members)),
            sum(1 << (last - self.rank[i]) for i in members),
        )

    def tidied(self, chosen: Iterable[int]) -> set[int]:
        """A closed set without what serves nothing of value, with all that is for free."""
        valued = [i for i in chosen if self.values[i]]
        kept = set(reach(self.needs, valued))
        for i in range(len(self)):
            free = not self.effort[i] and not self.money[i]
            if free and i not in kept and kept.issuperset(self.needs[i]):
                kept.add(i)
        return kept

    def among(self, members: Sequence[int], limits: Sequence[int]) -> CandidatePool:
        """Some candidates, in rising order, where all they need besides is chosen."""
        place = {i: k for k, i in enumerate(members)}
        by_rank = {i: k for k, i in enumerate(sorted(members, key=self.rank.__getitem__))}

        def of(numbers: list[int]) -> list[int]:
            return [numbers[i] for i in members]

        def linked(arcs: list[list[int]]) -> list[list[int]]:
            return [[place[j] for j in arcs[i] if j in place] for i in members]

        return CandidatePool(
            of(self.values),
            of(self.effort),
            of(self.money),
            [by_rank[i] for i in members],
            linked(self.needs),
            linked(self.opens),
            [of(charge) for charge in self.charges],
            list(limits),
        )
