"""Plans of portfolios whose dates were published: what moves, and what it costs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random

import pytest

from roadmap.diagnostics import Place
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.model.published import Published, PublishedDates
from roadmap.sequencing.plan import plan
from roadmap.sequencing.prices import priced
from roadmap.sequencing.results import Plan, SolveStatus
from roadmap.sequencing.sequence import sequence
from tests.kept_plans import bound_loosely
from tests.sequencing.plan_portfolios import (
    Case,
    crowd,
    initiative,
    portfolio,
    scores,
    team,
)


@pytest.fixture(autouse=True)
def loose_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is published says nothing of how good a plan is."""
    bound_loosely(monkeypatch)


def made(case: Case) -> Plan:
    of, values = case
    known = scores(of, values)
    return plan(of, known, sequence(of, known))


def published(of: Portfolio, told: Plan, more: int = 0) -> Portfolio:
    """A portfolio whose plan was published, each date so many days too late."""
    date_of, dates = of.calendar.date_of, {}
    for id, slot in told.slots.items():
        start, end = date_of(min(slot.start_day, slot.last_day)), date_of(slot.last_day)
        until = date_of(slot.last_day + more)
        dates[id] = PublishedDates(id, start, end, "then", until, Place("published.yaml"))
    return replace(of, published=Published(of.as_of, "", dates))


def days(of: Plan) -> dict[str, tuple[int, int]]:
    return {id: (slot.start_day, slot.end_day) for id, slot in of.slots.items()}


def roadmap(seed: int, count: int = 20) -> Case:
    """Work of two teams in no hurry, with values from a seed."""
    draw = Random(f"published {seed}")
    found = [
        initiative(
            f"i{number:02}",
            {draw.choice(["web", "data"]): draw.randint(3, 25)},
            [f"i{draw.randrange(number):02}"] if number and draw.random() < 0.4 else [],
        )
        for number in range(count)
    ]
    values = {each.id: float(draw.randint(1, 50)) for each in found}
    return portfolio(found, [team("web", 2), team("data", 2)]), values


@cache
def planned_roadmap(seed: int) -> tuple[Case, Plan]:
    """Such work, and its plan, which many tests begin with."""
    case = roadmap(seed)
    return case, made(case)


@pytest.mark.parametrize("seed", range(4))
def test_after_publishing_the_plan_is_what_was_published(seed: int) -> None:
    (of, values), before = planned_roadmap(seed)
    after = made((published(of, before), values))

    assert days(after) == days(before)
    assert after.published is not None
    assert (after.published.kept, after.published.moved) == (20, 0)
    assert after.published.free_cost == before.cost


@pytest.mark.parametrize("seed", range(4))
def test_publishing_a_steady_plan_moves_nothing_either(seed: int) -> None:
    (of, values), before = planned_roadmap(seed)
    edited = {**values, "i03": values["i03"] * 3, "i11": values["i11"] * 4}
    told = published(of, before, more=1)
    steady = made((told, edited))
    again = made((published(of, steady, more=1), edited))

    assert days(again) == days(steady)


@pytest.mark.parametrize("seed", range(4))
def test_a_small_edit_moves_no_dates(seed: int) -> None:
    (of, values), before = planned_roadmap(seed)
    edited = {**values, "i05": values["i05"] * 1.01}

    assert days(made((published(of, before), edited))) == days(before)


@pytest.mark.parametrize("seed", range(4))
def test_an_initiative_of_half_of_all_value_moves_dates(seed: int) -> None:
    (of, values), before = planned_roadmap(seed)
    told = published(of, before)
    star = initiative("star", {"web": 20, "data": 20})
    more = replace(told, initiatives={**of.initiatives, "star": star})
    after = made((more, {**values, "star": sum(values.values())}))

    assert after.published is not None
    assert after.published.moved > 0
    assert after.slots["star"].end_day < max(slot.end_day for slot in after.slots.values())


@pytest.mark.parametrize("seed", range(4))
def test_a_steady_plan_costs_no_more_than_may_be_spent(seed: int) -> None:
    (of, values), before = planned_roadmap(seed)
    told = published(of, before)
    rest = list(values.values())
    edited = dict(zip(values, [*rest[5:], *rest[:5]], strict=True))
    kept = []
    for share in (Fraction(0), Fraction(1, 100), Fraction(1, 10), Fraction(1)):
        after = made((replace(told, steadiness=share), edited))
        assert after.published is not None
        assert after.cost <= after.published.free_cost * (1 + share)
        kept.append(after.published.kept)

    assert kept == sorted(kept)
    assert kept[0] < kept[-1] == 20


def test_planning_freely_is_planning_as_if_nothing_was_published() -> None:
    (of, values), before = planned_roadmap(1)
    told = published(of, before)
    edited = {**values, "i03": values["i03"] * 5}
    free = made((replace(told, steadiness=None), edited))

    assert days(free) == days(made((of, edited)))
    assert free.published is not None
    assert free.published.free_cost == free.cost


def test_a_steady_plan_is_never_called_proven() -> None:
    of = portfolio([initiative("a", {"web": 2}), initiative("b", {"web": 3})])
    free = made((of, {"a": 9, "b": 1}))
    kept = made((published(of, free), {"a": 9, "b": 1}))

    assert free.status is SolveStatus.OPTIMAL
    assert (days(kept), kept.status) == (days(free), SolveStatus.BOUNDED)


def test_a_date_is_kept_as_long_as_that_costs_little_enough() -> None:
    of = portfolio([initiative("a", {"web": 2}), initiative("b", {"web": 2})])
    told = published(of, made((of, {"a": 5, "b": 4})))

    # Freely b goes first: 6 × 2 + 5 × 4 = 32. As published: 5 × 2 + 6 × 4 = 34.
    for share, first, moved in ((Fraction(6, 100), "b", 1), (Fraction(7, 100), "a", 0)):
        after = made((replace(told, steadiness=share), {"a": 5, "b": 6}))
        assert after.slots[first].start_day == 0
        assert after.published is not None
        assert after.published.moved == moved
        assert after.published.free_cost == Fraction(32, 5)


@pytest.mark.parametrize(
    ("share", "price"), [(Fraction(1, 100), Fraction(18, 5)), (Fraction(1), Fraction(0))]
)
def test_prices_compare_plans_that_keep_published_dates_alike(
    share: Fraction, price: Fraction
) -> None:
    law = initiative("law", {"web": 2}, deadline=2, must=True)
    of = portfolio([initiative("star", {"web": 3}), law])
    values = scores(of, {"star": 9})
    told = replace(published(of, made((of, {"star": 9}))), steadiness=share)
    order = sequence(told, values)
    (found,) = priced(told, values, order, plan(told, values, order)).prices

    # Without the law nine points wait two days less, unless its published date is kept.
    assert (found.id, found.cost) == ("law", price)


@pytest.mark.parametrize("seed", range(3))
def test_the_last_end_is_no_later_for_it_than_may_be(seed: int) -> None:
    of, values = roadmap(seed)
    of = replace(of, minimise=Minimise.MAKESPAN)
    told = published(of, made((of, values)))
    star = initiative("star", {"web": 20, "data": 20})
    more = replace(told, initiatives={**of.initiatives, "star": star})
    after = made((more, {**values, "star": 5.0}))

    assert after.published is not None
    assert after.published.free_cost <= after.cost
    assert after.cost <= after.published.free_cost * Fraction(101, 100)


def test_a_crowd_with_everything_in_the_way_keeps_mandatory_dates() -> None:
    for seed in range(6):
        of, values = crowd(Random(f"crowd {seed}"), 18)
        told = published(of, made((of, values)))
        edited = {id: value * (3 if id < "i07" else 1) for id, value in values.items()}
        free = made((replace(told, steadiness=None), edited))
        after = made((told, edited))

        assert after.late <= free.late
        assert after.published is not None
        assert free.published is not None
        assert after.published.moved <= free.published.moved
