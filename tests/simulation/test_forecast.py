"""Ranges and chances of small portfolios whose answer is known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from roadmap.cli.load import words
from roadmap.model.portfolio import Portfolio
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.simulation.forecast import uncertain
from roadmap.simulation.narrowing import narrow_first
from roadmap.simulation.results import DatedKind
from tests.building import initiative, portfolio, team
from tests.simulation.forecasting import draws_of, forecast_of

MONDAY = date(2027, 1, 4)


def read_from(**files: str) -> Portfolio:
    found = read(
        Texts({f"{k}.yaml": v.encode() for k, v in files.items()}), words(), MONDAY
    )
    assert [diagnostic.message for diagnostic in found.diagnostics] == []
    return found.portfolio


def test_a_range_is_met_as_typed() -> None:
    found = forecast_of(
        portfolio(initiative("a", effort="4w..12w"), teams=[team("team", 1, 1)])
    )
    ends = found.ranges["a"]

    assert [ends.p10 + 1, ends.p50 + 1, ends.p90 + 1] == pytest.approx([20, 40, 60], abs=2)
    assert ends.chance == pytest.approx(1 / 2, abs=0.04)


def test_widening_an_estimate_widens_what_hangs_on_it() -> None:
    def width(effort: str) -> int:
        first = initiative("first", effort=effort)
        then = initiative("then", depends_on=["first"])
        ends = forecast_of(portfolio(first, then)).ranges["then"]
        return ends.p90 - ends.p10

    assert width("2w..38w") > 2 * width("14w..26w")


def test_dates_to_keep_have_a_chance_and_a_safe_day() -> None:
    kept = initiative("kept", effort="4w", deadline="2027-12-31", must="law")
    tight = initiative("tight", effort="4w", promised="2027-01-29", deadline="2027-01-15")
    teams = [team("team", 2, 2)]
    found = forecast_of(portfolio(kept, tight, teams=teams))
    by_kind = {date_chance.kind: date_chance for date_chance in found.dates}

    assert by_kind[DatedKind.MUST].chance == 1
    assert by_kind[DatedKind.PROMISE].chance == pytest.approx(1 / 2, abs=0.04)
    assert by_kind[DatedKind.DEADLINE].chance < Fraction(1, 20)
    assert by_kind[DatedKind.PROMISE].error == pytest.approx(0.0112, abs=0.001)
    assert by_kind[DatedKind.PROMISE].safe_day == found.ranges["tight"].p85


def test_another_chance_may_count_as_safe() -> None:
    whole = portfolio(initiative("a", deadline="2027-06-30"))
    (safe,) = forecast_of(whole, safe=Fraction(99, 100)).dates
    (usual,) = forecast_of(whole).dates

    assert safe.safe_day > usual.safe_day


def test_a_range_of_not_before_is_drawn_and_the_plan_counts_its_middle() -> None:
    found = read_from(
        portfolio="start: 2027-01-04\nteams: {web: {people: 1}}",
        gate="effort: 0d\nnot_before: 2027-02-01..2027-03-31",
        work="effort: {web: 1d}\ndepends_on: [gate]",
    )
    gate = found.initiatives["gate"]
    assert gate.not_before
    assert gate.not_before.first == date(2027, 3, 2)

    ranges = forecast_of(found).ranges
    calendar = found.calendar
    first, middle, last = map(
        calendar.day_on_or_after, (date(2027, 2, 1), date(2027, 3, 2), date(2027, 3, 31))
    )
    ends = ranges["gate"]
    assert [ends.p10, ends.p50, ends.p90] == pytest.approx([first, middle, last], abs=2)
    assert ranges["work"].p90 - ranges["work"].p10 >= last - first - 4


def test_a_late_gate_holds_up_nobody_who_does_not_need_it() -> None:
    found = read_from(
        portfolio="start: 2027-01-04\nteams: {web: {people: 1}}\n"
        "forecast: {spread: 100%..100%}",
        gate="effort: 0d\nnot_before: 2027-01-05..2027-06-30",
        work="effort: {web: 20w}",
        after="effort: {web: 1w}\ndepends_on: [work]",
    )
    ends = forecast_of(found).ranges["after"]

    assert ends.p10 == ends.p90


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"work": "effort: 2w"}, False),
        ({"work": "effort: 2w..4w"}, True),
        ({"work": "effort: 0d\nnot_before: 2027-02..2027-03"}, True),
        ({"work": "effort: 2w", "portfolio": "forecast: {}"}, True),
    ],
)
def test_a_portfolio_is_forecast_once_somebody_said_how_uncertain_it_is(
    stated: dict[str, str], said: bool
) -> None:
    assert uncertain(read_from(**stated)) is said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("forecast: {spread: 120%..160%}", "`spread`: `120%..160%` is not around 100 %"),
        ("forecast: {spread: 80%}", "`spread`: `80%` is not a spread"),
    ],
)
def test_a_spread_lies_around_the_estimate(text: str, message: str) -> None:
    found = read(Texts({"portfolio.yaml": text.encode()}), words(), MONDAY)

    assert [diagnostic.message for diagnostic in found.diagnostics] == [message]


def test_a_range_of_dates_does_not_run_backwards() -> None:
    text = b"id: a\nnot_before: 2027-04..2027-02"
    found = read(Texts({"a.yaml": text}), words(), MONDAY)

    assert [diagnostic.message for diagnostic in found.diagnostics] == [
        "`not_before`: `2027-04..2027-02` runs backwards"
    ]


def test_the_estimate_that_widens_a_date_most_is_to_be_narrowed_first() -> None:
    wide = initiative("wide", effort="2w..20w")
    narrow = initiative("narrow", effort="4w..5w", depends_on=["wide"])
    end = initiative("end", effort="1w..2w", depends_on=["narrow"], promised="2027-06-30")
    other = initiative("other", effort="1w..30w", depends_on=["end"])
    found = narrow_first(draws_of(portfolio(wide, narrow, end, other)), ["end"])

    assert found[0].id == "wide"
    assert found[0].of == "end"
    assert found[0].weeks > 8
    assert "other" not in [narrowing.id for narrowing in found]


def test_a_plan_with_nothing_in_it_has_a_forecast() -> None:
    found = forecast_of(portfolio())

    assert found.ranges == {}
    assert found.wait is None
