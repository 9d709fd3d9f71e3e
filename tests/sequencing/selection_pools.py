"""Small pools of candidates, and the best set of one by trying every set."""

from __future__ import annotations

from hypothesis import strategies as st

from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.selection.pool import CandidatePool

MOST = 12


@st.composite
def pools(draw: st.DrawFn) -> CandidatePool:
    """Candidates for two teams and some money, under a limit on each and on all effort."""
    count = draw(st.integers(1, MOST))
    amounts = st.lists(st.integers(0, 6), min_size=count, max_size=count)
    values, web, data, money = (draw(amounts) for _ in range(4))
    needs = [
        sorted(draw(st.sets(st.integers(0, i - 1), max_size=2))) if i else []
        for i in range(count)
    ]
    effort = list(map(int.__add__, web, data))
    charges = [effort, web, data, money]
    limits = [draw(st.integers(0, sum(charge) + 1)) for charge in charges]
    kept = draw(st.sets(st.integers(0, 3), min_size=1))
    rank = draw(st.permutations(range(count)))
    return pool(
        values,
        effort,
        needs,
        money=money,
        rank=list(rank),
        charges=[charges[k] for k in sorted(kept)],
        limits=[limits[k] for k in sorted(kept)],
    )


def pool(
    values: list[int],
    effort: list[int],
    needs: list[list[int]],
    *,
    limits: list[int],
    charges: list[list[int]] | None = None,
    money: list[int] | None = None,
    rank: list[int] | None = None,
) -> CandidatePool:
    return CandidatePool(
        values,
        effort,
        money or [0] * len(values),
        rank or list(range(len(values))),
        needs,
        transpose(needs),
        charges or [effort],
        limits,
    )


def closed(pool: CandidatePool, members: frozenset[int]) -> bool:
    return all(members.issuperset(pool.needs[i]) for i in members)


def best_of_all(pool: CandidatePool) -> frozenset[int]:
    """The best set that is closed and fits, by trying every one."""
    sets = [(frozenset[int](), [0] * len(pool.limits))]
    for i in range(len(pool)):  # each comes after what it needs
        charges = [charge[i] for charge in pool.charges]
        sets += [
            (members | {i}, more)
            for members, used in sets
            if members.issuperset(pool.needs[i])
            and pool.fits(more := list(map(int.__add__, used, charges)))
        ]
    return max((members for members, _ in sets), key=pool.key)
