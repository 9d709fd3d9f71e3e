"""Values counted in another unit are the same portfolio, and have the same plan."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    Case,
    initiative,
    planned,
    portfolio,
    scores,
    team,
)

FACTORS = [0.001, 10, 1_000_000]


def found(case: Case, factor: float = 1) -> Plan:
    """The plan of a portfolio whose values are all multiplied, as floating point does."""
    of, values = case
    known = scores(of, {id: value * factor for id, value in values.items()})
    return plan(of, known, sequence(of, known))


def starts(of: Plan) -> dict[str, int]:
    return {id: slot.start_day for id, slot in of.slots.items()}


def short(seed: int) -> Case:
    """Many short initiatives of three teams: a step more or less forgiven shows."""
    random, teams = Random(seed), ("data", "ops", "web")
    them = [
        initiative(
            f"i{number:02}",
            {name: random.randint(1, 4) for name in random.sample(teams, 2)},
            [f"i{random.randrange(number):02}"] if number > 3 else [],
        )
        for number in range(18)
    ]
    values = {each.id: float(random.randint(0, 5)) for each in them}
    return portfolio(them, [team(name) for name in teams]), values


@pytest.mark.parametrize("seed", [1, 10])
def test_another_unit_of_value_moves_nothing_in_a_crowd(seed: int) -> None:
    case = short(seed)
    stated = found(case)

    for factor in FACTORS:
        scaled = found(case, factor)
        assert starts(scaled) == starts(stated)
        assert float(scaled.cost) == pytest.approx(float(stated.cost) * factor)


@settings(max_examples=20)
@given(planned(7), st.sampled_from(FACTORS))
def test_another_unit_of_value_moves_nothing(case: Case, factor: float) -> None:
    assert starts(found(case, factor)) == starts(found(case))
