"""Names decide nothing: the same work under other ids has the same dates."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from benchmarks.instances import Instance, roadmap
from roadmap.sequencing.plan import plan
from roadmap.sequencing.sequence import sequence


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_same_work_under_other_ids_has_the_same_dates(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 100 * n)
    written = roadmap(40, 4, seed)
    ids = sorted(written.portfolio.initiatives)
    names = dict(zip(ids, Random(seed).sample(ids, len(ids)), strict=True))

    before, after = _days(written), _days(_renamed(written, names))

    assert {names[id]: days for id, days in before.items()} == after


def _days(instance: Instance) -> dict[str, tuple[int, int]]:
    order = sequence(instance.portfolio, instance.scores)
    slots = plan(instance.portfolio, instance.scores, order).slots
    return {id: (slot.start_day, slot.end_day) for id, slot in slots.items()}


def _renamed(instance: Instance, names: dict[str, str]) -> Instance:
    renamed = {}
    for id, initiative in instance.portfolio.initiatives.items():
        needs = tuple(names[needed] for needed in initiative.depends_on or ())
        renamed[names[id]] = replace(initiative, id=names[id], depends_on=needs)
    portfolio = replace(instance.portfolio, initiatives=dict(sorted(renamed.items())))
    scores = {names[id]: replace(of, id=names[id]) for id, of in instance.scores.items()}
    return replace(instance, portfolio=portfolio, scores=scores)
