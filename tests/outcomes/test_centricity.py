"""Six ratios, each counted by hand on a small portfolio."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.centricity import Habit, Ratio, centricity, headline
from roadmap.outcomes.concordance import concordance
from roadmap.scoring.catalogue import scores
from tests.building import evidence, initiative, measure, need, outcome, portfolio

ALL_THREE = (("customer", "Ana"), ("commercial", "Ben"), ("operational", "Cleo"))


def ratios(found: Portfolio, **ends: int) -> dict[Habit, Ratio]:
    scored = scores(found, "customer-value")
    return {ratio.habit: ratio for ratio in centricity(found, scored, ends)}


def share(of: Habit, found: Portfolio, **ends: int) -> Fraction | None:
    return ratios(found, **ends)[of].share


def test_we_know_what_rests_on_a_fresh_survey_or_better() -> None:
    found = portfolio(
        initiative("asked", outcomes=[outcome(evidence=["survey"])]),
        initiative("guessed", outcomes=[outcome(evidence=["call"])]),
        evidence=[evidence("survey"), evidence("call", "request")],
    )

    ratio = ratios(found, asked=5, guessed=9)[Habit.KNOW]

    assert ratio.share == Fraction(70, 70 + 35)  # the caps of both classes
    assert ratio.lacking == ("guessed",)


def test_an_old_survey_is_not_what_we_know() -> None:
    found = portfolio(
        initiative("asked", outcomes=[outcome(evidence=["survey"])]),
        evidence=[evidence("survey", on="2025-01-31")],
    )

    assert share(Habit.KNOW, found, asked=5) == 0


def test_we_respond_to_the_needs_that_planned_work_addresses() -> None:
    found = portfolio(
        initiative("a", outcomes=[outcome("bill")]),
        initiative("idea", outcomes=[outcome("hardship")], status="idea"),
        needs=[need("bill", 10, 5), need("hardship", 10, 5, affects="50%")],
    )

    ratio = ratios(found, a=5)[Habit.RESPOND]

    assert (ratio.numerator, ratio.denominator) == (Fraction(1, 2), Fraction(3, 4))
    assert ratio.lacking == ("hardship",)


def test_delivered_work_is_measured_once_there_is_an_actual() -> None:
    def done(id: str, actual: dict[str, float]) -> Initiative:
        claim = outcome(measure=measure(id, actual))
        return initiative(id, outcomes=[claim], status="delivered", delivered="2026-11-01")

    found = portfolio(done("a", {"2026-12-01": 50}), done("b", {}))

    assert share(Habit.MEASURE, found) == Fraction(1, 2)
    assert ratios(found)[Habit.MEASURE].lacking == ("b",)


def test_decided_work_is_measurable_with_baseline_target_and_date() -> None:
    whole = outcome(measure=measure("whole", by="2027-06-30"))
    undated = outcome(measure=measure("undated"))
    found = portfolio(
        initiative("a", outcomes=[whole, undated], status="committed"),
        initiative("b", outcomes=[outcome()], status="proposed"),
    )

    ratio = ratios(found, a=5, b=9)[Habit.MEASURE]

    assert ratio.denominator == 2
    assert ratio.share == Fraction(1, 2)


def test_three_perspectives_count_by_the_value_that_they_looked_at() -> None:
    found = portfolio(
        initiative("seen", outcomes=[outcome(impact="60%")], perspectives=ALL_THREE),
        initiative("half", outcomes=[outcome(impact="20%")], perspectives=ALL_THREE[:2]),
    )

    assert share(Habit.TOGETHER, found, seen=5, half=9) == Fraction(3, 4)


def test_needs_decide_where_more_points_for_them_come_earlier() -> None:
    found = portfolio(
        *(
            initiative(id, outcomes=[outcome(impact=impact)])
            for id, impact in (("much", "60%"), ("some", "40%"), ("little", "20%"))
        )
    )

    assert share(Habit.DECIDE, found, much=5, some=10, little=15) == 1
    assert share(Habit.DECIDE, found, much=15, some=10, little=5) == 0
    assert share(Habit.DECIDE, found, much=10, some=5, little=15) == Fraction(2, 3)


def test_commitments_are_kept_by_the_day_that_was_told() -> None:
    def told(id: str, delivered: str) -> Initiative:
        return initiative(
            id, status="delivered", promised="2026-10-30", delivered=delivered
        )

    found = portfolio(told("kept", "2026-10-30"), told("late", "2026-11-02"))

    assert share(Habit.KEEP, found) == Fraction(1, 2)
    assert ratios(found)[Habit.KEEP].lacking == ("late",)


def test_a_commitment_that_nobody_delivered_by_its_day_was_due_and_is_not_kept() -> None:
    found = portfolio(
        initiative("open", promised="2026-10-30"),
        initiative("given-up", status="dropped", promised="2026-10-30"),
        initiative("given-up-in-time", status="dropped", promised="2027-06-30"),
        initiative("due-today", promised="2027-01-04"),
        initiative("kept", status="delivered", promised="2026-10-30",
                   delivered="2026-10-01"),
        initiative("some-day", status="delivered", promised="2026-10-30"),
        as_of="2027-01-04",
    )  # fmt: skip

    ratio = ratios(found)[Habit.KEEP]

    assert ratio.share == Fraction(1, 3)
    assert ratio.lacking == ("open", "given-up")


def test_nothing_to_count_is_no_zero() -> None:
    every = ratios(portfolio())

    assert {ratio.share for ratio in every.values()} == {None}
    assert headline(list(every.values())) is None


def test_the_headline_is_the_mean_of_what_can_be_counted() -> None:
    counted = Ratio(Habit.KNOW, Fraction(1), Fraction(2))
    full = Ratio(Habit.KEEP, Fraction(3), Fraction(3))
    nothing = Ratio(Habit.DECIDE, Fraction(0), Fraction(0))

    assert headline([counted, full, nothing]) == Fraction(3, 4)


@given(st.lists(st.tuples(st.integers(0, 4).map(Fraction), st.integers(0, 4)), max_size=12))
def test_pairs_are_counted_as_one_would_count_them_one_by_one(
    pairs: list[tuple[Fraction, int]],
) -> None:
    differing = [
        (one, other)
        for one, other in combinations(pairs, 2)
        if one[0] != other[0] and one[1] != other[1]
    ]
    agreeing = [1 for one, other in differing if (one[0] > other[0]) == (one[1] < other[1])]

    assert concordance(pairs) == (len(agreeing), len(differing))
