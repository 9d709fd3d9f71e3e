"""Forecasts against a simulator that goes through the calendar day by day.

It is written from docs/forecast.md and shares no code with the forecast.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from benchmarks.event_simulator import Simulator
from benchmarks.forecast import error, experiment
from benchmarks.forecast_portfolios import varied
from benchmarks.scheduled_work import Stay
from benchmarks.true_lengths import Lengths
from roadmap.simulation.drawn import Drawn
from roadmap.simulation.forecast import last_days_of
from tests.answers import answer
from tests.checks.reading import was_read
from tests.portfolio_strategies import portfolios
from tests.simulation.forecasting import draws_of


def lengths_in(drawn: Drawn, draw: int, planned: Lengths) -> Lengths:
    """What a draw makes of the work of each part and of each outside date."""
    whole = drawn.course.problem
    work, dates = dict(planned.work), dict(planned.not_before)
    for number, holds in enumerate(whole.holds):
        id, days = whole.ids[number], drawn.dates[number]
        for hold in holds:
            team = drawn.team(hold)
            luck = drawn.luck.of_part(id, team)[draw]
            (factor,) = drawn.spread(number, hold).factors([luck])
            work[id, team] = planned.work[id, team] * Fraction(factor, 1000)
        if days:
            dates[id] = days[draw]
    return Lengths(work, dates)


def differences(simulator: Simulator, drawn: Drawn, draws: int) -> list[object]:
    """Where the days of the first draws are not those of carrying them out."""
    found: list[object] = []
    starts, ends, done = drawn.courses.start, drawn.courses.end, last_days_of(drawn)
    for draw in range(draws):
        lengths = lengths_in(drawn, draw, simulator.planned_lengths)
        executed = simulator.carried_out(lengths)
        for number, id in enumerate(drawn.course.problem.ids):
            stay = Stay(starts[number][draw], ends[number][draw], done[id][draw])
            if stay != executed[id]:
                found.append((draw, id, stay, executed[id]))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_every_draw_is_what_carrying_out_the_plan_day_by_day_gives(seed: int) -> None:
    made = varied(seed)
    simulator = Simulator(made.portfolio, made.answer)
    assert differences(simulator, made.drawn, 3) == []


@pytest.mark.usefixtures("plans_alone")
@settings(max_examples=25)
@given(portfolios())
def test_every_draw_of_a_small_plan_is_what_carrying_it_out_gives(
    files: dict[str, str],
) -> None:
    portfolio = was_read(files).portfolio
    simulator = Simulator(portfolio, answer("plan", files, "--no-forecast"))
    assert differences(simulator, draws_of(portfolio, draws=200), 5) == []


def test_executions_lie_in_their_ranges_about_as_often_as_foretold() -> None:
    for pairs in experiment(3, 4).shares.values():
        foretold = sum(told for told, _ in pairs) / len(pairs)
        happened = sum(true for _, true in pairs) / len(pairs)
        assert abs(foretold - happened) <= 3 * max(error(pairs), 0.03)
