"""The sentence of a plan about itself: the wait, the usual way, and the least."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from roadmap.views.pages.plan import page
from roadmap.views.pages.report import page as report
from tests.building import initiative, portfolio
from tests.views.viewing import answer, lines


def test_the_sentence_names_the_mean_wait_and_that_no_plan_can_do_better() -> None:
    found = page(answer(portfolio(initiative(effort="4w")), {"a": 10}))

    assert lines(found)[0] == (
        "A point of value waits 2 weeks on average; by score with blockers pulled forward "
        "it would wait as long. No plan can do better."
    )


def test_a_close_bound_is_named_with_its_gap_and_a_far_one_is_loose() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    mean = Fraction(10)
    near = replace(
        found.plan, status="bounded", mean_wait_weeks=mean, cost=Fraction(100),
        bound=Fraction(98), bound_mean_wait_weeks=Fraction(98, 10),
    )  # fmt: skip
    far = replace(near, bound=Fraction(62), bound_mean_wait_weeks=Fraction(62, 10))

    assert lines(page(replace(found, plan=near)))[0].endswith(
        "No plan can wait less than 9.8: this one is within 2.1 %."
    )
    assert lines(page(replace(found, plan=far)))[0].endswith(
        "No plan can wait less than 6.2 (loose)."
    )


def test_a_gap_that_missed_deadlines_widen_is_not_said_of_the_wait() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    late = replace(
        found.plan, status="bounded", mean_wait_weeks=Fraction(10), cost=Fraction(102),
        bound=Fraction(100), bound_mean_wait_weeks=Fraction(9),
    )  # fmt: skip

    assert lines(page(replace(found, plan=late)))[0].endswith(
        "Counting what waits beyond its deadline twice, it is within 2 % of the best "
        "possible."
    )


def test_the_least_wait_at_which_musts_are_late_is_said_to_be_the_least() -> None:
    law = initiative("law", effort="16w", must="law", deadline="2027-01-22")
    found = answer(portfolio(law), {"law": 10})
    assert found.plan
    assert found.plan.gap == 0
    doubled = replace(found.plan, bound_mean_wait_weeks=Fraction(7))

    assert lines(page(found))[0].endswith("it would wait as long. No plan can wait less.")
    assert lines(page(replace(found, plan=doubled)))[0].endswith(
        "Counting what waits beyond its deadline twice, no plan whose musts are no later "
        "can wait less."
    )


def test_the_soonest_end_at_which_musts_are_late_is_said_to_be_the_soonest() -> None:
    law = initiative("law", effort="16w", must="law", deadline="2027-01-22")
    found = answer(portfolio(law, minimise="makespan"), {"law": 10})
    assert found.plan
    assert found.plan.gap == 0

    assert lines(page(found))[0].endswith(
        "No plan whose musts are no later can end sooner."
    )


def test_a_far_bound_on_the_last_end_is_a_date_that_no_plan_ends_before() -> None:
    found = answer(portfolio(initiative(effort="16w"), minimise="makespan"))
    assert found.plan
    far = replace(found.plan, status="bounded", bound=Fraction(10))

    # Day 9 is the last of ten working days.
    assert lines(page(replace(found, plan=far)))[0].endswith(
        "No plan can end before 15 January (loose)."
    )


def test_figures_of_the_whole_plan_say_so_where_only_some_of_it_is_shown() -> None:
    found = answer(portfolio(initiative("a"), initiative("b")), {"a": 10, "b": 5})
    some = replace(found, shown=frozenset(["a"]))

    assert lines(page(some))[0] == (
        "The load above and the figures here are of the whole plan (2 initiatives)."
    )
    assert "The figures below are of the whole plan (2 initiatives)." in lines(
        report(some, ["summary"])
    )
    assert not [line for line in lines(page(found)) if "whole plan" in line]


def test_the_usual_way_is_compared_only_when_both_are_equally_late() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    late = replace(found.plan, usual_late=3, usual_mean_wait_weeks=Fraction(1))

    assert lines(page(replace(found, plan=late)))[0].startswith(
        "A point of value waits 2 weeks on average; "
        "by score with blockers pulled forward, musts would be 3 working days later."
    )


def test_a_gap_is_never_said_smaller_than_it_is() -> None:
    alone = answer(portfolio(initiative()), {"a": 1})
    assert alone.plan
    near = replace(
        alone.plan, status="bounded", bound=Fraction(100), bound_mean_wait_weeks=Fraction(1)
    )

    said = []
    for cost in (Fraction(101_404, 1000), Fraction(101), Fraction(100_001, 1000)):
        plan = replace(near, cost=cost, mean_wait_weeks=cost / 100)
        said += lines(page(replace(alone, plan=plan)))

    found = [line.split("within ")[1] for line in said if "within" in line]
    assert found == ["1.5 %.", "1 %.", "0.1 %."]
