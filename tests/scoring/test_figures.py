"""Numbers as text: rounded half away from zero, whatever their size."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.scoring.figures import brief, figure, percent, significant


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(12345), "12300"),
        (Fraction(999, 1000), "0.999"),
        (Fraction(9999, 10000), "1.000"),
        (Fraction(1, 10**600), "1e-600"),
        (Fraction(-1, 3 * 10**600), "-3.33e-601"),
        (Fraction(10**600), "1" + "0" * 600),
    ],
)
def test_three_significant_digits_of_numbers_of_every_size(
    value: Fraction, said: str
) -> None:
    assert significant(value, 3) == said


@given(st.fractions(min_value=Fraction(1, 10**5), max_value=10**9), st.integers(1, 6))
def test_significant_digits_are_the_nearest_number_with_so_many(
    value: Fraction, digits: int
) -> None:
    error = abs(Fraction(significant(value, digits)) - value) / value
    assert error <= Fraction(1, 2) / 10 ** (digits - 1)


def test_a_share_below_one_percent_keeps_a_decimal() -> None:
    assert percent(Fraction(1, 250), 0) == "0.4 %"
    assert percent(Fraction(39, 1000), 0) == "4 %"


@given(st.fractions(max_denominator=1000), st.integers(0, 3))
def test_a_brief_figure_is_a_figure_without_its_last_zeros(
    value: Fraction, decimals: int
) -> None:
    short, whole = brief(value, decimals), figure(value, decimals)
    assert Fraction(short) == Fraction(whole)
    assert whole.startswith(short)
    assert "." not in short or short[-1] not in "0."
