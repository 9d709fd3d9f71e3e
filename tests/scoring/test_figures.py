"""Numbers as text: rounded half away from zero, whatever their size."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.scoring.figures import apart, brief, figure, percent, significant


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


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(123, 100_000), "0.1 %"),
        (Fraction(15, 1000), "2 %"),
        (Fraction(1, 100), "1 %"),
        (Fraction(0), "0 %"),
    ],
)
def test_a_share_of_one_percent_or_more_is_whole_where_no_decimals_are_asked_for(
    share: Fraction, said: str
) -> None:
    assert percent(share, 0) == said


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (Fraction(4), ("3.2", "4.0")),
        (Fraction(32, 10) + Fraction(1, 10**6), ("3.200000", "3.200001")),
        (Fraction(32, 10) + Fraction(1, 10**7), ("3.200000", "3.200000")),
    ],
)
def test_two_numbers_have_one_decimal_or_as_many_up_to_six_as_tell_them_apart(
    other: Fraction, said: tuple[str, str]
) -> None:
    assert apart(Fraction(32, 10), other) == said


def test_six_zeros_are_written_out_and_seven_are_a_power_of_ten() -> None:
    assert significant(Fraction(1, 10**7), 1) == "0.0000001"
    assert significant(Fraction(1, 10**8), 1) == "1e-8"
