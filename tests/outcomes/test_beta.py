"""The beta distribution against closed forms and against its density, summed up."""

from __future__ import annotations

from math import asin, exp, lgamma, log, pi, sin, sqrt

import pytest

from roadmap.outcomes.beta import cumulative, quantile

SHARES = (0.001, 0.1, 0.37, 0.5, 0.9, 0.999)


@pytest.mark.parametrize("x", SHARES)
def test_known_forms_of_the_distribution(x: float) -> None:
    assert cumulative(x, 1, 1) == pytest.approx(x, abs=1e-12)
    assert cumulative(x, 7, 1) == pytest.approx(x**7, abs=1e-12)
    assert cumulative(x, 1, 4) == pytest.approx(1 - (1 - x) ** 4, abs=1e-12)
    assert cumulative(x, 0.5, 0.5) == pytest.approx(2 / pi * asin(sqrt(x)), abs=1e-12)
    assert cumulative(x, 2, 3) == pytest.approx(6 * x**2 - 8 * x**3 + 3 * x**4, abs=1e-12)


@pytest.mark.parametrize(("a", "b"), [(3.5, 1.5), (12.25, 8.75), (1.5, 40.5), (300, 200)])
@pytest.mark.parametrize("x", [0.02, 0.4, 0.61, 0.95])
def test_any_distribution_is_its_density_summed_up(a: float, b: float, x: float) -> None:
    size = lgamma(a + b) - lgamma(a) - lgamma(b)
    steps = 20_000
    middles = ((n + 0.5) * x / steps for n in range(steps))
    summed = sum(exp(size + (a - 1) * log(t) + (b - 1) * log(1 - t)) for t in middles)

    assert cumulative(x, a, b) == pytest.approx(summed * x / steps, abs=1e-5)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(("a", "b"), [(0.5, 0.5), (3.5, 1.5), (40.5, 7.5), (0.5, 12.5)])
def test_a_quantile_is_the_inverse(share: float, a: float, b: float) -> None:
    assert cumulative(quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)


def test_known_quantiles() -> None:
    assert quantile(0.1, 0.5, 0.5) == pytest.approx(sin(0.05 * pi) ** 2, abs=1e-12)
    assert quantile(0.3, 1, 1) == pytest.approx(0.3, abs=1e-12)
    assert quantile(0.5, 6, 6) == pytest.approx(0.5, abs=1e-12)
