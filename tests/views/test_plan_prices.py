"""What constraints cost, and where the schedule departs from the ranking."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from roadmap.model.portfolio import Minimise
from roadmap.sequencing.results import InversionKind, ObligationKind, OutOfOrder, Price
from roadmap.views.blocks.out_of_order import TITLE as DEPARTURES
from roadmap.views.blocks.out_of_order import worth_a_price
from roadmap.views.page import Page
from roadmap.views.pages.plan import page
from tests.building import initiative, portfolio, team
from tests.views.viewing import answer, prose


def priced(
    *prices: Price,
    pairs: tuple[OutOfOrder, ...] = (),
    minimises: Minimise = Minimise.COST_OF_DELAY,
) -> Page:
    found = answer(portfolio(*map(initiative, "abc")), {"a": 10, "b": 10})
    assert found.plan
    plan = replace(found.plan, prices=prices, out_of_order=pairs, minimises=minimises)
    return page(replace(found, plan=plan))


def waiting(
    first: str,
    second: str,
    *,
    other: str = "c",
    price: Fraction | None = None,
    late: int = 0,
) -> OutOfOrder:
    kind = InversionKind.DEPENDENCY
    return OutOfOrder(first, second, "team", kind, other, price=price, late=late)


def test_the_cost_of_constraints_is_listed_from_the_highest_to_no_impact() -> None:
    shown = priced(
        Price("a", ObligationKind.PIN, Fraction(0)),
        Price("a", ObligationKind.DEADLINE, Fraction(5)),
        Price("b", ObligationKind.MUST, Fraction(1, 10), late=2),
        Price("c", ObligationKind.MUST, Fraction(0)),
    )

    # Five value-weeks over twenty points of value are a quarter of a week for each.
    assert prose(shown, "Cost of constraints") == [
        "“b” (mandatory): other mandatory work is 2 working days later, "
        "+0.1 value-weeks (average time to value +0.01 weeks).",
        "“a” (deadline): +5.0 value-weeks (average time to value +0.25 weeks).",
        "No measurable impact: “a” (pinned) and “c” (mandatory).",
        "Each is measured by planning again without it.",
    ]


def test_a_constraint_costs_working_days_where_the_final_delivery_is_minimised() -> None:
    price = Price("a", ObligationKind.MUST, Fraction(1))
    shown = priced(price, minimises=Minimise.MAKESPAN)

    assert prose(shown, "Cost of constraints")[:-1] == [
        "“a” (mandatory): final delivery is 1 working day later."
    ]


def test_constraints_whose_cost_was_not_measured_are_counted() -> None:
    dated = [initiative(f"i{n}", deadline="2027-12-31") for n in range(3)]
    found = answer(portfolio(*dated))
    assert found.plan
    plan = replace(found.plan, prices=(Price("i0", ObligationKind.DEADLINE, Fraction(0)),))

    assert prose(page(replace(found, plan=plan)), "Cost of constraints") == [
        "No measurable impact: “i0” (deadline).",
        "Each is measured by planning again without it.",
        "Not measured, as the plan is too large: 2 with more slack.",
    ]


def test_who_starts_first_says_what_that_saves_where_it_is_known() -> None:
    shown = priced(
        pairs=(
            waiting("b", "a", price=Fraction(3)),
            waiting("d", "a", price=Fraction(9), late=1),
            waiting("e", "a", price=Fraction(0)),
            waiting("f", "a"),
            OutOfOrder("e", "b", "team", InversionKind.CHOICE),
        )
    )

    assert prose(shown, DEPARTURES) == [
        "“a” is blocked by “c”, so “b” (saves 3.0), “d” (saves 1 working day of lateness), "
        "“e” (saves nothing) and 1 more start first.",
        "Nothing blocks “b”; “e” starts first by choice.",
        "In brackets: what the reverse order would cost, at most, in value-weeks and "
        "lateness of mandatory work.",
    ]


@pytest.mark.parametrize(
    ("late", "price", "minimises", "legend"),
    [
        (5, 9, Minimise.COST_OF_DELAY, ["lateness of mandatory work"]),
        (0, 9, Minimise.COST_OF_DELAY, ["value-weeks"]),
        (0, 9, Minimise.MAKESPAN, ["working days of the final delivery"]),
        (0, 0, Minimise.COST_OF_DELAY, []),
    ],
)
def test_the_legend_names_only_the_units_in_the_brackets(
    late: int, price: int, minimises: Minimise, legend: list[str]
) -> None:
    pair = waiting("b", "a", price=Fraction(price), late=late)
    _, *lines = prose(priced(pairs=(pair,), minimises=minimises), DEPARTURES)

    assert [line.partition("at most, in ")[2].rstrip(".") for line in lines] == legend


@pytest.mark.parametrize(
    ("kind", "facts", "text"),
    [
        (
            InversionKind.NOT_BEFORE,
            {"day": 20},
            "“Solar” may not start before 1 Feb, so “Cars” starts first.",
        ),
        (
            InversionKind.PRESENCE,
            {"day": 5, "lacking": "team"},
            "team is away on 11 Jan, so “Cars” starts before “Solar”.",
        ),
        (
            InversionKind.PEOPLE,
            {"lacking": "team"},
            "No team capacity for “Solar” until 18 Jan, so “Cars”, which needs none, "
            "starts first.",
        ),
        (
            InversionKind.PEOPLE,
            {"lacking": "web"},
            "No web capacity for “Solar”, so “Cars”, which needs none, starts first.",
        ),
        (
            InversionKind.GAP,
            {"lacking": "team"},
            "Too little team capacity for “Solar” until 18 Jan, so “Cars”, which fits in, "
            "starts first.",
        ),
    ],
)
def test_each_departure_from_the_ranking_names_its_cause(
    kind: InversionKind, facts: dict[str, Any], text: str
) -> None:
    cars = initiative("cars", title="Cars")
    solar = initiative("solar", title="Solar")
    crew = team("team", 2, 1)
    found = answer(portfolio(cars, solar, teams=[crew]), {"cars": 10, "solar": 5})
    assert found.plan
    pair = OutOfOrder("cars", "solar", "team", kind, **facts)
    shown = page(replace(found, plan=replace(found.plan, out_of_order=(pair,))))

    assert prose(shown, DEPARTURES) == [text]


def test_choices_are_priced_first_then_the_first_of_each_line_before_any_second() -> None:
    found = answer(portfolio(*map(initiative, "abcd")))
    assert found.plan
    pairs = [("b", "a"), ("c", "a"), ("d", "b")]
    held = [waiting(one, two, other="e") for one, two in pairs]
    chosen = OutOfOrder("d", "c", "team", InversionKind.CHOICE)
    plan = replace(found.plan, out_of_order=(*held, chosen))

    assert worth_a_price(found, plan) == [("d", "c"), ("b", "a"), ("d", "b"), ("c", "a")]
