"""The best order of some jobs, exactly: dynamic programming over what may be done first.

Linus Schrage and Kenneth Baker, "Dynamic programming solution of sequencing problems with
precedence constraints", Operations Research 26, 1978.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.sequencing.graphs import transpose


@dataclass(frozen=True, slots=True)
class Found:
    """What a search tells: `whole` when it saw all that could cost less.

    `order` is the best that costs less than asked for, None where there is none or the
    search was cut short.
    """

    whole: bool
    order: list[int] | None = None


def search(
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    rise: Sequence[int],
    paid: Sequence[int],
    below: int | None,
    most: int,
) -> Found:
    """The order of least Σ size × (level − paid), if less than `below`, in `most` sets.

    The level begins at 0 and rises by `rise[i]` once i is done; no term may be negative
    where `below` is given.
    """
    first = [sum(1 << j for j in wanted) for wanted in needs]
    opens = [[(1 << i, first[i]) for i in opened] for opened in transpose(needs)]
    roots = sum(1 << i for i, before in enumerate(first) if not before)
    layer = {0: (0, roots, 0)}
    last: list[dict[int, int]] = []
    seen = 1
    for _ in needs:
        following: dict[int, tuple[int, int, int]] = {}
        final: dict[int, int] = {}
        for done, (cost, ready, level) in layer.items():
            left = ready
            while left:
                bit = left & -left
                left ^= bit
                i = bit.bit_length() - 1
                price = cost + sizes[i] * (level - paid[i])
                if below is not None and price >= below:
                    continue
                new = done | bit
                known = following.get(new)
                if known is None:
                    opened = ready ^ bit
                    for other, before in opens[i]:
                        if not before & ~new:
                            opened |= other
                    following[new] = (price, opened, level + rise[i])
                    final[new] = i
                elif price < known[0]:
                    following[new] = (price, known[1], known[2])
                    final[new] = i
            if seen + len(following) > most:
                return Found(False)
        seen += len(following)
        layer = following
        last.append(final)
        if not layer:
            return Found(True)
    return Found(True, _traced(last))


def exact_order(
    values: Sequence[int], sizes: Sequence[int], needs: Sequence[Sequence[int]], most: int
) -> list[int] | None:
    """An order of least Σ value × completion; None beyond `most` sets done first.

    >>> exact_order([0, 9, 4], [2, 1, 1], [[], [0], []], 100)
    [2, 0, 1]
    """
    falling = [-value for value in values]
    return search(sizes, needs, falling, [0] * len(sizes), None, most).order


def _traced(last: list[dict[int, int]]) -> list[int]:
    order = []
    done = (1 << len(last)) - 1
    for final in reversed(last):
        order.append(final[done])
        done ^= 1 << order[-1]
    return order[::-1]
