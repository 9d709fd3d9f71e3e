"""Delivered work as a reference: what it took shifts and spreads work to come."""

from __future__ import annotations

from math import exp, log, sqrt
from statistics import fmean, median, stdev

import pytest

from roadmap.model.initiative import Initiative
from roadmap.simulation.forecast import calibrated_on, uncertain
from roadmap.simulation.reference_class import reference_classes
from tests.building import initiative, portfolio, team
from tests.simulation.forecasting import draws_of, forecast_of, planned

TOOK = (8, 9, 10, 10, 12, 13, 15, 20)
"""Days that work of ten days took."""
T_7 = 1.4149
"""The 90 % quantile of Student's t with 7 degrees of freedom, from a table."""


def done(took: tuple[int, ...] = TOOK, team: str = "team") -> list[Initiative]:
    return [
        initiative(
            f"{team}-{number}", status="delivered", delivered="2026-12-01",
            effort={team: "10d"}, spent={team: f"{days}d"},
        )
        for number, days in enumerate(took)
    ]  # fmt: skip


def test_the_next_piece_of_work_is_foretold_by_students_t() -> None:
    logs = [log(days / 10) for days in TOOK]
    reach = T_7 * stdev(logs) * sqrt(1 + 1 / 8)
    found = reference_classes(portfolio(*done()))[None]

    assert found.n == 8
    assert found.median == pytest.approx(exp(median(logs)))
    assert found.low == pytest.approx(exp(fmean(logs) - reach), abs=1e-4)
    assert found.high == pytest.approx(exp(fmean(logs) + reach), abs=1e-4)


def test_seven_pieces_of_work_are_too_few() -> None:
    seven = portfolio(*done(TOOK[:7]), initiative("next"))

    assert reference_classes(seven) == {}
    assert calibrated_on(seven) == 0
    assert not uncertain(seven)


def test_a_team_with_a_record_of_its_own_is_judged_by_that() -> None:
    teams = [team("web"), team("data")]
    both = portfolio(*done(team="web"), *done((20,) * 8, "data"), teams=teams)
    found = reference_classes(both)

    assert found["data"].median == pytest.approx(2)
    assert found["web"].median < 1.2 < found[None].median


def test_work_to_come_is_shifted_and_work_in_progress_is_not() -> None:
    twice = done((20,) * 8)
    coming, going = initiative("coming"), initiative("going", status="in_progress")
    for each, factor in ((coming, 2), (going, 1)):
        whole = portfolio(*twice, each)
        days = planned(whole).slots[each.id].end_day
        assert forecast_of(whole).ranges[each.id].p50 == days * factor - 1


def test_typed_ranges_keep_their_width() -> None:
    typed = initiative("typed", effort="2w..6w")
    alone, among = (
        forecast_of(portfolio(typed)),
        forecast_of(portfolio(typed, *done((20,) * 8))),
    )
    ends = alone.ranges["typed"], among.ranges["typed"]

    assert (ends[1].p90 + 1) / (ends[1].p10 + 1) == pytest.approx(
        (ends[0].p90 + 1) / (ends[0].p10 + 1), rel=0.1
    )
    assert ends[1].p50 + 1 == pytest.approx(2 * (ends[0].p50 + 1), abs=1)


def test_a_record_all_over_the_place_still_ends_at_a_twentieth_of_its_median() -> None:
    wild = done((1, 1, 1, 10, 10, 400, 400, 400))
    (drawn,) = draws_of(portfolio(*wild, initiative("next", effort="200w"))).courses.end
    tenth = sorted(drawn)[len(drawn) // 10]
    assert tenth == pytest.approx(1000 / 2 / 20, rel=0.2)


def test_a_forecast_says_what_it_rests_on() -> None:
    assert forecast_of(portfolio(*done(), initiative("next"))).calibrated == 8
    assert forecast_of(portfolio(initiative("next"))).calibrated == 0
