"""Pushed to the right and to the left again, a schedule keeps all promises."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.portfolio import Minimise
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.serial import feasible, scheduled
from roadmap.sequencing.search.justification import Population
from tests.sequencing.plan_portfolios import Case, crowd, fits, planned, posed


@settings(max_examples=40)
@given(planned(8), st.randoms(use_true_random=False))
def test_a_justified_schedule_is_feasible_and_no_worse(case: Case, random: Random) -> None:
    assert_justified(case, random)


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_a_justified_schedule_of_a_crowd_is_feasible_and_no_worse(random: Random) -> None:
    assert_justified(crowd(random, 20), random)


def assert_justified(case: Case, random: Random) -> None:
    of, values = case
    whole, fixed = posed((replace(of, minimise=Minimise.MAKESPAN), values))
    for group in groups(whole):
        order = feasible(whole, random.sample(group, len(group)))
        before = scheduled(fixed, order)
        (found,) = Population(fixed, group, before, least=0).justified([order])
        after = fixed.copy()
        for each, start in zip(group, found.start, strict=True):
            after.put(each, start)

        assert all(after.ready(each) <= after.start[each] for each in group)
        assert fits(after)
        assert found.rank == aims(after, group)[:2] <= aims(before, group)[:2]
        # What lives on is only the order: it has to give this schedule again.
        assert scheduled(fixed, found.order) == after
