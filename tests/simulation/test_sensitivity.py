"""How far an end moves with draws, against the textbook's covariance and deviation."""

from __future__ import annotations

from statistics import covariance, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.simulation.sensitivity import days_moved

DAYS = st.integers(0, 3000)


@given(st.lists(st.tuples(DAYS, DAYS, DAYS), min_size=2, max_size=30))
def test_an_end_moves_by_its_covariance_over_the_deviation_of_draws(
    rows: list[tuple[int, int, int]],
) -> None:
    draws, *ends = map(list, zip(*rows, strict=True))
    spread = stdev(draws)
    expected = [covariance(draws, end) / spread if spread else 0 for end in ends]

    assert days_moved(draws, ends) == pytest.approx(expected, abs=1e-6)


def test_a_single_draw_moves_nothing() -> None:
    assert days_moved([7], [[1], [2]]) == [0, 0]
