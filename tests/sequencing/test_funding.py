"""What is funded: mandatory work first, then the greatest value within the limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from roadmap.model.funding import Funding
from roadmap.model.portfolio import Portfolio
from roadmap.reading import scalars
from roadmap.scoring.catalogue import scores
from roadmap.sequencing.funded_plan import funded_late
from roadmap.sequencing.funding import selection, unfunded
from roadmap.sequencing.selection.limits import LimitKind
from roadmap.sequencing.selection.selection import BelowKind, ForcedKind, Selection
from roadmap.sequencing.trade_offs import trade_offs
from tests.building import TERMS, fraction, initiative, period, portfolio, team


def funding(**stated: Any) -> Funding:
    """Limits as in a file: `effort="6w"`, `effort={"web": "4w"}`, `until="2027-Q1"`."""
    effort = stated.pop("effort", None)
    split = effort if isinstance(effort, Mapping) else {}
    dates = {key: period(stated[key]) for key in ("since", "until") if key in stated}
    numbers = {k: fraction(stated[k]) for k in ("cost", "minimum_score") if k in stated}
    limits = Funding(
        effort=scalars.estimate(effort, TERMS) if isinstance(effort, str) else None,
        team_effort={id: scalars.estimate(each, TERMS) for id, each in split.items()},
    )
    return replace(limits, **dates, **numbers)  # type: ignore[arg-type]


def values(*initiatives: Any, **rest: Any) -> Portfolio:
    return portfolio(*initiatives, framework="value-effort", **rest)


def funded(whole: Portfolio, limits: Funding, **how: Any) -> Selection:
    return selection(whole, scores(whole, whole.framework), limits, **how)


def test_an_enabler_is_funded_with_what_it_unblocks_or_not_at_all() -> None:
    whole = values(
        initiative("base", effort="3w"),
        initiative("top", value=10, effort="2w", depends_on=["base"]),
        initiative("alone", value=6, effort="4w"),
    )
    assert funded(whole, funding(effort="5w")).funded == ("base", "top")
    assert funded(whole, funding(effort="4w")).funded == ("alone",)


def test_mandatory_running_and_committed_work_comes_first_with_what_it_needs() -> None:
    whole = values(
        initiative("law", value=0, effort="2w", must="law", depends_on=["first"]),
        initiative("first", value=0, effort="1w"),
        initiative("told", value=1, effort="2w", status="committed"),
        initiative("going", value=1, effort="2w", status="in_progress"),
        initiative("better", value=90, effort="2w"),
    )
    found = funded(whole, funding(effort="7w"))

    assert found.funded == ("first", "going", "law", "told")
    assert found.forced == {
        "first": ForcedKind.NEEDED,
        "going": ForcedKind.RUNNING,
        "law": ForcedKind.MANDATORY,
        "told": ForcedKind.COMMITTED,
    }
    free = funded(whole, funding(effort="7w"), free=True)
    assert free.funded == ("better", "first", "going", "law")


def test_where_forced_work_alone_is_over_nothing_else_is_funded() -> None:
    whole = values(
        initiative("law", effort="5w", must="law"), initiative("tiny", value=9, effort="1d")
    )
    found = funded(whole, funding(effort="3w"))

    assert found.funded == ("law",)
    assert [use.left for use in found.over] == [-2]
    assert [below.kind for below in found.below] == [BelowKind.FULL]


def test_delivered_work_charges_what_it_took_since_the_first_day() -> None:
    whole = values(
        initiative("done", status="delivered", delivered="2027-01-20", effort="5w",
                   spent="3w"),
        initiative("long-ago", status="delivered", delivered="2026-06-20", effort="9w"),
        initiative("estimated", status="delivered", delivered="2027-01-15", effort="2w"),
        initiative("next", value=1, effort="2w"),
        as_of="2027-02-01",
    )  # fmt: skip
    found = funded(whole, funding(effort="7w", since="2027-01-01"))

    assert [use.limit.delivered for use in found.uses] == [5]
    assert found.funded == ("next",)
    assert not funded(whole, funding(effort="6w", since="2027-01-01")).funded
    assert funded(whole, funding(effort="2w")).funded == ("next",)


def test_work_in_progress_charges_what_it_took_and_what_remains() -> None:
    def charged(**stated: str) -> Fraction:
        going = initiative("going", status="in_progress", effort="4w", **stated)  # type: ignore[arg-type]
        return funded(values(going), funding(effort="20w")).uses[0].forced

    assert charged(spent="3w", remaining="2w") == 5
    assert charged(spent="3w") == 4
    assert charged(spent="6w") == 6
    assert charged(remaining="1w") == 4
    assert charged() == 4


def test_a_team_has_the_time_that_its_presence_and_focus_leave() -> None:
    crew = team("web", people=2, focus="50%", away=[("2027-01-11", "2027-01-15", 1)])
    whole = values(initiative("a", value=1, effort={"web": "1w"}), teams=[crew],
                   holidays=["2027-01-04"])  # fmt: skip
    (use,) = funded(whole, funding(until="2027-01-15")).uses

    assert use.limit.kind is LimitKind.TIME
    assert use.limit.amount == Fraction(2 * 4 + 1 * 5, 5) / 2


def test_limits_by_team_and_on_money_hold_at_once() -> None:
    crew = [team("web"), team("data")]
    whole = values(
        initiative("a", value=5, effort={"web": "2w"}, cost=Fraction(100)),
        initiative("b", value=4, effort={"web": "2w"}),
        initiative("c", value=3, effort={"data": "9w"}),
        teams=crew,
    )
    assert funded(whole, funding(effort={"web": "2w"})).funded == ("a", "c")
    assert funded(whole, funding(effort={"web": "2w"}, cost=99)).funded == ("b", "c")


def test_the_minimum_score_counts_enablers_with_what_they_unblock() -> None:
    whole = values(
        initiative("base", effort="3w"),
        initiative("top", value=10, effort="2w", depends_on=["base"]),
        initiative("weak", value=3, effort="2w"),
        initiative("weaker", value=1, effort="2w", depends_on=["base"]),
    )
    found = funded(whole, funding(minimum_score=2))

    assert found.funded == ("base", "top")
    assert {below.id: below.kind for below in found.below} == {
        "weak": BelowKind.SCORE,
        "weaker": BelowKind.SCORE,
    }


def test_what_scores_just_the_minimum_is_funded() -> None:
    whole = values(initiative("a", value=4, effort="2w"))
    assert funded(whole, funding(minimum_score=2)).funded == ("a",)


def test_below_the_line_says_what_it_would_take_with_prerequisites() -> None:
    whole = values(
        initiative("best", value=20, effort="3w"),
        initiative("base", effort="3w"),
        initiative("top", value=9, effort="2w", depends_on=["base"]),
        initiative("nothing", effort="1w"),
    )
    found = funded(whole, funding(effort="4w"))
    top, *others = found.below

    assert (top.id, top.needs) == ("top", ("base",))
    assert (top.value, top.effort) == (Fraction(9), Fraction(5))
    assert dict(top.short) == {0: 4}
    assert [below.id for below in others] == ["base", "nothing"]
    assert {below.kind for below in others} == {BelowKind.WORTHLESS}


def test_more_of_a_limit_by_what_is_short_buys_at_least_what_it_says() -> None:
    whole = values(
        initiative("a", value=9, effort="3w"),
        initiative("b", value=5, effort="2w"),
        initiative("c", value=4, effort="2w"),
    )
    before = funded(whole, funding(effort="4w"))
    assert before.below
    for below in before.below:
        (short,) = below.short.values()
        after = funded(whole, funding(effort=f"{4 + short}w"))
        assert after.value >= before.value + below.value


def test_more_of_a_limit_is_no_more_than_what_it_buys_takes() -> None:
    whole = values(
        initiative("best", value=20, effort="4w"),
        initiative("one", value=6, effort="2w"),
        initiative("two", value=6, effort="2w"),
        initiative("large", value=11, effort="7w"),
    )
    limits = funding(effort="4w")
    worth = scores(whole, whole.framework)
    steps = trade_offs(whole, worth, limits, funded(whole, limits)).breakpoints
    bought = [(step.more, step.value) for step in steps]

    assert bought == [(Fraction(2), Fraction(6)), (Fraction(4), Fraction(12))]
    assert steps[1].added == ("one", "two")


def test_the_portfolios_own_limits_leave_the_rest_out_of_the_plan() -> None:
    whole = values(
        initiative("a", value=9, effort="3w"), initiative("b", value=1, effort="3w")
    )
    known = scores(whole, whole.framework)

    assert unfunded(whole, known) == frozenset()
    limited = replace(whole, funding=funding(effort="3w"))
    assert unfunded(limited, known) == {"b"}


def test_funded_work_that_the_calendar_ends_too_late_is_listed() -> None:
    one_at_a_time = team("web", people=2, at_once=2)
    whole = values(initiative("a", value=9, effort={"web": "4w"}), teams=[one_at_a_time])
    limits = funding(until="2027-01-22")
    known = scores(whole, whole.framework)
    found = selection(whole, known, limits)

    assert found.funded == ("a",)
    assert list(funded_late(whole, known, limits, found)) == ["a"]
