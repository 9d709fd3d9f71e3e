"""The newest survey counts; what it leaves out comes from the newest one that says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from roadmap.model.customers import Need
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.assumption import Fact
from roadmap.scoring.survey_history import Answers, answers, history, satisfactions
from roadmap.scoring.surveys import assumed, groups, unsurveyed

AS_OF = date(2027, 1, 4)


def portfolio(need: str, rest: str = "") -> Portfolio:
    text = f"as_of: {AS_OF}\nneeds:\n  n: {{{need}}}\n{rest}"
    return read(Texts({"portfolio.yaml": text.encode()}), Words(), AS_OF).portfolio


def surveys(*each: str) -> str:
    return f"surveys: [{', '.join(f'{{{one}}}' for one in each)}]"


def told(portfolio: Portfolio, segment: str | None = None) -> tuple[object, ...]:
    found: Answers = answers(portfolio, need(portfolio), segment)
    return found.importance, found.satisfaction, found.asked


def need(portfolio: Portfolio) -> Need:
    return portfolio.needs["n"]


OLD = "date: 2025-09-30, importance: 9, satisfaction: 3"
NEW = "date: 2026-09-30, importance: 8, satisfaction: 5"


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_the_newest_survey_counts_wherever_it_stands(order: tuple[str, str]) -> None:
    assert told(portfolio(surveys(*order))) == (8, 5, date(2026, 9, 30))


def test_what_the_newest_does_not_ask_comes_from_an_older_one() -> None:
    found = portfolio(surveys(OLD, "date: 2026-09-30, satisfaction: 5"))

    assert told(found) == (9, 5, date(2026, 9, 30))


def test_satisfaction_keeps_the_date_on_which_it_was_asked() -> None:
    found = portfolio(surveys(OLD, "date: 2026-09-30, importance: 5"))

    assert told(found) == (5, 3, date(2025, 9, 30))


def test_a_segment_that_the_newest_leaves_out_keeps_its_older_answer() -> None:
    old = f"{OLD}, by_segment: {{smb: {{satisfaction: 1}}}}"
    found = portfolio(surveys(old, NEW), "segments: {smb: {}, families: {}}\n")

    assert told(found, "smb") == (8, 1, date(2025, 9, 30))
    assert told(found, "families") == (8, 5, date(2026, 9, 30))
    assert {group.satisfaction for group in groups(found, need(found))} == {1, 5}


def test_a_survey_after_as_of_counts_for_nothing() -> None:
    later = "date: 2027-01-05, importance: 1, satisfaction: 9"

    assert told(portfolio(surveys(OLD, later))) == told(portfolio(surveys(OLD)))
    assert unsurveyed(portfolio(surveys(later)), need(portfolio(surveys(later))))


def test_a_survey_counts_from_the_first_day_of_its_quarter() -> None:
    found = portfolio(surveys(OLD, "date: 2027-Q1, satisfaction: 6"))

    assert told(found) == (9, 6, AS_OF)
    assert told(replace(found, as_of=date(2026, 12, 31)))[1] == 3


def test_plain_numbers_are_one_survey_on_the_day_they_state() -> None:
    plain = "importance: 8, satisfaction: 5"

    assert told(portfolio(f"{plain}, surveyed: 2026-06-30"))[2] == date(2026, 6, 30)
    assert told(portfolio(plain)) == (8, 5, None)
    assert told(portfolio(f"{plain}, surveyed: 2027-06-30")) == (None, None, None)


def test_plain_numbers_are_as_old_as_the_newest_survey_behind_the_need() -> None:
    evidence = (
        "evidence:\n"
        "  one: {kind: survey, date: 2025-09-30}\n"
        "  two: {kind: survey, date: 2026-03-31}\n"
        "  log: {kind: data, date: 2026-12-31}\n"
        "  next: {kind: survey, date: 2027-03-31}\n"
    )
    found = portfolio("satisfaction: 5, evidence: [one, two, log, next]", evidence)

    assert told(found) == (None, 5, date(2026, 3, 31))


def test_dated_surveys_take_the_place_of_plain_numbers() -> None:
    found = portfolio(f"importance: 2, satisfaction: 9, {surveys(OLD)}")

    assert told(found) == (9, 3, date(2025, 9, 30))
    assert len(history(found, need(found))) == 1


def test_nobody_asked_counts_as_five_of_ten() -> None:
    found = portfolio(surveys("date: 2026-09-30, importance: 8"))

    (group,) = groups(found, need(found))
    assert (group.importance, group.satisfaction) == (Fraction(8), Fraction(5))


def test_a_survey_of_today_dates_plain_numbers() -> None:
    today = f"evidence: {{one: {{kind: survey, date: {AS_OF}}}}}\n"

    assert told(portfolio("satisfaction: 5, evidence: [one]", today))[2] == AS_OF


def test_satisfactions_are_told_newest_first_without_surveys_that_did_not_ask() -> None:
    silent = "date: 2026-03-31, importance: 8"

    assert satisfactions(portfolio(surveys(OLD, silent, NEW)), "n") == [5, 3]


def test_nothing_is_assumed_where_each_segment_was_asked_by_itself() -> None:
    alone = ", ".join(f"{id}: {{importance: 8, satisfaction: 3}}" for id in ("smb", "gov"))
    people = "segments: {smb: {customers: 1}, gov: {customers: 2}%s}\n"
    asked = portfolio(f"by_segment: {{{alone}}}", people % "")
    others = portfolio(f"by_segment: {{{alone}}}", people % ", families: {customers: 1}")

    assert Fact.SURVEY not in {
        assumption.fact for assumption in assumed(asked, need(asked))
    }
    assert Fact.SURVEY in {assumption.fact for assumption in assumed(others, need(others))}


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ("importance: 8, satisfaction: 3", False),
        ("importance: 8", True),
        ("satisfaction: 3", True),
        ("importance: 8, by_segment: {smb: {satisfaction: 3}}", False),
    ],
)
def test_a_need_is_surveyed_once_anybody_answered_both(said: str, lacks: bool) -> None:
    found = portfolio(said)

    assert unsurveyed(found, need(found)) is lacks
