"""Laws of the whole sequence, over portfolios of every status."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Must, Pin, Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.sequence import sequence
from tests.sequencing.orders import portfolio, scored, work

STATUSES = [*[Status.PROPOSED] * 5, *Status]


def drawn_portfolio(random: Random) -> tuple[Portfolio, dict[str, Score]]:
    names = [f"i{number}" for number in range(random.randint(0, 14))]
    made = [_drawn(random, id, names[:k]) for k, id in enumerate(names)]
    random.shuffle(made)
    of = portfolio(*made)
    values = {id: random.choice([0, 1, 2.5, 40, -3]) for id in names}
    tiers = {id: random.randint(0, 2) for id in names} if random.random() < 0.3 else {}
    return of, scored(of, values, tiers)


def _drawn(random: Random, id: str, earlier: list[str]) -> Initiative:
    needs = random.sample(earlier, min(len(earlier), random.randint(0, 3)))
    due = date(2027, random.randint(1, 12), 1)
    bound = random.random() < 0.2
    return work(
        id,
        random.choice([0, 0.1, 1, 3, 8]),
        needs,
        status=random.choice(STATUSES),
        must=Must("law") if bound else None,
        deadline=Period(due, due) if bound else None,
        pin=Pin("the board") if random.random() < 0.1 else None,
    )


@given(st.randoms(use_true_random=False))
def test_no_bound_exceeds_the_cost_nor_the_cost_the_usual_way(random: Random) -> None:
    found = sequence(*drawn_portfolio(random))

    assert found.bound <= found.cost <= found.naive_cost
    assert found.status == "optimal"
    assert found.bound == found.cost


@given(st.randoms(use_true_random=False))
def test_both_orders_hold_the_same_and_begin_with_the_same_prefix(random: Random) -> None:
    found = sequence(*drawn_portfolio(random))

    assert sorted(found.ids) == sorted(found.naive)
    assert found.ids[: len(found.prefix)] == found.prefix
    assert found.naive[: len(found.prefix)] == found.prefix
    assert found.ids == tuple(id for step in found.bundles for id in step.ids)
    assert not set(found.ids) & {one.id for one in found.unplaced}


@given(st.randoms(use_true_random=False))
def test_nothing_comes_before_what_it_needs_but_running_work(random: Random) -> None:
    of, scores = drawn_portfolio(random)
    found = sequence(of, scores)
    for order in (found.ids, found.naive):
        place = {id: k for k, id in enumerate(order)}
        for id in order:
            one = of.initiatives[id]
            if one.status is not Status.IN_PROGRESS:
                assert all(place.get(w, -1) < place[id] for w in one.depends_on or ())


@given(st.randoms(use_true_random=False))
def test_another_order_of_the_files_gives_the_same_sequence(random: Random) -> None:
    of, scores = drawn_portfolio(random)
    ids = random.sample(list(of.initiatives), len(of.initiatives))
    other = portfolio(*(of.initiatives[id] for id in ids))

    assert sequence(other, scores) == sequence(of, scores)


@given(st.randoms(use_true_random=False))
def test_steps_carry_all_value_and_work(random: Random) -> None:
    of, scores = drawn_portfolio(random)
    found = sequence(of, scores)

    assert sum(step.value for step in found.bundles) == sum(
        scores[id].weight for id in found.ids
    )
    assert sum(step.size for step in found.bundles) == sum(
        of.size(of.initiatives[id]) for id in found.ids
    )
