"""Contributions to an objective count for what is left to its target."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.impact import Impact, impact_on
from roadmap.scoring.progress import progress
from roadmap.scoring.term import Term
from roadmap.views.phrases.terms import term_text

AS_OF = date(2027, 1, 4)


ENDS = "baseline: 81, target: 88"


def portfolio(claim: str, actual: str = "", ends: str = ENDS) -> Portfolio:
    result = f'metric: retention, unit: "%", {ends}, actual: [{actual}]'
    texts = {
        "portfolio.yaml": f"objectives: {{o: {{key_results: [{{{result}}}]}}}}",
        "a.yaml": f"title: A\ncontributes_to: {{o: {claim}}}",
    }
    found = read(Texts({k: v.encode() for k, v in texts.items()}), Words(), AS_OF)
    assert not found.diagnostics
    return found.portfolio


def share(claim: str, actual: str = "", ends: str = ENDS) -> Fraction:
    return counted(portfolio(claim, actual, ends)).share


def counted(found: Portfolio) -> Impact:
    (claim,) = found.initiatives["a"].contributions
    much = impact_on(found, found.objectives["o"], claim.impact)
    assert much is not None
    return much


def at(value: object, when: object = "2026-12-31") -> str:
    return f"{{date: {when}, value: {value}}}"


def test_without_an_actual_a_level_is_a_share_of_the_whole_distance() -> None:
    assert share("high") == Fraction(2, 5)


def test_a_level_is_a_share_of_what_is_left() -> None:
    assert share("high", at(84.5)) == Fraction(2, 5) / 2


def test_metrics_that_fall_work_the_same() -> None:
    assert share("high", at(35), "baseline: 40, target: 30") == Fraction(1, 5)


def test_a_gain_is_at_most_what_is_left() -> None:
    assert share("{gain: 1.4}", at(84.5)) == Fraction(1, 5)
    assert share("{gain: 5}", at(84.5)) == Fraction(1, 2)


@pytest.mark.parametrize("claim", ["high", "{gain: 3}", "{impact: 10%}"])
def test_nothing_is_left_to_gain_once_the_target_is_reached(claim: str) -> None:
    assert share(claim, at(88)) == share(claim, at(90)) == 0


def test_a_metric_below_its_baseline_has_further_to_go_but_not_beyond_target() -> None:
    assert share("high", at(77.5)) == Fraction(3, 5)
    assert share("{impact: 90%}", at(77.5)) == 1


def test_harm_takes_from_the_whole_distance() -> None:
    assert share("-low", at(84.5)) == share("-low") == Fraction(-1, 10)
    assert share("-low", at(88)) == Fraction(-1, 10)


def test_the_newest_actual_counts_and_none_of_the_future() -> None:
    actuals = ", ".join([at(84.5), at(82, "2026-06-30"), at(88, "2027-01-05")])

    assert share("high", actuals) == Fraction(1, 5)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("high", "high: 40 % of the 50 % left: 20 %"),
        ("{gain: 5}", "5 of 7 points, 3.5 of which are left: 50 %"),
    ],
)
def test_a_page_says_what_is_left(claim: str, text: str) -> None:
    much = counted(portfolio(claim, at(84.5)))

    assert term_text(Term("progress to target", much.share, much)) == text


def test_a_page_says_that_a_target_is_reached() -> None:
    much = counted(portfolio("high", at(88)))

    assert term_text(Term("progress", much.share, much)) == "high: the target is reached"


@pytest.mark.parametrize(
    ("baseline", "target"), [(None, 88), (81, None), (None, None), (81, 81)]
)
def test_without_a_way_to_go_there_is_no_progress(
    baseline: int | None, target: int | None
) -> None:
    ends = [None if each is None else Fraction(each) for each in (baseline, target)]

    assert progress(ends[0], ends[1], Fraction(84)) is None


def test_a_gain_after_a_setback_counts_for_the_whole_way_at_most() -> None:
    assert share("{gain: 14}", at(74)) == 1


def test_no_progress_is_a_share_of_what_is_left_too() -> None:
    assert counted(portfolio("0%", at(84.5))).left == Fraction(1, 2)
