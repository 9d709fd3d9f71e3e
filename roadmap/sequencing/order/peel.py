"""What must come first and last in a step: taken off, so that the rest may fall apart."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.sequencing.graphs import transpose


def peeled(needs: Sequence[Sequence[int]]) -> tuple[list[int], list[int], list[int]]:
    """Indices that are needed by all the others, the rest, and those that need the others.

    Each index comes after what it needs. The first and the last are in the only order
    that they can have.

    >>> peeled([[], [0], [0], [1, 2], [3]])
    ([0], [1, 2], [3, 4])
    """
    opens = transpose(needs)
    last = _alone(opens, needs)
    inside = set(range(len(needs))).difference(last)
    before = [[j for j in needs[i] if j in inside] for i in range(len(needs))]
    after = [[j for j in opens[i] if j in inside] for i in range(len(needs))]
    first = [i for i in _alone(before, after, inside) if i in inside]
    rest = sorted(inside.difference(first))
    return first, rest, last[::-1]


def _alone(
    held: Sequence[Sequence[int]],
    frees: Sequence[Sequence[int]],
    inside: set[int] | None = None,
) -> list[int]:
    """While a single index is held by nothing, that one, and then what it frees."""
    among = range(len(held)) if inside is None else sorted(inside)
    left = [len(holders) for holders in held]
    open_ends = [i for i in among if not left[i]]
    found = []
    while len(open_ends) == 1:
        end = open_ends.pop()
        found.append(end)
        for i in frees[end]:
            left[i] -= 1
            if not left[i]:
                open_ends.append(i)
    return found
