"""Forecasts against a simulator that goes through the calendar day by day.

It is written from docs/forecast.md and shares no code with the forecast.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from benchmarks.executions import Work
from benchmarks.forecast import Planned, error, experiment, planned
from roadmap.simulation.drawn import Drawn

DRAWS = (0, 1, 2)


def work_in(made: Planned, drawn: Drawn, draw: int) -> Work:
    """What a draw makes of the work of each part."""
    whole = drawn.course.problem
    found = {}
    for number, holds in enumerate(whole.holds):
        id = whole.ids[number]
        for hold in holds:
            team = drawn.team(hold)
            parts = made.portfolio.initiatives[id].parts
            work = next(part.work for part in parts if part.team == team)
            luck = drawn.luck.of_part(id, team)[draw]
            (factor,) = drawn.spread(number, hold).factors([luck])
            found[id, team] = work.middle * Fraction(factor, 1000)
    return found


@pytest.mark.parametrize("seed", range(2))
def test_every_draw_is_what_executing_the_plan_day_by_day_gives(seed: int) -> None:
    made = planned(seed)
    drawn, execution = made.drawn(), made.execution()
    ids = drawn.course.problem.ids
    for draw in DRAWS:
        dates = {id: days[draw] for id, days in zip(ids, drawn.dates, strict=True) if days}
        starts, ends = execution.run(work_in(made, drawn, draw), dates)
        for number, id in enumerate(ids):
            assert starts[id] == drawn.courses.start[number][draw]
            assert ends[id] == drawn.courses.end[number][draw]


def test_a_plan_executed_as_counted_is_the_plan() -> None:
    made = planned(7)
    own = {
        (id, part.team): part.work.middle
        for id in made.plan.slots
        for part in made.portfolio.initiatives[id].parts
    }
    starts, ends = made.execution().run(own, {})

    assert starts == {id: slot.start_day for id, slot in made.plan.slots.items()}
    assert ends == {id: slot.end_day for id, slot in made.plan.slots.items()}


def test_executions_lie_in_their_ranges_about_as_often_as_foretold() -> None:
    tally = experiment(3, 4)
    for pairs in (tally.inside, tally.safe):
        foretold = sum(told for told, _ in pairs) / len(pairs)
        happened = sum(true for _, true in pairs) / len(pairs)
        assert abs(foretold - happened) <= 3 * max(error(pairs), 0.03)
