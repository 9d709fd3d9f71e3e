"""The compiled ascent betters prices as the plain one does, whatever the portfolio."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from roadmap.model.teams import Absence
from roadmap.sequencing import compiled
from roadmap.sequencing.bounds.compiled_ascent import compiled_ascent
from roadmap.sequencing.bounds.price_ascent import ascended, no_prices, plain_ascent
from roadmap.sequencing.bounds.priced_starts import Prices
from roadmap.sequencing.bounds.start_days import counted, start_days
from roadmap.sequencing.bounds.time_indexed import TimeIndexed, time_indexed
from roadmap.sequencing.schedule.objective import cost, late
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from tests.sequencing.plan_portfolios import (
    Case,
    crowd,
    days,
    initiative,
    planned,
    posed,
    team,
)
from tests.sequencing.plan_portfolios import portfolio as portfolio_of
from tests.sequencing.test_cost_bound import unlike

needs_kernel = pytest.mark.skipif(
    compiled.kernel is None, reason="the kernel is not built, or left aside"
)
Costs = list[list[int]]


def model_of(case: Case, random: Random) -> tuple[TimeIndexed, Costs, int]:
    """A model with what its starts cost, and what a plan in some order costs."""
    whole, fixed = posed(case)
    moved = [number for number in range(whole.count) if number not in whole.fixed]
    table = scheduled(fixed, feasible(whole, random.sample(moved, len(moved))))
    return modelled(fixed, table, random.choice([0, 1, 1]))


def modelled(
    fixed: Timetable, table: Timetable, share: int
) -> tuple[TimeIndexed, Costs, int]:
    """The model of plans whose mandatory work is no later than in one, or never late."""
    moved, today = counted(fixed), fixed.problem.today
    horizon = max([today + 1, *(table.end[number] for number in moved)]) - today
    starts = start_days(fixed, moved, horizon)
    model = time_indexed(fixed, starts, horizon, share * late(table, moved))
    scale = 1 << max(0, 24 - cost(table, moved).bit_length())
    costs = [[scale * day for day in node.days.costs] for node in model.nodes]
    return model, costs, scale * cost(table, moved)


def drawn_prices(model: TimeIndexed, random: Random) -> Prices:
    """Prices from 0 to so many digits, of which half are 0."""
    digits = random.choice([1, 8, 20, 30])

    def line() -> list[int]:
        drawn = (random.getrandbits(digits) for _ in range(model.horizon))
        return [price * random.randrange(2) for price in drawn]

    rows, arcs = [line() for _ in model.rooms], [line() for _ in model.arcs]
    return Prices(rows, arcs, random.choice([0, random.getrandbits(digits)]))


@needs_kernel
@hypothesis.settings(max_examples=60)
@hypothesis.given(planned(9), st.randoms(use_true_random=False), st.integers(1, 30))
def test_the_compiled_ascent_says_the_same(case: Case, random: Random, rounds: int) -> None:
    model, costs, known = model_of(case, random)
    for prices in (no_prices(model), drawn_prices(model, random)):
        plain = plain_ascent(model, costs, known, rounds, prices)

        assert compiled_ascent(model, costs, known, rounds, prices) == plain


@needs_kernel
@pytest.mark.parametrize("many", [crowd, unlike])
def test_so_it_does_in_a_crowd_with_all_that_prices_are_put_on(
    many: Callable[[Random, int], Case],
) -> None:
    seen = set()
    for seed in range(6):
        random = Random(seed)
        model, costs, known = model_of(many(random, 36), random)
        plain = plain_ascent(model, costs, known, 60, no_prices(model))
        seen |= features(model, plain[1])

        assert compiled_ascent(model, costs, known, 60, no_prices(model)) == plain
    assert seen >= {"rows", "arcs", "closed", "several"}
    assert ("late" in seen) == (many is crowd)


def features(model: TimeIndexed, prices: Prices) -> set[str]:
    """What is priced, and what starts and demands there are."""
    there = {
        "rows": any(map(any, prices.rows)),
        "arcs": any(map(any, prices.arcs)),
        "late": bool(prices.late),
        "closed": any(node.days.closed for node in model.nodes),
        "several": any(len(demand) > 1 for demand in model.demands),
    }
    return {feature for feature, is_there in there.items() if is_there}


def small() -> tuple[TimeIndexed, Costs, int]:
    """Three in a triangle, one of them late, and one on a day without its team."""
    them = [
        initiative("a", {"web": 2.0}),
        initiative("b", {"web": 3.0, "data": 1.0}, ["a"], None, 3, must=True),
        initiative("c", {"web": 1.0}),
        initiative("d", {"web": 2.0}, ["a", "c"]),
        initiative("e", {"web": 2.0}, ["b", "c"]),
    ]
    crews = [team("web", away=[Absence(days(1, 1))]), team("data", 3, 3)]
    values = dict.fromkeys("abcde", 1.0)
    return model_of((portfolio_of(them, crews), values), Random(0))


@needs_kernel
@pytest.mark.parametrize("digits", [6, 14, 18, 30, 45, 58, 63, 200])
def test_prices_beyond_64_bits_are_bettered_in_python(digits: int) -> None:
    model, costs, known = small()
    huge = [[day << digits for day in line] for line in costs]
    found = ascended(model, huge, known << digits, 20, no_prices(model))

    assert found == plain_ascent(model, huge, known << digits, 20, no_prices(model))
    in_kernel = compiled_ascent(model, huge, known << digits, 20, no_prices(model))
    assert in_kernel in (None, found)
    assert (in_kernel is None) == (digits > 14)


def test_without_the_kernel_python_betters_prices(monkeypatch: pytest.MonkeyPatch) -> None:
    model, costs, known = small()
    there = ascended(model, costs, known, 20, no_prices(model))
    monkeypatch.setattr(compiled, "kernel", None)

    assert compiled_ascent(model, costs, known, 20, no_prices(model)) is None
    assert ascended(model, costs, known, 20, no_prices(model)) == there


@dataclass(frozen=True)
class Given:
    """What the kernel is given of a model: scalars, rows, and prices to better."""

    scalars: array[int]
    rows: list[array[int]]
    prices: array[int]
    arcs: array[int]

    def bettered(self, late: int = 0) -> None:
        """Have copies of the prices bettered."""
        prices, arcs = self.prices[:], self.arcs[:]
        compiled.kernel.ascend(20, self.scalars, tuple(self.rows), prices, arcs, late)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    seen: list[Given] = []

    class Kernel:
        def ascend(self, rounds: int, scalars: Any, rows: Any, *prices: Any) -> Any:
            seen.append(Given(scalars, list(rows), prices[0], prices[1]))
            return 0, 0

    model, costs, known = small()
    with monkeypatch.context() as patch:
        patch.setattr(compiled, "kernel", Kernel())
        compiled_ascent(model, costs, known, 20, no_prices(model))
    return seen[0]


@needs_kernel
def test_rows_that_lead_out_of_a_model_are_refused(given: Given) -> None:
    assert all(given.rows)
    given.bettered()

    for place, row in enumerate(given.rows):
        for at in range(len(row)):
            for wrong in (-2, 7, 1 << 62):
                changed = [row[:] for row in given.rows]
                changed[place][at] = wrong
                with suppress(ValueError, OverflowError):
                    replace(given, rows=changed).bettered()
        shorter = [*given.rows[:place], row[:-1], *given.rows[place + 1 :]]
        with pytest.raises(ValueError, match="model"):
            replace(given, rows=shorter).bettered()


@needs_kernel
def test_prices_of_other_days_and_lines_are_refused(given: Given) -> None:
    prices, arcs = given.prices, given.arcs

    for wrong in (
        replace(given, prices=prices[:-1]),
        replace(given, arcs=arcs[:-1]),
        replace(given, prices=prices[:0], arcs=arcs[:0]),
        *(
            replace(given, scalars=array("q", [horizon, *given.scalars[1:]]))
            for horizon in (-1, 0, 1, 1 << 40, 1 << 62)
        ),
    ):
        with pytest.raises(ValueError, match="model"):
            wrong.bettered()


@needs_kernel
@pytest.mark.parametrize("price", [-1, 1 << 62])
def test_prices_below_0_and_too_large_ones_are_refused(given: Given, price: int) -> None:
    for wrong in (
        replace(given, prices=array("q", [price] * len(given.prices))),
        replace(given, arcs=array("q", [price] * len(given.arcs))),
    ):
        with pytest.raises(OverflowError):
            wrong.bettered()
    with pytest.raises(OverflowError):
        given.bettered(late=price)
