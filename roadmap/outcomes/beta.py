"""The beta distribution: the share that so many successes and failures speak for.

The continued fraction of the incomplete beta function: Abramowitz and Stegun, 26.5.8,
evaluated after Lentz (Press et al., Numerical Recipes, 1992, section 6.4).
"""

from __future__ import annotations

from math import exp, lgamma, log, log1p

_TINY = 1e-300
_CLOSE = 1e-14
_MOST = 1000
"""Terms of the continued fraction; it takes about the root of its parameters."""
_HALVINGS = 60


def quantile(share: float, a: float, b: float) -> float:
    """The value below which a share of Beta(a, b) lies; `a` and `b` are above 0.

    >>> round(quantile(0.5, 2, 2), 6), round(quantile(0.1, 1, 1), 6)
    (0.5, 0.1)
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if cumulative(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def cumulative(x: float, a: float, b: float) -> float:
    """The share of Beta(a, b) that lies below x: the regularised incomplete beta function.

    >>> round(cumulative(0.25, 1, 1), 6), round(cumulative(0.5, 2, 3), 6)
    (0.25, 0.6875)
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):  # where the fraction converges slowly, use symmetry
        return 1 - cumulative(1 - x, b, a)
    logs = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    return exp(logs) / a * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    above, below = 1.0, _solid(1 - (a + b) * x / (a + 1))
    below = 1 / below
    value = below
    for m in range(1, _MOST):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            below = 1 / _solid(1 + term * below)
            above = _solid(1 + term / above)
            value *= below * above
        if abs(below * above - 1) < _CLOSE:
            break
    return value


def _solid(number: float) -> float:
    """A number that can be divided by."""
    return number if abs(number) > _TINY else _TINY
