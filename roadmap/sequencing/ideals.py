"""The best order of a few jobs, exactly: dynamic programming over what may be done first.

Linus Schrage and Kenneth Baker, "Dynamic programming solution of sequencing problems with
precedence constraints", Operations Research 26, 1978.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST = 60_000


def exact_order(
    values: Sequence[int],
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    most: int = MOST,
) -> list[int] | None:
    """An order of least Σ value × completion; None beyond `most` sets done first.

    >>> exact_order([0, 9, 4], [2, 1, 1], [[], [0], []])
    [2, 0, 1]
    """
    count = len(values)
    below = [sum(1 << j for j in wanted) for wanted in needs]
    opens: list[list[int]] = [[] for _ in range(count)]
    for i, wanted in enumerate(needs):
        for j in wanted:
            opens[j].append(i)
    roots = sum(1 << i for i in range(count) if not below[i])
    layer = {0: (0, roots, sum(values))}
    last: list[dict[int, int]] = []
    total = 1
    for _ in range(count):
        following: dict[int, tuple[int, int, int]] = {}
        final: dict[int, int] = {}
        for done, (cost, ready, waiting) in layer.items():
            left = ready
            while left:
                bit = left & -left
                left ^= bit
                i = bit.bit_length() - 1
                new, price = done | bit, cost + waiting * sizes[i]
                known = following.get(new)
                if known is None:
                    opened = ready ^ bit
                    for j in opens[i]:
                        if not below[j] & ~new:
                            opened |= 1 << j
                    following[new] = (price, opened, waiting - values[i])
                    final[new] = i
                elif price < known[0]:
                    following[new] = (price, known[1], known[2])
                    final[new] = i
        total += len(following)
        if total > most:
            return None
        layer = following
        last.append(final)
    return _traced(last, (1 << count) - 1)


def _traced(last: list[dict[int, int]], done: int) -> list[int]:
    order = []
    for final in reversed(last):
        order.append(final[done])
        done ^= 1 << order[-1]
    return order[::-1]
