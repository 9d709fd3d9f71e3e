"""Laws of the exact engine: of its proofs, of its bounds, and of what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.portfolio import Engine, Minimise
from roadmap.scoring.framework import Score
from roadmap.sequencing.plan import plan
from roadmap.sequencing.prices import timetable_of
from roadmap.sequencing.results import Plan
from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.problem import problem
from roadmap.sequencing.sequence import sequence
from tests.answers import answer
from tests.plan_checker import violations
from tests.portfolio_strategies import portfolios
from tests.sequencing.plan_portfolios import Case, initiative, planned, posed, scores
from tests.sequencing.test_plan_laws import RELAXED, Relaxed, free, least
from tests.sequencing.test_plan_steady import drawn, with_idle

pytest.importorskip("ortools", reason="the engine `exact` is not installed")
exact = pytest.importorskip("roadmap.sequencing.exact.engine")


def exactly(case: Case, units: float | None = None) -> Plan:
    of, values = case
    known = scores(of, values)
    return plan(of, known, sequence(of, known), engine=Engine.EXACT, units=units)


@settings(max_examples=15)
@given(free(), st.sampled_from([*RELAXED.values()]))
def test_a_relaxed_constraint_never_worsens_a_proven_plan(
    case: Case, relaxed: Relaxed
) -> None:
    of, values = case
    before, after = exactly(case, 0.5), exactly((relaxed(of), values), 0.5)

    assert before.status == after.status == "optimal"
    assert (after.late, after.cost) <= (before.late, before.cost)


@pytest.mark.usefixtures("reach")
@settings(max_examples=15)
@given(planned(5))
def test_no_bound_of_a_short_search_exceeds_the_best_of_all_orders(case: Case) -> None:
    whole, _ = posed(case)
    late, amount, _ = least(case)
    found = exactly(case, 0.002)
    unit = Fraction(1) if whole.makespan else whole.value_unit / 5

    assert found.late >= late
    assert found.bound <= amount * unit


@pytest.mark.usefixtures("reach")
@pytest.mark.parametrize("seed", range(2))
def test_idle_work_moves_nothing_that_has_value(seed: int) -> None:
    case, draw = drawn(seed, 9), Random(seed)
    idle = [
        initiative(f"{number}", {team: (7, 0.5)}, draw.sample([*case[1]], 2 * number))
        for number, team in enumerate(("data", "ops", "web"))
    ]

    before, after = dates(case), dates(with_idle(case, idle))

    assert before == {id: after[id] for id in before}


def dates(case: Case) -> dict[str, tuple[int, int]]:
    """Start and end of all that leads to value or binds."""
    whole, _ = posed(case)
    counted = set(range(whole.count)) - set(valueless(whole))
    slots = exactly(case).slots
    stays = ((id, slots[id]) for id in (whole.ids[each] for each in counted))
    return {id: (slot.start_day, slot.end_day) for id, slot in stays}


@pytest.mark.usefixtures("reach")
@pytest.mark.parametrize("minimise", list(Minimise))
@pytest.mark.parametrize("seed", range(2))
def test_tier_by_tier_the_exact_engine_is_never_worse(
    minimise: Minimise, seed: int
) -> None:
    of, values = drawn(seed, 12)
    of, draw = replace(of, minimise=minimise), Random(seed)
    known = {id: _tiered(score, draw) for id, score in scores(of, values).items()}
    order = sequence(of, known)
    whole = problem(of, known, order)
    plans = (plan(of, known, order, engine=e) for e in (Engine.EXACT, Engine.FAST))
    tables = [timetable_of(whole, found) for found in plans]
    better, fast = ([aims(table, group) for group in groups(whole)] for table in tables)

    assert len(better) > 1
    assert better <= fast


def _tiered(score: Score, draw: Random) -> Score:
    return replace(score, tier=draw.randint(0, 2))


@pytest.mark.usefixtures("reach")
@settings(max_examples=4)
@given(portfolios())
def test_plans_of_every_size_keep_all_promises(files: dict[str, str]) -> None:
    assert violations(files, answer("plan", files, "--engine", "exact")) == []


@pytest.mark.parametrize("minimise", list(Minimise))
def test_the_fast_engine_is_next_to_proven_plans(minimise: Minimise) -> None:
    for seed in range(5):
        of, values = drawn(seed, 10)
        case = replace(of, minimise=minimise), values
        known = scores(*case)
        fast, best = plan(case[0], known, sequence(case[0], known)), exactly(case, 2)

        assert best.status == "optimal"
        assert fast.late == best.late
        assert best.cost <= fast.cost <= Fraction(1005, 1000) * best.cost
