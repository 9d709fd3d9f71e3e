"""What obligations cost, and who goes ahead of whom, on the page of a plan."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from roadmap.sequencing.results import OutOfOrder, Price
from roadmap.views.blocks.out_of_order import worth_a_price
from roadmap.views.page import Page
from roadmap.views.pages.plan import page
from tests.building import initiative, portfolio
from tests.views.viewing import answer, prose


def priced(
    *prices: Price, pairs: tuple[OutOfOrder, ...] = (), minimises: str = "cost-of-delay"
) -> Page:
    found = answer(portfolio(*map(initiative, "abc")), {"a": 10, "b": 10})
    assert found.plan
    plan = replace(found.plan, prices=prices, out_of_order=pairs, minimises=minimises)
    return page(replace(found, plan=plan))


def test_what_obligations_cost_is_said_from_the_dearest_to_those_that_cost_nothing() -> (
    None
):
    shown = priced(
        Price("a", "pin", Fraction(0)),
        Price("a", "deadline", Fraction(5)),
        Price("b", "must", Fraction(1, 10), late=2),
        Price("c", "must", Fraction(0)),
    )

    # Twenty points wait 5 value-weeks longer, which is a quarter of a week for each.
    assert prose(shown, "What obligations cost") == [
        "b (must): 2 days of lateness and 0.1 value-weeks; "
        "a point of value waits 0.01 weeks longer on average.",
        "a (deadline): 5.0 value-weeks; "
        "a point of value waits 0.25 weeks longer on average.",
        "Nothing, as no better plan was found without them: a (pin) and c (must).",
    ]


def test_what_an_obligation_costs_is_days_where_the_end_is_minimised() -> None:
    shown = priced(Price("a", "must", Fraction(1)), minimises="makespan")

    assert prose(shown, "What obligations cost") == ["a (must): 1 working day."]


def test_obligations_without_a_price_are_counted() -> None:
    dated = [initiative(f"i{n}", deadline="2027-12-31") for n in range(3)]
    found = answer(portfolio(*dated))
    assert found.plan
    plan = replace(found.plan, prices=(Price("i0", "deadline", Fraction(0)),))

    assert prose(page(replace(found, plan=plan)), "What obligations cost") == [
        "i0 (deadline): nothing; no better plan was found without it.",
        "Too many to plan again without each: 2 with more to spare.",
    ]


def test_who_goes_ahead_says_what_that_saves_where_it_is_known() -> None:
    shown = priced(
        pairs=(
            OutOfOrder("b", "a", "team", "waits for `c`", Fraction(3)),
            OutOfOrder("d", "a", "team", "waits for `c`", Fraction(9), late=1),
            OutOfOrder("e", "a", "team", "waits for `c`", Fraction(0)),
            OutOfOrder("f", "a", "team", "waits for `c`"),
            OutOfOrder("e", "b", "team", "nothing else holds it"),
        )
    )

    assert prose(shown, "Out of order") == [
        "a waits for `c`; b (saves 3.0), d (saves 1 day of lateness), e (saves nothing) "
        "and 1 more go ahead.",
        "e goes ahead of b: nothing else holds it.",
        "In brackets: the value-weeks saved, at most, against the other order of the two.",
    ]


def test_who_needs_nobody_of_the_busy_team_goes_ahead_for_that() -> None:
    why = "waits for people of service"
    shown = priced(
        pairs=(
            OutOfOrder("b", "a", "team", why),
            OutOfOrder("d", "c", "team", why),
            OutOfOrder("e", "c", "team", why),
        )
    )

    assert prose(shown, "Out of order") == [
        "a waits for people of service; b needs none and goes ahead.",
        "c waits for people of service; d and e need none and go ahead.",
    ]


def test_choices_are_priced_first_then_the_first_of_each_line_before_any_second() -> None:
    found = answer(portfolio(*map(initiative, "abcd")))
    assert found.plan
    pairs = [("b", "a"), ("c", "a"), ("d", "b")]
    why = [OutOfOrder(one, two, "team", "waits for `e`") for one, two in pairs]
    chosen = OutOfOrder("d", "c", "team", "nothing else holds `c` back")
    plan = replace(found.plan, out_of_order=(*why, chosen))

    assert worth_a_price(found, plan) == [("d", "c"), ("b", "a"), ("d", "b"), ("c", "a")]
