"""Annealing: walks that share the steps, of which the better one counts."""

from __future__ import annotations

import pytest

from benchmarks.instances import roadmap
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.problem import problem
from roadmap.sequencing.schedule.serial import begun
from roadmap.sequencing.search import annealing, compiled_walk
from roadmap.sequencing.search.annealing import Annealing
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.search import schedule_of
from roadmap.sequencing.search.walk import Walk
from roadmap.sequencing.sequence import sequence

STEPS = 600


def schedule(seed: int) -> Schedule:
    of = roadmap(24, 3, seed)
    whole = problem(of.portfolio, of.scores, sequence(of.portfolio, of.scores))
    return schedule_of(whole, begun(whole), groups(whole)[0])


def walked(seed: int, steps: int, shift: int = 0, bound: int = 0) -> Annealing:
    walk = Annealing(schedule(seed), steps, bound, shift=shift)
    walk.run()
    return walk


def test_the_better_of_two_walks_counts_and_either_may_be_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = [walked(seed, STEPS).least for seed in range(8)]
    monkeypatch.setattr(annealing, "WALKS", 1)
    alone = [
        [walked(seed, STEPS // 2, shift).least for shift in (0, 1)] for seed in range(8)
    ]

    assert both == [min(walks) for walks in alone]
    assert {walks.index(min(walks)) for walks in alone} == {0, 1}


def test_what_is_found_costs_what_its_order_costs_and_never_more_than_the_first() -> None:
    for seed in range(4):
        again, walk = schedule(seed), walked(seed, STEPS)
        first = again.total
        again.rebuild(walk.best)
        assert walk.least == again.total < first


def test_nothing_is_walked_once_the_bound_is_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[int] = []
    usual = compiled_walk.long_walk

    def counted(of: Schedule, shift: int) -> Walk:
        taken.append(shift)
        return usual(of, shift)

    monkeypatch.setattr(annealing, "long_walk", counted)
    assert walked(0, STEPS, bound=schedule(0).total).best == schedule(0).order
    assert taken == []
    assert walked(0, STEPS).least < schedule(0).total
    assert taken == [0, 1]
