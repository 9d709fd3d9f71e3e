"""Scenarios side by side: one plan each, and what each buys and costs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan
from roadmap.studies.effects import EffectKind, ScenarioEffect, effects
from roadmap.studies.scenarios import (
    SideBySide,
    budget,
    delivered_by,
    side_by_side,
    value_by,
)
from roadmap.views.phrases.effects import EffectWords
from tests.studies.files import portfolio

SHOP = {
    "portfolio.yaml": "start: 2027-01-04\nframework: value-effort\ncurrency: EUR\n"
    "teams: {web: {people: 1, title: Web, at_once: 1}, data: {people: 1}}\n",
    "search.yaml": "title: Search\neffort: {web: 4w}\ndepends_on: []\n"
    "value-effort: {value: 9}\ncost: 1000\n",
    "refunds.yaml": "title: Refunds\neffort: {web: 4w}\ndepends_on: [search]\n"
    "value-effort: {value: 4}\npromised: {date: 2027-02-19, to: the board}\n",
    "invoices.yaml": "title: Invoices\neffort: {data: 6w}\ndepends_on: []\n"
    "value-effort: {value: 2}\ndeadline: 2027-03-31\nmust: {why: law}\ncost: 500\n",
}
HIRED = ("portfolio.yaml", "people: 1, title", "people: 2, title")


def changed(*edits: tuple[str, str, str]) -> Portfolio:
    files = dict(SHOP)
    for file, old, new in edits:
        assert old in files[file]
        files[file] = files[file].replace(old, new)
    return portfolio(files)


def beside(*others: Portfolio, forecast: bool = False) -> SideBySide:
    return side_by_side(portfolio(SHOP), others, forecast=forecast)


def bought(other: Portfolio, *, forecast: bool = False) -> tuple[ScenarioEffect, ...]:
    found = beside(other, forecast=forecast)
    pair = (found.forecasts[0], found.forecasts[1]) if found.forecasts else None
    return effects(found.others[0], found.quarters[1], pair)


def kinds(found: tuple[ScenarioEffect, ...], *, gain: bool) -> list[EffectKind]:
    return [effect.kind for effect in found if effect.gain is gain]


def sentences(other: Portfolio) -> tuple[str, str]:
    """What a scenario buys, and what it costs."""
    found = beside(other)
    words = EffectWords(found.others[0], "points", found.quarters[1])
    effects_of = effects(found.others[0], found.quarters[1])
    return words.sentence(effects_of, gain=True), words.sentence(effects_of, gain=False)


def test_each_side_is_planned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Portfolio] = []

    def counted(portfolio: Portfolio, *given: Any, **named: Any) -> Plan:
        made.append(portfolio)
        return plan(portfolio, *given, **named)

    monkeypatch.setattr("roadmap.studies.outlook.plan", counted)
    several = [changed((*HIRED[:2], f"people: {n}, title")) for n in (2, 3, 4)]
    told: list[int] = []
    side_by_side(portfolio(SHOP), several, advance=told.append)

    assert len(made) == 4
    assert told == [1, 1, 1, 1]


def test_a_side_is_planned_as_it_would_be_alone() -> None:
    found = beside(changed(HIRED))
    alone = side_by_side(changed(HIRED), [])

    assert found.others[0].new.plan.slots == alone.today.plan.slots


def test_value_is_counted_up_to_the_end_of_this_quarter_and_of_the_next() -> None:
    found = beside()
    assert found.quarters == (date(2027, 3, 31), date(2027, 6, 30))
    assert delivered_by(found.today, date(2027, 1, 29)) == ("search",)
    assert value_by(found.today, date(2027, 1, 28)) == 0
    assert value_by(found.today, date(2027, 1, 29)) == 9
    assert value_by(found.today, date(2027, 3, 31)) == 15


def test_quarters_follow_the_fiscal_year() -> None:
    files = SHOP | {
        "portfolio.yaml": SHOP["portfolio.yaml"] + "fiscal_year_starts: 2\n",
    }
    found = side_by_side(portfolio(files), [])
    assert found.quarters == (date(2027, 1, 31), date(2027, 4, 30))


def test_the_budget_is_the_cost_of_what_is_scheduled() -> None:
    found = beside(changed(("search.yaml", "cost: 1000", "cost: 0\nstatus: paused")))
    assert budget(found.today) == 1500
    assert budget(found.others[0].new) == 500


def test_one_more_person_costs_a_person_and_buys_time() -> None:
    buys, costs = sentences(changed(HIRED))  # (9 × 2 weeks + 4 × 4) ÷ (9 + 4 + 2)
    assert costs == "1 more person in Web"
    assert buys == (
        "“Refunds” on time; value arrives 2.3 weeks sooner on average; final delivery 2.0 "
        "weeks earlier; 2 deliveries earlier, most of all “Refunds” by 4.0 weeks"
    )


def test_fewer_people_are_a_gain_and_what_they_cannot_keep_is_the_price() -> None:
    found = effects(
        side_by_side(changed(HIRED), [portfolio(SHOP)]).others[0], date(2027, 6, 30)
    )
    assert kinds(found, gain=True) == [EffectKind.PEOPLE]
    assert EffectKind.DATES in kinds(found, gain=False)


def test_more_of_the_same_peoples_time_is_told_as_such() -> None:
    half = ("portfolio.yaml", "people: 1, title", "people: 1, focus: 50%, title")
    buys, costs = sentences(changed(half))
    assert buys.startswith("50 % less of Web's time")
    assert "“Refunds” late" not in costs  # it was late before


def test_what_is_dropped_is_given_up_with_its_value_its_money_and_its_dates() -> None:
    buys, costs = sentences(
        changed(("invoices.yaml", "title: Invoices", "title: Invoices\nstatus: dropped"))
    )
    assert buys == "non-labour cost 500 EUR lower"
    assert costs == (
        "the date of “Invoices” given up; “Invoices” given up (2.0 points); 2.0 fewer "
        "points by 30 June"
    )


def test_what_is_added_has_to_be_done() -> None:
    files = SHOP | {"photos.yaml": "title: Photos\neffort: {data: 2w}\ndepends_on: []\n"}
    found = bought(portfolio(files))
    (added,) = [
        scenario_effect
        for scenario_effect in found
        if scenario_effect.kind is EffectKind.ADDED
    ]
    assert (added.gain, added.ids, added.amount) == (False, ("photos",), Fraction(2))


def test_what_changes_nothing_buys_and_costs_nothing() -> None:
    nothing = "nothing that the figures show"
    assert sentences(portfolio(SHOP)) == (nothing, nothing)


def test_value_that_only_rises_is_no_sooner() -> None:
    buys, costs = sentences(changed(("search.yaml", "value: 9", "value: 12")))
    assert (buys, costs) == ("3.0 more points by 30 June", "nothing that the figures show")


def test_a_date_that_becomes_likelier_is_told_with_its_chances_alone() -> None:
    ranged = {name: text.replace("4w", "3w..6w") for name, text in SHOP.items()}
    hired = ranged | {"portfolio.yaml": ranged["portfolio.yaml"].replace(*HIRED[1:])}
    found = side_by_side(portfolio(ranged), [portfolio(hired)], forecast=True)
    before, after = found.forecasts
    facts = effects(found.others[0], found.quarters[1], (before, after))
    (chance,) = [fact for fact in facts if fact.kind is EffectKind.CHANCE]
    assert chance.gain
    assert chance.dates == (("refunds", True),)
    assert EffectKind.DATES not in {fact.kind for fact in facts}


def test_without_ranges_nothing_is_forecast() -> None:
    assert beside(changed(HIRED), forecast=True).forecasts == ()
