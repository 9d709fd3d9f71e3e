"""Average time to value: of a plan, of the naive order, and the least that is possible."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from roadmap.model.portfolio import Minimise
from roadmap.sequencing.results import SolveStatus
from roadmap.views.pages.plan import page
from roadmap.views.pages.report import page as report
from tests.building import initiative, portfolio
from tests.views.viewing import answer, lines


def test_the_average_stands_beside_the_naive_order_and_what_is_proven() -> None:
    found = page(answer(portfolio(initiative(effort="4w")), {"a": 10}))

    assert lines(found)[:2] == [
        "Average time to value: 2.0 weeks (naive order: the same; proven optimal).",
        "Weighted by value, from 4 January 2027 to delivery; naive order is by score, "
        "with prerequisites pulled forward.",
    ]


def test_a_plan_without_any_value_says_what_it_follows() -> None:
    assert lines(page(answer(portfolio(initiative()))))[0] == (
        "No initiative has a value yet, so the plan follows dependencies alone."
    )


def test_a_close_bound_is_named_with_its_gap_and_a_far_one_is_not_tight() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    mean = Fraction(10)
    near = replace(
        found.plan, status=SolveStatus.BOUNDED, mean_wait_weeks=mean, cost=Fraction(100),
        bound=Fraction(98), bound_mean_wait_weeks=Fraction(98, 10),
    )  # fmt: skip
    far = replace(near, bound=Fraction(62), bound_mean_wait_weeks=Fraction(62, 10))

    assert lines(page(replace(found, plan=near)))[0].endswith(
        "; proven minimum: 9.8, so within 2.1 % of optimal)."
    )
    assert lines(page(replace(found, plan=far)))[0].endswith(
        "; proven minimum: 6.2, not tight)."
    )


def test_a_gap_that_missed_deadlines_widen_says_what_it_counts() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    late = replace(
        found.plan, status=SolveStatus.BOUNDED, mean_wait_weeks=Fraction(10),
        cost=Fraction(102), bound=Fraction(100), bound_mean_wait_weeks=Fraction(9),
    )  # fmt: skip

    assert lines(page(replace(found, plan=late)))[0].endswith(
        "; within 2 % of optimal, counting delay past a deadline twice)."
    )


def test_an_optimum_with_late_mandatory_work_says_what_it_is_proven_for() -> None:
    law = initiative("law", effort="16w", must="law", deadline="2027-01-22")
    found = answer(portfolio(law), {"law": 10})
    assert found.plan
    assert found.plan.gap == 0
    doubled = replace(
        found.plan, status=SolveStatus.BOUNDED, bound_mean_wait_weeks=Fraction(7)
    )

    assert lines(page(found))[0].endswith("(naive order: the same; proven optimal).")
    assert lines(page(replace(found, plan=doubled)))[0].endswith(
        "; proven optimal, counting delay past a deadline twice, "
        "with mandatory work no later)."
    )


def test_the_earliest_finish_with_late_mandatory_work_says_what_it_is_proven_for() -> None:
    law = initiative("law", effort="16w", must="law", deadline="2027-01-22")
    found = answer(portfolio(law, minimise=Minimise.MAKESPAN), {"law": 10})
    assert found.plan
    assert found.plan.gap == 0

    bounded = replace(found.plan, status=SolveStatus.BOUNDED)
    assert lines(page(replace(found, plan=bounded)))[0] == (
        "Final delivery: 26 February, after 8.0 weeks "
        "(proven optimal, with mandatory work no later)."
    )


def test_a_far_bound_on_the_final_delivery_is_a_date() -> None:
    found = answer(portfolio(initiative(effort="16w"), minimise=Minimise.MAKESPAN))
    assert found.plan
    far = replace(found.plan, status=SolveStatus.BOUNDED, bound=Fraction(10))

    # Day 9 is the last of ten working days.
    assert lines(page(replace(found, plan=far)))[0].endswith(
        "(proven earliest: 15 January, not tight)."
    )


def test_figures_of_the_whole_plan_say_so_where_only_some_of_it_is_shown() -> None:
    found = answer(portfolio(initiative("a"), initiative("b")), {"a": 10, "b": 5})
    some = replace(found, shown=frozenset(["a"]))

    assert lines(page(some))[0] == (
        "Team utilisation and the figures below cover the whole plan (2 initiatives)."
    )
    assert "The averages cover the whole plan (2 initiatives)." in lines(
        report(some, ["summary"])
    )
    assert not [line for line in lines(page(found)) if "whole plan" in line]


def test_the_naive_order_is_compared_only_where_both_are_equally_late() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    late = replace(
        found.plan, naive_late=3, naive_worked_late=3, naive_mean_wait_weeks=Fraction(1)
    )

    assert lines(page(replace(found, plan=late)))[0].startswith(
        "Average time to value: 2.0 weeks "
        "(in naive order, mandatory work would be 3 working days later; "
    )


def test_a_gap_is_never_said_smaller_than_it_is() -> None:
    alone = answer(portfolio(initiative()), {"a": 1})
    assert alone.plan
    near = replace(
        alone.plan,
        status=SolveStatus.BOUNDED,
        bound=Fraction(100),
        bound_mean_wait_weeks=Fraction(1),
    )

    said = []
    for cost in (Fraction(101_404, 1000), Fraction(101), Fraction(100_001, 1000)):
        plan = replace(near, cost=cost, mean_wait_weeks=cost / 100)
        said += lines(page(replace(alone, plan=plan)))

    found = [line.split("within ")[1] for line in said if "within" in line]
    assert found == [f"{gap} % of optimal)." for gap in ("1.5", "1", "0.1")]
