"""Laws of the projection, on drawn portfolios."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.calendar import Period
from roadmap.model.initiative import Claim, Initiative, Measure, Status
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.needs import need_forecasts
from roadmap.scoring.catalogue import scores
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import constants
from roadmap.scoring.impact import impact
from tests.building import (
    contribution,
    evidence,
    initiative,
    measure,
    need,
    objective,
    outcome,
    portfolio,
    segment,
)

AS_OF = date(2027, 1, 4)
SURVEYED = date(2026, 9, 30)
PROOF = [
    evidence("poll", "survey", on="2026-01-31"),
    evidence("trial", "experiment", on="2025-03-31"),
    evidence("numbers", "data", on="2026-08-31"),
]
percents = st.integers(0, 100).map(lambda share: f"{share}%")
impacts = st.one_of(percents, percents.map(lambda share: f"-{share}"), st.just("high"))
days = st.dates(SURVEYED, AS_OF)
later = st.dates(AS_OF + timedelta(days=1), date(2030, 1, 1))
wanted, counts, tenths = st.sampled_from(["n", "m"]), st.integers(1, 4), st.integers(0, 10)
asked = st.sampled_from([None, ["firms"], ["firms", "families"]])
confidences, protects = st.one_of(st.none(), percents), st.booleans()
studies = st.lists(st.sampled_from(["poll", "trial", "numbers"]), max_size=2)
SEGMENTS = [segment("firms", customers=3), segment("families", customers=1)]
grouped = st.sampled_from([SEGMENTS, []])


def claim(draw: st.DrawFn, number: int) -> Claim:
    return outcome(
        draw(wanted),
        segments=draw(asked),
        reach=draw(percents),
        impact=draw(impacts),
        confidence=draw(confidences),
        evidence=draw(studies),
        protects=draw(protects),
        measure=measure(f"metric {number}"),
    )


@st.composite
def portfolios(draw: st.DrawFn) -> Portfolio:
    """Two needs, asked on one day, and up to four initiatives with a claim each."""
    work = [initiative(f"i{n}", outcomes=[claim(draw, n)]) for n in range(draw(counts))]
    return portfolio(
        *work,
        needs=[
            need(
                id,
                importance=draw(tenths),
                satisfaction=draw(tenths),
                surveyed="2026-09-30",
            )
            for id in ("n", "m")
        ],
        segments=draw(grouped),
        evidence=PROOF,
    )


def projected(found: Portfolio) -> list[Fraction]:
    return [forecast.projected for forecast in need_forecasts(found)]


def with_first(found: Portfolio, first: Initiative) -> Portfolio:
    return replace(found, initiatives={**found.initiatives, first.id: first})


def delivered(found: Portfolio, on: date) -> Initiative:
    first = found.initiatives["i0"]
    return replace(first, status=Status.DELIVERED, delivered=Period(on, on))


def with_actual(found: Initiative, on: date, value: Fraction) -> Initiative:
    (claim,) = found.outcomes
    assert claim.measure is not None
    (actual,) = measure(actual={on.isoformat(): value}).actual
    stated: Measure = replace(claim.measure, actual=(actual,))
    return replace(found, outcomes=(replace(claim, measure=stated),))


@given(portfolios())
def test_delivering_after_the_survey_unmeasured_changes_no_projection(
    found: Portfolio,
) -> None:
    assert projected(with_first(found, delivered(found, AS_OF))) == projected(found)


@given(portfolios(), days)
def test_progress_equal_to_the_counted_confidence_changes_no_projection(
    found: Portfolio, on: date
) -> None:
    done = delivered(found, on)
    (claim,) = done.outcomes
    harms = impact(claim.impact, constants(found)).share < 0
    wanted = found.needs[claim.target]
    sure = confidence(found, done, claim, wanted, harms=harms, when=on).counted
    measured = with_actual(done, AS_OF, 100 - 100 * sure)

    assert projected(with_first(found, measured)) == projected(with_first(found, done))


@given(portfolios(), days, st.integers(-50, 150))
def test_a_newer_survey_overrides_what_was_delivered_before_it(
    found: Portfolio, on: date, value: int
) -> None:
    found = replace(found, as_of=AS_OF + timedelta(days=9))
    done = with_actual(delivered(found, on), AS_OF, Fraction(value))
    newer = need(importance=8, satisfaction=6, surveys={"2027-01-05": (8, 6)})
    asked = {id: replace(newer, id=id) for id in found.needs}
    without = {id: it for id, it in found.initiatives.items() if id != done.id}

    after = replace(with_first(found, done), needs=asked)
    assert projected(after) == projected(replace(after, initiatives=without))


@given(portfolios(), days, later, st.integers(-50, 150))
def test_nothing_dated_after_as_of_changes_anything(
    found: Portfolio, on: date, future: date, value: int
) -> None:
    first = found.initiatives["i0"]
    done = delivered(found, on)
    surprise = with_actual(done, future, Fraction(value))
    newer = need(surveys={future.isoformat(): (9, 1)}).surveys
    told = {
        id: replace(it, surveys=(*need(surveys={"2026-09-30": (
            it.survey.importance, it.survey.satisfaction)}).surveys, *newer))
        for id, it in found.needs.items()
    }  # fmt: skip

    assert projected(with_first(found, delivered(found, future))) == projected(found)
    assert projected(with_first(found, surprise)) == projected(with_first(found, done))
    assert projected(replace(found, needs=told)) == projected(found)
    assert projected(with_first(found, with_actual(first, on, Fraction(value)))) == (
        projected(found)
    )


@given(portfolios(), days, st.integers(-300, 300))
def test_satisfaction_stays_between_0_and_10(
    found: Portfolio, on: date, value: int
) -> None:
    done = with_actual(delivered(found, on), AS_OF, Fraction(value))

    assert all(0 <= each <= 10 for each in projected(with_first(found, done)))


def scored(found: Portfolio) -> dict[str, Fraction | None]:
    return {id: score.value for id, score in scores(found, "customer-value").items()}


@given(portfolios(), days, later, st.integers(-50, 150))
def test_own_actuals_and_what_lies_after_as_of_change_no_score(
    found: Portfolio, on: date, future: date, value: int
) -> None:
    first = found.initiatives["i0"]
    gains = replace(first, contributions=(contribution("o", impact="high"),))
    aim = objective("o", baseline=0, target=100)
    before = replace(with_first(found, gains), objectives={"o": aim})

    measured = with_first(before, with_actual(gains, on, Fraction(value)))
    assert scored(measured) == scored(before)

    (result,) = aim.key_results
    ahead = replace(result, actual=measure(actual={future.isoformat(): value}).actual)
    surveys = need(surveys={future.isoformat(): (9, 1), "2026-09-30": (8, 4)}).surveys
    past, told = (
        replace(
            before, needs={id: replace(it, surveys=some) for id, it in found.needs.items()}
        )
        for some in (surveys[1:], surveys)
    )
    seen = replace(told, objectives={"o": replace(aim, key_results=(ahead,))})
    assert scored(seen) == scored(past)
