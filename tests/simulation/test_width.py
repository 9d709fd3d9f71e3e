"""Why a range is wide: shares that add up, and name what moves an end."""

from __future__ import annotations

from hypothesis import given, settings

from roadmap.sequencing.plan import plan
from roadmap.sequencing.sequence import sequence
from roadmap.simulation.drawn import drawn
from roadmap.simulation.results import WidthKind
from roadmap.simulation.settings import ForecastSettings
from roadmap.simulation.width import width_shares
from tests.building import initiative, portfolio, team
from tests.sequencing.plan_portfolios import Case, scores
from tests.sequencing.plan_portfolios import planned as cases
from tests.simulation.forecasting import draws_of


@settings(max_examples=20)
@given(cases(6))
def test_the_shares_add_up_exactly(case: Case) -> None:
    whole, values = case
    scored = scores(whole, values)
    ordered = sequence(whole, scored)
    made = plan(whole, scored, ordered)
    found = drawn(whole, scored, ordered, made, ForecastSettings(draws=30))
    for id in made.slots:
        shares = width_shares(found, id)
        assert sum(share.share for share in shares) == (1 if shares else 0)


def test_the_dependency_that_varies_most_has_the_largest_share() -> None:
    wide = initiative("wide", effort="1w..20w")
    end = initiative("end", effort="3w..4w", depends_on=["wide"])
    first, *_ = width_shares(draws_of(portfolio(wide, end)), "end")

    assert (first.kind, first.other) == (WidthKind.DEPENDENCY, "wide")
    assert first.share > 0.9


def test_a_busy_team_is_named_with_what_it_is_busy_with() -> None:
    before = initiative("before", effort={"web": "1w..20w"}, value=90)
    after = initiative("after", effort={"web": "3w..4w"}, value=1)
    found = draws_of(
        portfolio(before, after, teams=[team("web", 1, 1)], framework="value-effort")
    )
    first, *_ = width_shares(found, "after")

    assert (first.kind, first.other, first.team) == (WidthKind.TEAM, "before", "web")


def test_work_that_starts_at_once_is_as_wide_as_its_own_length() -> None:
    (only,) = width_shares(draws_of(portfolio(initiative("a"))), "a")

    assert only.kind is WidthKind.OWN
    assert only.share == 1


def test_what_never_varies_has_no_shares() -> None:
    gate = initiative("gate", effort="0d", not_before="2027-03-01")

    assert width_shares(draws_of(portfolio(gate)), "gate") == ()
