"""How often guesses came true, by class of evidence, and what work took."""

from __future__ import annotations

from fractions import Fraction

import pytest

from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.calibration import Calibration, calibrations, interval
from roadmap.outcomes.estimates import Estimates, estimates, quantile
from tests.building import evidence, initiative, measure, outcome, portfolio, team

PROOF = [
    evidence("poll", "survey", on="2026-01-31"),
    evidence("trial", "experiment", on="2026-06-30"),
]


def done(
    id: str,
    value: float | None,
    proof: str = "poll",
    *,
    on: str = "2026-08-31",
    started: str | None = None,
    impact: str = "high",
) -> Initiative:
    actual = {} if value is None else {"2026-12-01": value}
    claim = outcome(impact=impact, evidence=[proof], measure=measure(id, actual))
    return initiative(
        id, outcomes=[claim], status="delivered", delivered=on, started=started
    )


def facts(*work: Initiative) -> Portfolio:
    return portfolio(*work, evidence=PROOF)


def only(*work: Initiative) -> Calibration:
    (found,) = calibrations(facts(*work))
    return found


def test_a_class_is_claimed_confidence_against_progress_reached() -> None:
    found = only(done("a", 50), done("b", 90))

    assert (found.evidence_class, found.measured, found.due) == ("survey", 2, 2)
    assert (found.claimed, found.reached) == (Fraction(7, 10), Fraction(3, 10))


def test_progress_is_clipped_to_what_was_claimed() -> None:
    assert only(done("a", -300), done("b", 300)).reached == Fraction(1, 2)


def test_what_is_due_and_not_measured_counts_as_due() -> None:
    found = only(done("a", 50), done("b", None), done("c", None, on="2026-12-01"))

    assert (found.measured, found.due) == (1, 2)


def test_without_an_actual_nothing_is_said_about_what_was_reached() -> None:
    found = only(done("a", None))

    assert (found.measured, found.due, found.claimed, found.reached) == (0, 1, None, None)
    assert (found.low, found.high, found.proposed) == (None, None, None)


def test_the_interval_is_that_of_jeffreys() -> None:
    found = only(done("a", 50), done("b", 90))

    assert (found.low, found.high) == interval(Fraction(6, 10), 2)
    assert found.low is not None
    assert found.high is not None
    assert found.low < Fraction(3, 10) < found.high


def test_a_cap_within_the_interval_stays() -> None:
    assert only(done("a", 50), done("b", 30)).proposed is None


def test_a_cap_outside_of_it_moves_towards_what_was_reached() -> None:
    work = [done(f"i{n}", 100) for n in range(7)]
    found = only(*work)

    assert found.high
    assert found.high < found.cap == Fraction(7, 10)
    assert found.proposed == Fraction(30, 100)  # (5 × 70 % + 0) ÷ 12 = 29.2 %


def test_a_guess_is_that_of_the_start_of_work() -> None:
    before = only(done("a", 50, "trial", on="2026-08-31", started="2026-06-01"))
    after = only(done("a", 50, "trial", on="2026-08-31", started="2026-07-01"))

    assert (before.evidence_class, before.claimed) == ("hunch", Fraction(1, 10))
    assert (after.evidence_class, after.claimed) == ("experiment", Fraction(95, 100))


def test_classes_stand_weakest_first_and_harm_has_none() -> None:
    work = [done("a", 50, "trial"), done("b", 50), done("c", 50, impact="-high")]

    assert [calibration.evidence_class for calibration in calibrations(facts(*work))] == [
        "survey",
        "experiment",
    ]


def took(id: str, spent: str | None, effort: str | None = "4w", on: str = "2026-12-01",
         name: str = "web") -> Initiative:  # fmt: skip
    return initiative(
        id,
        effort=None if effort is None else {name: effort},
        spent=None if spent is None else {name: spent},
        status="delivered",
        delivered=on,
    )


def record(*work: Initiative) -> tuple[Estimates, ...]:
    return estimates(portfolio(*work, teams=[team("web"), team("data")]))


def test_work_that_took_as_long_as_estimated_is_one() -> None:
    assert record(took("a", "4w")) == (Estimates(None, 1, *[Fraction(1)] * 3),)


def test_the_median_is_in_the_middle_and_the_interval_around_it() -> None:
    (found,) = record(took("a", "2w"), took("b", "4w"), took("c", "8w"))

    assert [found.ratio, found.low, found.high] == [1, Fraction(1, 2), 2]


def test_two_records_meet_at_their_geometric_mean() -> None:
    (found,) = record(took("a", "2w"), took("b", "8w"))

    assert found.ratio == 1


@pytest.mark.parametrize(
    "work", [took("a", None), took("a", "4w", None), took("a", "4w", "0d"),
             took("a", "4w", on="2027-06-01")],
)  # fmt: skip
def test_what_was_not_estimated_or_not_noted_is_no_record(work: Initiative) -> None:
    assert record(work) == ()


def test_a_team_has_a_record_of_its_own_from_eight_pieces_of_work_on() -> None:
    web = [took(f"w{n}", "8w") for n in range(8)]
    data = [took(f"d{n}", "4w", name="data") for n in range(7)]
    pooled, own = record(*web, *data)

    assert (pooled.team, pooled.n, own.team, own.n) == (None, 15, "web", 8)
    assert own.ratio == 2


def test_quantiles_lie_between_their_neighbours() -> None:
    assert quantile([0.0, 1.0, 2.0, 3.0], 0.5) == 1.5
    assert quantile([float(n) for n in range(9)], 0.1) == 0.0
