"""The harness that measures plans: its judge is awake."""

from __future__ import annotations

import pytest

from benchmarks.cases import Case, Times
from benchmarks.instances import disturbed, roadmap
from benchmarks.rivals import Rival, available, forward

CASE = Case(disturbed(roadmap(30, 3)))


@pytest.mark.parametrize("rival", [available.RIVAL, forward.RIVAL], ids=lambda it: it.name)
def test_the_usual_ways_keep_all_rules(rival: Rival) -> None:
    times = rival.plan(CASE, 0)

    assert times is not None
    assert CASE.broken(times) == []


def test_a_plan_on_earlier_days_breaks_a_rule() -> None:
    times = forward.plan(CASE, 0)
    tight = max(times, key=lambda each: times[each])
    start, _ = times[tight]
    earlier: Times = {**times, **CASE.from_starts({tight: start - 1})}

    assert CASE.broken(earlier) != []
