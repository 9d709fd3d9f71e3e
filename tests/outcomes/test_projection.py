"""Delivered work counts for customers who were not asked since."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from roadmap.model.customers import Survey
from roadmap.model.initiative import Claim, Initiative, Measure
from roadmap.outcomes.needs import NeedForecast, need_forecasts
from tests.building import (
    evidence,
    initiative,
    measure,
    need,
    outcome,
    period,
    portfolio,
    segment,
)

TRIAL = evidence("trial", "experiment", on="2026-06-01")


def claim(impact: str = "50%", actual: Measure | None = None, **rest: Any) -> Claim:
    sure = {"confidence": "60%", "evidence": ["trial"], **rest}
    return outcome(impact=impact, reach="100%", measure=actual, **sure)


def done(
    id: str = "a", claimed: Claim | None = None, on: str | None = "2026-11-20"
) -> Initiative:
    return initiative(id, outcomes=[claimed or claim()], status="delivered", delivered=on)


def forecast(*initiatives: Initiative, surveyed: str | None = "2026-09-30") -> NeedForecast:
    facts = portfolio(
        *initiatives,
        needs=[need(importance=8, satisfaction=4, surveyed=surveyed)],
        evidence=[TRIAL],
    )
    (only,) = need_forecasts(facts)
    return only


def test_delivering_work_after_the_survey_changes_no_projection() -> None:
    before = forecast(initiative("a", outcomes=[claim()]))

    assert forecast(done()).projected == before.projected == 4 + 6 * Fraction(3, 10)


def test_delivered_work_is_named_among_what_addresses_a_need() -> None:
    found = forecast(done())

    assert found.addressed
    assert [(it.id, it.delivered, it.measured) for it in found.effects] == [
        ("a", True, False)
    ]


def test_what_was_delivered_before_the_survey_is_in_its_number() -> None:
    found = forecast(done(on="2026-09-29"))

    assert found.projected == 4
    assert not found.effects
    assert forecast(done(on="2026-09-30")).effects


def test_without_a_date_of_the_survey_delivered_work_counts_and_says_so() -> None:
    found = forecast(done(), surveyed=None)

    assert found.survey_undated
    assert found.projected == forecast(done()).projected
    assert not forecast(done()).survey_undated


def test_a_delivery_without_a_date_is_in_the_number_with_a_note() -> None:
    found = forecast(done(on=None), surveyed=None)

    assert found.projected == 4
    assert (found.effects, found.undated) == ((), ("a",))


def test_measured_work_counts_as_far_as_it_got() -> None:
    reached = measure(actual={"2026-12-15": 75})

    assert forecast(done("a", claim(actual=reached))).projected == 4 + 6 * Fraction(1, 8)


def test_more_than_was_claimed_counts_as_claimed() -> None:
    beyond = measure(actual={"2026-12-15": -50})

    assert forecast(done("a", claim(actual=beyond))).projected == 4 + 6 * Fraction(1, 2)


def test_a_metric_that_got_worse_is_harm() -> None:
    worse = measure(actual={"2026-12-15": 120})
    found = forecast(done("a", claim(actual=worse)))

    assert found.projected == 4 * (1 - Fraction(1, 2) * Fraction(1, 5))
    assert not found.addressed


def test_metrics_that_rise_work_the_same() -> None:
    rising = measure(baseline=40, target=80, actual={"2026-12-15": 50})

    assert forecast(done("a", claim(actual=rising))).projected == 4 + 6 * Fraction(1, 8)


@pytest.mark.parametrize("actual", [{"2026-11-19": 0}, {"2027-01-05": 0}, {}])
def test_what_was_read_before_delivery_or_after_as_of_measures_nothing(
    actual: dict[str, float],
) -> None:
    unmeasured = forecast(done("a", claim(actual=measure(actual=actual))))

    assert unmeasured.projected == forecast(done()).projected


def test_delivered_and_planned_work_multiply_what_they_leave() -> None:
    planned = initiative("b", outcomes=[claim("100%")])
    left = (1 - Fraction(3, 10)) * (1 - Fraction(6, 10))

    assert forecast(done(), planned).projected == 4 + 6 * (1 - left)


def test_a_metric_that_two_claims_name_is_credited_once() -> None:
    one, two = measure(actual={"2026-12-15": 20}), measure(" Calls a  month")
    found = forecast(
        done("a", claim("30%", one)), done("b", claim("10%", two)), surveyed="2026-09-30"
    )
    closed = {it.id: it.closed for it in found.effects}

    assert closed == {
        "a": Fraction(3, 10) * Fraction(8, 10) * Fraction(3, 4),
        "b": Fraction(1, 10) * Fraction(8, 10) * Fraction(1, 4),
    }


def test_only_segments_that_were_not_asked_since_are_counted() -> None:
    asked = need(importance=8, satisfaction=4, surveys={"2026-09-30": (8, 4)})
    (survey,) = asked.surveys
    later = replace(
        survey, date=period("2026-12-31"), importance=None, satisfaction=None,
        by_segment=(("firms", Survey(Fraction(8), Fraction(4))),),
    )  # fmt: skip
    facts = portfolio(
        done(),
        needs=[replace(asked, surveys=(survey, later))],
        segments=[segment("firms", customers=3), segment("families", customers=1)],
        evidence=[TRIAL],
    )
    (found,) = need_forecasts(facts)

    assert found.projected == 4 + 6 * Fraction(1, 4) * Fraction(3, 10)


def test_what_is_delivered_after_as_of_is_still_planned() -> None:
    found = forecast(done(on="2027-01-05"))

    assert [(it.planned, it.delivered) for it in found.effects] == [(True, False)]
    assert found.projected == forecast(initiative("a", outcomes=[claim()])).projected


def test_confidence_is_that_of_the_day_of_delivery() -> None:
    old = evidence("old", "survey", on="2025-12-31")
    late = evidence("late", "experiment", on="2026-12-01")
    facts = [
        portfolio(
            done("a", claim(confidence="90%", evidence=[proof.id])),
            needs=[need(importance=8, satisfaction=4, surveyed="2026-09-30")],
            evidence=[proof],
        )
        for proof in (old, late)
    ]
    closed = [need_forecasts(fact)[0].effects[0].closed for fact in facts]

    assert closed == [Fraction(1, 2) * Fraction(7, 10), Fraction(1, 2) * Fraction(1, 10)]


def test_dropped_work_does_nothing() -> None:
    assert forecast(initiative("a", outcomes=[claim()], status="dropped")).effects == ()


def test_delivered_harm_counts_as_planned_harm_does() -> None:
    planned = forecast(initiative("a", outcomes=[claim("-50%")]))
    measured = measure(actual={"2026-12-15": 100})

    assert forecast(done("a", claim("-50%"))).projected == planned.projected < 4
    assert forecast(done("a", claim("-50%", measured))).projected == 4
