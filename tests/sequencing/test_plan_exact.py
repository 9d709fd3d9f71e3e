from __future__ import annotations

import sys
from fractions import Fraction

import pytest
from hypothesis import given, settings

from roadmap.model.portfolio import Engine, Portfolio
from roadmap.sequencing.engines import EngineMissing
from roadmap.sequencing.plan import plan
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    day,
    initiative,
    planned,
    portfolio,
    scores,
    team,
)

pytest.importorskip("ortools")
Case = tuple[Portfolio, dict[str, float]]


@settings(max_examples=10)
@given(planned(6))
def test_the_exact_engine_proves_a_small_plan_and_is_never_worse(case: Case) -> None:
    of, values = case
    known = scores(of, values)
    order = sequence(of, known)
    fast = plan(of, known, order)
    exact = plan(of, known, order, engine=Engine.EXACT, units=0.5)

    assert exact.status == "optimal"
    assert (exact.late, exact.cost) <= (fast.late, fast.cost)
    assert fast.bound <= exact.cost
    assert exact.bound <= exact.cost


def test_where_nothing_can_be_moved_no_plan_is_better() -> None:
    late = initiative("a", {}, not_before=6, deadline=4, pin=True)
    of = portfolio([late, initiative("b", {"web": 2})])
    known = scores(of, {"a": 1.0})

    for engine in Engine:
        found = plan(of, known, sequence(of, known), engine=engine)
        assert found.status == "optimal"
        assert found.gap == 0


@pytest.mark.parametrize("engine", list(Engine))
def test_a_milestone_that_its_own_date_makes_late_is_no_better_in_any_plan(
    engine: Engine,
) -> None:
    api = initiative("api", {"web": 6})
    live = initiative("live", {}, ["api"], not_before=6, deadline=4)
    of = portfolio([api, live], [team("web", 2)], [day(0)])
    known = scores(of, {"api": 3, "live": 3})

    found = plan(of, known, sequence(of, known), engine=engine, units=0.1)

    assert found.slots["api"].end_day == 4
    assert found.slots["live"].last_day == 6
    # Three points wait for 4 and 6 days, and for the two days late once more.
    assert found.cost == found.bound == Fraction(3 * (4 + 6 + 2), 5)
    assert found.status == "optimal"


def test_without_dates_to_miss_what_is_proven_of_the_cost_holds_for_the_wait() -> None:
    work = {f"i{n}": {"web": 2 + n % 3} for n in range(5)}
    them = [initiative(id, effort) for id, effort in work.items()]
    of = portfolio(them, [team("web", 2)])
    known = scores(of, {id: float(n) for n, id in enumerate(work)})

    exact = plan(of, known, sequence(of, known), engine=Engine.EXACT, units=0.1)

    assert exact.status == "optimal"
    assert exact.bound_mean_wait_weeks == exact.mean_wait_weeks


def test_a_plan_that_is_asked_for_twice_is_the_same() -> None:
    of = portfolio([initiative(f"i{n}", {"web": 1 + n % 4}) for n in range(12)])
    known = scores(of, {f"i{n}": 3 + n * 7 % 5 for n in range(12)})
    order = sequence(of, known)

    first = plan(of, known, order, engine=Engine.EXACT, units=0.01)

    assert first == plan(of, known, order, engine=Engine.EXACT, units=0.01)


def test_without_its_package_the_exact_engine_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    of = portfolio([initiative("a", {"web": 1})])
    known = scores(of, {"a": 1})
    for name in [
        name for name in sys.modules if name.startswith("roadmap.sequencing.exact")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)

    with pytest.raises(EngineMissing):
        plan(of, known, sequence(of, known), engine=Engine.EXACT)
