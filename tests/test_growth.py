"""The harness that measures growth: every kind of input runs, and what grows is noticed."""

from __future__ import annotations

import sys

import pytest

from benchmarks.growing import KINDS, Kind
from benchmarks.growth import Cost, Row, cost, imported

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


@pytest.fixture(scope="module", autouse=True)
def everything_imported() -> None:
    imported()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_small_input_of_every_kind_runs_to_its_end(kind: Kind) -> None:
    measured = cost(kind, 3)

    assert measured.code in (0, 1)
    assert measured.seconds > 0
    assert measured.bytes > 0


def test_inputs_of_twice_the_size_are_larger() -> None:
    for kind in KINDS:
        small, large = (sum(map(len, kind.files(n).values())) for n in (20, 40))
        assert (kind.name, small < large) == (kind.name, True) or kind.name == "a slow team"


def rising(*seconds: float, code: int = 0) -> Row:
    return Row(KINDS[0], tuple(Cost(second, 0, code) for second in seconds))


def test_what_grows_with_the_square_does_not_hold() -> None:
    assert rising(1, 2.2, 4.8).holds
    assert not rising(1, 4, 16).holds
    assert not rising(0.01, 0.04, 0.3).holds
    assert not rising(1, 2, 4, code=-9).holds
