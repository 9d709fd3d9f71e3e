from __future__ import annotations

from fractions import Fraction

from roadmap.model.initiative import Initiative
from roadmap.outcomes.needs import NeedForecast, need_forecasts
from tests.building import evidence, initiative, need, outcome, portfolio, segment

LAW = evidence("law", "obligation")
TRIAL = evidence("trial", "experiment")


def forecast(
    *initiatives: Initiative, importance: float = 8, satisfaction: float = 4
) -> NeedForecast:
    facts = portfolio(
        *initiatives,
        needs=[need(importance=importance, satisfaction=satisfaction)],
        evidence=[LAW, TRIAL],
    )
    (only,) = need_forecasts(facts)
    return only


def half(id: str, status: str = "proposed") -> Initiative:
    """Adds half of the missing satisfaction for everybody, at a confidence of 50 %."""
    claim = outcome(impact="100%", confidence="50%", evidence=["trial"])
    return initiative(id, outcomes=[claim], status=status)


def test_opportunity_is_importance_times_missing_satisfaction() -> None:
    found = forecast()

    assert found.opportunity == Fraction("0.48")
    assert found.large


def test_importance_and_satisfaction_are_means_by_customer_value() -> None:
    facts = portfolio(
        needs=[need(importance=10, satisfaction=4, by_segment={"firms": (6, 8)})],
        segments=[segment("families", customers=3), segment("firms", customers=1)],
    )
    (found,) = need_forecasts(facts)

    assert [found.importance, found.satisfaction] == [Fraction(9), Fraction(5)]


def test_an_opportunity_of_four_tenths_is_large_and_less_is_not() -> None:
    assert forecast(importance=8, satisfaction=5).large
    assert not forecast(importance=8, satisfaction=5.1).large


def test_satisfaction_with_an_unaddressed_need_stays_as_it_is() -> None:
    found = forecast()

    assert not found.addressed
    assert found.projected == 4


def test_planned_work_adds_its_share_of_missing_satisfaction() -> None:
    found = forecast(half("a"))

    assert [(effect.id, effect.closed) for effect in found.effects] == [
        ("a", Fraction(1, 2))
    ]
    assert found.projected == 7
    assert found.addressed


def test_each_initiative_closes_its_share_of_what_the_others_leave_open() -> None:
    assert forecast(half("a"), half("b")).projected == Fraction("8.5")


def test_what_is_planned_closes_no_more_than_its_evidence_allows() -> None:
    bold = outcome(impact="50%", confidence="80%")

    assert forecast(initiative("a", outcomes=[bold])).effects[0].closed == Fraction("0.05")


def test_two_claims_of_one_initiative_add_up() -> None:
    claim = outcome(impact="30%", confidence="50%", evidence=["trial"])

    assert forecast(initiative("a", outcomes=[claim, claim])).effects[0].closed == Fraction(
        "0.3"
    )


def test_ideas_and_paused_work_are_shown_and_not_counted() -> None:
    found = forecast(half("a", "idea"), half("b", "paused"))

    assert [effect.planned for effect in found.effects] == [False, False]
    assert not found.addressed
    assert found.projected == 4


def test_what_is_delivered_or_dropped_serves_nobody_any_more() -> None:
    assert forecast(half("a", "delivered"), half("b", "dropped")).effects == ()


def test_harm_takes_its_share_of_what_customers_have() -> None:
    harmful = initiative("a", outcomes=[outcome(impact="-50%")])
    found = forecast(harmful)

    assert found.projected == 2
    assert not found.addressed


def test_what_protects_a_need_serves_it_and_does_not_raise_satisfaction() -> None:
    claim = outcome(impact="high", protects=True, evidence=["law"])
    found = forecast(initiative("a", outcomes=[claim]))

    assert found.addressed
    assert found.effects[0].kept == Fraction(2, 5)
    assert found.projected == 4


def test_serving_some_segments_closes_their_part_of_the_gap() -> None:
    claim = outcome(segments=["firms"], impact="100%", confidence="50%", evidence=["trial"])
    facts = portfolio(
        initiative("a", outcomes=[claim]),
        needs=[need(importance=10, satisfaction=4, by_segment={"firms": (10, 8)})],
        segments=[segment("families", customers=3), segment("firms", customers=1)],
        evidence=[TRIAL],
    )
    (found,) = need_forecasts(facts)

    assert found.satisfaction == 5  # three parts of 4, one of 8
    assert found.opportunity == Fraction(1, 2)  # 3/4 × 6/10 + 1/4 × 2/10
    assert found.effects[0].closed == Fraction(1, 20)  # half of a tenth of it


def test_those_who_serve_a_need_come_with_their_points_best_first() -> None:
    little = initiative("little", outcomes=[outcome(impact="minimal")])
    found = forecast(little, half("much"))

    # 500 × 8/10 × 6/10 = 240, half of it; 240 × 5 % × 10 %
    assert [(effect.id, effect.points) for effect in found.effects] == [
        ("much", 120),
        ("little", Fraction("1.2")),
    ]


def test_a_need_that_nobody_was_asked_about_says_so() -> None:
    asked_some = need("b", None, None, by_segment={"firms": (6, 7)})
    facts = portfolio(needs=[need("a", None, None), asked_some, need("c", 5, None)])

    assert [need_forecast.unsurveyed for need_forecast in need_forecasts(facts)] == [
        True,
        False,
        True,
    ]


def test_needs_keep_the_order_of_the_portfolio() -> None:
    facts = portfolio(needs=[need("z"), need("a")])

    assert [need_forecast.id for need_forecast in need_forecasts(facts)] == ["z", "a"]


def test_what_serves_neither_harms_nor_keeps_and_what_harms_serves_nothing() -> None:
    (serving,) = forecast(half("a")).effects
    (harmful,) = forecast(initiative("a", outcomes=[outcome(impact="-50%")])).effects

    assert [serving.lost, serving.kept] == [Fraction(0), Fraction(0)]
    assert [harmful.closed, harmful.kept] == [Fraction(0), Fraction(0)]


def test_a_need_that_is_met_has_no_gap_to_close() -> None:
    (only,) = forecast(half("a"), satisfaction=10).effects

    assert only.closed == 0


def test_claims_of_one_initiative_add_up_to_the_whole_at_most() -> None:
    keeps = outcome(impact="100%", protects=True, evidence=["law"])
    gains = outcome(impact="100%", evidence=["trial"])
    harms = outcome(impact="-80%")
    (only,) = forecast(
        initiative("a", outcomes=[keeps, keeps, gains, gains, harms, harms])
    ).effects

    assert [only.closed, only.lost, only.kept] == 3 * [Fraction(1)]


def test_harm_keeps_nothing_and_what_reaches_nobody_closes_nothing() -> None:
    harmful = outcome(impact="-50%", protects=True)
    nobody = outcome(impact="100%", reach="0%", evidence=["trial"])
    (harm,) = forecast(initiative("a", outcomes=[harmful])).effects
    (none,) = forecast(initiative("a", outcomes=[nobody])).effects

    assert (harm.kept, none.closed) == (Fraction(0), Fraction(0))
